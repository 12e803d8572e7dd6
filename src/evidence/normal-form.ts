/**
 * The form in which words are compared. `exact` undoes only what a page does to words: Unicode's two ways to write a
 * letter (NFC), line ends and wide spaces (white space folded to one space), hyphenation at the end of a line, and
 * characters nobody sees. `unified` also takes all quotation marks and apostrophes for one, and all dashes for one.
 */
export type Level = 'exact' | 'unified';

export interface NormalForm {
  readonly level: Level;
  /** The words; a hyphen between two letters is taken out and kept in `gaps`. */
  readonly text: string;
  /** Where each unit of `text` begins and ends in the original. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /**
   * The hyphens between letters, by the index of the letter after them. At the end of a line (`LINE_END`) nobody can
   * tell a hyphen of the word from one of the printer, so both count there.
   */
  readonly gaps: ReadonlyMap<number, string>;
}

export const LINE_END = '\n';

export const HYPHENS = '-\u2010\u2011';
const DASHES = `${HYPHENS}\u2012\u2013\u2014\u2015\u2212`;
const QUOTES = '"\'`\u00B4\u00AB\u00BB\u02BC\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u2032\u2033\u2039\u203A';
/** Soft hyphens, and spaces without width. */
const UNSEEN = '\u00AD\u200B\u2060\uFEFF';

export function normalForm(text: string, level: Level): NormalForm {
  if (text.normalize('NFC') === text) {
    const builder = new Builder(text.length, level);
    for (let at = 0; at < text.length; at += 1) builder.add(text[at] ?? '', at, at + 1);
    return builder.form();
  }
  // A few letters have no composed form and are taken apart: NFC makes them up to three times as long.
  const builder = new Builder(text.length * 3, level);
  for (const { 0: letter, index } of text.matchAll(LETTER)) {
    builder.add(letter.normalize('NFC'), index, index + letter.length);
  }
  return builder.form();
}

/** A letter with its accents, or a syllable of Hangul: what NFC may put together. */
const LETTER = /[\u1100-\u115F\uA960-\uA97C][\u1160-\u11A7\uD7B0-\uD7C6]?[\u11A8-\u11FF\uD7CB-\uD7FB]?|[\s\S]\p{M}*/gu;

class Builder {
  readonly #text: string[] = [];
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #gaps = new Map<number, string>();
  #length = 0;
  /** White space that is not written yet: none is wanted at the beginning and at the end. */
  #spaceFrom = -1;
  #hasLineEnd = false;
  /** What stood last, and before it, in the text so far. */
  #last = '';
  #beforeLast = '';
  /** A soft hyphen at the end of a line: the word goes on. */
  #isBroken = false;

  constructor(
    length: number,
    private readonly level: Level,
  ) {
    this.#starts = new Uint32Array(length);
    this.#ends = new Uint32Array(length);
  }

  add(units: string, start: number, end: number): void {
    if (UNSEEN.includes(units)) {
      this.#isBroken = units === '\u00AD';
      return;
    }
    if (isSpace(units)) {
      if (this.#spaceFrom === -1) this.#spaceFrom = start;
      this.#hasLineEnd ||= LINE_ENDS.includes(units);
      return;
    }
    if (this.#spaceFrom !== -1) this.#endSpace(units, start);
    this.#isBroken = false;
    this.#joinHyphen(units);
    const shown = this.level === 'unified' ? unified(units) : units;
    for (let at = 0; at < shown.length; at += 1) this.#put(shown[at] ?? '', start, end);
    this.#beforeLast = this.#last;
    this.#last = units;
  }

  #endSpace(next: string, start: number): void {
    const isHyphenated =
      this.#hasLineEnd && isLetter(next) && isLetter(this.#beforeLast) && HYPHENS.includes(this.#last);
    if (this.#last === '' || (this.#isBroken && this.#hasLineEnd)) {
      // Nothing is written: white space at the very beginning, or within a word.
    } else if (isHyphenated) {
      this.#drop(LINE_END);
    } else {
      this.#put(' ', this.#spaceFrom, start);
      this.#beforeLast = this.#last;
      this.#last = ' ';
    }
    this.#spaceFrom = -1;
    this.#hasLineEnd = false;
  }

  /** Takes a hyphen between two letters out of the text. */
  #joinHyphen(next: string): void {
    const hyphens = this.level === 'unified' ? DASHES : HYPHENS;
    if (this.#last !== '' && hyphens.includes(this.#last) && isLetter(this.#beforeLast) && isLetter(next))
      this.#drop(this.#last);
  }

  #drop(gap: string): void {
    this.#text.pop();
    this.#length -= 1;
    this.#gaps.set(this.#length, gap);
    this.#last = this.#beforeLast;
    this.#beforeLast = '';
  }

  #put(unit: string, start: number, end: number): void {
    this.#text.push(unit);
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  form(): NormalForm {
    return {
      level: this.level,
      text: this.#text.join(''),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
      gaps: this.#gaps,
    };
  }
}

function isSpace(letter: string): boolean {
  const code = letter.charCodeAt(0);
  return code <= 0x20 || (code >= 0x80 && /^\s$/.test(letter));
}

const LINE_ENDS = '\n\r\u0085\u2028\u2029';

export function isLetter(letter: string): boolean {
  const code = letter.charCodeAt(0);
  if (code < 0x80) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return /^\p{L}/u.test(letter);
}

function unified(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code !== 0x22 && code !== 0x60 && code < 0x80) return letter;
  if (QUOTES.includes(letter)) return "'";
  return DASHES.includes(letter) ? '-' : letter;
}

/** The words of a part of a form, for showing: hyphens at the end of a line are left out. */
export function shownWords({ text, gaps }: NormalForm, from = 0, to = text.length): string {
  let shown = '';
  for (let at = from; at < to; at += 1) {
    const gap = at > from ? gaps.get(at) : undefined;
    shown += `${gap === undefined || gap === LINE_END ? '' : gap}${text[at]}`;
  }
  return shown;
}
