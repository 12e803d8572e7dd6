import type { DocumentParts } from './document-job.js';

/** Milliseconds in which the page has drawn a document, and the processor is free again. */
const PAUSE = 150;

/** What the page asks of a document a moment after its pages: made when it is asked for, or a moment later. */
export class PartsLater {
  readonly #timer: NodeJS.Timeout;
  #made: Promise<DocumentParts> | null = null;

  constructor(private readonly make: () => Promise<DocumentParts>) {
    this.#timer = setTimeout(() => void this.get(), PAUSE);
  }

  get(): Promise<DocumentParts> {
    if (this.#made === null) {
      clearTimeout(this.#timer);
      this.#made = this.make();
      // Who asks for them is told why there are none.
      this.#made.catch(() => {});
    }
    return this.#made;
  }

  /** Nobody will ask for them any more. */
  drop(): void {
    clearTimeout(this.#timer);
  }
}
