import { Readable } from 'node:stream';

const PAGE = 64 * 1024;

/** The bytes of a mail, piece by piece, and whether the last one was taken: before that, no server can have accepted it. */
export class Pages extends Readable {
  #at = 0;
  areTaken = false;

  constructor(private readonly bytes: Uint8Array) {
    super({ highWaterMark: PAGE });
  }

  override _read(): void {
    if (this.#at >= this.bytes.length) {
      this.areTaken = true;
      this.push(null);
      return;
    }
    const piece = this.bytes.subarray(this.#at, this.#at + PAGE);
    this.#at += piece.length;
    this.push(piece);
  }
}
