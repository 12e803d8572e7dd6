import { isDeepStrictEqual } from 'node:util';
import type { MadeDocument } from './document-job.js';
import type { PartsLater } from './parts-later.js';
import type { DocumentState } from './protocol.js';

/** A document that the page can ask for. */
export interface ShownDocument extends MadeDocument {
  /** What requests call it: another for every document of a run. */
  readonly version: string;
  /** They come a moment later than the document. */
  readonly parts: PartsLater;
}

interface OfBrief {
  readonly hash: string | null;
  readonly document: ShownDocument;
}

/** A document that is being made. */
interface Coming {
  readonly version: string;
  readonly pdf: Promise<Uint8Array | null>;
  readonly settle: (pdf: Uint8Array | null) => void;
}

/** Documents that are kept: a page may still be fetching the one before. */
const KEPT = 2;

/** The last documents that could be made of what is chosen, and the one that is being made. */
export class MadeDocuments {
  #documents: readonly OfBrief[] = [];
  #coming: Coming | null = null;
  #count = 0;

  /** A document is being made: what it will be called. */
  begin(hash: string): string {
    this.giveUp();
    const version = `${++this.#count}-${hash.slice(0, 8)}`;
    let settle: Coming['settle'] = () => {};
    const pdf = new Promise<Uint8Array | null>((resolve) => {
      settle = resolve;
    });
    this.#coming = { version, pdf, settle };
    return version;
  }

  /** Its bytes are there, before it is shown; whoever has asked for them has them. */
  made(pdf: Uint8Array): void {
    this.#coming?.settle(pdf);
  }

  /** What is being made comes to nothing. */
  giveUp(): void {
    this.#coming?.settle(null);
    this.#coming = null;
  }

  /** The one that was being made is shown from now on; the one before where it is the same in everything. */
  async add(document: MadeDocument, parts: PartsLater, hash: string | null): Promise<void> {
    const version = this.#coming?.version ?? this.begin(hash ?? '');
    const [last] = this.#documents;
    if (last?.hash === hash && (await isSame(last.document, document, parts))) return;
    this.#documents = [{ hash, document: { ...document, version, parts } }, ...this.#documents].slice(0, KEPT);
  }

  /** Another brief is chosen. */
  clear(): void {
    this.giveUp();
    this.#documents = [];
  }

  get(version: string): ShownDocument | null {
    return this.#documents.find(({ document }) => document.version === version)?.document ?? null;
  }

  /** The bytes of one that is shown, or is being made: then when it is. Null where there are none. */
  async pdf(version: string): Promise<Uint8Array | null> {
    const shown = this.get(version);
    if (shown !== null) return shown.pdf;
    return this.#coming?.version === version ? this.#coming.pdf : null;
  }

  /** The last one, as the page is told of it. */
  state(isStale: boolean): DocumentState | null {
    const document = this.#documents[0]?.document;
    return document === undefined ? null : { version: document.version, isStale, ...document.state };
  }
}

async function isSame(last: ShownDocument, made: MadeDocument, parts: PartsLater): Promise<boolean> {
  const { pdf, memo, state } = last;
  if (!isDeepStrictEqual({ pdf, memo, state }, made)) return false;
  return isDeepStrictEqual(await last.parts.get(), await parts.get());
}
