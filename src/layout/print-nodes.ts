/**
 * The nodes of a print definition: text, and what holds it. Lengths are points (1/72 inch). Role names are the standard
 * structure types of ISO 32000-1, 14.8.4.
 */
import type { Bitmap } from './pictures/bitmap.js';

export interface TextStyle {
  readonly font?: string;
  readonly fontSize?: number;
  /**
   * Of a block, not of a run: from base line to base line, and from the top of a line to its base line. Both hold
   * whatever fonts the words of the line are in; without them, they are those of the font.
   */
  readonly leading?: number;
  readonly baseLine?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  /** `#rrggbb` */
  readonly color?: string;
  readonly background?: string;
  readonly decoration?: 'underline' | 'lineThrough';
  readonly characterSpacing?: number;
  readonly fontFeatures?: readonly string[];
  readonly alignment?: 'left' | 'right' | 'center' | 'justify';
  readonly noWrap?: boolean;
  /** Its words are never divided at a line end: names of people, and all else that is copied letter by letter. */
  readonly noHyphen?: boolean;
  readonly preserveLeadingSpaces?: boolean;
  readonly preserveTrailingSpaces?: boolean;
}

/** left, top, right, bottom */
export type Margin = readonly [number, number, number, number];

export type Role =
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'Sect'
  | 'Div'
  | 'Part'
  | 'Art'
  | 'BlockQuote'
  | 'Quote'
  | 'Note'
  | 'Caption'
  | 'Code'
  | 'Figure'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Span'
  | 'Reference';

export interface NodeCommon extends TextStyle {
  readonly role?: Role;
  /** Decoration: screen readers skip it. */
  readonly artifact?: boolean;
  readonly lang?: string;
  readonly margin?: Margin;
  /** Named destination; targets of `linkToDestination`. Unique in the document. */
  readonly id?: string;
  /** A bookmark with this text, nested by level (1 = top). */
  readonly bookmark?: { readonly text: string; readonly level: number };
  /** Stays on the page of the first lines of what follows. */
  readonly keepWithNext?: boolean;
  /** Is not broken over two pages, unless it is taller than a page. */
  readonly unbreakable?: boolean;
  readonly pageBreak?: 'before' | 'after';
  /** The brief's field this text comes from, for messages about it; inherited by what is inside. */
  readonly origin?: string;
}

export type PrintNode =
  | TextNode
  | StackNode
  | ColumnsNode
  | ListNode
  | TableNode
  | ImageNode
  | SvgNode
  | RuleNode
  | BoxNode
  | ContentsNode;

