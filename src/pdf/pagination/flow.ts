/**
 * How content is broken over pages. Every node is placed into an area: what is left of the page it has reached. What
 * does not fit comes back as a `Rest`, which says where to go on, and is placed again on the next page. Nothing can be
 * lost: a node is either placed whole, or its rest is returned to the caller that placed it, and a fresh page always
 * takes something. Heights are measured before anything is placed, so nothing that was placed is ever taken back.
 *
 * Lengths are points; y grows downwards from the top of the page.
 */
import type { BlockLines, EngineLine, EngineNode, PageItem, Vector } from '../engine/node-shapes.js';

/** Where a node may go on the current page. */
export interface Area {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly bottom: number;
  /** The height that this flow has on a page of its own. */
  readonly full: number;
  /** The next page would offer no more room than this one: something must be placed here. */
  readonly fresh: boolean;
  /** The page began here because the one before was full; space above the first node would look like a mistake. */
  readonly continued: boolean;
}

/** What is still to be placed of a node. */
export type Rest =
  | { readonly kind: 'whole' }
  | { readonly kind: 'lines'; readonly from: number }
  | { readonly kind: 'children'; readonly index: number; readonly inner: Rest }
  | { readonly kind: 'columns'; readonly inner: readonly (Rest | null)[] }
  | { readonly kind: 'rows'; readonly row: number; readonly cells: readonly (Rest | null)[] | null };

/** All of it. */
export const WHOLE: Rest = { kind: 'whole' };

/** What became of a node: where its ink ends, and what is left of it (`null`: nothing). */
export interface Placed {
  readonly y: number;
  readonly rest: Rest | null;
}

/** Rounding in sums of heights must not push a line to the next page. */
export const TOLERANCE = 0.01;

/** A request to place a node: `after` is the height that must still fit below its end on the same page (0: nothing). */
export interface Placement {
  readonly area: Area;
  readonly rest: Rest;
  readonly after: number;
}

/** The lines of a text node at a width. */
export interface Paragraph {
  readonly width: number;
  readonly block: BlockLines | undefined;
  readonly lines: readonly EngineLine[];
  readonly heights: readonly number[];
  readonly height: number;
}

/** What the kinds of nodes need of the whole. */
export interface Flow {
  /** The items of the current page, in drawing order. */
  readonly items: PageItem[];
  /** Height of a node with its margins. */
  height(node: EngineNode, width: number): number;
  /** The least height of a node's beginning, its margin above included, that a page may end with. */
  start(node: EngineNode, width: number, full: number): number;
  place(node: EngineNode, placement: Placement): Placed;
  paragraph(node: EngineNode, width: number): Paragraph;
  addLine(line: EngineLine, x: number, y: number): void;
  addVector(vector: Vector, x: number, y: number): void;
}

/** The space below a node's ink, which may be cut at the foot of a page. */
export function trailingSpace(node: EngineNode): number {
  const own = node._margin?.[3] ?? 0;
  const last = node.stack?.at(-1);
  return last === undefined ? own : own + trailingSpace(last);
}

/** The space above a node's own content. */
export function leadingSpace(node: EngineNode): number {
  const own = node._margin?.[1] ?? 0;
  const first = node.stack?.[0];
  return first === undefined ? own : own + leadingSpace(first);
}
