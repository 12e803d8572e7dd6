/** PDF objects as a reader sees them (ISO 32000-1, 7.3). Bytes are characters below 256. */
export type Value = number | boolean | null | Name | PdfString | Reference | Stream | Value[] | Dictionary;

export interface Dictionary {
  [key: string]: Value;
}

export class Name {
  constructor(readonly text: string) {}
}
export class PdfString {
  constructor(readonly bytes: string) {}

  /** PDFDocEncoding is read as Latin-1, which is right for ASCII. */
  get text(): string {
    if (!this.bytes.startsWith('\xfe\xff')) return this.bytes;
    let text = '';
    for (let i = 2; i + 1 < this.bytes.length; i += 2) {
      text += String.fromCharCode((this.bytes.charCodeAt(i) << 8) | this.bytes.charCodeAt(i + 1));
    }
    return text;
  }
}
export class Reference {
  constructor(readonly id: number) {}
}
export class Stream {
  constructor(
    readonly dictionary: Dictionary,
    public data: string,
  ) {}
}
/** An operator of a content stream. */
export class Operator {
  constructor(readonly text: string) {}
}

export function isDictionary(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

export function nameOf(value: Value | undefined): string | null {
  return value instanceof Name ? value.text : null;
}
