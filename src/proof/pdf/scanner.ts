import { PdfDictionary, PdfName, PdfReference, PdfStream, PdfString, type PdfValue, PdfWord } from './objects.js';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)$/;
const REGULAR = /[^\x00\t\n\f\r ()<>[\]{}/%]+/y;
const BLANK = /(?:[\x00\t\n\f\r ]|%[^\r\n]*)+/y;
const INDIRECT = /[\x00\t\n\f\r ]+\d+[\x00\t\n\f\r ]+R(?![A-Za-z0-9])/y;
const STREAM = /\s*stream(?:\r\n|\n|\r)/y;

/** Arrays and dictionaries inside one another; a PDF needs a dozen. */
const DEEPEST = 100;

/** How much may still be read. */
export interface Budget {
  items: number;
}

/**
 * Reads objects and words one after the other. It takes whatever comes: a file with a fault in it is still to be
 * searched, so what cannot be read is passed over, byte by byte. It ends where the budget does.
 */
export class PdfScanner {
  at: number;
  readonly #budget: Budget;
  #depth = 0;

  constructor(
    readonly text: string,
    { at = 0, budget = { items: Number.POSITIVE_INFINITY } }: { readonly at?: number; readonly budget?: Budget } = {},
  ) {
    this.at = at;
    this.#budget = budget;
  }

  /** `undefined` at the end. */
  next(): PdfValue | PdfWord | undefined {
    this.#take(BLANK);
    const char = this.text[this.at];
    if (char === undefined || this.#budget.items-- <= 0) return undefined;
    if (char === '/') return this.#name();
    if (char === '(') return this.#literal();
    if (char === '[') return this.#inside(() => this.#array());
    if (char !== '<') return this.#word();
    return this.text[this.at + 1] === '<' ? this.#inside(() => this.#dictionary()) : this.#hexadecimal();
  }

  /** Reads what has values in it; where it is too deep, its bracket is passed over as a word. */
  #inside(read: () => PdfValue): PdfValue | PdfWord {
    if (this.#depth >= DEEPEST) return this.#word();
    this.#depth += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  #word(): PdfValue | PdfWord {
    const word = this.#take(REGULAR);
    if (word === undefined) return new PdfWord(this.text[this.at++] ?? '');
    if (NUMBER.test(word)) return this.#take(INDIRECT) === undefined ? Number(word) : new PdfReference(Number(word));
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new PdfWord(word);
  }

  #name(): PdfName {
    this.at += 1;
    const name = this.#take(REGULAR) ?? '';
    return new PdfName(name.replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))));
  }

  #literal(): PdfString {
    const parts: string[] = [];
    const start = this.at + 1;
    let from = start;
    let depth = 1;
    for (this.at = start; this.at < this.text.length; this.at += 1) {
      const char = this.text[this.at];
      if (char === '(') depth += 1;
      if (char === ')') depth -= 1;
      if (depth === 0) break;
      if (char !== '\\') continue;
      parts.push(this.text.slice(from, this.at), this.#escaped());
      from = this.at + 1;
    }
    this.#spend(this.at - start);
    parts.push(this.text.slice(from, this.at));
    this.at += 1;
    return new PdfString(parts.join(''));
  }

  /** A long string takes as long to read as many short ones. */
  #spend(characters: number): void {
    this.#budget.items -= characters >> 2;
  }

  /** What the backslash here stands for; leaves `at` on the last character of it. */
  #escaped(): string {
    const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at + 1, this.at + 4))?.[0];
    this.at += octal?.length ?? 1;
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    const char = this.text[this.at] ?? '';
    if (char === '\r' && this.text[this.at + 1] === '\n') this.at += 1;
    return char === '\n' || char === '\r' ? '' : (ESCAPES[char] ?? char);
  }

  #hexadecimal(): PdfString {
    const end = this.text.indexOf('>', this.at);
    const hex = this.text.slice(this.at + 1, end === -1 ? undefined : end).replace(/[^0-9a-fA-F]/g, '');
    this.at = end === -1 ? this.text.length : end + 1;
    this.#spend(hex.length);
    const bytes = (hex.length % 2 === 0 ? hex : `${hex}0`).match(/../g) ?? [];
    return new PdfString(bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join(''));
  }

  #array(): PdfValue[] {
    const items: PdfValue[] = [];
    this.at += 1;
    for (let item = this.next(); item !== undefined; item = this.next()) {
      if (!(item instanceof PdfWord)) items.push(item);
      else if (item.text === ']') break;
    }
    return items;
  }

  #dictionary(): PdfDictionary | PdfStream {
    const entries = new Map<string, PdfValue>();
    let key: PdfName | null = null;
    let isSound = true;
    let isClosed = false;
    this.at += 2;
    for (let item = this.next(); item !== undefined; item = this.next()) {
      if (item instanceof PdfWord) {
        isSound &&= item.text === '>';
        if (item.text !== '>') continue;
        isClosed = this.text[this.at] === '>';
        this.at += isClosed ? 1 : 0;
        break;
      }
      if (key === null) {
        key = item instanceof PdfName ? item : null;
        isSound &&= key !== null;
      } else {
        isSound &&= !entries.has(key.text);
        entries.set(key.text, item);
        key = null;
      }
    }
    const dictionary = new PdfDictionary(entries, isSound && isClosed && key === null);
    return this.#take(STREAM) === undefined ? dictionary : this.#stream(dictionary);
  }

  /** Its length is taken at its word where `endstream` follows, and is sought where it does not. */
  #stream(dictionary: PdfDictionary): PdfStream {
    const length = dictionary.get('Length');
    const start = this.at;
    const stated = typeof length === 'number' ? start + length : Number.NaN;
    const isTrue = /^\s*endstream/.test(this.text.slice(stated, stated + 12));
    const found = this.text.indexOf('endstream', start);
    const end = isTrue ? stated : found === -1 ? this.text.length : found;
    this.at = end;
    return new PdfStream(dictionary, this.text.slice(start, end));
  }
}
