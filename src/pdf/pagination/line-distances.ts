import type { Margin } from '../../layout/print-nodes.js';
import type { BlockLines, EngineNode } from '../engine/node-shapes.js';
import { eachChild } from '../nodes/anchors.js';

/** What a node says of the distances of its lines and of those around it. */
export interface Lengths extends BlockLines {
  readonly margin?: Margin | undefined;
}

/** How lines and blocks stand in a document where they do not stand as it was measured. */
export interface Leading {
  readonly style: BlockLines;
  /** By the node of the definition that was measured: those that differ. */
  readonly nodes: ReadonlyMap<object, Lengths>;
}

/** Moves the lines and blocks of a measured document; null: back to where they were measured. No width depends on it. */
export function setLeading(node: EngineNode, leading: Leading | null, around: BlockLines): void {
  const other = node.source === undefined ? undefined : leading?.nodes.get(node.source);
  const own: BlockLines = other ?? node;
  const lines = { leading: own.leading ?? around.leading, baseLine: own.baseLine ?? around.baseLine };
  const margin = (other ?? node.source)?.margin;
  if (margin !== undefined) setMargin(node, margin);
  if (node.text !== undefined) node.lines = leading === null ? undefined : lines;
  eachChild(node, (child) => setLeading(child, leading, lines));
}

function setMargin(node: EngineNode, [, top, , bottom]: Margin): void {
  if (node._margin) [node._margin[1], node._margin[3]] = [top, bottom];
  node.spaceBelow = bottom > 0 ? bottom : undefined;
}
