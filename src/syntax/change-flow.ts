/** Cuts within braces and brackets, which JSON has everywhere. */
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { Cutting } from './change-nodes.js';
import { flowText } from './change-writing.js';
import { columnOf, endOf, endOfNode, indentOf } from './yaml-lines.js';

interface Entry {
  /** What stands before its value: `"name": `. */
  readonly text: string;
  readonly value: unknown;
}

/** The spans of the entries. */
function entrySpans(node: YAMLMap | YAMLSeq): readonly (readonly [start: number, end: number])[] {
  return (node.items as readonly (Pair | Node)[]).map((item) => {
    const isField = 'key' in item;
    const start = (isField ? (item.key as Node) : item).range?.[0] ?? 0;
    return [start, (isField ? endOf(item) : endOfNode(item)) ?? start];
  });
}

/** A new entry: the last, or before the one at `index`. */
export function* addedToFlow(
  cutting: Cutting,
  node: YAMLMap | YAMLSeq,
  entry: Entry,
  index = node.items.length,
): Generator<string> {
  const { text, end: lineEnd, format } = cutting;
  const open = node.range?.[0];
  if (open === undefined) return;
  const spans = entrySpans(node);
  const [first] = spans;
  if (first === undefined) {
    const isMap = text[open] === '{' && format === 'yaml';
    const inner = entry.text + flowText(entry.value, format);
    const closed = text.indexOf(text[open] === '{' ? '}' : ']', open);
    yield text.slice(0, open + 1) + (isMap ? ` ${inner} ` : inner) + text.slice(closed);
    return;
  }
  const hasLines = text.slice(open, first[0]).includes('\n');
  const column = columnOf(text, first[0]);
  const unit = Math.max(1, column - indentOf(text, open)) || 2;
  const indent = ' '.repeat(column);
  const gap = hasLines ? `,${lineEnd}${indent}` : ', ';
  const inLines = JSON.stringify(entry.value, null, unit).replaceAll('\n', `${lineEnd}${indent}`);
  const ways =
    format === 'json'
      ? [hasLines ? inLines : JSON.stringify(entry.value)]
      : [flowText(entry.value, format), JSON.stringify(entry.value)];
  for (const written of ways) {
    const before = spans[index];
    const last = spans.at(-1)?.[1] ?? open;
    yield before === undefined
      ? text.slice(0, last) + gap + entry.text + written + text.slice(last)
      : text.slice(0, before[0]) + entry.text + written + gap + text.slice(before[0]);
  }
}

/** An entry and one of the commas beside it. */
export function* removedFromFlow({ text }: Cutting, node: YAMLMap | YAMLSeq, index: number): Generator<string> {
  const spans = entrySpans(node);
  const [own, next, before] = [spans[index], spans[index + 1], spans[index - 1]];
  if (own === undefined) return;
  if (next !== undefined) yield text.slice(0, own[0]) + text.slice(next[0]);
  else if (before !== undefined) yield text.slice(0, before[1]) + text.slice(own[1]);
  else yield text.slice(0, own[0]).trimEnd() + text.slice(own[1]).trimStart();
}

/** The entries in another order; what stands between them stays. */
export function* movedInFlow({ text }: Cutting, node: YAMLSeq, index: number, to: number): Generator<string> {
  const spans = entrySpans(node);
  yield rearranged(text, spans, index, to);
}

/** Spans of a text in another order, each in the place of one of them. */
export function rearranged(
  text: string,
  spans: readonly (readonly [start: number, end: number])[],
  index: number,
  to: number,
): string {
  const parts = spans.map(([start, end]) => text.slice(start, end));
  const [moved = ''] = parts.splice(index, 1);
  parts.splice(to, 0, moved);
  let made = '';
  let from = 0;
  for (const [position, [start, end]] of spans.entries()) {
    made += text.slice(from, start) + parts[position];
    from = end;
  }
  return made + text.slice(from);
}
