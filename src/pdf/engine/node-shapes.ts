/**
 * The shapes of pdfmake 0.3.11's nodes and of what they become on a page (words, lines, vectors), as far as this program
 * touches them. Lengths are points; y grows downwards from the top of the page.
 */
import type { Margin } from '../../layout/print-nodes.js';
import type { StructureElement } from '../structure/element.js';
import type { Anchor, BlockLines } from './block-shapes.js';
import type { EngineFont } from './pdfkit-shapes.js';

export type { Anchor, BlockLines, Bookmark } from './block-shapes.js';

/**
 * What this room adds to a run or a drawn node, so that its structure reaches the page. pdfmake copies the keys of a
 * run to each of its words, and those of a node or vector wherever it copies one.
 */
export interface Marked {
  /** The element the content belongs to; without it, it is an artifact. */
  element?: StructureElement | undefined;
  /** Set inside headers and footers: the kind of artifact. */
  region?: Region | undefined;
  /** What points here. */
  anchors?: readonly Anchor[] | undefined;
  /** Shared by the copies of a picture or vector: the first one drawn is content, the others are artifacts. */
  once?: Once | undefined;
}
export type Region = 'Header' | 'Footer';
export interface Once {
  drawn: boolean;
}

/** One word of a line (with its trailing space), measured. */
export interface Inline extends Marked {
  text: string;
  /** Where it has marks of direction, which are not drawn: the text with them. */
  ordered?: string;
  /** The same for all words of one run: they are set alike. */
  readonly style?: object;
  font: EngineFont;
  fontSize: number;
  fontFeatures: readonly string[] | null;
  characterSpacing: number;
  color: string;
  background: string | null;
  decoration: string | null;
  opacity: number;
  alignment: string;
  link: string | null;
  linkToDestination: string | null;
  sup: boolean;
  sub: boolean;
  noWrap: boolean | null;
  noNewLine?: boolean;
  lineEnd?: boolean;
  /** From the left of the line. */
  x: number;
  width: number;
  /** Of its line, from base line to base line. */
  height: number;
  /** From the top of its line. */
  baseLine: number;
  leadingCut: number;
  trailingCut: number;
  justifyShift?: number;
  /** Shared by the words of a right-to-left run, which are in visual order: its text in the order it is read. */
  reading?: { readonly text: string };
  /** How it may be divided at the end of a line; without it, it is not. */
  readonly division?: Division | undefined;
  /** The first part of a divided word: a hyphen is drawn after it, and counted in its width. */
  hyphen?: boolean;
  /** Shared by the parts of a divided word. */
  readonly whole?: WholeWord | undefined;
  /** Runs this way by itself, whatever stands around it. */
  readonly isolate?: 'ltr' | 'rtl' | undefined;
  /** The rest of a divided word: the letters that are on the line before. */
  readonly begun?: string | undefined;
  /** On the first word of a list item: its labels, the outermost list's first. */
  labels?: readonly ListLabel[] | undefined;
}

/** A word that is divided at line ends, with what touches it. */
export interface WholeWord {
  readonly text: string;
  /** Reads the parts as one word; made when the first is drawn. */
  element: StructureElement | null;
}

/** How the words of a run are divided. */
export interface Division {
  /** BCP 47. */
  readonly language: string;
  /** Headings and heads of tables: only words that are wider than a line. */
  readonly onlyIfTooWide: boolean;
}

export interface EngineLine {
  x: number;
  y: number;
  maxWidth: number;
  inlines: Inline[];
  inlineWidths: number;
  leadingCut: number;
  trailingCut: number;
  newLineForced?: boolean;
  lastLineInParagraph?: boolean;
  /** Its last word is divided. */
  divided?: boolean;
  /** The side of its room that it stands at on paper. */
  alignment?: string | undefined;
  /** Not stretched, although it may be in a justified paragraph. */
  ragged?: boolean;
  /** Where its words do not say how high it is, and where its base line is. */
  block?: BlockLines | undefined;
  getHeight(): number;
  getAscenderHeight(): number;
  getWidth(): number;
  addInline(inline: Inline): void;
  clone(): EngineLine;
}
export interface Vector extends Marked {
  type: 'rect' | 'line';
  x?: number;
  y?: number;
  w?: number;
  h?: number;
  x1?: number;
  y1?: number;
  x2?: number;
  y2?: number;
  lineWidth?: number;
  lineColor?: string;
  color?: string;
}

