import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { DocumentWords } from '../document/document.js';
import type { Block } from '../document/tree.js';
import type { ContentsLists } from './blocks/contents-lists.js';
import type { Citations } from './citations.js';
import type { PageGeometry } from './definition.js';
import type { Footnotes } from './footnotes.js';
import type { HeadingLevels } from './heading-levels.js';
import type { LinkTargets } from './link-targets.js';
import type { PictureFile } from './pictures/picture-file.js';
import type { Margin, PrintNode, Run } from './print-nodes.js';
import { textWidth } from './text/text-width.js';
import type { Faces } from './theme/faces.js';
import type { Theme } from './theme/theme-type.js';
import { type Face, rounded } from './theme/typeface.js';

/** What the layout of one document knows wherever it is in the tree. */
export interface LayoutContext {
  readonly theme: Theme;
  readonly faces: Faces;
  readonly page: PageGeometry;
  readonly words: DocumentWords;
  readonly language: string;
  /** From the top of the text to the line of the header, in points; 0 where the theme leaves more room between them. */
  readonly headerRise: number;
  readonly images: ReadonlyMap<string, Uint8Array>;
  /** What is in the pictures that have been read. */
  readonly pictures: Map<Uint8Array, PictureFile>;
  /** The theme's logo, set; null without one. */
  readonly logo: PrintNode | null;
  readonly targets: LinkTargets;
  readonly footnotes: Footnotes;
  readonly citations: Citations;
  readonly levels: HeadingLevels;
  readonly contents: ContentsLists;
  readonly problems: Diagnostic[];
  /** Sets what is inside a block, so that the files of `blocks/` need not know each other. */
  setBlocks(blocks: readonly Block[], frame: Frame): SetBlock[];
}

/** The space a block is set into. Lengths are points. */
export interface Frame {
  /** Of the text. */
  readonly width: number;
  /** The rail to the left of the text, into which numerals, headings and wide tables may hang. 0 inside other blocks. */
  readonly hang: number;
  /** From the left edge of the rail to the text, where that is not `hang`: in a list that hangs into the rail. */
  readonly rail?: number;
  readonly face: Face;
  readonly alignment: 'left' | 'justify';
  /** Between paragraphs. */
  readonly between: number;
  /** The brief's field that the text comes from. */
  readonly origin: string | undefined;
}

/** A block that is set, and the space it wants around it; between two blocks the larger counts. */
export interface SetBlock {
  readonly node: PrintNode;
  readonly before: number;
  readonly after: number;
  readonly isHeading?: true;
  /** The heading of a section, which stands in the rail where text follows it. */
  readonly head?: SectionHead;
  /** The same, to stand in the rail beside the section that follows. */
  readonly aside?: PrintNode;
}

export interface SectionHead {
  readonly node: PrintNode;
  readonly rule: PrintNode;
  /** Points: the width of its longest word. */
  readonly least: number;
}

/** Points between what stands in the rail and the text. Bullets hang into it. */
export const GUTTER = 14.2;
/** A rail from this width on has room for headings beside the text; in a narrower one numerals and marks hang. */
const ROOM_FOR_HEADS = 80;

/** Whether headings of sections stand in the rail. */
export function headsInRail(hang: number): boolean {
  return hang >= ROOM_FOR_HEADS;
}

/** The same space without a rail, `inset` points narrower: what is inside a box, a cell or a list. */
export function inside(frame: Frame, inset: number, face: Face = frame.face): Frame {
  return {
    ...frame,
    face,
    between: rounded(face.leading / 2),
    width: Math.max(MINIMUM_WIDTH, frame.width - inset),
    hang: 0,
    rail: 0,
  };
}

/**
 * Points that a line of text in the column leaves free at its end: a line of more than about 80 letters is hard to come
 * back from. Boxes, cells and what spans the rail are as wide as they are.
 */
export function spare({ width, hang, face }: Frame, indent = 0): number {
  return hang === 0 ? 0 : Math.max(0, rounded(width - indent - measureOf(face)));
}

/** The width of the longest line that is read with ease, in points. */
export function measureOf(face: Face): number {
  return (textWidth(LINE, face) / LINE.length) * LONGEST_LINE;
}

/** Letters as English has them. The width is an estimate, and lines are a little longer than it says. */
const LINE = 'A request that would make it breach the immunity of a third state, and Russia, unlike Sudan, is bound.';
const LONGEST_LINE = 76;

/** The same block with its lines shorter. */
export function narrowed(node: PrintNode, points: number): PrintNode {
  return points === 0 ? node : { ...node, margin: plus(node.margin, [0, 0, points, 0]) };
}

/** Narrower than this, no letter fits. */
const MINIMUM_WIDTH = 12;

/** Points from the edge of a block to text that is set in: in lists, quotations and call-outs alike, so that a page has few edges. */
export const INSET = 15;

/** How far to indent: less where there is little room, so that no depth of nesting pushes text off the page. */
export function indentIn(frame: Frame, wish: number): number {
  if (frame.width >= 140) return wish;
  if (frame.width >= 120) return Math.min(wish, 11);
  if (frame.width >= 80) return Math.min(wish, 8);
  return frame.width >= 60 ? Math.min(wish, 5) : 0;
}

/** Blocks below each other. Space goes below a block, never above: so the first line of a page is at its top. */
export function composed(blocks: readonly SetBlock[]): PrintNode[] {
  return blocks.map(({ node, after, isHeading }, index) => {
    const next = blocks[index + 1];
    if (next === undefined) return node;
    // Two headings in a row look like one heading.
    const space = isHeading && next.isHeading ? after : Math.max(after, next.before);
    return withSpaceBelow(node, space);
  });
}

export function withSpaceBelow(node: PrintNode, space: number): PrintNode {
  return space === 0 ? node : { ...node, margin: plus(node.margin, [0, 0, 0, space]) };
}

export function movedRight(node: PrintNode, distance: number): PrintNode {
  return distance === 0 ? node : { ...node, margin: plus(node.margin, [distance, 0, 0, 0]) };
}

function plus(margin: Margin | undefined, more: Margin): Margin {
  const [left, top, right, bottom] = margin ?? [0, 0, 0, 0];
  return [rounded(left + more[0]), rounded(top + more[1]), rounded(right + more[2]), rounded(bottom + more[3])];
}

/** `node` with the field its text comes from. */
export function fromField<Node extends object>(node: Node, origin: string | undefined): Node {
  return origin === undefined ? node : { ...node, origin };
}

/** The language of the program's own words, where that is not the document's. */
export function wordLanguage({ words, language }: LayoutContext): Pick<Run, 'lang' | 'isLabel'> {
  return words.language === language ? {} : { lang: words.language, isLabel: true };
}

/** A word of the program's as the text of a node. */
export function labelText(text: string, context: LayoutContext): string | readonly Run[] {
  const language = wordLanguage(context);
  return language.lang === undefined ? text : [{ text, ...language }];
}
