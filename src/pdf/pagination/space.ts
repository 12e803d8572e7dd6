import type { EngineNode } from '../engine/node-shapes.js';
import { childrenOf } from '../nodes/anchors.js';

/**
 * Leaves `share` of the space between measured blocks and in tables; type, lines and widths stay, so nothing has to be
 * measured again. Space stands below a block alone, so the bottom margins are all there is of it.
 */
export function setSpace(node: EngineNode, share: number): void {
  if (node.spaceBelow !== undefined && node._margin) node._margin[3] = shareOf(node.spaceBelow, share);
  if (node.layout?.spacing !== undefined) node.layout.spacing.share = share;
  for (const child of childrenOf(node) ?? []) setSpace(child, share);
}

export function shareOf(points: number, share: number): number {
  return share === 1 ? points : Math.round(points * share * 1000) / 1000;
}
