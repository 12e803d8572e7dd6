/** The syntax of BibTeX: entries with their fields, abbreviations resolved. After "BibTeXing" and its source. */

import type { Range } from '../../syntax/places.js';
import type { UnreadEntry } from './entry.js';

export interface BibField {
  readonly value: string;
  readonly range: Range;
}

export interface BibEntry {
  readonly type: string;
  /** Empty where the program that wrote the file gave it none. */
  readonly key: string;
  readonly keyRange: Range;
  readonly range: Range;
  readonly fields: ReadonlyMap<string, BibField>;
}

/** Abbreviations that every style of BibTeX defines. They stay words, since `10~` # may has a day before its month. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The beginning of an entry on a line of its own: nothing that is open reaches past it. */
const ENTRY = /\n[ \t]*@[A-Za-z]+[ \t]*[{(]/g;

/** Everything outside entries is a comment. After a mistake reading goes on at the next entry. */
export function parseBibtex(text: string): { entries: BibEntry[]; problems: UnreadEntry[] } {
  const reader = new Reader(text);
  while (reader.next()) {
    // Entry by entry: each either adds to `entries` or says what is wrong with it.
  }
  return reader;
}

class Reader {
  readonly entries: BibEntry[] = [];
  readonly problems: UnreadEntry[] = [];
  readonly #strings = new Map(MONTHS.map((name) => [name.toLowerCase(), name]));
  #at = 0;
  /** Where the next entry begins, at the latest. */
  #limit = 0;
  #key = '';

  constructor(private readonly text: string) {}

  next(): boolean {
    const start = this.text.indexOf('@', this.#at);
    if (start === -1) return false;
    this.#at = start + 1;
    this.#key = '';
    if (this.#limit <= start) {
      ENTRY.lastIndex = start + 1;
      this.#limit = ENTRY.exec(this.text)?.index ?? this.text.length;
    }
    const type = this.#word(/[A-Za-z]+/y)?.toLowerCase();
    this.#space();
    const open = this.text[this.#at];
    // An @ in a comment, as in an address, begins no entry.
    if (type === undefined || (open !== '{' && open !== '(')) return true;
    this.#at += 1;
    const wasRead =
      type === 'comment' ? true : type === 'preamble' ? this.#value() !== null : this.#entry(type, start, open);
    if (!wasRead) this.#recover(start);
    return true;
  }

  #entry(type: string, start: number, open: string): boolean {
    const close = open === '{' ? '}' : ')';
    this.#space();
    const keyStart = this.#at;
    if (type !== 'string') this.#key = this.#readKey(close);
    const keyRange = [keyStart, Math.max(this.#at, keyStart + 1)] as const;
    if (type !== 'string') this.#takeCommas();
    const fields = new Map<string, BibField>();
    while (!this.#take(close)) {
      const name = this.#word(/[^\s=,{}()"#%]+/y)?.toLowerCase();
      if (name === undefined || !this.#take('=')) return false;
      this.#space();
      const from = this.#at;
      const value = this.#value();
      if (value === null) return false;
      // biber and BibTeX read on where a comma is missing; of two fields of one name the first counts.
      if (!fields.has(name)) fields.set(name, { value, range: [from, this.#at] });
      this.#takeCommas();
    }
    if (type === 'string') for (const [name, { value }] of fields) this.#strings.set(name, value);
    else this.entries.push({ type, key: this.#key, keyRange, range: [start, this.#at], fields });
    return true;
  }

  /** Whatever stands before the first comma; nothing, where a field stands there: Mendeley and EndNote write no key. */
  #readKey(close: string): string {
    const from = this.#at;
    const key = this.#word(close === '}' ? /[^,{}\n]+/y : /[^,{}()\n]+/y)?.trim() ?? '';
    if (!/^[\w-]+\s*=/.test(key)) return key;
    this.#at = from;
    return '';
  }

  #takeCommas(): void {
    while (this.#take(',')) {
      // Some programs write two.
    }
  }

  /** Parts that `#` joins: in braces, in quotes, a number, an abbreviation. */
  #value(): string | null {
    const parts: string[] = [];
    do {
      this.#space();
      const part = this.#part();
      if (part === null) return null;
      parts.push(part);
    } while (this.#take('#'));
    return parts.join('');
  }

  #part(): string | null {
    const first = this.text[this.#at];
    if (first === '{' || first === '"') return this.#delimited(first === '{' ? '}' : '"');
    const word = this.#word(/[^\s,{}()="#%'\\]+/y);
    return word === undefined ? null : (this.#strings.get(word.toLowerCase()) ?? word);
  }

  #delimited(close: string): string | null {
    const from = this.#at + 1;
    let depth = 0;
    for (let at = from; at < this.#limit; at += 1) {
      const letter = this.text[at];
      // To BibTeX a brace is one with a backslash before it too; but programs write `\\{` for one that has no partner.
      if (letter === '\\' && !(depth === 0 && this.#endsValue(at + 1, close))) at += 1;
      else if (letter === close && depth === 0) {
        this.#at = at + 1;
        return this.text.slice(from, at);
      } else if (letter === '{') depth += 1;
      else if (letter === '}') depth -= 1;
      if (depth < 0) return null;
    }
    return null;
  }

  /** The close of a value that ends in a backslash, as the path of a folder does. */
  #endsValue(at: number, close: string): boolean {
    if (this.text[at] !== close) return false;
    const after = /\s*,?[ \t\r]*\n/y;
    after.lastIndex = at + 1;
    return after.test(this.text);
  }

  #recover(start: number): void {
    const line = this.text.indexOf('\n', start);
    const range = [start, line === -1 ? this.text.length : line] as const;
    const hint = 'Is a brace, a quote or a comma missing in it? An entry is @type{key, field = {value}, …}.';
    const message = 'This entry is not BibTeX that can be read.';
    this.problems.push({ range, message, hint, ...(this.#key !== '' && { key: this.#key }) });
    this.#at = this.#limit;
  }

  #word(form: RegExp): string | undefined {
    form.lastIndex = this.#at;
    const [word] = form.exec(this.text) ?? [];
    if (word !== undefined) this.#at += word.length;
    return word;
  }

  #space(): void {
    this.#word(/(?:\s|%[^\n]*(?:\n|$))+/y);
  }

  #sees(mark: string): boolean {
    this.#space();
    return this.text[this.#at] === mark;
  }

  #take(mark: string): boolean {
    if (!this.#sees(mark)) return false;
    this.#at += 1;
    this.#space();
    return true;
  }
}
