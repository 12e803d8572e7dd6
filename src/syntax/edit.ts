/**
 * Changes a field of a brief in its text: what is not changed stays as it is, byte for byte, with its comments and its
 * order. The text is cut where the value stands and never written anew from the values.
 */

import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { TextFormat } from './format.js';
import { parseText } from './parse.js';
import type { Step } from './places.js';
import { addLines, columnOf, endOf, endOfNode, indented, indentOf } from './yaml-lines.js';

export type Plain = string | number | readonly Plain[] | { readonly [name: string]: Plain };

/** A change to the text of a brief in its format; null where the text is written in a way that cannot be cut safely. */
export type Edit = (text: string, format: TextFormat) => string | null;

interface Writing {
  readonly text: string;
  readonly format: TextFormat;
  /** The line end that the file uses. */
  readonly end: string;
}

/** Sets one field of a map that is there: its value is replaced, or the field is put behind the others. */
export function setField(path: readonly Step[], value: Plain): Edit {
  return verified(path, value, (writing, root) => {
    const map = nodeAt(root, path.slice(0, -1));
    const key = String(path.at(-1));
    if (!isMap(map)) return null;
    const pair = pairOf(map, key);
    return pair === undefined ? addPair(writing, map, { key, value }) : replaceValue(writing, pair, value);
  });
}

/**
 * Adds an item to a list at the root. Where there is no such list it begins after the last of the fields `after`; one
 * value where a list may stand becomes its first item.
 */
export function appendItem(list: string, item: Plain, after: readonly string[]): Edit {
  return (text, format) => {
    const found = nodeAt(rootOf(text), [list]);
    if (found === undefined) {
      return verified([list], [item], (writing, root) => {
        if (!isMap(root)) return null;
        const before = after.flatMap((key) => pairOf(root, key) ?? []).at(-1);
        return addPair(writing, root, { key: list, value: [item], ...(before && { behind: before }), isApart: true });
      })(text, format);
    }
    if (isScalar(found) && typeof found.value === 'string') {
      const items = [found.value, item];
      return verified([list], items, (writing, root) => replaceByList(writing, root, found, items))(text, format);
    }
    if (!isSeq(found)) return null;
    return verified([list, found.items.length], item, (writing) => addItem(writing, found, item))(text, format);
  };
}

type Cut = (writing: Writing, root: unknown) => string | null;

/** Makes a change, reads the new text, and gives it only where it differs in what was to be changed and nothing else. */
function verified(path: readonly Step[], value: Plain, cut: Cut): Edit {
  return (text, format) => {
    const before = parseText(text, '', format);
    if (!before.ok) return null;
    const changed = cut({ text, format, end: text.includes('\r\n') ? '\r\n' : '\n' }, rootOf(text));
    const after = changed === null ? null : parseText(changed, '', format);
    if (!after?.ok) return null;
    return canonical(after.value.value) === canonical(withValue(before.value.value, path, value)) ? changed : null;
  };
}

function rootOf(text: string): unknown {
  return parseDocument(text, { version: '1.2', schema: 'core', merge: true, uniqueKeys: false }).contents;
}