/** A node of pdfmake's document definition, before and after measuring. pdfmake writes into it. */
export interface EngineNode extends Marked {
  text?: string | EngineRun[];
  stack?: EngineNode[];
  columns?: EngineNode[];
  columnGap?: number;
  ul?: EngineNode[];
  table?: EngineTable;
  layout?: EngineTableLayout;
  image?: unknown;
  svg?: string;
  /** The elements of the groups of a drawing that stand for cells, by their `data-cell`. */
  cells?: ReadonlyMap<string, StructureElement>;
  /** How a drawing is drawn; what it warns of would go to the console. */
  options?: { warningCallback(message: string): void; imageCallback(href: string): string };
  canvas?: Vector[];
  width?: number | string;
  height?: number;
  margin?: number[];
  /** Points below it, of which a layout may leave a share; the margin has all of them. */
  spaceBelow?: number | undefined;
  /** The node of the definition that it was made of. */
  source?: { readonly margin?: Margin };
  leading?: number;
  baseLine?: number;
  /** Of a text whose lines do not stand as they were measured. */
  lines?: BlockLines | undefined;
  pageBreak?: string;
  unbreakable?: boolean;
  keepWithNext?: boolean;
  alignment?: string;
  /** Of a paragraph: its language is written from right to left. */
  rightToLeft?: boolean;
  fillColor?: string | undefined;
  colSpan?: number;
  rowSpan?: number;
  relativePosition?: { x: number; y: number };
  /** With `relativePosition`: raised by its own height, beside the last line of what is before it. */
  onLineAbove?: boolean;
  fontFeatures?: readonly string[];
  preserveLeadingSpaces?: boolean;
  /** Points at the first thing drawn of the node; nodes/anchors.ts hands it on to that as one of its `anchors`. */
  anchor?: Anchor;
  /** Room beside a list's items, and the label of an item. */
  listIndent?: number;
  /** The room for labels is at the right, before pages are turned round. */
  labelsAtRight?: boolean;
  listLabel?: ListLabel;
  /** On the first paragraph of list items: their labels, the outermost list's first. */
  labels?: ListLabel[];
  /** The brief's field, for messages. */
  origin?: string;
  /** It prints numbers of pages, so its text is another when they are known. */
  isNumbered?: true;
  /** A cell that a span covers. */
  _span?: boolean;
  _margin?: number[] | null;
  _inlines?: Inline[];
  /** Of its words alone: what they make of the least and greatest width. */
  _extent?: readonly [number, number];
  _minWidth?: number;
  _maxWidth?: number;
  _minHeight?: number;
  _width?: number;
  _height?: number;
  _alignment?: string;
  _layout?: EngineTableLayout;
  /** Between columns. */
  _gap?: number;
  _offsets?: { offsets: number[]; total: number };
  x?: number;
  y?: number;
}
/** A label drawn beside the first line of a list item. */
export interface ListLabel {
  readonly text: EngineRun[] | null;
  readonly box: { readonly checked: boolean; readonly element: StructureElement | undefined } | null;
  readonly element: StructureElement | undefined;
  /** From the item down to the paragraph that the label stands beside. */
  readonly path: readonly EngineNode[];
  /** To the text, in points; null: a part of the text's size. */
  readonly gap: number | null;
  /** On paper: where its text begins at the right. */
  readonly atRight: boolean;
  /** Its page is turned round after it is measured. */
  readonly mirrored: boolean;
  /**
   * Measured: the words, their place from the beginning of the paragraph's first line (from its end, where the label is
   * at the right), the size of the box (0: none) and its place from the beginning of the label.
   */
  inlines: Inline[];
  left: number;
  boxSize: number;
  boxLeft?: number;
  /** No list's: a word beside a paragraph, whose place is known before it is measured. */
  readonly isAside?: true;
}
export interface EngineRun extends Marked {
  text: string;
  link?: string;
  linkToDestination?: string;
  division?: Division;
  isolate?: 'ltr' | 'rtl';
  [style: string]: unknown;
}
/** A column as it is measured. */
export interface ColumnMeasure {
  readonly width?: number | string | undefined;
  readonly _minWidth?: number | undefined;
  readonly _maxWidth?: number | undefined;
}
export interface EngineTable {
  widths: (number | string | ColumnMeasure)[];
  headerRows: number;
  body: EngineNode[][];
}
export interface EngineTableLayout {
  hLineWidth(row: number, node: EngineNode): number;
  vLineWidth(column: number, node: EngineNode): number;
  hLineColor(row: number): string;
  vLineColor(column: number): string;
  paddingLeft(column: number, node: EngineNode): number;
  paddingRight(column: number, node: EngineNode): number;
  paddingTop(row: number, node: EngineNode): number;
  paddingBottom(row: number, node: EngineNode): number;
  hLineWhenBroken?: boolean;
  /** How much is left of the padding above and below the cells; without it, there is always all of it. */
  readonly spacing?: { share: number };
}

export type PageItem =
  | { type: 'line'; item: EngineLine }
  | { type: 'vector'; item: Vector }
  | { type: 'image' | 'svg'; item: EngineNode };
export interface EnginePage {
  items: PageItem[];
  pageSize: PageSize;
  pageMargins: PageMargins;
  watermark?: EngineWatermark;
  /** Points to the right by which all on it was moved for the binding; what is put on it later has to go along. */
  moved?: number;
  /** It is left empty, so that the next one is a right-hand page. */
  blank?: boolean;
}
export interface EngineWatermark {
  font: EngineFont;
  fontSize: number;
  angle: number;
  text: string;
  color: string;
  opacity: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface PageSize extends Size {
  readonly orientation: 'portrait' | 'landscape';
}
export interface PageMargins {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
