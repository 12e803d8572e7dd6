/** Where things stand: offsets into a text → lines and columns, fields of a brief → offsets. */
import type { Place } from '../diagnostics/diagnostic.js';

/** A range of offsets in a text, the end exclusive. */
export type Range = readonly [start: number, end: number];

/** The places of a value and of what is in it. */
export interface Mark {
  /** The key under which it stands, where it stands under one. */
  readonly key?: Range;
  readonly value: Range;
  /** The comment behind a text, where the words in it may belong to the text. */
  readonly cut?: Range;
  readonly fields?: ReadonlyMap<string, Mark>;
  readonly items?: readonly Mark[];
}

export type Step = string | number;

/** Finds lines and columns in one text. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(
    readonly file: string,
    readonly text: string,
  ) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  place([start, end]: Range): Place {
    const [line, column] = this.#lineAndColumn(start);
    const [endLine, endColumn] = this.#lineAndColumn(Math.max(start, end));
    return { file: this.file, line, column, endLine, endColumn };
  }

  /** The offset of a line and column, both from 1. */
  offset(line: number, column: number): number {
    return Math.min((this.#starts[line - 1] ?? this.text.length) + column - 1, this.text.length);
  }

  #lineAndColumn(offset: number): [number, number] {
    const within = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= within) low = middle;
      else high = middle - 1;
    }
    return [low + 1, within - (this.#starts[low] ?? 0) + 1];
  }
}

/** `keyFacts[2].text` → `['keyFacts', 2, 'text']`. */
export function stepsOf(field: string): Step[] {
  return [...field.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? (name ?? '') : Number(index),
  );
}

/** `['keyFacts', 2, 'text']` → `keyFacts[2].text`. */
export function fieldOf(steps: readonly Step[]): string {
  return steps
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}

/** The mark at the end of the steps, or of the nearest value around it; `exact` says which. */
export function markAt(root: Mark, steps: readonly Step[]): { mark: Mark; exact: boolean } {
  let mark = root;
  for (const step of steps) {
    const next = typeof step === 'number' ? mark.items?.[step] : mark.fields?.get(step);
    if (next === undefined) return { mark, exact: false };
    mark = next;
  }
  return { mark, exact: true };
}

/**
 * What to point at for a value: the value where it is a scalar, its key where it is a list or a map (a caret under
 * twenty lines helps nobody), the first of its keys where it has none.
 */
export function rangeToShow(mark: Mark): Range {
  if (mark.fields === undefined && mark.items === undefined) {
    const empty = mark.value[0] === mark.value[1];
    return empty && mark.key ? mark.key : mark.value;
  }
  if (mark.key) return mark.key;
  const first = mark.fields?.values().next().value;
  return first?.key ?? [mark.value[0], Math.min(mark.value[1], mark.value[0] + 1)];
}
