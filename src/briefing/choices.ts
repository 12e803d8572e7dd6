import type { Paper } from '../document/paper.js';
import type { CopyMark } from '../layout/copies.js';
import type { Standard } from '../pdf/document/standard.js';
import type { CopyFile, FieldArea } from '../pdf/resources.js';
import type { AttachmentChoice } from './build-record.js';
import type { MailBody, MailText } from './mail-text.js';

/** The finished documents. */
export interface Briefing {
  /** The files' name without ending: the brief's id, and the language where it is not the main one. */
  readonly name: string;
  readonly language: string;
  /** The printed document, where it was asked for. */
  readonly pdf?: Uint8Array;
  /** The memo in Markdown, where it was asked for. */
  readonly memo?: string;
  /** The pictures of the memo, which it expects beside it; none without one. */
  readonly pictures: readonly MemoPicture[];
  /** The page for the web, where it was asked for. */
  readonly html?: string;
  /** The plain text, where it was asked for. */
  readonly txt?: string;
  /** The numbered copies that were asked for, in that order, each made when it is asked for. */
  readonly copies?: readonly NumberedPdf[];
  /** The words of a mail, where they were asked for. */
  readonly mail?: MailText;
  /** Pages of the PDF; 0 without one. */
  readonly pages: number;
  /** Where the text of the brief's fields stands on each page of the PDF, in points; where it was asked for. */
  readonly areas?: readonly PageAreas[];
  /** The names of the files inside the PDF; none without one. */
  readonly attachments: readonly string[];
}

/** A page, and where on it the text of fields stands, from its top left corner. */
export interface PageAreas {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly FieldArea[];
}

/** A copy of the printed document with a number on each page. */
export interface NumberedPdf {
  /** The number, as it is printed: `Copy 3 of 12`. */
  readonly words: string;
  /** Makes the file; the same bytes each time. */
  file(): CopyFile;
}

/** A picture as it lies beside a memo. */
export interface MemoPicture {
  /** The file's name: the memo's without ending, and `.picture-1.png` or the like. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const FORMATS = ['pdf', 'md', 'html', 'txt'] as const;
export type Format = (typeof FORMATS)[number];
/** What is made where nobody says otherwise. */
export const USUAL_FORMATS: readonly Format[] = ['pdf', 'md'];

export interface BriefingChoices {
  readonly formats: readonly Format[];
  /** BCP 47; the brief's first language without it. */
  readonly language?: string;
  readonly paper?: Paper;
  /** The numbered copies to make of the PDF. They have no files inside: those would be the same for every reader. */
  readonly copies?: readonly CopyMark[];
  /** The words of a mail to make as well. */
  readonly mail?: MailBody;
  /**
   * To find out what is wrong, and nothing else: where nothing more can be found by writing the PDF, or by laying its pages
   * out, that is not done, and there is none among the documents.
   */
  readonly isCheck?: boolean;
  /** To say where on the pages the text of fields stands. */
  readonly withAreas?: boolean;
  /** The files inside the PDF; what the brief says, or `brief`, without it. */
  readonly attachments?: AttachmentChoice;
  /** What the PDF conforms to; what the brief says, or `ua1`, without it. */
  readonly standard?: Standard;
  /** When the documents were made, ISO 8601; without it the brief's own date, so that the same brief gives the same bytes. */
  readonly created?: string;
}

/** What a person chose on the command line, in the configuration or in a call; folders and files of theirs. */
export interface MaterialChoices {
  /** A pack's name or folder; it goes before what the brief says. */
  readonly template?: string;
  /** Folders with packs, or packs themselves. */
  readonly templateFolders?: readonly string[];
  /** A theme file. */
  readonly theme?: string;
  /** A folder with labels: `sv.yaml` and so on. */
  readonly labels?: string;
  /** A folder with font files. */
  readonly fonts?: string;
}
