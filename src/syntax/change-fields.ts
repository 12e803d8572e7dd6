/** Ways to add a field that is not there yet. */
import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { addedToFlow } from './change-flow.js';
import { addedItem } from './change-items.js';
import { type Cutting, colonOf, nodeAt, type Placed } from './change-nodes.js';
import { valueReplaced } from './change-replace.js';
import { blockLines, scalarText } from './change-writing.js';
import type { Step } from './places.js';
import { addLines, columnOf, endOf, indented, isLineStart } from './yaml-lines.js';

/** A value where there is none yet; what is around it is made as well. */
export function* valueAdded(cutting: Cutting, path: readonly Step[], value: unknown): Generator<string> {
  const [last] = path.slice(-1);
  const around = path.slice(0, -1);
  if (last === undefined) return;
  const place = nodeAt(cutting, around);
  if (place === null || (place.parent !== null && isEmptyScalar(place.node))) {
    const made = typeof last === 'number' ? [value] : { [last]: value };
    if (place === null) yield* valueAdded(cutting, around, made);
    else yield* valueReplaced(cutting, place, made);
    return;
  }
  if (typeof last === 'number') {
    if (isSeq(place.node)) yield* addedItem(cutting, place, value);
    return;
  }
  if (isMap(place.node)) yield* addedField(cutting, place, last, value);
}

function isEmptyScalar(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function* addedField(cutting: Cutting, place: Placed, name: string, value: unknown): Generator<string> {
  const map = place.node as YAMLMap;
  const { text, format } = cutting;
  const key = format === 'json' ? JSON.stringify(name) : scalarText(name, undefined);
  if (map.flow) {
    yield* addedToFlow(cutting, map, { text: `${key}: `, value });
    return;
  }
  const first = (map.items[0]?.key as Node | undefined)?.range?.[0];
  if (first === undefined) return;
  const isRoot = place.parent === null;
  const isApart = isRoot && typeof value === 'object' && value !== null && isSpread(text, map);
  const lines = indented(text, first, blockLines({ [name]: value }));
  const behind = fieldBefore(cutting, place.path, map, name);
  if (behind === null && isLineStart(text, first)) {
    const at = text.lastIndexOf('\n', first - 1) + 1;
    yield text.slice(0, at) + lines.join(cutting.end) + cutting.end + text.slice(at);
  }
  const end = endOf(behind ?? map.items.at(-1)) ?? first;
  const last = Math.max(end, colonOf(behind ?? (map.items.at(-1) as Pair)) ?? end);
  const spot = { end: last, column: columnOf(text, first), isLast: isApart };
  yield addLines(cutting, spot, isApart ? ['', ...lines] : lines);
}

/** The field behind which a new one is put by the usual order; null: before all of them. */
function fieldBefore({ orderAt }: Cutting, path: readonly Step[], map: YAMLMap, name: string): Pair | null | undefined {
  const order = orderAt?.(path) ?? [];
  const rank = order.indexOf(name);
  if (rank === -1) return map.items.at(-1);
  const isBefore = ({ key }: Pair) => {
    const other = isScalar(key) ? order.indexOf(String(key.value)) : -1;
    return other !== -1 && other < rank;
  };
  return map.items.findLast(isBefore) ?? null;
}

/** Whether empty lines stand between the lists of a brief. */
function isSpread(text: string, { items }: YAMLMap): boolean {
  const [from, to] = [(items[0]?.key as Node | undefined)?.range?.[0] ?? 0, endOf(items.at(-1)) ?? 0];
  return /\n[ \t]*\r?\n/.test(text.slice(from, to));
}
