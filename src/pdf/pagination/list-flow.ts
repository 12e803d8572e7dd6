/** Lists: items below each other, beside the room for their labels, which hang on the items' first lines. */
import type { EngineNode } from '../engine/node-shapes.js';
import { childrenHeight, childrenStart, placeChildren } from './children.js';
import type { Flow, Placed, Placement } from './flow.js';

const itemsOf = (node: EngineNode): readonly EngineNode[] => node.ul ?? [];
const roomOf = (node: EngineNode): number => node.listIndent ?? 0;

export function listHeight(flow: Flow, node: EngineNode, width: number): number {
  return childrenHeight(flow, itemsOf(node), width - roomOf(node));
}

export function listStart(flow: Flow, node: EngineNode, width: number, full: number): number {
  return childrenStart(flow, itemsOf(node), width - roomOf(node), full);
}

export function placeList(flow: Flow, node: EngineNode, placement: Placement): Placed {
  const room = roomOf(node);
  const { area } = placement;
  return placeChildren(flow, itemsOf(node), {
    ...placement,
    area: { ...area, x: area.x + (node.labelsAtRight ? 0 : room), width: area.width - room },
  });
}
