import type { DocumentField } from '../document/document.js';
import type { PrintNode, TextStyle } from './print-nodes.js';

export type { DocumentField } from '../document/document.js';

/**
 * The print definition: pdfmake's document definition, as plain data (no functions, so that it can be compared, kept
 * and sent to a worker), with the structure role of every node. Lengths are points (1/72 inch).
 *
 * Left and right are those of a page that is read from the left, whatever the language: for one that is written from
 * right to left, src/pdf mirrors the whole page when everything has its place (margins, columns, tables, bars,
 * labels, alignment, header and footer), and sets each paragraph in the direction of its language. Nothing here does.
 */
export interface PrintDefinition {
  /** BCP 47. */
  readonly language: string;
  readonly info: DocumentInfo;
  readonly page: PageGeometry;
  readonly fonts: FontPlan;
  readonly defaultStyle: TextStyle;
  /** Whether words may be divided at line ends, by the rules of their language. */
  readonly hyphenate?: boolean;
  readonly content: readonly PrintNode[];
  /** Artifacts, in the margins. `first` replaces `rest` on page 1. Runs may hold `field: 'page' | 'pages'`. */
  readonly header: PageFurniture;
  readonly footer: PageFurniture;
  readonly watermark: Watermark | null;
  /** What each numbered copy has on every page; the copies are the same otherwise. */
  readonly stamps?: readonly Stamp[];
}

/** Artifacts, laid out from the upper left corner of the page: a line in its margin, and marks behind its text. */
export interface Stamp {
  readonly line: PrintNode;
  readonly mark: PrintNode;
}

export interface DocumentInfo {
  readonly title: string;
  readonly author: string | null;
  readonly subject: string | null;
  readonly keywords: readonly string[];
  readonly creator: string;
  /** ISO 8601 with offset: from the brief or SOURCE_DATE_EPOCH, never the clock. */
  readonly created: string;
  /** What the brief says of itself to programs; goes into the metadata (XMP). */
  readonly fields?: readonly DocumentField[];
}

export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  /** left, top, right, bottom */
  readonly margins: readonly [number, number, number, number];
  /** Points of the left margin that are on the right of every second page. */
  readonly binding?: number;
  /** What begins on a page of its own begins on a right-hand one. */
  readonly rightHand?: boolean;
}

export type FaceStyle = 'normal' | 'bold' | 'italics' | 'bolditalics';

export interface FontPlan {
  /** Families tried in turn for a character that a run's own family lacks. */
  readonly fallback: {
    readonly serif: readonly string[];
    readonly sans: readonly string[];
    readonly mono: readonly string[];
  };
  /** Which chain a family belongs to. Families not named here use `serif`. */
  readonly kind: Readonly<Record<string, 'serif' | 'sans' | 'mono'>>;
}

export interface PageFurniture {
  readonly first: PrintNode | null;
  readonly rest: PrintNode | null;
}

export interface Watermark {
  readonly text: string;
  readonly font: string;
  readonly color: string;
  readonly opacity: number;
}
