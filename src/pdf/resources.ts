import type { Outcome } from '../diagnostics/diagnostic.js';
import type { FaceStyle, PrintDefinition } from '../layout/definition.js';
import type { EmbeddedFile } from './document/attachments.js';
import type { CopyFile } from './document/numbered-copies.js';
import type { Standard } from './document/standard.js';

/** What a document is made of beside its definition; the caller reads it, this room touches no disk. */
export interface PdfResources {
  /** TrueType or OpenType, not WOFF2; `null` where there is none. */
  readFont(family: string, face: FaceStyle): Uint8Array | null;
  /** Families for scripts that the theme's fonts lack, as far as they are installed (layout/theme/script-fonts.ts). */
  readonly scriptFamilies?: readonly string[];
  /** An ICC profile for sRGB. */
  readonly colorProfile: Uint8Array;
  readonly attachments: readonly Attachment[];
  /** `ua1` without it. */
  readonly standard?: Standard;
}

export type Attachment = EmbeddedFile;

export type { CopyFile } from './document/numbered-copies.js';

/** The pages of a document. */
export interface LaidOutPages {
  readonly pages: number;
  /** What stands on each page, headers and footers aside: to say what does not fit. */
  readonly contents: readonly PageContent[];
}

/** How close a document is set: shares of the space between blocks and in tables, and of the leading of its theme. */
export interface Closeness {
  readonly space: number;
  readonly leading: number;
}

/** A document that was laid out and can be printed so. */
export interface LaidOutDocument extends LaidOutPages {
  /** Whether it takes more pages than these, wherever they are broken, though it was set so closely; false where it may not. */
  exceeds(pages: number, closeness: Closeness): boolean;
  /** The diagnostics are those of the layout as well. */
  print(): Promise<Outcome<RenderedPdf>>;
}

/** A definition whose fonts were found. */
export interface ReadyDefinition {
  /** @param space the share of the space between blocks and in tables that is left; all of it without it */
  layOut(space?: number): Promise<Outcome<LaidOutDocument>>;
  /**
   * The same for a definition that differs in distances between lines and blocks alone, and so has all its words where they
   * are: what was measured serves for both. Null where it differs in more.
   */
  withLeadingOf(definition: PrintDefinition): ReadyDefinition | null;
}

/** A finished PDF; where copies have numbers, the first of them. */
export interface RenderedPdf extends LaidOutPages {
  readonly bytes: Uint8Array;
  /** The numbered copies, in the order of the stamps, each made when it is asked for; none where there are no stamps. */
  readonly copies?: readonly (() => CopyFile)[];
}

export interface PageContent {
  /** Lines of text; those beside each other are one. */
  readonly lines: number;
  /** How far down the text area its last line reaches, from 0 to 1. */
  readonly filled: number;
  /** It is left empty, so that the next one is a right-hand page. */
  readonly isBlank?: boolean;
  /** The brief's fields that the text comes from, each once, in order. */
  readonly fields: readonly string[];
  /** Of the page, in points. */
  readonly size: { readonly width: number; readonly height: number };
  readonly areas: readonly FieldArea[];
}

/** Where text of a field of the brief stands, in points from the top left corner of its page. */
export interface FieldArea {
  readonly field: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