export interface TextNode extends NodeCommon {
  readonly text: string | readonly Run[];
  /** A word beside the first line, `distance` points left of where the text begins; read before the text. */
  readonly aside?: { readonly run: Run; readonly distance: number };
}
export interface Run extends TextStyle {
  readonly text: string;
  /** Replaced by the page's number or the number of pages; only in header and footer (`text` is then ignored). */
  readonly field?: 'page' | 'pages';
  /**
   * Replaced by the numbers of the pages on which these `id`s stand, each once and linked to the first on it; `{page}` in
   * `linkTitle` becomes the number.
   */
  readonly pagesOf?: readonly string[];
  readonly role?: 'Span' | 'Reference' | 'Code' | 'Quote' | 'Lbl';
  readonly lang?: string;
  /** Words of the program's own: the paragraph runs the way it would without them. */
  readonly isLabel?: boolean;
  readonly actualText?: string;
  /** What a screen reader says instead of the text, which is found and copied as it is; of a `Span`. */
  readonly alt?: string;
  /** An external address (`http:`, `https:`, `mailto:`). */
  readonly link?: string;
  /** The `id` of a node. */
  readonly linkToDestination?: string;
  /** What a screen reader says for the link, where its text does not say enough. */
  readonly linkTitle?: string;
  readonly sup?: boolean;
  readonly sub?: boolean;
  readonly origin?: string;
}
export interface StackNode extends NodeCommon {
  readonly stack: readonly PrintNode[];
}
export interface ColumnsNode extends NodeCommon {
  readonly columns: readonly (PrintNode & { readonly width: ColumnWidth })[];
  readonly columnGap: number;
}
/** Points, a share of what is left (`*`), or as wide as the content (`auto`). */
export type ColumnWidth = number | '*' | 'auto' | `${number}%`;
export interface ListNode extends NodeCommon {
  readonly list: 'bullet' | 'ordered' | 'none';
  readonly start?: number;
  readonly items: readonly ListItemNode[];
  /** Space kept for labels at the left, in points. */
  readonly indent: number;
  /** Between a label and its text, in points; without it, a part of the label's size. */
  readonly labelGap?: number;
}
export interface ListItemNode {
  readonly content: readonly PrintNode[];
  /** Drawn in the label's place instead of the list's own label. */
  readonly label?: Run;
  /** The label once more, divided among fonts: src/pdf does that where one font does not have all of it. */
  readonly labelRuns?: readonly Run[];
  /** A box, for a task list or a vote; drawn as a vector with its state as alternative text. */
  readonly box?: 'empty' | 'checked';
  /** What a screen reader says for the box, in the document's language. */
  readonly boxAlt?: string;
  readonly id?: string;
  readonly margin?: Margin;
}
export interface TableNode extends NodeCommon {
  readonly table: {
    readonly widths: readonly ColumnWidth[];
    readonly headerRows: number;
    readonly body: readonly (readonly TableCellNode[])[];
  };
  readonly rules: TableRules;
  /** What the table is about, for a screen reader. */
  readonly summary?: string;
  /** A grid for layout only: its cells are read in order, without a Table element, as plain blocks or a list's items. */
  readonly presentation?: boolean;
}
export type TableCellNode = PrintNode & {
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly fillColor?: string;
  /** This cell heads its row or column. Cells of header rows head their column without it. */
  readonly scope?: 'Row' | 'Column';
};
export interface TableRules {
  /** Widths in points of the horizontal lines: above the table, under the head, between rows, below the table. */
  readonly top: number;
  readonly head: number;
  readonly between: number;
  readonly bottom: number;
  /** Vertical lines: left edge, between columns, right edge. */
  readonly left: number;
  readonly inner: number;
  readonly right: number;
  readonly color: string;
  /** Of the lines between rows and below the table, where they are quieter than the others. */
  readonly betweenColor?: string;
  /** Padding inside cells: left, top, right, bottom. */
  readonly padding: Margin;
}
export interface ImageNode extends NodeCommon {
  readonly image: Bitmap;
  readonly width: number;
  readonly height: number;
  /** Empty: decoration. */
  readonly alt: string;
}
export interface SvgNode extends NodeCommon {
  /** Shapes and text alone, all styles as attributes: no script, no link, no reference to another file. */
  readonly svg: string;
  /** The bitmaps in it, by the `href` that they have there. */
  readonly bitmaps?: Readonly<Record<string, Bitmap>>;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  /**
   * What it shows as a table, for readers who do not see it: the names of the columns, then rows that begin with theirs.
   * What is drawn of a cell is a group, `<g data-cell="row column">`, and no other group is in it.
   */
  readonly data?: readonly (readonly string[])[];
}
/** A horizontal line over the available width. An artifact. */
export interface RuleNode extends NodeCommon {
  readonly rule: { readonly thickness: number; readonly color: string; readonly width?: number };
}
/** Content with a ground and a bar at its left; broken over pages where it must be. */
export interface BoxNode extends NodeCommon {
  readonly box: {
    readonly content: readonly PrintNode[];
    readonly fill: string | null;
    readonly bar: { readonly width: number; readonly color: string } | null;
    readonly border: { readonly width: number; readonly color: string } | null;
    readonly padding: Margin;
  };
}
/** A table of contents: a row for each entry, with the number of the page that its `id` is on. */
export interface ContentsNode extends NodeCommon {
  readonly contents: {
    readonly entries: readonly ContentsEntry[];
    /** How entries are set, by level: the first is that of level 1. */
    readonly levels: readonly ContentsLevel[];
    /** Kept at the end of every row for its number, in points; no text is set in it. */
    readonly numberRoom: number;
  };
}
export interface ContentsEntry {
  /** In plain type; src/pdf divides it among fonts where one does not have all of it. */
  readonly text: string | readonly Run[];
  readonly level: number;
  /** The `id` of the node that the entry leads to. */
  readonly id: string;
}
export interface ContentsLevel extends TextStyle {
  /** Points. */
  readonly indent: number;
  /** Below each row, in points. */
  readonly after: number;
}
