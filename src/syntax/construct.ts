/**
 * YAML nodes → plain values with their places. Written out, and not left to the parser's own `toJS`, because a brief
 * comes from anywhere: aliases are counted before they can multiply, a key is only ever an own property (`__proto__`
 * too), and every problem is reported instead of the first being thrown.
 */
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { DiagnosticCode } from '../diagnostics/codes.js';
import { type Around, commentThatCuts } from './cut.js';
import { surprisingEscape } from './escapes.js';
import type { Mark, Range } from './places.js';
import type { SyntaxProblem } from './problem.js';
import { firstUnseen } from './unseen.js';

/** Deeper than any brief, shallow enough for every recursion that follows. */
export const MAX_DEPTH = 100;
/** The most values that aliases may add, all in all. */
const MAX_ALIASED = 20_000;

export interface Constructed {
  readonly value: unknown;
  readonly mark: Mark;
  /** How many values it holds, itself included, and how deep they nest: aliases counted as if written out. */
  readonly size: number;
  readonly height: number;
}

/** Control characters have no place in a printed document, and half a surrogate pair is not a character. */
export const CONTROL_CHARACTER = /(?![\t\n\r\u0085])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

/** The value of a document's content. Problems are added to `problems`. */
export function construct(content: Node | null, text: string, problems: SyntaxProblem[]): Constructed {
  return new Construction(text, problems).value(content, { depth: 0, around: { column: -1, isFlow: false } });
}

/** Where a value stands. */
interface Spot {
  readonly key?: Range;
  readonly depth: number;
  readonly around: Around;
}

class Construction {
  readonly #anchors = new Map<string, Constructed | 'open'>();
  #aliased = 0;
  /** Where a line begins, and up to where it is known to go on. */
  #line = { start: 0, end: 0 };

  constructor(
    readonly text: string,
    readonly problems: SyntaxProblem[],
  ) {}

  value(node: unknown, spot: Spot): Constructed {
    if (isAlias(node)) return this.#alias(node, spot);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor) this.#anchors.set(anchor, 'open');
    const made = isMap(node) ? this.#map(node, spot) : isSeq(node) ? this.#list(node, spot) : this.#scalar(node, spot);
    if (anchor) this.#anchors.set(anchor, made);
    return made;
  }

