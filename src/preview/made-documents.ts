import type { DocumentParts, MadeDocument } from './document-job.js';
import type { DocumentState } from './protocol.js';

/** A document that the page can ask for. */
export interface ShownDocument extends MadeDocument {
  /** What requests call it: another for every document of a run. */
  readonly version: string;
  /** They come a moment later than the document. */
  readonly parts: Promise<DocumentParts>;
}

/** Documents that are kept: a page may still be fetching the one before. */
const KEPT = 2;

/** The last documents that could be made of what is chosen. */
export class MadeDocuments {
  #documents: readonly ShownDocument[] = [];
  #count = 0;

  add(document: MadeDocument, parts: Promise<DocumentParts>, hash: string | null): void {
    const version = `${++this.#count}-${hash?.slice(0, 8)}`;
    this.#documents = [{ ...document, version, parts }, ...this.#documents].slice(0, KEPT);
  }

  /** Another brief is chosen. */
  clear(): void {
    this.#documents = [];
  }

  get(version: string): ShownDocument | null {
    return this.#documents.find((each) => each.version === version) ?? null;
  }

  /** The last one, as the page is told of it. */
  state(isStale: boolean): DocumentState | null {
    const [document] = this.#documents;
    return document === undefined ? null : { version: document.version, isStale, ...document.state };
  }
}
