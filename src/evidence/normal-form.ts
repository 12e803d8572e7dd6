import {
  asLetters,
  DASHES,
  HYPHENS,
  isCombining,
  isHarmless,
  isLetter,
  isLineEnd,
  isSpace,
  isUnseen,
  isWordLike,
  JOINERS,
  SOFT_HYPHEN,
  unified,
} from './characters.js';
import { ASIDE_BEGIN, ASIDE_END, BARRIER } from './structure.js';

/**
 * The form in which words are compared. `exact` undoes only what a page does to words: Unicode's two ways to write a
 * letter (NFC), ligatures, line ends and wide spaces (white space folded to one space), hyphenation at the end of a
 * line, and characters nobody sees. `unified` also treats all quotation marks and apostrophes alike, all dashes alike,
 * an ellipsis as three full stops, and drops the spaces that French sets inside marks.
 */
export type Level = 'exact' | 'unified';

/** Whether the marks of notes and the running heads of pages count as words. */
export type Asides = 'left-out' | 'kept';

export interface NormalForm {
  readonly level: Level;
  /** The words; a hyphen, dash or slash between two words or numbers is taken out and kept in `gaps`. */
  readonly text: string;
  /** Where each unit of `text` begins and ends in the original. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /**
   * The marks between words, by the index of the character after them: the mark itself, with a space after it where a
   * space follows (`pre- and post-war`), with a line end where the line ends there, so that nobody can tell whether a
   * space follows. At the end of a line nobody can tell a hyphen of the word from one of the printer either: between two
   * letters that is `LINE_END`, which stands for both.
   */
  readonly gaps: ReadonlyMap<number, string>;
  /** Invisible characters, by the index of the character after them; harmless ones are not kept. */
  readonly unseen: ReadonlyMap<number, string>;
}

export const LINE_END = '\n';

export function normalForm(text: string, level: Level, asides: Asides = 'left-out'): NormalForm {
  if (text.normalize('NFC') === text) {
    const builder = new Builder(text, level, asides);
    for (let at = 0; at < text.length; ) {
      const isPair = (text.charCodeAt(at) & 0xfc00) === 0xd800 && at + 1 < text.length;
      const end = at + (isPair ? 2 : 1);
      builder.add(text.slice(at, end), at, end);
      at = end;
    }
    return builder.form();
  }
  const builder = new Builder(text, level, asides);
  for (const { 0: letter, index } of text.matchAll(LETTER)) {
    for (const part of letter.normalize('NFC')) builder.add(part, index, index + letter.length);
  }
  return builder.form();
}

/** A letter with its accents, or a syllable of Hangul: what NFC may put together. */
const LETTER = /[\u1100-\u115F\uA960-\uA97C][\u1160-\u11A7\uD7B0-\uD7C6]?[\u11A8-\u11FF\uD7CB-\uD7FB]?|[\s\S]\p{M}*/gu;

class Builder {
  readonly #text: string[] = [];
  #starts: Uint32Array<ArrayBuffer>;
  #ends: Uint32Array<ArrayBuffer>;
  readonly #gaps = new Map<number, string>();
  readonly #unseen = new Map<number, string>();
  #length = 0;
  /** White space that is not written yet: there is none at the beginning and at the end. */
  #spaceFrom = -1;
  #hasLineEnd = false;
  /** The last character of the text so far and the one before it, not counting accents. */
  #last = '';
  #beforeLast = '';
  /** A soft hyphen at the end of a line: the word goes on. */
  #isBroken = false;
  #asideDepth = 0;

  constructor(
    private readonly source: string,
    private readonly level: Level,
    private readonly asides: Asides,
  ) {
    this.#starts = new Uint32Array(source.length + 16);
    this.#ends = new Uint32Array(source.length + 16);
  }

