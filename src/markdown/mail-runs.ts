/**
 * Where bare e-mail addresses may stand in a text. They are found from each @ backwards: looking for an @ from every
 * place where an address may begin takes a time that grows with the square of a text without blanks.
 */
export class MailRuns {
  /** What may stand before an @, each run with the place of its @; in order, and apart. */
  readonly #runs: { readonly start: number; readonly at: number }[] = [];

  constructor(source: string) {
    let free = 0;
    for (let at = source.indexOf('@'); at !== -1; at = source.indexOf('@', at + 1)) {
      let start = at;
      while (start > free && /[A-Za-z0-9._+-]/.test(source[start - 1] ?? '')) start--;
      if (start < at) this.#runs.push({ start, at });
      free = at + 1;
    }
  }

  /** Whether what stands at `position` may begin an address. */
  mayBeginAt(position: number): boolean {
    const run = this.#runs[this.#firstEndingAfter(position)];
    return run !== undefined && run.start <= position;
  }

  /** Where the next run after `position` begins; Infinity: there is none. */
  nextAfter(position: number): number {
    const index = this.#firstEndingAfter(position);
    const run = this.#runs[index];
    if (run !== undefined && run.start > position) return run.start;
    return this.#runs[index + 1]?.start ?? Number.POSITIVE_INFINITY;
  }

  #firstEndingAfter(position: number): number {
    let [low, high] = [0, this.#runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#runs[middle]?.at ?? 0) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
