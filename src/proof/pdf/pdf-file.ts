import { Kept } from '../../kept/kept.js';
import { bytesOf, latin1Of, unpackedWithin } from './bytes.js';
import { PdfDictionary, PdfName, PdfReference, PdfStream, type PdfValue, PdfWord } from './objects.js';
import { type Budget, PdfScanner } from './scanner.js';

/** Bytes that one stream may unpack to, and all streams of a file together. */
const STREAM_LIMIT = 32 * 1024 * 1024;
const FILE_LIMIT = 128 * 1024 * 1024;
/** Bytes of the dots of a picture: they are not text, and many. */
const PICTURE_LIMIT = 1024 * 1024;
/** Objects and words that are read of a file: a page of text is some thousand of them. */
const MOST_ITEMS = 20_000_000;
const MOST_PAGES = 10_000;

/**
 * Everything there is in a PDF: not what its cross-references lead to, but every object from the first byte to the last,
 * so that what no viewer shows is found as well. It shares no code with what writes PDFs. A file that was made to exhaust
 * its reader is read as far as the limits above go.
 */
export class PdfFile {
  readonly objects = new Map<number, PdfValue>();
  /** Objects whose number came before, and the trailer: they have no number to be found by. */
  readonly others: PdfValue[] = [];
  /** What may still be read of it; scanners of its streams share it. */
  readonly budget: Budget = { items: MOST_ITEMS };
  readonly #unpacked = new WeakMap<PdfStream, string>();
  #unpackedBytes = 0;

  constructor(bytes: Uint8Array) {
    this.#readObjects(new PdfScanner(latin1Of(bytes), { budget: this.budget }));
    for (const object of [...this.objects.values()]) {
      if (object instanceof PdfStream && isName(object.dictionary.get('Type'), 'ObjStm')) this.#readStream(object);
    }
  }

  #readObjects(scanner: PdfScanner): void {
    let before: (PdfValue | PdfWord)[] = [];
    for (let item = scanner.next(); item !== undefined; item = scanner.next()) {
      if (item instanceof PdfWord && item.text === 'obj') {
        const value = scanner.next();
        this.#keep(before.at(-2), value instanceof PdfWord ? undefined : value);
        before = [];
        continue;
      }
      if (item instanceof PdfDictionary) this.others.push(item);
      before = [...before.slice(-1), item];
    }
  }

  #readStream(stream: PdfStream): void {
    const text = this.data(stream);
    const first = Number(stream.dictionary.get('First'));
    const head = text.slice(0, first).trim().split(/\s+/).map(Number);
    for (let index = 0; index + 1 < head.length; index += 2) {
      const value = new PdfScanner(text, { at: first + (head[index + 1] ?? 0), budget: this.budget }).next();
      if (!(value instanceof PdfWord)) this.#keep(head[index], value);
    }
  }

  #keep(id: unknown, value: PdfValue | undefined): void {
    if (value === undefined) return;
    if (typeof id === 'number' && !this.objects.has(id)) this.objects.set(id, value);
    else this.others.push(value);
  }

  /** The object itself, whether it is referred to or written in place; null where there is none. */
  get(value: PdfValue): PdfValue {
    return value instanceof PdfReference ? (this.objects.get(value.id) ?? null) : value;
  }

  dictionary(value: PdfValue): PdfDictionary {
    const object = this.get(value);
    if (object instanceof PdfStream) return object.dictionary;
    return object instanceof PdfDictionary ? object : new PdfDictionary(new Map());
  }

  array(value: PdfValue): readonly PdfValue[] {
    const object = this.get(value);
    return Array.isArray(object) ? object : object === null ? [] : [value];
  }

  /** The bytes of a stream, decompressed where they are compressed by Flate, as characters below 256. */
  data(value: PdfValue): string {
    const stream = this.get(value);
    if (!(stream instanceof PdfStream)) return '';
    const known = this.#unpacked.get(stream) ?? this.#decoded(stream);
    this.#unpacked.set(stream, known);
    return known;
  }

  #decoded(stream: PdfStream): string {
    const filters = this.array(stream.dictionary.get('Filter'));
    if (!filters.some((filter) => isName(this.get(filter), 'FlateDecode'))) return stream.data;
    const most = isName(stream.dictionary.get('Subtype'), 'Image') ? PICTURE_LIMIT : STREAM_LIMIT;
    const left = Math.min(most, FILE_LIMIT - this.#unpackedBytes);
    const unpacked = left > 0 ? unpackedText(stream.data, left) : null;
    this.#unpackedBytes += unpacked?.length ?? 0;
    return unpacked ?? stream.data;
  }

  /** The pages in order. */
  pages(): readonly PdfDictionary[] {
    const catalog = [...this.objects.values()].find(
      (object) => object instanceof PdfDictionary && isName(object.get('Type'), 'Catalog'),
    );
    const seen = new Set<PdfDictionary>();
    const pages: PdfDictionary[] = [];
    const open = [this.dictionary(this.dictionary(catalog ?? null).get('Pages'))];
    for (let node = open.pop(); node !== undefined && pages.length < MOST_PAGES; node = open.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      if (isName(node.get('Type'), 'Page')) pages.push(node);
      else for (const kid of this.array(node.get('Kids')).toReversed()) open.push(this.dictionary(kid));
    }
    return pages;
  }
}

/** The fonts of an edition are those of the next. */
const kept = new Kept<string | null>(2_000_000);

function unpackedText(data: string, limit: number): string | null {
  return kept.of(`${limit} ${data}`, () => {
    const unpacked = unpackedWithin(bytesOf(data), limit);
    return unpacked === null ? null : latin1Of(unpacked);
  });
}

export function isName(value: PdfValue, text: string): boolean {
  return value instanceof PdfName && value.text === text;
}
