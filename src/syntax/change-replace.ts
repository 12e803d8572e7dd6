/** Ways to give a field or an item another value. Each is tried, and the first that says what was meant is taken. */
import { isScalar, type Node, Scalar } from 'yaml';
import { type Cutting, colonOf, commentsIn, type Placed } from './change-nodes.js';
import { blockLines, blockScalar, flowText, scalarText } from './change-writing.js';
import { columnOf } from './yaml-lines.js';

/** One text, number or word in the place of another, quoted as the one before where it can be. */
export function* scalarSet(cutting: Cutting, { node, parent, pair }: Placed, value: unknown): Generator<string> {
  if (typeof value === 'object' && value !== null) return;
  const { text, format } = cutting;
  if (!isScalar(node) || !node.range) return;
  const [start, end] = node.range;
  const put = (written: string) => text.slice(0, start) + written + text.slice(end);
  if (format === 'json') yield put(JSON.stringify(value));
  // A field without a value has no place of its own.
  if (start === end || text.slice(start, end).trim() === '') return;
  const type = node.type as Scalar.Type | undefined;
  const isBlock = type === Scalar.BLOCK_FOLDED || type === Scalar.BLOCK_LITERAL;
  if (typeof value === 'string' && isBlock) {
    const column = pair === null ? columnOf(text, start) : columnOf(text, (pair.key as Node).range?.[0] ?? start);
    const before = text.slice(start, end);
    yield* blocksFor(cutting, { before, column, type, value }).map(put);
    return;
  }
  const types: (Scalar.Type | undefined)[] = [
    type as Scalar.Type | undefined,
    ...(parent?.flow ? [] : [Scalar.PLAIN as Scalar.Type]),
    Scalar.QUOTE_DOUBLE as Scalar.Type,
  ];
  if (typeof value === 'string' && /\n/.test(value.trim())) return;
  for (const each of types) {
    const written = scalarText(value, each);
    if (!written.includes('\n')) yield put(written);
  }
}

interface Block {
  /** As it is written now, with its header. */
  readonly before: string;
  /** The column of its field. */
  readonly column: number;
  readonly type: Scalar.Type;
  readonly value: string;
}

/** A block of text with other words: the lines that still say what they said stay as they are. */
function blocksFor({ end }: Cutting, { before, column, type, value }: Block): string[] {
  const [header = '', ...old] = before.replace(/\r?\n$/, '').split(/\r?\n/);
  const own = old.find((line) => line.trim() !== '') ?? '';
  const indent = own.length - own.trimStart().length || column + 2;
  const width = Math.max(60, ...old.map((line) => line.length)) - indent + 2;
  const [newHeader = '', ...lines] = blockScalar(
    value,
    value.includes('\n\n') || type === Scalar.BLOCK_LITERAL ? type : Scalar.BLOCK_FOLDED,
    width,
  );
  const note = /\s#.*$/.exec(header)?.[0] ?? '';
  const pad = ' '.repeat(indent);
  const whole = (head: string, body: readonly string[]) =>
    `${[head + note, ...body].join(end)}${/\n$/.test(before) ? end : ''}`;
  const fresh = whole(
    newHeader,
    lines.map((line) => (line.trim() === '' ? '' : pad + line.slice(2))),
  );
  const kept = keptLines(old, value, width, pad);
  return kept === null || type !== Scalar.BLOCK_FOLDED
    ? [fresh]
    : [whole(header.slice(0, header.length - note.length), kept), fresh];
}

/** A folded paragraph whose first and last lines stay: what is between them is set in lines again. */
function keptLines(old: readonly string[], value: string, width: number, pad: string): readonly string[] | null {
  if (/\n/.test(value.trimEnd()) || old.some((line) => line.trim() === '')) return null;
  const words = old.map((line) => line.trim());
  let head = 0;
  while (head < words.length && value.startsWith(`${words.slice(0, head + 1).join(' ')} `)) head++;
  const rest = value.slice(words.slice(0, head).join(' ').length).trim();
  let tail = 0;
  while (tail < words.length - head && rest.endsWith(` ${words.slice(words.length - tail - 1).join(' ')}`)) tail++;
  const ending = words.slice(words.length - tail).join(' ');
  const middle = rest.slice(0, rest.length - ending.length).trim();
  if (middle === '' && head + tail === 0) return null;
  const set = middle === '' ? [] : blockScalar(middle, Scalar.BLOCK_FOLDED, width).slice(1);
  const lines = set.map((line) => pad + line.trim());
  return [...old.slice(0, head), ...lines, ...old.slice(old.length - tail)];
}

/** Any value in the place of any other. Comments that were inside stay below. */
export function* valueReplaced(cutting: Cutting, placed: Placed, value: unknown): Generator<string> {
  const { text, format, end: lineEnd } = cutting;
  const { node, pair, parent, start, end } = placed;
  const from = pair === null ? ((node as Node | null)?.range?.[0] ?? start) : (colonOf(pair) ?? end);
  const gap = pair === null ? '' : ' ';
  const content = Math.max(from, text.slice(0, end).trimEnd().length);
  const inline = flowText(value, format);
  const lost = commentsIn(text.slice(from, content), format);
  const column = columnOf(text, start);
  const isFlow = parent?.flow === true || format === 'json';
  const line = text.indexOf('\n', content) === -1 ? text.length : text.indexOf('\n', content);
  const below = lost.map((each) => `${lineEnd}${' '.repeat(column + 2)}${each}`).join('');
  const rest = text.slice(content, line);
  const put = (written: string) => text.slice(0, from) + written + rest.trimEnd() + below + text.slice(line);
  const isInline = typeof value !== 'object' || value === null || Object.keys(value).length === 0;
  if (isFlow || isInline) {
    const isLong = typeof value === 'string' && (value.includes('\n') || value.length > 80);
    if (isLong && !isFlow && pair !== null) yield put(gap + blocked(cutting, column, blockLines({ a: value }))[0]);
    if (parent === null || pair !== null || isFlow) yield text.slice(0, from) + gap + inline + text.slice(content);
    yield put(gap + inline);
  }
  if (isFlow) return;
  const [lines, isSpaced] = blocked(
    cutting,
    column,
    pair === null ? blockLines(value) : blockLines({ a: value }),
    pair === null,
  );
  if (pair === null && parent === null) yield put(lines);
  else if (pair === null) yield `${text.slice(0, start)}- ${lines}${rest.trimEnd()}${below}${text.slice(line)}`;
  else yield put((isSpaced ? ' ' : '') + lines);
  yield put(gap + inline);
}

/** What stands behind `a:`, or behind a dash, with its lines in place. */
function blocked({ end }: Cutting, column: number, lines: readonly string[], isItem = false): [string, boolean] {
  const [first = '', ...rest] = lines;
  const head = isItem ? first : first.slice('a:'.length).trimStart();
  const pad = ' '.repeat(isItem ? column + 2 : column);
  const body = rest.map((line) => (line === '' ? line : pad + line));
  return [[head, ...body].join(end), head !== ''];
}
