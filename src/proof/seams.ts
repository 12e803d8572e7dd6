/**
 * Where two texts that may be shown meet on a page, the end of one and the beginning of the other may by chance make words
 * that are withheld. Such a seam differs from a leak in what is before and after it: the rest of the two texts.
 */
import { wordsOf } from './words.js';

/** Letters of the rest of a text that must stand beside a seam. */
const CONTEXT = 12;
/** Letters of a text that may stand whole between the two, unless it is a number: a label. */
const SHORTEST_BETWEEN = 2;

export class Seams {
  readonly #texts: readonly string[];

  constructor(texts: readonly string[]) {
    const letters = texts.map((text) => wordsOf(text).join(''));
    this.#texts = [...new Set(letters)].filter((each) => each !== '');
  }

  /** Whether these letters are in the surface only where texts meet. */
  explain(needle: string, surface: string): boolean {
    const letters = wordsOf(surface).join('');
    let at = letters.indexOf(needle);
    if (at === -1) return false;
    for (; at !== -1; at = letters.indexOf(needle, at + 1)) if (!this.#isSeam(needle, letters, at)) return false;
    return true;
  }

  #isSeam(needle: string, surface: string, at: number): boolean {
    const isEndBefore = (length: number) =>
      this.#texts.some((text) => {
        if (!text.endsWith(needle.slice(0, length))) return false;
        const before = text.slice(Math.max(0, text.length - length - CONTEXT), text.length - length);
        return surface.endsWith(before, at);
      });
    const isBeginAfter = (from: number) =>
      this.#texts.some((text) => {
        if (!text.startsWith(needle.slice(from))) return false;
        const rest = text.slice(needle.length - from, needle.length - from + CONTEXT);
        return surface.startsWith(rest, at + needle.length);
      });
    for (let length = 1; length < needle.length; length += 1) {
      if (isEndBefore(length) && this.#afterLabel(needle, length).some(isBeginAfter)) return true;
    }
    return false;
  }

  /** Where the second text may begin: at once, or after a text that stands whole between the two. */
  #afterLabel(needle: string, from: number): readonly number[] {
    const labels = this.#texts.filter(
      (text) =>
        needle.startsWith(text, from) &&
        from + text.length < needle.length &&
        (text.length >= SHORTEST_BETWEEN || /\p{N}/u.test(text)),
    );
    return [from, ...labels.map((text) => from + text.length)];
  }
}
