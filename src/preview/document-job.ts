/** What is asked of whoever makes the documents of a preview, and what comes back: plain data, which a worker can be sent. */
import type { BriefingChoices, MaterialChoices } from '../briefing/choices.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Wanted } from '../evidence/make-quote.js';
import type { Chosen, DocumentState, Offered } from './protocol.js';
import type { KeptCopy } from './protocol-editing.js';

/** What is the same for every document of a preview. */
export interface MakingChoices {
  readonly materials: MaterialChoices;
  readonly building: Omit<BriefingChoices, 'formats' | 'language'>;
}

/** `parts`: of the document that was made last. */
export type DocumentJob = MakeJob | { readonly task: 'parts' } | CopyJob | QuoteJob;

/** Another text of a brief, saved or not, whose kept copies are read. */
interface OfText {
  readonly file: string;
  readonly text: string;
  readonly today: string;
}

/** → `Outcome<KeptPassage | null>`: null where no copy of the source is kept. */
export interface CopyJob extends OfText {
  readonly task: 'copy';
  readonly source: string;
}

/** → `Outcome<Quote>`. */
export interface QuoteJob extends OfText {
  readonly task: 'quote';
  readonly wanted: Wanted;
}

export interface MakeJob {
  readonly task: 'make';
  /** Absolute. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The day that its dates are compared with. */
  readonly today: string;
  readonly chosen: Chosen;
  /** Something else than the brief and what it names was saved: what was read of templates, themes and fonts is not true any more. */
  readonly isAnew: boolean;
}

/** A document, or why there is none. */
export interface Made {
  readonly diagnostics: readonly Diagnostic[];
  /** Of what was chosen: what the brief has. Null for a brief that cannot be read. */
  readonly found: Found | null;
  /** The files that the brief names, absolute. */
  readonly named: readonly string[];
  /** The files and folders that its document is made with besides, absolute. */
  readonly beside: readonly string[];
  readonly document: MadeDocument | null;
}

export interface Found {
  readonly chosen: Pick<Chosen, 'edition' | 'language'>;
  readonly offered: Pick<Offered, 'editions' | 'languages'>;
  readonly copies: readonly KeptCopy[];
}

export interface MadeDocument {
  readonly pdf: Uint8Array;
  readonly memo: string;
  readonly state: Omit<DocumentState, 'version' | 'isStale'>;
}

/** What the page asks of a document, as the JSON that it is sent. */
export interface DocumentParts {
  readonly memo: string;
  readonly withheld: string;
  readonly changes: string;
  readonly spots: string;
}

/** Does what it is asked, one after the other: in this process, or a crew of one. */
export interface DocumentMaking {
  run(job: DocumentJob): Promise<unknown>;
  end(): Promise<void>;
}
