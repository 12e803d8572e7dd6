import type { Anchor, EngineNode } from '../engine/node-shapes.js';

/**
 * Hands every anchor on to the first thing that is drawn at or after its node, in document order: a paragraph, picture
 * or rule. What comes after the last of them goes to the last.
 */
export function settleAnchors(root: EngineNode): void {
  const seen = new Set<string>();
  let waiting: Anchor[] = [];
  let last: EngineNode | null = null;
  const settle = (node: EngineNode): void => {
    if (node.anchor !== undefined) waiting.push(withFreshName(node.anchor, seen));
    if (eachChild(node, settle)) return;
    last = node;
    if (waiting.length > 0) node.anchors = waiting;
    waiting = [];
  };
  settle(root);
  const end = last as EngineNode | null;
  if (end !== null && waiting.length > 0) end.anchors = [...(end.anchors ?? []), ...waiting];
}

/** A name leads to one place: the first node that has it. */
function withFreshName(anchor: Anchor, seen: Set<string>): Anchor {
  if (anchor.id === undefined) return anchor;
  const taken = seen.has(anchor.id);
  seen.add(anchor.id);
  return taken ? { id: undefined, bookmark: anchor.bookmark } : anchor;
}

/**
 * Visits the nodes inside, in reading order.
 *
 * @returns false for what is drawn itself
 */
export function eachChild(node: EngineNode, visit: (child: EngineNode) => void): boolean {
  const inside = node.stack ?? node.columns ?? node.ul;
  if (inside !== undefined) for (const child of inside) visit(child);
  else if (node.table !== undefined) for (const row of node.table.body) for (const cell of row) visit(cell);
  else return false;
  return true;
}

/** The nodes inside, in reading order; `null` for what is drawn itself. */
export function childrenOf(node: EngineNode): EngineNode[] | null {
  const inside: EngineNode[] = [];
  return eachChild(node, (child) => inside.push(child)) ? inside : null;
}