function nodeAt(root: unknown, path: readonly Step[]): unknown {
  return path.reduce((node: unknown, step) => {
    if (typeof step === 'number') return isSeq(node) ? node.items[step] : undefined;
    return isMap(node) ? pairOf(node, step)?.value : undefined;
  }, root);
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function replaceValue({ text, format }: Writing, { value: node }: Pair, value: Plain): string | null {
  const range = isScalar(node) ? node.range : null;
  if (!range || !isScalar(node) || /^BLOCK/.test(node.type ?? '') || typeof value === 'object') return null;
  const written = format === 'json' ? JSON.stringify(value) : stringify(value, { lineWidth: 0 }).trimEnd();
  return text.slice(0, range[0]) + written + text.slice(range[1]);
}

/** Below the key in YAML, the lines of the list indented; within braces in one line. */
function replaceByList(
  { text, end }: Writing,
  root: unknown,
  { range }: Scalar,
  items: readonly Plain[],
): string | null {
  if (!range || !isMap(root) || !root.range) return null;
  const before = text.slice(0, range[0]);
  if (root.flow) return before + JSON.stringify(items) + text.slice(range[1]);
  const lines = stringify(items, { lineWidth: 0, indent: 2 }).trimEnd().split('\n');
  const list = lines.map((line) => `${end}  ${line}`).join('');
  return before.trimEnd() + list + text.slice(range[1]);
}

interface NewPair {
  readonly key: string;
  readonly value: Plain;
  /** The field behind which it is put; the last without it. */
  readonly behind?: Pair;
  /** An empty line stands before it. */
  readonly isApart?: boolean;
}

function addPair(writing: Writing, map: YAMLMap, { key, value, behind, isApart = false }: NewPair): string | null {
  const [first, last] = [map.items[0], behind ?? map.items.at(-1)];
  const start = (first?.key as Node | undefined)?.range?.[0];
  const end = endOf(last);
  if (start === undefined || end === undefined || !map.range) return null;
  if (map.flow) return addToFlow(writing, { open: map.range[0], start, end }, `${flowKey(writing, key)}: `, value);
  const lines = stringify({ [key]: value }, { lineWidth: 0, indent: 2 })
    .trimEnd()
    .split('\n');
  const spot = { end, column: columnOf(writing.text, start), isLast: isApart };
  return addLines(
    writing,
    spot,
    isApart ? ['', ...indented(writing.text, start, lines)] : indented(writing.text, start, lines),
  );
}

function addItem(writing: Writing, list: YAMLSeq, item: Plain): string | null {
  const first = list.items[0] as Node | undefined;
  const [start, end] = [first?.range?.[0], endOfNode(list.items.at(-1))];
  if (start === undefined || end === undefined || !list.range) return null;
  if (list.flow) return addToFlow(writing, { open: list.range[0], start, end }, '', item);
  const lines = stringify([item], { lineWidth: 0, indent: 2 }).trimEnd().split('\n');
  const spot = { end, column: columnOf(writing.text, list.range[0]), isLast: true };
  return addLines(writing, spot, indented(writing.text, list.range[0], lines));
}

interface FlowSpan {
  /** Where the brace or bracket opens. */
  readonly open: number;
  /** Where the first entry begins. */
  readonly start: number;
  /** Where the last entry ends. */
  readonly end: number;
}

/** In braces or brackets: on lines of its own where the others are. */
function addToFlow(
  { text, end: lineEnd }: Writing,
  { open, start, end }: FlowSpan,
  before: string,
  value: Plain,
): string {
  const hasLines = text.slice(open, start).includes('\n');
  const indent = ' '.repeat(columnOf(text, start));
  const unit = Math.max(1, columnOf(text, start) - indentOf(text, open)) || 2;
  const json = hasLines
    ? JSON.stringify(value, null, unit).replaceAll('\n', `${lineEnd}${indent}`)
    : JSON.stringify(value);
  const gap = hasLines ? `,${lineEnd}${indent}` : ', ';
  return `${text.slice(0, end)}${gap}${before}${json}${text.slice(end)}`;
}

function flowKey({ format }: Writing, key: string): string {
  return format === 'json' ? JSON.stringify(key) : key;
}

function withValue(whole: unknown, [step, ...rest]: readonly Step[], value: Plain): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole) && typeof step === 'number') {
    const items: unknown[] = [...whole];
    items[step] = withValue(whole[step], rest, value);
    return items;
  }
  const map = (whole ?? {}) as Readonly<Record<string, unknown>>;
  return { ...map, [step]: withValue(map[String(step)], rest, value) };
}

/** Two values are the same where this is: the order of fields does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
