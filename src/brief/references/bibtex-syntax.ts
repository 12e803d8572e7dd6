/** The syntax of BibTeX: entries with their fields, abbreviations resolved. After "BibTeXing" and its source. */

import type { SyntaxProblem } from '../../syntax/construct.js';
import type { Range } from '../../syntax/places.js';
import { problemAt } from './entry.js';

export interface BibField {
  readonly value: string;
  readonly range: Range;
}

export interface BibEntry {
  readonly type: string;
  readonly key: string;
  readonly keyRange: Range;
  readonly range: Range;
  readonly fields: ReadonlyMap<string, BibField>;
}

const MOST_PROBLEMS = 100;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Everything outside entries is a comment. After a mistake reading goes on at the next entry. */
export function parseBibtex(text: string): { entries: BibEntry[]; problems: SyntaxProblem[] } {
  const reader = new Reader(text);
  while (reader.next()) {
    // Entry by entry: each either adds to `entries` or says what is wrong with it.
  }
  return reader;
}

class Reader {
  readonly entries: BibEntry[] = [];
  readonly problems: SyntaxProblem[] = [];
  readonly #strings = new Map(MONTHS.map((name, i) => [name, String(i + 1)]));
  #at = 0;

  constructor(private readonly text: string) {}

  next(): boolean {
    const start = this.text.indexOf('@', this.#at);
    // Each mistake may have made us read to the end of the file.
    if (start === -1 || this.problems.length === MOST_PROBLEMS) return false;
    this.#at = start + 1;
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
    const key = type === 'string' ? '' : this.#word(/[^\s,{}()="#%'\\]+/y);
    if (key === undefined) return false;
    const keyRange = [keyStart, this.#at] as const;
    if (type !== 'string' && !this.#take(',') && !this.#sees(close)) return false;
    const fields = new Map<string, BibField>();
    while (!this.#take(close)) {
      const name = this.#word(/[A-Za-z][\w:.+/-]*/y)?.toLowerCase();
      if (name === undefined || !this.#take('=')) return false;
      this.#space();
      const from = this.#at;
      const value = this.#value();
      if (value === null) return false;
      fields.set(name, { value, range: [from, this.#at] });
      if (!this.#take(',') && !this.#sees(close)) return false;
    }
    if (type === 'string') for (const [name, { value }] of fields) this.#strings.set(name, value);
    else this.entries.push({ type, key, keyRange, range: [start, this.#at], fields });
    return true;
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
    for (let at = from; at < this.text.length; at += 1) {
      const letter = this.text[at];
      if (letter === '\\') at += 1;
      else if (letter === close && depth === 0) {
        this.#at = at + 1;
        return this.text.slice(from, at);
      } else if (letter === '{') depth += 1;
      else if (letter === '}') depth -= 1;
      if (depth < 0) return null;
    }
    return null;
  }

  #recover(start: number): void {
    const line = this.text.indexOf('\n', start);
    const range = [start, line === -1 ? this.text.length : line] as const;
    const hint = 'Is a brace, a quote or a comma missing in it? An entry is @type{key, field = {value}, …}.';
    this.problems.push(problemAt(range, 'This entry is not BibTeX that can be read.', hint));
    const next = /\n[ \t]*@/g;
    next.lastIndex = Math.max(start + 1, range[1] - 1);
    this.#at = next.exec(this.text) === null ? this.text.length : next.lastIndex - 1;
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
