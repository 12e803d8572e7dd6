/** Finds needles in a text of any length in one pass. */
import { Kept } from '../kept/kept.js';
import type { Needle } from './needles.js';
import { digitsIn, isJoined, type Word, withoutAccents, wordsIn } from './words.js';

/** From this many letters on, a run is found wherever its letters stand in a row; a shorter one as whole words. */
const LONG = 12;
/** The first characters by which a name in a script without spaces is found. */
const JOINED = 2;
/** From this many digits on, a number is found as a part of a longer one: what stands beside it may be digits too. */
const LONG_NUMBER = 7;
/** Letters of a word that is found without its accents. */
const LONG_PLAIN = 5;

export class NeedleIndex {
  /** The first letters of a long needle → the needles that begin so. */
  readonly #long = new Map<string, Needle[]>();
  /** Whether anything begins with letters of this hash: most places in a text are passed over by this alone. */
  readonly #begins = new Uint8Array(1 << 16);
  /** The first characters of a name in a script without spaces → the needles that begin so. */
  readonly #joined = new Map<string, Needle[]>();
  /** A short needle's words → the needles. */
  readonly #short = new Map<string, Needle[]>();
  readonly #digits: Needle[] = [];
  #mostWords = 0;

  constructor(needles: Iterable<Needle>) {
    for (const each of needles) {
      if (each.form === 'digits') this.#digits.push(each);
      else if (each.form === 'any' && each.letters.length >= LONG) {
        add(this.#long, each.letters.slice(0, LONG), each);
        this.#begins[hashOf(each.letters, 0)] = 1;
      } else if (isJoined(each.letters)) add(this.#joined, each.letters.slice(0, JOINED), each);
      else {
        add(this.#short, each.words, each);
        this.#mostWords = Math.max(this.#mostWords, each.length);
      }
    }
  }

  /** The needles in a text. In bytes that are not text by their nature only long ones are looked for. */
  findIn(text: string, isRaw = false): ReadonlySet<Needle> {
    const found = new Set<Needle>();
    if (isRaw) {
      this.#findLong(
        kept.of(text, () => lettersOf(wordsIn(text))),
        found,
      );
      return found;
    }
    const words = wordsIn(text);
    const letters = lettersOf(words);
    this.#findLong(letters, found);
    this.#findShort(words, found);
    this.#findJoined(letters, found);
    this.#findDigits(text, found);
    // A word may be parted at the end of a line.
    if (/[-\u2010]\s*\n/.test(text)) this.#findShort(wordsIn(text.replace(/[-\u2010]\s*\n\s*/g, '')), found);
    const plain = withoutAccents(text);
    if (plain.length < text.normalize('NFKD').length) this.#findShort(wordsIn(plain), found, LONG_PLAIN);
    return found;
  }

  #findLong(letters: string, found: Set<Needle>): void {
    for (let at = 0; at + LONG <= letters.length; at += 1) {
      if (this.#begins[hashOf(letters, at)] === 0) continue;
      for (const each of this.#long.get(letters.slice(at, at + LONG)) ?? []) {
        if (letters.startsWith(each.letters, at)) found.add(each);
      }
    }
  }

  #findJoined(letters: string, found: Set<Needle>): void {
    if (this.#joined.size === 0) return;
    for (let at = 0; at + JOINED <= letters.length; at += 1) {
      for (const each of this.#joined.get(letters.slice(at, at + JOINED)) ?? []) {
        if (letters.startsWith(each.letters, at)) found.add(each);
      }
    }
  }

  #findShort(words: readonly Word[], found: Set<Needle>, leastLetters = 0): void {
    for (let start = 0; start < words.length; start += 1) {
      let run = '';
      for (let end = start; end < Math.min(words.length, start + this.#mostWords); end += 1) {
        const { letters = '' } = words[end] ?? {};
        run = end === start ? letters : `${run} ${letters}`;
        for (const each of this.#short.get(run) ?? []) {
          if (each.letters.length >= leastLetters && isWritten(each, words.slice(start, end + 1))) found.add(each);
        }
      }
    }
  }

  #findDigits(text: string, found: Set<Needle>): void {
    if (this.#digits.length === 0) return;
    const numbers = digitsIn(text);
    for (const each of this.#digits) {
      const isLong = each.letters.length >= LONG_NUMBER;
      if (numbers.some((number) => (isLong ? number.includes(each.letters) : number === each.letters))) found.add(each);
    }
  }
}

/** The letters in bytes: those of a font are in the file of each edition. */
const kept = new Kept<string>(2_000_000);

function lettersOf(words: readonly Word[]): string {
  return words.map(({ letters }) => letters).join('');
}

/** A name counts as it is written, or in capitals: `PER` and `Per` are a name, `per` is a word. */
function isWritten({ form, written }: Needle, words: readonly Word[]): boolean {
  if (form !== 'as-written') return true;
  return written.every((word, index) => {
    const there = words[index]?.written;
    return there === word || there === word.toUpperCase();
  });
}

function add(index: Map<string, Needle[]>, key: string, needle: Needle): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [needle]);
  else known.push(needle);
}

/** Of the first letters from `at`; it need not be good, only quick. */
function hashOf(letters: string, at: number): number {
  let hash = 0;
  for (let i = 0; i < LONG; i += 3) hash = (hash * 31 + letters.charCodeAt(at + i)) | 0;
  return hash & 0xffff;
}
