/**
 * What the page of a preview and its server say to each other: plain data. This file and `protocol-editing.ts` are all that both
 * know.
 *
 * Every address is relative to the page's own, `http://127.0.0.1:PORT/KEY/`, so every request carries the key. A request
 * that changes something is JSON, and bears the header `WRITE_HEADER`, which a page of another site cannot send.
 */

/** On every request but GET; its value is `1`. */
export const WRITE_HEADER = 'x-briefpress-preview';

/** The addresses. `VERSION` stands for the version of a document, `SOURCE` for the id of a source, as a URL has it. */
export const ADDRESSES = {
  /** GET → `State`. */
  state: 'api/state',
  /** GET → server-sent events: `state` with a `State` at once and at every change; `end` when the server ends. */
  events: 'api/events',
  /** POST `Choice` (what is left out stays) → `State`. */
  choose: 'api/choose',
  /** POST `NewBrief` → `State`, with the new brief chosen, or `Refusal`. */
  begin: 'api/begin',
  /** GET → the bytes of the PDF, when it is made. */
  pdf: 'api/documents/VERSION/pdf',
  /** GET → `Memo`. */
  memo: 'api/documents/VERSION/memo',
  /** GET → `Withheld`. */
  withheld: 'api/documents/VERSION/withheld',
  /** GET → `Changed`. */
  changes: 'api/documents/VERSION/changes',
  /** GET → `Spots`. */
  spots: 'api/documents/VERSION/spots',
  /** GET → the file, to be kept, under the name that `build` would give it. */
  pdfFile: 'api/documents/VERSION/download.pdf',
  memoFile: 'api/documents/VERSION/download.md',
  /** GET `?brief=PATH` → `BriefText`, as it is on the disk now, or `Refusal` with status 404. */
  text: 'api/text',
  /** PUT `SaveRequest` → `SaveAnswer`. */
  save: 'api/text',
  /** POST `EditRequest` → `EditAnswer`: changes the text that it is given, and saves nothing. */
  edit: 'api/edit',
  /** POST `CompleteRequest` → `Completion`. */
  complete: 'api/complete',
  /** GET → `FormSchema`. */
  schema: 'api/schema',
  /** GET → `readonly KeptCopy[]`, of the brief that is chosen. */
  copies: 'api/copies',
  /** GET → `KeptPassage`: the text of a kept copy, or `Refusal`. */
  copy: 'api/copies/SOURCE',
  /** POST `KeepRequest` → `EditAnswer`: writes the copy beside the brief, and its hash into the text that it is given. */
  keep: 'api/keep',
  /** POST `QuoteRequest` → `EditAnswer`: the words are looked for in the kept copy first. */
  quote: 'api/quote',
} as const;

/** The answer, with a status from 400, to what cannot be done: JSON, whatever was asked for. */
export interface Refusal {
  readonly refused: RefusalReason;
  /** A sentence in English. */
  readonly message: string;
}

/**
 * `key`: the address is of another run of the program; `origin`: it comes from another site; `size`: it is too much;
 * `gone`: there is no such document, brief or copy any more; `invalid`: it is not what the address expects;
 * `failed`: it could not be done.
 */
export type RefusalReason = 'key' | 'origin' | 'size' | 'gone' | 'invalid' | 'failed';

/** All that the page shows at once; what is long is fetched by the version of the document. */
export interface State {
  /** The same for one run of the program. */
  readonly run: string;
  /** Counts up with every state of a run. */
  readonly revision: number;
  /** The briefs that can be chosen, by name. */
  readonly briefs: readonly BriefName[];
  readonly chosen: Chosen;
  readonly offered: Offered;
  readonly build: BuildState;
  /** What is wrong with the brief as it is on the disk, with its documents, and with what they are made of. */
  readonly problems: readonly Problem[];
  /** The last document that could be made of what is chosen; null where there was none yet. */
  readonly document: DocumentState | null;
  /** The SHA-256 of the brief's file as it was read last; null where there is no file. */
  readonly hash: string | null;
}

export interface BriefName {
  /** What requests call it: the path from the folder of the preview, with `/`. */
  readonly path: string;
  readonly title: string;
}

/** What is to be shown; null: what the brief itself says. */
export interface Chosen {
  readonly brief: string | null;
  readonly edition: string | null;
  readonly language: string | null;
  readonly template: string | null;
  readonly paper: string | null;
}
export type Choice = Partial<Chosen>;

/** What can be chosen of the brief that is chosen. The first language is its main one. */
export interface Offered {
  readonly editions: readonly { readonly id: string; readonly title: string }[];
  readonly languages: readonly string[];
  readonly templates: readonly { readonly name: string; readonly title: string }[];
  readonly papers: readonly string[];
  /** Kinds of brief, for a new one. */
  readonly types: readonly string[];
}

/** `none`: no brief is chosen; `missing`: its file is not there (any more). */
export interface BuildState {
  readonly status: 'none' | 'building' | 'ready' | 'failed' | 'missing';
  /** How long the last build took; null before the first. */
  readonly milliseconds: number | null;
  /**
   * The version of the document that is being made: its PDF can be asked for already, and comes when it is made. It may come to
   * nothing (410), and be shown only when `document` names it.
   */
  readonly coming: string | null;
}

export interface DocumentState {
  /** Another for every document, in the same run; stands in addresses. */
  readonly version: string;
  /** The brief has changed since, and has problems: this is not what it says now. */
  readonly isStale: boolean;
  readonly pages: number;
  /** The names of the files, as `build` would write them. */
  readonly pdfName: string;
  readonly memoName: string;
  readonly language: string;
  /** How many texts are withheld in this edition; null for the whole brief. */
  readonly withheld: number | null;
  /** Whether it says what has changed since the edition before. */
  readonly hasChanges: boolean;
}

export interface Problem {
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly message: string;
  readonly hints: readonly string[];
  /** As messages call it: the chosen brief where `isOfBrief`, otherwise a template, a library … Null: no file. */
  readonly file: string | null;
  /** Whether the place is in the text of the brief that is chosen. */
  readonly isOfBrief: boolean;
  /** From 1; columns in UTF-16 code units, the end exclusive. Null without a place in a text. */
  readonly range: TextRange | null;
  /** The field (`keyFacts[2].text`); null where none is known. */
  readonly field: string | null;
}

export interface TextRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface Memo {
  readonly markdown: string;
  /** The memo read as Markdown: nodes of `src/document/tree.ts`, to be made into elements, never into HTML text. */
  readonly tree: unknown;
  /** The pictures that it names, as data: addresses. */
  readonly pictures: Readonly<Record<string, string>>;
}

export interface Withheld {
  readonly edition: string;
  /** Of the whole brief; `range` is in its file. */
  readonly texts: readonly { readonly field: string; readonly text: string; readonly range: TextRange | null }[];
}

/** What has changed since the edition that the brief supersedes; null where there is none, or its readers may not know. */
export interface Changed {
  readonly since: { readonly edition: number; readonly asOf: string } | null;
  /** In Markdown, read: as `Memo.tree`. */
  readonly tree: unknown;
}

/** Where the lines of the brief are on the pages. Points (1/72 inch) from the top left corner. */
export interface Spots {
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  readonly spots: readonly Spot[];
}
export interface Spot {
  /** From 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** As the file has it, which is of the whole brief. */
  readonly field: string;
  /** In the brief's file, as it was when the document was made. */
  readonly range: TextRange;
}
