/** What is looked for, and how it is found in a text of any length in one pass. */

/** A run of words that was withheld. */
export interface Needle {
  readonly field: string;
  /** The words as they were written, for the message. */
  readonly words: string;
  /** Their letters and digits alone: spaces, hyphens, quotes and case are what a page setter changes. */
  readonly letters: string;
  /** How many words. */
  readonly length: number;
  /** Whether it is a piece of a longer text. */
  readonly isPiece: boolean;
}

/** From this many letters on, a run is found wherever its letters stand in a row; a shorter one as whole words. */
const LONG = 12;
/** Words and letters of a fragment of a text: enough of both that nobody writes them by chance. */
const RUN_WORDS = 6;
const RUN_LETTERS = 28;
/** Letters of a name that stands alone: `NATO` is as short as names get that are not everywhere. */
const SHORTEST = 4;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Letters and digits in one case and one form, each word apart. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/\u00ad/g, '')
      .toLowerCase()
      .match(WORD) ?? []
  );
}

/**
 * The runs to look for: a short text whole, a long one in overlapping runs of six words or more, so that any piece of it
 * is found. A text of less than four letters or of digits alone is nothing to look for.
 */
export function needlesOf({ field, text }: { readonly field: string; readonly text: string }): readonly Needle[] {
  const words = wordsOf(text);
  const whole = words.join('');
  if (whole.length < SHORTEST || !/\p{L}/u.test(whole)) return [];
  const runs: Needle[] = [];
  for (let start = 0; start < words.length; start += 1) {
    let end = start;
    let letters = 0;
    while (end < words.length && (end - start < RUN_WORDS || letters < RUN_LETTERS))
      letters += words[end++]?.length ?? 0;
    if (end - start < RUN_WORDS || letters < RUN_LETTERS) break;
    runs.push(needle(field, words.slice(start, end), true));
  }
  return runs.length > 0 ? runs : [needle(field, words, false)];
}

function needle(field: string, words: readonly string[], isPiece: boolean): Needle {
  return { field, words: words.join(' '), letters: words.join(''), length: words.length, isPiece };
}

/** A piece without its first and without its last word. */
export function trimmed({ field, words, isPiece }: Needle): readonly Needle[] {
  const parts = words.split(' ');
  return isPiece ? [needle(field, parts.slice(1), false), needle(field, parts.slice(0, -1), false)] : [];
}

/** Finds needles in texts. */
export class NeedleIndex {
  /** The first letters of a long needle → the needles that begin so. */
  readonly #long = new Map<string, Needle[]>();
  /** Whether anything begins with letters of this hash: most places in a text are passed over by this alone. */
  readonly #begins = new Uint8Array(1 << 16);
  /** A short needle's words → the needles. */
  readonly #short = new Map<string, Needle[]>();
  #mostWords = 0;

  constructor(needles: Iterable<Needle>) {
    for (const each of needles) {
      if (each.letters.length >= LONG) {
        add(this.#long, each.letters.slice(0, LONG), each);
        this.#begins[hashOf(each.letters, 0)] = 1;
      } else {
        add(this.#short, each.words, each);
        this.#mostWords = Math.max(this.#mostWords, each.length);
      }
    }
  }

  /** The needles in a text. In bytes that are no text only long ones are looked for. */
  findIn(text: string, isRaw = false): ReadonlySet<Needle> {
    const found = new Set<Needle>();
    const words = wordsOf(text);
    this.#findLong(words.join(''), found);
    if (!isRaw) {
      this.#findShort(words, found);
      // A word may be parted at the end of a line.
      if (/[-\u2010]\s*\n/.test(text)) this.#findShort(wordsOf(text.replace(/[-\u2010]\s*\n\s*/g, '')), found);
    }
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

  #findShort(words: readonly string[], found: Set<Needle>): void {
    for (let start = 0; start < words.length; start += 1) {
      let run = '';
      for (let end = start; end < Math.min(words.length, start + this.#mostWords); end += 1) {
        run = end === start ? (words[end] ?? '') : `${run} ${words[end]}`;
        for (const each of this.#short.get(run) ?? []) found.add(each);
      }
    }
  }
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
