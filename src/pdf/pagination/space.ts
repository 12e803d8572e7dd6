import type { EngineNode } from '../engine/node-shapes.js';
import { eachChild } from '../nodes/anchors.js';
import { leadingSpace, trailingSpace } from './flow.js';

/**
 * Leaves `share` of the space between measured blocks and in tables; type, lines and widths stay, so nothing has to be
 * measured again. Space stands below a block alone, so the bottom margins are all there is of it.
 */
export function setSpace(node: EngineNode, share: number): void {
  if (node.spaceBelow !== undefined && node._margin) node._margin[3] = shareOf(node.spaceBelow, share);
  if (node.layout?.spacing !== undefined) node.layout.spacing.share = share;
  eachChild(node, (child) => setSpace(child, share));
}

/** The most space that is cut where a page ends and the next begins. */
export function spaceAtBreak(node: EngineNode): number {
  return most(node, trailingSpace) + most(node, leadingSpace);
}

function most(node: EngineNode, spaceOf: (node: EngineNode) => number): number {
  let found = Math.max(0, spaceOf(node));
  eachChild(node, (child) => {
    found = Math.max(found, most(child, spaceOf));
  });
  return found;
}

export function shareOf(points: number, share: number): number {
  return share === 1 ? points : Math.round(points * share * 1000) / 1000;
}