  #scalar(node: unknown, { key, around }: Spot): Constructed {
    const scalar = isScalar(node) ? node : null;
    const range: Range = scalar ? rangeOf(scalar) : [key?.[1] ?? 0, key?.[1] ?? 0];
    const value: unknown = typeof scalar?.value === 'bigint' ? Number(scalar.value) : (scalar?.value ?? null);
    if (typeof value === 'string' && CONTROL_CHARACTER.test(value)) this.#controlCharacter(value, range);
    if (scalar?.type === 'QUOTE_DOUBLE') this.#add(surprisingEscape(this.text.slice(...range), range));
    if (scalar?.type === 'PLAIN') this.#add(hiddenStructure(this.text.slice(...range), range));
    const cut = scalar === null ? null : commentThatCuts(this.text, range, scalar.type, around);
    return { value, mark: { ...markOf(key, range), ...(cut && { cut }) }, size: 1, height: 0 };
  }

  #list(node: YAMLSeq, { key, depth }: Spot): Constructed {
    const range = rangeOf(node);
    const around = { column: this.#columnOf(range[0]), isFlow: node.flow === true };
    const items = node.items.map((item) => this.value(item, { depth: depth + 1, around }));
    return {
      value: items.map((item) => item.value),
      mark: { ...markOf(key, range), items: items.map((item) => item.mark) },
      ...measure(items),
    };
  }

  #map(node: YAMLMap, { key, depth }: Spot): Constructed {
    const own = new Map<string, Constructed>();
    const merged: Constructed[] = [];
    for (const pair of node.items) {
      const name = this.#keyName(pair.key);
      const at = rangeOf(pair.key);
      const around = { column: this.#columnOf(at[0]), isFlow: node.flow === true };
      const made = this.value(pair.value, { key: at, depth: depth + 1, around });
      if (name === null) continue;
      if (name === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN') merged.push(...this.#mergeable(made));
      else if (own.has(name)) this.#duplicate(name, at);
      else own.set(name, made);
    }
    for (const source of merged) addMissing(own, source);
    const entries = [...own];
    return {
      value: Object.fromEntries(entries.map(([name, made]) => [name, made.value])),
      mark: { ...markOf(key, rangeOf(node)), fields: new Map(entries.map(([name, made]) => [name, made.mark])) },
      ...measure([...own.values()]),
    };
  }

  /** Asked for in the order of the text, mostly: a file may be one long line, which is not to be searched whole each time. */
  #columnOf(offset: number): number {
    const { start, end } = this.#line;
    if (offset < end) return offset - (this.text.lastIndexOf('\n', offset - 1) + 1);
    const last = this.text.slice(end, offset).lastIndexOf('\n');
    this.#line = { start: last === -1 ? start : end + last + 1, end: offset };
    return offset - this.#line.start;
  }

  #keyName(key: unknown): string | null {
    const scalar = isAlias(key) ? this.#anchors.get(key.source) : undefined;
    if (scalar && scalar !== 'open' && typeof scalar.value === 'string') return scalar.value;
    if (isScalar(key)) {
      const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
      if (CONTROL_CHARACTER.test(name)) this.#controlCharacter(name, rangeOf(key));
      this.#add(this.#unseenInName(name, rangeOf(key)));
      return name;
    }
    this.problems.push({
      code: 'syntax-yaml',
      range: rangeOf(key),
      message: 'Found a list or a map as the name of a field; expected text.',
      hints: ['Text that begins with [ or { must stand in quotes.'],
    });
    return null;
  }

  #alias(node: Alias, { key, depth }: Spot): Constructed {
    const range = rangeOf(node);
    const nothing: Constructed = { value: null, mark: markOf(key, range), size: 1, height: 0 };
    const target = this.#anchors.get(node.source);
    if (target === undefined || target === 'open') {
      const inside = target === 'open';
      this.problems.push({
        code: inside ? 'syntax-alias-bomb' : 'syntax-yaml',
        range,
        message: inside
          ? `The alias *${node.source} stands inside what it repeats, and so would never end.`
          : `The alias *${node.source} repeats nothing: there is no &${node.source} before it.`,
        hints: ['Text that begins with * must stand in quotes.'],
      });
      return nothing;
    }
    this.#aliased += target.size;
    if (this.#aliased <= MAX_ALIASED && depth + target.height <= MAX_DEPTH) {
      return { ...target, mark: { ...target.mark, ...markOf(key, range) } };
    }
    // Once is enough: every further alias of a bomb would say the same.
    if (!this.#has('syntax-alias-bomb')) this.#bomb(range);
    return nothing;
  }

  #bomb(range: Range): void {
    this.problems.push({
      code: 'syntax-alias-bomb',
      range,
      message: `The aliases repeat more than ${MAX_ALIASED} values, or nest more than ${MAX_DEPTH} deep.`,
      hints: ['Write out what is repeated, or repeat less.'],
    });
  }

  /** What `<<` takes in: a map, or a list of maps. */
  #mergeable(made: Constructed): Constructed[] {
    if (made.mark.fields) return [made];
    const list = Array.isArray(made.value) ? made.value : null;
    const items = made.mark.items;
    if (list && items?.every((item) => item.fields)) {
      return items.map((mark, index) => ({ value: list[index], mark, size: made.size, height: made.height }));
    }
    // An alias that was refused holds nothing, and is reported already.
    if (made.value === null && this.#has('syntax-alias-bomb')) return [];
    this.problems.push({
      code: 'syntax-yaml',
      range: made.mark.value,
      message: 'Found something else than a map after <<; expected an alias of a map.',
    });
    return [];
  }

  #unseenInName(name: string, range: Range): SyntaxProblem | null {
    const unseen = firstUnseen(name, 0);
    if (unseen === null) return null;
    return {
      code: 'syntax-yaml',
      range: firstUnseen(this.text.slice(...range), range[0])?.range ?? range,
      message: `Found a ${unseen.name} in the name of a field, or before it: nobody sees it, and it is a letter to YAML.`,
      hints: ['Delete it, and indent with spaces; it often comes along with pasted text.'],
    };
  }

  #add(problem: SyntaxProblem | null): void {
    if (problem !== null) this.problems.push(problem);
  }

  #duplicate(name: string, range: Range): void {
    this.problems.push({
      code: 'syntax-duplicate-key',
      range,
      message: `The field \`${shortened(name)}\` is here for the second time; expected every field once.`,
      hints: ['Keep one of the two. If it belongs to another item of the list, begin that with a dash: `- `.'],
    });
  }

  #has(code: DiagnosticCode): boolean {
    return this.problems.some((problem) => problem.code === code);
  }

  /** A control character that hides behind an escape; one that stands in the text itself was reported before. */
  #controlCharacter(text: string, range: Range): void {
    const isReported = this.problems.some(
      (problem) =>
        problem.code === 'syntax-control-character' && problem.range[0] >= range[0] && problem.range[1] <= range[1],
    );
    if (isReported) return;
    const code = CONTROL_CHARACTER.exec(text)?.[0].charCodeAt(0) ?? 0;
    this.problems.push(controlCharacter(code, range));
  }
}

export function controlCharacter(code: number, range: Range): SyntaxProblem {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    code: 'syntax-control-character',
    range,
    message: `Found the control character ${name}; expected text that can be printed.`,
    hints: ['Remove it; it often comes along with pasted text.'],
  };
}

/** A line that an unseen character in its indentation has made part of the text before it. */
const HIDDEN_LINE = /\n[ \t]*(?=[^\S\n \t])\s+(?:- |#|[\p{L}\p{N}_-]+:(?:\s|$))/u;

function hiddenStructure(written: string, [start]: Range): SyntaxProblem | null {
  const line = HIDDEN_LINE.exec(written);
  const unseen = line && firstUnseen(line[0], start + line.index);
  if (!unseen) return null;
  return {
    code: 'syntax-yaml',
    range: unseen.range,
    message: `Found a ${unseen.name} in the indentation: nobody sees it, and the line is part of the text before it to YAML.`,
    hints: ['Delete it, and indent with spaces; it often comes along with pasted text.'],
  };
}

function addMissing(own: Map<string, Constructed>, source: Constructed): void {
  const values = source.value as Readonly<Record<string, unknown>>;
  for (const [name, mark] of source.mark.fields ?? []) {
    // Its share of the source's size is not known; the source was counted where it was aliased.
    if (!own.has(name)) own.set(name, { value: values[name], mark, size: 1, height: source.height });
  }
}

function measure(parts: readonly Constructed[]): Pick<Constructed, 'size' | 'height'> {
  let size = 1;
  let height = 0;
  for (const part of parts) {
    size += part.size;
    height = Math.max(height, part.height + 1);
  }
  return { size, height };
}

function markOf(key: Range | undefined, value: Range): Pick<Mark, 'key' | 'value'> {
  return key ? { key, value } : { value };
}

function rangeOf(node: unknown): Range {
  const range = (node as Scalar | undefined)?.range;
  return range ? [range[0], range[1]] : [0, 0];
}

function shortened(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}
