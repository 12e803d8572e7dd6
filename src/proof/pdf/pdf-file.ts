import { unzlibSync } from 'fflate';
import { PdfDictionary, PdfName, PdfReference, PdfStream, type PdfValue, PdfWord } from './objects.js';
import { PdfScanner } from './scanner.js';

/**
 * Everything there is in a PDF: not what its cross-references lead to, but every object from the first byte to the last,
 * so that what no viewer shows is found as well. It shares no code with what writes PDFs.
 */
export class PdfFile {
  readonly objects = new Map<number, PdfValue>();
  /** Objects whose number came before, and the trailer: they have no number to be found by. */
  readonly others: PdfValue[] = [];
  readonly #inflated = new WeakMap<PdfStream, string>();

  constructor(bytes: Uint8Array) {
    this.#readObjects(new PdfScanner(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')));
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
      const value = new PdfScanner(text, first + (head[index + 1] ?? 0)).next();
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
    const known = this.#inflated.get(stream) ?? this.#decoded(stream);
    this.#inflated.set(stream, known);
    return known;
  }

  #decoded(stream: PdfStream): string {
    const filters = this.array(stream.dictionary.get('Filter'));
    if (!filters.some((filter) => isName(this.get(filter), 'FlateDecode'))) return stream.data;
    try {
      return Buffer.from(unzlibSync(Buffer.from(stream.data, 'latin1'))).toString('latin1');
    } catch {
      return stream.data;
    }
  }

  /** The pages in order. */
  pages(): readonly PdfDictionary[] {
    const catalog = [...this.objects.values()].find(
      (object) => object instanceof PdfDictionary && isName(object.get('Type'), 'Catalog'),
    );
    const seen = new Set<PdfDictionary>();
    const visit = (node: PdfDictionary): PdfDictionary[] => {
      if (seen.has(node)) return [];
      seen.add(node);
      const kids = this.array(node.get('Kids'));
      return isName(node.get('Type'), 'Page') ? [node] : kids.flatMap((kid) => visit(this.dictionary(kid)));
    };
    return visit(this.dictionary(this.dictionary(catalog ?? null).get('Pages')));
  }
}

export function isName(value: PdfValue, text: string): boolean {
  return value instanceof PdfName && value.text === text;
}