  add(character: string, start: number, end: number): void {
    if (this.#isOutside(character)) return;
    if (character === BARRIER) {
      this.#addBarrier(start, end);
    } else if (isUnseen(character, this.#spaceFrom === -1 ? this.#last : ' ')) {
      this.#addUnseen(character);
    } else if (isSpace(character)) {
      if (this.#spaceFrom === -1) this.#spaceFrom = start;
      this.#hasLineEnd ||= isLineEnd(character);
    } else {
      if (this.#spaceFrom !== -1) this.#endSpace(character, start, end);
      this.#isBroken = false;
      this.#joinMark(character);
      this.#addSeen(character, start, end);
    }
  }

  /** Whether a character is part of an aside that is left out, or marks where one begins or ends. */
  #isOutside(character: string): boolean {
    if (character === ASIDE_BEGIN) this.#asideDepth += 1;
    else if (character === ASIDE_END) this.#asideDepth = Math.max(0, this.#asideDepth - 1);
    else return this.#asideDepth > 0 && this.asides === 'left-out';
    return true;
  }

  #addBarrier(start: number, end: number): void {
    this.#spaceFrom = -1;
    this.#hasLineEnd = false;
    this.#isBroken = false;
    if (this.#last === BARRIER || this.#last === '') return;
    this.#put(BARRIER, start, end);
    this.#beforeLast = '';
    this.#last = BARRIER;
  }

  #addUnseen(character: string): void {
    // A soft hyphen after the line end, before the next word, does not break a word.
    if (character === SOFT_HYPHEN) this.#isBroken = this.#spaceFrom === -1;
    else if (!isHarmless(character)) this.#unseen.set(this.#length, (this.#unseen.get(this.#length) ?? '') + character);
  }

  #addSeen(character: string, start: number, end: number): void {
    const letters = asLetters(character);
    const isUnified = this.level === 'unified';
    const shown = isUnified ? [...letters].map((each) => unified(each, this.#last)).join('') : letters;
    // On a typewriter, two hyphens are a dash.
    if (isUnified && shown === '-' && this.#last !== '' && DASHES.includes(this.#last)) return;
    for (let at = 0; at < shown.length; at += 1) this.#put(shown[at] ?? '', start, end);
    if (shown === '' || (isCombining(character) && isLetter(this.#last))) return;
    this.#beforeLast = this.#last;
    this.#last = character;
  }

  #endSpace(next: string, start: number, end: number): void {
    const isBetween = isJoiner(this.#last) && isWordLike(this.#beforeLast) && isWordLike(next);
    if (this.#last === '' || this.#last === BARRIER || (this.#isBroken && this.#hasLineEnd)) {
      // Nothing is written: white space at the very beginning, or within a word.
    } else if (isBetween) {
      this.#drop(this.#gapAtSpace(next));
    } else if (this.level === 'exact' || !this.#isWithinMarks(next, end)) {
      this.#put(' ', this.#spaceFrom, start);
      this.#beforeLast = this.#last;
      this.#last = ' ';
    }
    this.#spaceFrom = -1;
    this.#hasLineEnd = false;
  }

  #gapAtSpace(next: string): string {
    if (!this.#hasLineEnd) return `${this.#last} `;
    const isPrinters = HYPHENS.includes(this.#last) && isLetter(this.#beforeLast) && isLetter(next);
    return isPrinters ? LINE_END : `${this.#last}${LINE_END}`;
  }

  /** The spaces of « words » and of `words :`. German turns the marks round (»words«) and keeps the spaces. */
  #isWithinMarks(next: string, end: number): boolean {
    if (/^[\u00AB\u2039]$/.test(this.#last)) return !isWordLike(this.#beforeLast);
    if (/^[:;!?]$/.test(next)) return true;
    return /^[\u00BB\u203A]$/.test(next) && !isWordLike(this.source[end] ?? '');
  }

  /** Takes a hyphen, dash or slash between two words out of the text. */
  #joinMark(next: string): void {
    if (isJoiner(this.#last) && isWordLike(this.#beforeLast) && isWordLike(next)) this.#drop(this.#last);
  }

  #drop(gap: string): void {
    this.#text.pop();
    this.#length -= 1;
    this.#gaps.set(this.#length, gap);
    this.#last = this.#beforeLast;
    this.#beforeLast = '';
  }

  #put(unit: string, start: number, end: number): void {
    if (this.#length === this.#starts.length) {
      // Ligatures, and letters that NFC decomposes, make a text longer.
      this.#starts = twiceAsLong(this.#starts);
      this.#ends = twiceAsLong(this.#ends);
    }
    this.#text.push(unit);
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  form(): NormalForm {
    if (this.#last === BARRIER) {
      this.#text.pop();
      this.#length -= 1;
    }
    return {
      level: this.level,
      text: this.#text.join(''),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
      gaps: this.#gaps,
      unseen: this.#unseen,
    };
  }
}

function twiceAsLong(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}

function isJoiner(character: string): boolean {
  return character !== '' && JOINERS.includes(character);
}

/** The words of a part of a form, for showing: the printer's hyphens are left out, and a bar stands for a barrier. */
export function shownWords({ text, gaps }: NormalForm, from = 0, to = text.length): string {
  let shown = '';
  for (let at = from; at < to; at += 1) {
    const gap = at > from ? gaps.get(at) : undefined;
    shown += `${gap === undefined ? '' : gap.replace(LINE_END, '')}${text[at] === BARRIER ? ' | ' : text[at]}`;
  }
  return shown;
}
