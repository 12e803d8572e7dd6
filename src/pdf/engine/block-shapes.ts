/** What a block of text says of itself, beside its words. */

/** How far the lines of a block stand apart, and their base lines from their tops, in points; undefined: as their fonts say. */
export interface BlockLines {
  readonly leading?: number | undefined;
  readonly baseLine?: number | undefined;
}
/** Of the highest level: 1. */
export interface Bookmark {
  readonly text: string;
  readonly level: number;
}
/** What points at the place of a node: a destination's name, a bookmark. */
export interface Anchor {
  readonly id: string | undefined;
  readonly bookmark: Bookmark | undefined;
}
