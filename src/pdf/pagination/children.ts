/** Nodes below each other: stacks and lists. */
import type { EngineNode } from '../engine/node-shapes.js';
import { type Flow, type Placed, type Placement, type Rest, TOLERANCE, WHOLE } from './flow.js';
import { isUndivided } from './text-flow.js';

export function childrenHeight(flow: Flow, children: readonly EngineNode[], width: number): number {
  let height = 0;
  for (const child of children) height += flow.height(child, width);
  return height;
}

export function childrenStart(flow: Flow, children: readonly EngineNode[], width: number, full: number): number {
  return children.length === 0 ? 0 : needAt(flow, children, 0, { width, full, after: 0 });
}

export function placeChildren(flow: Flow, children: readonly EngineNode[], { area, rest, after }: Placement): Placed {
  let index = rest.kind === 'children' ? rest.index : 0;
  let inner: Rest = rest.kind === 'children' ? rest.inner : WHOLE;
  let here = area;
  for (; index < children.length; index++) {
    const child = children[index];
    if (child === undefined) break;
    if (inner.kind === 'whole' && mustLeave(flow, children, index, { area: here, after }))
      return stopped(here.y, index, inner);
    const placed = flow.place(child, {
      area: here,
      rest: inner,
      after: heightAfter(flow, children, index, { area: here, after }),
    });
    if (placed.rest !== null) return stopped(placed.y, index, placed.rest);
    inner = WHOLE;
    // An empty node takes no room, so the page is as fresh after it as before.
    const untouched = here.fresh && placed.y <= here.y + TOLERANCE;
    here = { ...here, y: placed.y, fresh: untouched, continued: here.continued && untouched };
  }
  return { y: here.y, rest: null };
}

function stopped(y: number, index: number, inner: Rest): Placed {
  return { y, rest: index === 0 && inner.kind === 'whole' ? WHOLE : { kind: 'children', index, inner } };
}

/** Where a child may begin, and what must still fit below the last of the children. */
type Beginning = Omit<Placement, 'rest'>;

/** A page break was asked for, or what must stay together with the child's beginning does not fit here. */
function mustLeave(flow: Flow, children: readonly EngineNode[], index: number, { area, after }: Beginning): boolean {
  // A row that is set as one piece, a header or a footer cannot continue on another page.
  if (area.fresh || area.bottom === Number.POSITIVE_INFINITY) return false;
  if (breaksBefore(children, index)) return true;
  const need = needAt(flow, children, index, { width: area.width, full: area.full, after });
  return area.y + need > area.bottom + TOLERANCE;
}

function breaksBefore(children: readonly EngineNode[], index: number): boolean {
  const previous = children[index - 1];
  return children[index]?.pageBreak === 'before' || (previous !== undefined && breaksAfter(previous));
}

function breaksAfter(node: EngineNode): boolean {
  const last = node.stack?.at(-1);
  return node.pageBreak === 'after' || (last !== undefined && breaksAfter(last));
}

function keeps(node: EngineNode): boolean {
  const last = node.stack?.at(-1);
  return node.keepWithNext === true || (last !== undefined && keeps(last));
}

/** What has to fit below the child on its page. */
function heightAfter(flow: Flow, children: readonly EngineNode[], index: number, { area, after }: Beginning): number {
  const child = children[index];
  const last = index === children.length - 1;
  if (last) return after;
  if (child === undefined || !keeps(child) || breaksBefore(children, index + 1)) return 0;
  const need = needAt(flow, children, index + 1, { width: area.width, full: area.full, after });
  const ownEnd = isOnePiece(flow, child, area.width, area.full) ? flow.height(child, area.width) : 0;
  return ownEnd + need <= area.full + TOLERANCE ? need : 0;
}

interface Room {
  readonly width: number;
  readonly full: number;
  readonly after: number;
}

/**
 * The height that must be free for the child at `index` to begin: its own beginning, and where it is kept with what
 * follows, all of it and the beginning of that. Several headings in a row travel together; a chain longer than a page
 * is cut where it must be.
 */
function needAt(flow: Flow, children: readonly EngineNode[], index: number, room: Room): number {
  const cache = chainCache(flow, room);
  let end = index;
  while (end < children.length && !cache.has(childAt(children, end)) && chained(flow, children, end, room)) end++;
  let need =
    end < children.length ? (cache.get(childAt(children, end)) ?? ownStart(flow, children, end, room)) : room.after;
  if (end < children.length) cache.set(childAt(children, end), need);
  for (let at = end - 1; at >= index; at--) {
    const child = childAt(children, at);
    const total = need === 0 ? 0 : flow.height(child, room.width) + need;
    const start = flow.start(child, room.width, room.full);
    need = total > start && total <= room.full + TOLERANCE ? total : start;
    cache.set(child, need);
  }
  return need;
}

function childAt(children: readonly EngineNode[], index: number): EngineNode {
  const child = children[index];
  if (child === undefined) throw new Error(`no child ${index}`);
  return child;
}

function ownStart(flow: Flow, children: readonly EngineNode[], index: number, room: Room): number {
  return flow.start(childAt(children, index), room.width, room.full);
}

/** Kept as one piece with the child that follows it. */
function chained(flow: Flow, children: readonly EngineNode[], index: number, room: Room): boolean {
  const child = childAt(children, index);
  if (!keeps(child) || !isOnePiece(flow, child, room.width, room.full)) return false;
  return index === children.length - 1 ? room.after > 0 : !breaksBefore(children, index + 1);
}

function isOnePiece(flow: Flow, node: EngineNode, width: number, full: number): boolean {
  if (node.unbreakable === true) return flow.height(node, width) <= full + TOLERANCE;
  if (node.text !== undefined) {
    const margin = node._margin;
    return isUndivided(flow.paragraph(node, width - (margin?.[0] ?? 0) - (margin?.[2] ?? 0)));
  }
  return node.image !== undefined || node.svg !== undefined || node.canvas !== undefined;
}

/** Chains are measured from their end once, so that a document of headings alone is still set in linear time. */
const caches = new WeakMap<Flow, { recent: ChainCache; readonly byRoom: Map<string, ChainCache> }>();
interface ChainCache {
  readonly room: Room;
  readonly needs: WeakMap<EngineNode, number>;
}

function chainCache(flow: Flow, room: Room): WeakMap<EngineNode, number> {
  const known = caches.get(flow);
  // Children are asked for one after the other, in the same room.
  if (known !== undefined && isSameRoom(known.recent.room, room)) return known.recent.needs;
  const key = `${room.width} ${room.full} ${room.after}`;
  const cache = known?.byRoom.get(key) ?? { room, needs: new WeakMap() };
  if (known === undefined) caches.set(flow, { recent: cache, byRoom: new Map([[key, cache]]) });
  else {
    known.byRoom.set(key, cache);
    known.recent = cache;
  }
  return cache.needs;
}

function isSameRoom(a: Room, b: Room): boolean {
  return a.width === b.width && a.full === b.full && a.after === b.after;
}
