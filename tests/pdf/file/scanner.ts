import { type Dictionary, Name, Operator, PdfString, Reference, Stream, type Value } from './objects.js';

const SPACE = /[\x00\t\n\f\r ]/;
const DELIMITER = /[()<>[\]{}/%]/;
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads objects, and the operators of content streams, one after the other. */
export class Scanner {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  /** `undefined` at the end. */
  next(): Value | Operator | undefined {
    this.skipSpace();
    if (this.at >= this.text.length) return undefined;
    const char = this.text[this.at] ?? '';
    if (char === '/') return this.name();
    if (char === '(') return this.literalString();
    if (this.text.startsWith('<<', this.at)) return this.dictionary();
    if (char === '<') return this.hexString();
    if (char === '[') return this.array();
    return this.word();
  }

  value(): Value {
    const value = this.next();
    if (value === undefined || value instanceof Operator) throw new Error(`no object at ${this.at}: ${value?.text}`);
    return value;
  }

  private skipSpace(): void {
    for (; this.at < this.text.length; this.at++) {
      const char = this.text[this.at] ?? '';
      if (char === '%') while (this.at < this.text.length && !/[\r\n]/.test(this.text[this.at] ?? '')) this.at++;
      else if (!SPACE.test(char)) return;
    }
  }

  private token(): string {
    const start = this.at;
    while (this.at < this.text.length) {
      const char = this.text[this.at] ?? '';
      if (SPACE.test(char) || DELIMITER.test(char)) break;
      this.at++;
    }
    return this.text.slice(start, this.at);
  }

  private name(): Name {
    this.at++;
    return new Name(
      this.token().replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  }

  private word(): Value | Operator {
    const token = this.token();
    if (token === '') throw new Error(`stray "${this.text[this.at]}" at ${this.at}`);
    if (/^[-+]?(\d+\.?\d*|\.\d+)$/.test(token)) return this.numberOrReference(token);
    if (token === 'true' || token === 'false') return token === 'true';
    return token === 'null' ? null : new Operator(token);
  }

  private numberOrReference(token: string): number | Reference {
    const rest = /^ (\d+) R(?![A-Za-z0-9])/.exec(this.text.slice(this.at, this.at + 16));
    if (rest === null) return Number(token);
    this.at += rest[0].length;
    return new Reference(Number(token));
  }

  private literalString(): PdfString {
    let bytes = '';
    let depth = 1;
    for (this.at++; depth > 0; this.at++) {
      const char = this.text[this.at];
      if (char === undefined) throw new Error('a string does not end');
      if (char === '\\') {
        this.at++;
        const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at, this.at + 3))?.[0];
        if (octal !== undefined) this.at += octal.length - 1;
        const escaped = this.text[this.at] ?? '';
        bytes += octal === undefined ? (ESCAPES[escaped] ?? escaped) : String.fromCharCode(Number.parseInt(octal, 8));
        continue;
      }
      if (char === '(') depth++;
      if (char === ')') depth--;
      if (depth > 0) bytes += char;
    }
    return new PdfString(bytes);
  }

  private hexString(): PdfString {
    const end = this.text.indexOf('>', this.at);
    const hex = this.text.slice(this.at + 1, end).replace(/\s/g, '');
    this.at = end + 1;
    const bytes = (hex.length % 2 === 0 ? hex : `${hex}0`).match(/../g) ?? [];
    return new PdfString(bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join(''));
  }

  private array(): Value[] {
    const items: Value[] = [];
    this.at++;
    for (;;) {
      this.skipSpace();
      if (this.text[this.at] === ']') break;
      items.push(this.value());
    }
    this.at++;
    return items;
  }

  private dictionary(): Value {
    const entries: Dictionary = {};
    this.at += 2;
    for (;;) {
      this.skipSpace();
      if (this.text.startsWith('>>', this.at)) break;
      const key = this.next();
      if (!(key instanceof Name)) throw new Error(`a dictionary's key is no name at ${this.at}`);
      if (key.text in entries) throw new Error(`key /${key.text} twice`);
      entries[key.text] = this.value();
    }
    this.at += 2;
    const begin = /^\s*stream\r?\n/.exec(this.text.slice(this.at, this.at + 12));
    if (begin === null || typeof entries.Length !== 'number') return entries;
    const start = this.at + begin[0].length;
    this.at = start + entries.Length;
    if (!/^\s*endstream/.test(this.text.slice(this.at, this.at + 12))) throw new Error('a stream has a wrong Length');
    return new Stream(entries, this.text.slice(start, this.at));
  }
}
