/** Ways to add, remove and move the items of a list, and to remove a field. */
import { isMap, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { addedToFlow, movedInFlow, rearranged, removedFromFlow } from './change-flow.js';
import { type Cutting, dashOf, nodeAt, type Placed } from './change-nodes.js';
import { valueReplaced } from './change-replace.js';
import { blockLines } from './change-writing.js';
import type { Step } from './places.js';
import { addLines, columnOf, isLineStart } from './yaml-lines.js';

/** A new item before the one at the path, or behind the last. */
export function* inserted(cutting: Cutting, path: readonly Step[], value: unknown): Generator<string> {
  const index = path.at(-1);
  const place = nodeAt(cutting, path.slice(0, -1));
  if (place === null || !isSeq(place.node) || typeof index !== 'number') return;
  const list = place.node;
  if (index >= list.items.length) {
    yield* addedItem(cutting, place, value);
    return;
  }
  if (list.flow) {
    yield* addedToFlow(cutting, list, { text: '', value }, index);
    return;
  }
  const { text, end } = cutting;
  const dash = dashOf(list, index);
  if (dash === undefined || !isLineStart(text, dash)) return;
  const pad = ' '.repeat(columnOf(text, dash));
  const lines = blockLines([value]).map((line) => (line === '' ? line : pad + line));
  const at = segmentOf(text, list, index)[0];
  yield text.slice(0, at) + lines.join(end) + end + text.slice(at);
}

/** A new last item. */
export function* addedItem(cutting: Cutting, { node, end }: Placed, value: unknown): Generator<string> {
  const list = node as YAMLSeq;
  if (list.flow) {
    yield* addedToFlow(cutting, list, { text: '', value });
    return;
  }
  const dash = dashOf(list, 0);
  if (dash === undefined) return;
  const { text } = cutting;
  const column = columnOf(text, dash);
  const pad = ' '.repeat(column);
  const lines = blockLines([value]).map((line) => (line === '' ? line : pad + line));
  yield addLines(cutting, { end, column, isLast: true }, lines);
  yield addLines(cutting, { end, column, isLast: false }, lines);
}

/** A field or an item, with its lines. */
export function* removed(cutting: Cutting, path: readonly Step[]): Generator<string> {
  const place = nodeAt(cutting, path);
  if (place?.parent == null) return;
  const { parent, index, start } = place;
  if (parent.flow) {
    yield* removedFromFlow(cutting, parent, index);
    return;
  }
  if (parent.items.length === 1) {
    const around = nodeAt(cutting, path.slice(0, -1));
    if (around !== null) yield* emptied(cutting, around, place);
    return;
  }
  const { text } = cutting;
  const next = nextStart(parent, index);
  const [from, line] = [text.lastIndexOf('\n', start - 1) + 1, lineEnd(text, place.end)];
  if (isLineStart(text, start)) {
    yield text.slice(0, from) + text.slice(Math.min(text.length, line + 1));
    // The last line may have no end.
    yield text.slice(0, from).replace(/\r?\n$/, '') + text.slice(line);
    return;
  }
  // The first field of an item stands behind its dash, and the second takes its place.
  if (next === null) return;
  const between = text.slice(line, next);
  if (!between.includes('#')) yield text.slice(0, start) + text.slice(next);
  yield text.slice(0, start).trimEnd() + text.slice(line);
}

/** The last of a list or a map is gone: `[]` or `{}`, with the comments that stood between. */
function* emptied(cutting: Cutting, around: Placed, { start, end }: Placed): Generator<string> {
  const { text } = cutting;
  const line = lineEnd(text, end);
  const from = isLineStart(text, start) ? text.lastIndexOf('\n', start - 1) + 1 : start;
  const without = { ...cutting, text: text.slice(0, from) + ' '.repeat(line - from) + text.slice(line) };
  const value = isMap(around.node) ? {} : [];
  for (const each of valueReplaced(without, around, value)) yield each.replace(/^[ \t]{40,}\r?\n/m, '');
  yield* valueReplaced(cutting, around, value);
}

/** An item among the others: their lines change places, with the comments right above each. */
export function* moved(cutting: Cutting, path: readonly Step[], to: number): Generator<string> {
  const index = path.at(-1);
  const place = nodeAt(cutting, path.slice(0, -1));
  if (place === null || !isSeq(place.node) || typeof index !== 'number') return;
  const list = place.node;
  if (list.flow) {
    yield* movedInFlow(cutting, list, index, to);
    return;
  }
  const { text } = cutting;
  const spans = list.items.map((_, each) => segmentOf(text, list, each));
  const [first] = spans;
  if (first === undefined) return;
  if (isLineStart(text, dashOf(list, 0) ?? 0)) yield rearranged(text, spans, index, to);
}

/** The lines of an item: from the comments right above it to those below it that are indented further. */
function segmentOf(text: string, list: YAMLSeq, index: number): readonly [start: number, end: number] {
  const dash = dashOf(list, index) ?? 0;
  const column = columnOf(text, dash);
  let from = text.lastIndexOf('\n', dash - 1) + 1;
  for (;;) {
    const above = text.lastIndexOf('\n', from - 2) + 1;
    const line = text.slice(above, from);
    if (from === 0 || !/^[ \t]*#/.test(line) || line.search(/#/) !== column) break;
    // What stands above the first item may be about all of them.
    if (index === 0) break;
    from = above;
  }
  const place = endOfItem(list, index, dash);
  let end = lineEnd(text, place);
  for (;;) {
    const next = lineEnd(text, end + 1);
    const line = text.slice(end + 1, next);
    if (next <= end || !/^[ \t]*#/.test(line) || line.search(/#/) <= column) break;
    end = next;
  }
  return [from, text[end - 1] === '\r' ? end - 1 : end];
}

function endOfItem(list: YAMLSeq, index: number, dash: number): number {
  const node = list.items[index] as Node | null;
  const end = node === null ? dash + 1 : lastOf(node);
  return Math.max(end, dash + 1);
}

function lastOf(node: Node): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items.at(-1) as { key?: Node; value?: Node | null } | Node | undefined;
    if (last !== undefined && 'key' in last && !('range' in last)) {
      const { key, value } = last as { key?: Node; value?: Node | null };
      return value ? lastOf(value) : (key?.range?.[1] ?? 0) + 1;
    }
    if (last !== undefined && 'range' in last) return lastOf(last as Node);
  }
  return node.range?.[1] ?? 0;
}

/** The end of the line in which what ends at `offset` ends. */
function lineEnd(text: string, offset: number): number {
  const content = text.slice(0, offset).trimEnd().length;
  const end = text.indexOf('\n', Math.max(content, Math.min(offset, content + 1) - 1));
  return end === -1 ? text.length : end;
}

function nextStart(parent: YAMLMap | YAMLSeq, index: number): number | null {
  if (!isMap(parent)) return null;
  return (parent.items[index + 1]?.key as Node | undefined)?.range?.[0] ?? null;
}
