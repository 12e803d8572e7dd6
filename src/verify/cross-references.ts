/** Where the objects of a PDF are: the entries of cross-reference tables and streams (ISO 32000-1, 7.5.4, 7.5.7, 7.5.8). */

import { bytesOf, latin1Of, unpackedWithin } from '../proof/pdf/bytes.js';
import { PdfDictionary, PdfStream, type PdfValue, PdfWord } from '../proof/pdf/objects.js';
import { isName } from '../proof/pdf/pdf-file.js';
import { type Budget, PdfScanner } from '../proof/pdf/scanner.js';

export interface Entry {
  /** The number of an object. */
  readonly id: number;
  readonly kind: 'free' | 'placed' | 'packed';
  /** The byte where it begins, or the number of the stream that it is packed in. */
  readonly at: number;
}

const TABLE = /xref(?![A-Za-z0-9])[\0\t\n\f\r ]*/y;
const SUBSECTION = /(\d{1,10}) +(\d{1,7})[\0\t\n\f\r ]+/y;
const ENTRY = /(\d{10}) +\d{5} +([fn])[\0\t\n\f\r ]+/y;

/** Entries of one section; a document of ours has some thousands. */
const MOST_ENTRIES = 1_000_000;
/** Bytes that a stream may unpack to. */
const LIMIT = 32 * 1024 * 1024;

/** The table that begins here, up to its trailer; null where none does, or it is damaged. */
export function tableEntries(text: string, from: number): { entries: readonly Entry[]; end: number } | null {
  let at = from;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    at += found?.[0].length ?? 0;
    return found;
  };
  if (take(TABLE) === null) return null;
  const entries: Entry[] = [];
  for (let head = take(SUBSECTION); head !== null; head = take(SUBSECTION)) {
    const [first, count] = [Number(head[1]), Number(head[2])];
    if (entries.length + count > MOST_ENTRIES) return null;
    for (let index = 0; index < count; index += 1) {
      const entry = take(ENTRY);
      if (entry === null) return null;
      entries.push({ id: first + index, kind: entry[2] === 'n' ? 'placed' : 'free', at: Number(entry[1]) });
    }
  }
  return { entries, end: at };
}

/** The entries of a stream; null where it is damaged or written in a way that nobody writes. */
export function streamEntries(stream: PdfStream): readonly Entry[] | null {
  const { dictionary } = stream;
  const bytes = contentOf(stream);
  const widths = numbers(dictionary.get('W'));
  const ranges = numbers(dictionary.get('Index') ?? [0, dictionary.get('Size')]);
  if (bytes === null || widths?.length !== 3 || ranges === null || ranges.length % 2 !== 0) return null;
  const [kindWidth = 0, atWidth = 0, restWidth = 0] = widths;
  const width = kindWidth + atWidth + restWidth;
  const entries: Entry[] = [];
  const numberAt = (start: number, length: number) =>
    bytes.subarray(start, start + length).reduce((sum, byte) => sum * 256 + byte, 0);
  let start = 0;
  for (let range = 0; range < ranges.length; range += 2) {
    const [first = 0, count = 0] = ranges.slice(range);
    if (entries.length + count > MOST_ENTRIES || start + count * width > bytes.length) return null;
    for (let index = 0; index < count; index += 1, start += width) {
      const kind = KINDS[kindWidth === 0 ? 1 : numberAt(start, kindWidth)];
      if (kind === undefined) return null;
      entries.push({ id: first + index, kind, at: numberAt(start + kindWidth, atWidth) });
    }
  }
  return start === bytes.length ? entries : null;
}

const KINDS = ['free', 'placed', 'packed'] as const;

/** The objects in an object stream; null where it is damaged or written in a way that nobody writes. */
export function packedObjects(
  stream: PdfStream,
  budget: Budget,
): readonly { readonly id: number; readonly value: PdfValue }[] | null {
  const bytes = contentOf(stream);
  const [count, first] = [stream.dictionary.get('N'), stream.dictionary.get('First')];
  if (bytes === null || typeof count !== 'number' || typeof first !== 'number') return null;
  const text = latin1Of(bytes);
  const head = text.slice(0, first).trim().split(/\s+/).map(Number);
  if (head.length !== 2 * count || !head.every((each) => Number.isSafeInteger(each) && each >= 0)) return null;
  const objects: { id: number; value: PdfValue }[] = [];
  for (let index = 0; index < head.length; index += 2) {
    const [id = 0, at = 0] = head.slice(index, index + 2);
    const value = new PdfScanner(text, { at: first + at, budget }).next();
    if (value === undefined || value instanceof PdfWord || value instanceof PdfStream) return null;
    objects.push({ id, value });
  }
  return objects;
}

function numbers(value: PdfValue): readonly number[] | null {
  if (!Array.isArray(value)) return null;
  const all = value.filter((each) => typeof each === 'number' && Number.isSafeInteger(each) && each >= 0);
  return all.length === value.length ? (all as number[]) : null;
}

/** The content of a stream whose length stands beside it, and which no filter but Flate has packed. */
export function contentOf({ dictionary, data }: PdfStream): Uint8Array | null {
  if (dictionary.get('Length') !== data.length) return null;
  const filter = dictionary.get('Filter');
  if (filter === null) return dictionary.get('DecodeParms') === null ? bytesOf(data) : null;
  const only = Array.isArray(filter) && filter.length === 1 ? (filter[0] ?? null) : filter;
  if (!isName(only, 'FlateDecode')) return null;
  const bytes = unpackedWithin(bytesOf(data), LIMIT);
  return bytes === null ? null : predicted(bytes, dictionary.get('DecodeParms'));
}

/** Each row says how its bytes differ from what stands before or above them (PNG, 9.2). */
function predicted(bytes: Uint8Array, parms: PdfValue): Uint8Array | null {
  if (parms === null) return bytes;
  if (!(parms instanceof PdfDictionary)) return null;
  const [predictor, columns] = [parms.get('Predictor') ?? 1, parms.get('Columns') ?? 1];
  if (predictor === 1) return bytes;
  const isPlain = parms.get('Colors') === null && parms.get('BitsPerComponent') === null;
  if (typeof predictor !== 'number' || predictor < 10 || typeof columns !== 'number' || columns < 1 || !isPlain)
    return null;
  const rows = Math.floor(bytes.length / (columns + 1));
  if (rows * (columns + 1) !== bytes.length) return null;
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const filter = bytes[row * (columns + 1)];
    // Cross-references are written with these two alone.
    if (filter !== 0 && filter !== 2) return null;
    for (let column = 0; column < columns; column += 1) {
      const above = filter === 2 && row > 0 ? (out[(row - 1) * columns + column] ?? 0) : 0;
      out[row * columns + column] = (bytes[row * (columns + 1) + 1 + column] ?? 0) + above;
    }
  }
  return out;
}
