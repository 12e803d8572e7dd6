import type { EngineNode } from '../engine/node-shapes.js';
import type { Rest } from './flow.js';

/** Whether what is left of a node begins with something that was to begin on a page of its own. */
export function beginsOnNewPage(node: EngineNode, rest: Rest): boolean {
  if (rest.kind === 'whole') {
    if (node.pageBreak === 'before') return true;
    const first = node.stack?.[0];
    return first !== undefined && beginsOnNewPage(first, rest);
  }
  if (rest.kind !== 'children') return false;
  const child = node.stack?.[rest.index];
  return child !== undefined && beginsOnNewPage(child, rest.inner);
}
