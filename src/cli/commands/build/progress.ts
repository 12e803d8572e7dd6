import type { Output } from '../../streams.js';

/** From so many briefs on it takes long enough to wonder. */
const MANY = 4;
const BAR = 24;

/** A bar on a terminal while there are many briefs to make; nothing in a pipe, where it would be noise. */
export class Progress {
  readonly #isShown: boolean;
  #done = 0;

  constructor(
    private readonly total: number,
    private readonly output: Output,
    isQuiet: boolean,
  ) {
    this.#isShown = output.isTerminal && !isQuiet && total >= MANY;
  }

  /** Shows that `file` is being made. */
  start(file: string): void {
    if (!this.#isShown) return;
    const full = Math.round((this.#done / this.total) * BAR);
    const bar = '█'.repeat(full) + '░'.repeat(BAR - full);
    const line = `${bar} ${this.#done}/${this.total} ${file}`;
    this.output.write(`\r\u001b[K${line.slice(0, Math.max(0, this.output.columns - 1))}`);
  }

  /** Takes the bar away, so that something else can be printed. */
  clear(): void {
    if (this.#isShown) this.output.write('\r\u001b[K');
  }

  finish(): void {
    this.#done += 1;
    this.clear();
  }
}
