import { inflateSync } from 'node:zlib';
import { type Dictionary, isDictionary, nameOf, Reference, Stream, type Value } from './objects.js';
import { Scanner } from './scanner.js';

/**
 * A PDF read by nothing but this: not the code that wrote it, and no tool that has to be installed. It understands what
 * Briefpress writes (one cross-reference stream, object streams, Flate) and refuses everything else. The objects can be
 * changed, to see whether a check notices.
 */
export class PdfFile {
  readonly objects = new Map<number, Value>();
  readonly trailer: Dictionary;

  constructor(bytes: Uint8Array) {
    const text = Buffer.from(bytes).toString('latin1');
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? Number.NaN);
    const table = objectAt(text, start).value;
    if (!(table instanceof Stream)) throw new Error('no cross-reference stream');
    this.trailer = table.dictionary;
    this.readObjects(text, inflated(table), this.numbers(this.trailer.W));
  }

  private readObjects(text: string, table: string, widths: number[]): void {
    const compressed: [id: number, stream: number, index: number][] = [];
    const row = widths.reduce((sum, width) => sum + width, 0);
    for (let id = 0; id * row < table.length; id++) {
      const [type = 0, place = 0, index = 0] = fields(table, id * row, widths);
      if (type === 2) compressed.push([id, place, index]);
      if (type !== 1) continue;
      const object = objectAt(text, place);
      if (object.id !== id) throw new Error(`object ${id} is not where the cross-references say`);
      this.objects.set(id, object.value);
    }
    for (const [id, stream, index] of compressed) this.objects.set(id, this.objectIn(stream, index, id));
  }

  private objectIn(streamId: number, index: number, id: number): Value {
    const stream = this.objects.get(streamId);
    if (!(stream instanceof Stream)) throw new Error(`object stream ${streamId} is missing`);
    const data = this.data(stream);
    const first = Number(stream.dictionary.First);
    const head = data.slice(0, first).trim().split(/\s+/).map(Number);
    if (head[index * 2] !== id) throw new Error(`object ${id} is not in its stream`);
    return new Scanner(data, first + (head[index * 2 + 1] ?? 0)).value();
  }

  /** The object itself, whether it is referred to or written in place. */
  get(value: Value | undefined): Value {
    if (!(value instanceof Reference)) return value ?? null;
    const object = this.objects.get(value.id);
    if (object === undefined) throw new Error(`object ${value.id} is missing`);
    return object;
  }

  dictionary(value: Value | undefined): Dictionary {
    const object = this.get(value);
    if (object instanceof Stream) return object.dictionary;
    if (!isDictionary(object)) throw new Error('not a dictionary');
    return object;
  }

  array(value: Value | undefined): Value[] {
    const object = this.get(value);
    if (object === null) return [];
    return Array.isArray(object) || value === undefined ? (object as Value[]) : [value];
  }

  private numbers(value: Value | undefined): number[] {
    return this.array(value).map(Number);
  }

  /** The decoded bytes of a stream. */
  data(value: Value | undefined): string {
    const stream = this.get(value);
    if (!(stream instanceof Stream)) throw new Error('not a stream');
    return inflated(stream);
  }

  get catalog(): Dictionary {
    return this.dictionary(this.trailer.Root);
  }

  /** The pages in order. */
  get pages(): Reference[] {
    const found: Reference[] = [];
    const visit = (node: Value): void => {
      const dictionary = this.dictionary(node);
      if (nameOf(dictionary.Type) === 'Pages') for (const kid of this.array(dictionary.Kids)) visit(kid);
      else if (node instanceof Reference) found.push(node);
    };
    visit(this.catalog.Pages ?? null);
    return found;
  }

  content(page: Reference): string {
    return this.array(this.dictionary(page).Contents)
      .map((part) => this.data(part))
      .join('\n');
  }
}

/** Replaces the content of a page. */
export function setContent(file: PdfFile, page: Reference, content: string): void {
  const stream = file.get(file.dictionary(page).Contents);
  if (!(stream instanceof Stream)) throw new Error('the page has no single content stream');
  delete stream.dictionary.Filter;
  stream.data = content;
}

function objectAt(text: string, offset: number): { id: number; value: Value } {
  const head = /^(\d+) 0 obj\s/.exec(text.slice(offset, offset + 20));
  if (head === null) throw new Error(`no object at byte ${offset}`);
  return { id: Number(head[1]), value: new Scanner(text, offset + head[0].length).value() };
}

function inflated(stream: Stream): string {
  const filter = nameOf(stream.dictionary.Filter);
  if (filter === null || filter === 'DCTDecode') return stream.data;
  if (filter !== 'FlateDecode') throw new Error(`filter ${filter}`);
  return inflateSync(Buffer.from(stream.data, 'latin1')).toString('latin1');
}

function fields(table: string, at: number, widths: readonly number[]): number[] {
  let position = at;
  return widths.map((width) => {
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 256 + table.charCodeAt(position++);
    return value;
  });
}
