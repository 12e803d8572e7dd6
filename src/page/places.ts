/** Where a field stands in the text, and which field stands on a line. */
import type { TextRange } from '../preview/protocol.js';
import type { Path } from '../preview/protocol-editing.js';
import { parseText } from '../syntax/parse.js';
import { type LineIndex, type Mark, markAt } from '../syntax/places.js';
import type { Draft } from './model.js';

interface Marked {
  readonly mark: Mark;
  readonly lines: LineIndex;
}

let known: { readonly text: string; readonly marked: Marked | null } | null = null;

/** Null where the text cannot be read. */
function marked({ text, format }: Pick<Draft, 'text' | 'format'>): Marked | null {
  if (known?.text !== text) {
    const parsed = parseText(text, '', format);
    known = { text, marked: parsed.ok ? parsed.value : null };
  }
  return known.marked;
}

/** Where a field stands, or the nearest around it. */
export function rangeOfPath(draft: Draft, path: Path): TextRange | null {
  const read = marked(draft);
  if (read === null) return null;
  const { mark } = markAt(read.mark, path);
  const start = mark.key?.[0] ?? mark.value[0];
  return read.lines.place([start, mark.value[1]]);
}

/** The innermost field that a line begins or is in; empty at the root. */
export function pathOfLine(draft: Draft, line: number): Path {
  const read = marked(draft);
  if (read === null) return [];
  const { lines, mark: root } = read;
  const [from, to] = [lines.offset(line, 1), lines.offset(line + 1, 1)];
  const on = ({ key, value }: Mark): boolean => (key?.[0] ?? value[0]) < to && value[1] > from;
  const path: (string | number)[] = [];
  let mark: Mark | undefined = root;
  while (mark !== undefined) {
    const within: readonly (readonly [string | number, Mark])[] = mark.fields
      ? [...mark.fields]
      : (mark.items ?? []).map((item, at) => [at, item] as const);
    const next = within.find(([, each]) => on(each));
    if (next) path.push(next[0]);
    mark = next?.[1];
  }
  return path;
}
