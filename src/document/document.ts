import type { AlertKind, Root } from './tree.js';

/** What is handed to the page setter: the tree of the printed document, and what stands around it on every page. */
export interface PrintDocument {
  readonly root: Root;
  /** BCP 47: the language of the document. */
  readonly language: string;
  readonly info: {
    readonly title: string;
    readonly author: string | null;
    readonly subject: string | null;
    readonly keywords: readonly string[];
    /** ISO 8601 with offset. */
    readonly created: string;
    readonly fields?: readonly DocumentField[];
  };
  readonly furniture: Furniture;
  readonly words: DocumentWords;
}

/** Something that a document says of itself to programs, beside what every document does. */
export interface DocumentField {
  /** Letters and digits, a letter first; unique in the document. */
  readonly name: string;
  /** `Date` is ISO 8601, from the year to the second. */
  readonly kind: 'Text' | 'Integer' | 'Date';
  /** What it is, in English. */
  readonly description: string;
  /** Plain text. */
  readonly value: string;
}

/** What every page bears, whatever the template: plain text. */
export interface Furniture {
  /** A TLP 2.0 label as FIRST writes it, never translated. */
  readonly tlp: 'TLP:RED' | 'TLP:AMBER+STRICT' | 'TLP:AMBER' | 'TLP:GREEN' | 'TLP:CLEAR' | null;
  /** Protective marking, in capitals; centred at the top and bottom of the page. */
  readonly marking: string | null;
  /** What else limits who may read it, in words; in the footer. */
  readonly restrictions?: string | null;
  /** Whether the document may be relied on, where it may not: `Draft`; in the footer. */
  readonly status?: string | null;
  readonly runningTitle: string;
  /** The fields of the brief that they come from, for messages. */
  readonly origins?: { readonly marking?: string; readonly restrictions?: string };
  readonly reference: string | null;
  /** For example `As of 4 September 2024`. */
  readonly asOf: string;
  /** For example `Page {page} of {pages}`: the two words in braces are replaced. */
  readonly page: string;
  /** For example `Copy {copy} of {copies}`, for documents of which each copy has a number. */
  readonly copy?: string;
  /** For example `DRAFT`. */
  readonly watermark: string | null;
}

/** The few words that whoever sets the document needs, in the document's language. */
export interface DocumentWords {
  /** The language that labels are in, which is another where none are written in the document's own. BCP 47. */
  readonly language: string;
  readonly alerts: Readonly<Record<AlertKind, string>>;
  readonly footnotes: string;
  /** `Cited on page {page}` */
  readonly citedOnPage: string;
  readonly boxEmpty: string;
  readonly boxChecked: string;
  /** What the dash in an empty cell means. */
  readonly notGiven: string;
  readonly code: string;
  /** On a page of the web: to its text, its contents, back to where a note is referred to, and what a drawing shows. */
  readonly skip: string;
  readonly contents: string;
  readonly back: string;
  readonly asTable: string;
}
