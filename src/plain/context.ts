import type { DocumentWords } from '../document/document.js';
import type { FootnoteDefinition } from '../document/tree.js';

export interface PlainContext {
  readonly words: DocumentWords;
  /** Columns that are left. */
  readonly width: number;
  /** The notes that the text has named so far, in order. */
  readonly notes: NoteList;
}

/** Letters for notes, as the printed document has them. */
export interface NoteList {
  /** The letter of a note; null where there is none of that name. */
  letterOf(identifier: string): string | null;
  /** In order; setting one may name others. */
  inOrder(): Iterable<{ readonly letter: string; readonly definition: FootnoteDefinition }>;
}
