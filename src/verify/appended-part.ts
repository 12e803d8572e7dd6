/**
 * What stands behind the bytes of a document, read so strictly that every reader must read the same. A lenient reader, such
 * as the one that searches editions, may find one document in a file while a viewer, which goes by the cross-references,
 * shows another.
 */
import { latin1Of } from '../proof/pdf/bytes.js';
import { PdfDictionary, PdfReference, PdfStream, type PdfValue, PdfWord } from '../proof/pdf/objects.js';
import { isName, type PdfFile } from '../proof/pdf/pdf-file.js';
import { PdfScanner } from '../proof/pdf/scanner.js';
import { type Entry, packedObjects, streamEntries, tableEntries } from './cross-references.js';

export interface AppendedPart {
  /** Number → everything that is said of it, in order: each revision may say something else. */
  readonly objects: ReadonlyMap<number, readonly PdfValue[]>;
  /** Why it is another document, or may be read as another one, in words. */
  readonly faults: readonly string[];
}

const BLANK = /(?:[\0\t\n\f\r ]|%[^\r\n]*)+/y;
const OBJECT = /(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj(?![A-Za-z0-9])/y;
const END = /[\0\t\n\f\r ]*(?:endstream[\0\t\n\f\r ]+)?endobj(?![A-Za-z0-9])/y;
const TRAILER = /[\0\t\n\f\r ]*trailer(?![A-Za-z0-9])/y;
const START = /startxref[\0\t\n\f\r ]+(\d{1,12})(?![A-Za-z0-9])/y;

/** Objects and words that are read of it. */
const MOST_ITEMS = 5_000_000;

/** Bytes at the end of a file in which readers seek where to begin; failing that, they make up cross-references. */
const WHERE_SOUGHT = 1000;

const NOT_OBJECTS = 'Something was appended to it that can be read in several ways.';
const ELSEWHERE = 'What was appended has cross-references that lead elsewhere.';
const OTHER_DOCUMENT = 'What was appended leads to another document.';
const REMOVED = 'Something of it was removed.';
const ENCRYPTED = 'It was encrypted.';

/** A part of the cross-references, and the dictionary that goes with it (ISO 32000-1, 7.5.4, 7.5.5, 7.5.8). */
interface Section {
  readonly at: number;
  readonly entries: readonly Entry[];
  readonly trailer: PdfDictionary;
}

/** Reads what follows the document `before`, whose bytes are the first of the file. */
export function readAppended(found: Uint8Array, before: PdfFile, ownBytes: number): AppendedPart {
  const reader = new Reader(latin1Of(found), ownBytes);
  const isWhole = reader.read();
  const objects = new Map<number, PdfValue[]>();
  for (const { id, value } of reader.objects) objects.set(id, [...(objects.get(id) ?? []), value]);
  const faults =
    isWhole && reader.objects.every(({ value }) => isSound(value)) ? reader.faultsAfter(before) : [NOT_OBJECTS];
  return { objects, faults };
}

class Reader {
  readonly objects: { readonly id: number; readonly value: PdfValue }[] = [];
  /** Number and place of each. */
  readonly #places = new Set<string>();
  readonly #sections: Section[] = [];
  readonly #starts: number[] = [];
  readonly #budget = { items: MOST_ITEMS };
  #at: number;

  constructor(
    readonly text: string,
    readonly ownBytes: number,
  ) {
    this.#at = ownBytes;
  }

  /** Whether all of it is objects, cross-references and their ends. */
  read(): boolean {
    for (;;) {
      this.#take(BLANK);
      if (this.#at >= this.text.length) return true;
      const start = this.#take(START);
      if (start !== null) this.#starts.push(Number(start[1]));
      else if (!this.#object() && !this.#table()) return false;
    }
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text);
    this.#at += found?.[0].length ?? 0;
    return found;
  }

  #value(): PdfValue | undefined {
    const scanner = new PdfScanner(this.text, { at: this.#at, budget: this.#budget });
    const value = scanner.next();
    this.#at = scanner.at;
    return value instanceof PdfWord ? undefined : value;
  }

  #object(): boolean {
    const at = this.#at;
    const head = this.#take(OBJECT);
    if (head === null) return false;
    const id = Number(head[1]);
    const value = this.#value();
    if (value === undefined || this.#take(END) === null) return false;
    this.#keep(id, value, `${at}`);
    if (!(value instanceof PdfStream)) return true;
    if (isName(value.dictionary.get('Type'), 'ObjStm')) {
      const packed = packedObjects(value, this.#budget);
      for (const each of packed ?? []) this.#keep(each.id, each.value, `in ${id}`);
      return packed !== null;
    }
    if (!isName(value.dictionary.get('Type'), 'XRef')) return true;
    const entries = streamEntries(value);
    if (entries !== null) this.#sections.push({ at, entries, trailer: value.dictionary });
    return entries !== null;
  }

  #keep(id: number, value: PdfValue, place: string): void {
    this.objects.push({ id, value });
    this.#places.add(`${id} ${place}`);
  }

  #table(): boolean {
    const at = this.#at;
    const table = tableEntries(this.text, this.#at);
    if (table === null) return false;
    this.#at = table.end;
    const trailer = this.#take(TRAILER) === null ? undefined : this.#value();
    if (!(trailer instanceof PdfDictionary) || !isSound(trailer)) return false;
    this.#sections.push({ at, entries: table.entries, trailer });
    return true;
  }

  faultsAfter(before: PdfFile): string[] {
    const own = [...before.objects.values()].find(
      (each) => each instanceof PdfStream && isName(each.dictionary.get('Type'), 'XRef'),
    );
    const ownTrailer = before.dictionary(own ?? null);
    const ownStart = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.text.slice(0, this.ownBytes).slice(-100))?.[1]);
    const faults = this.#sections.flatMap((section) => this.#faultsOf(section, { before, ownTrailer, ownStart }));
    const isLed =
      this.#starts.every((start) => this.#sections.some(({ at }) => at === start)) &&
      /startxref\s+\d+\s+%%EOF\s*$/.test(this.text.slice(Math.max(this.ownBytes, this.text.length - WHERE_SOUGHT)));
    return [...new Set(isLed ? faults : [ELSEWHERE, ...faults])];
  }

  #faultsOf(
    { at, entries, trailer }: Section,
    own: { readonly before: PdfFile; readonly ownTrailer: PdfDictionary; readonly ownStart: number },
  ): string[] {
    const faults = entries.map((entry) => this.#faultOf(entry, own.before));
    const previous = trailer.get('Prev');
    const isAfter = previous === own.ownStart || this.#sections.some((each) => each.at === previous && each.at < at);
    const isShorter = Number(trailer.get('Size')) >= Number(own.ownTrailer.get('Size'));
    if (idOf(trailer.get('Root')) !== idOf(own.ownTrailer.get('Root'))) faults.push(OTHER_DOCUMENT);
    if (trailer.get('Encrypt') !== null) faults.push(ENCRYPTED);
    if (!isAfter || !isShorter || trailer.get('XRefStm') !== null) faults.push(ELSEWHERE);
    return faults.filter((fault) => fault !== null);
  }

  /** Each entry must lead to an object that was read here under its number. */
  #faultOf({ id, kind, at }: Entry, before: PdfFile): string | null {
    if (kind === 'free') return before.objects.has(id) ? REMOVED : null;
    return this.#places.has(`${id} ${kind === 'packed' ? `in ${at}` : at}`) ? null : ELSEWHERE;
  }
}

function idOf(value: PdfValue): number | null {
  return value instanceof PdfReference ? value.id : null;
}

/** Whether no dictionary in it says two things under one key, or is otherwise written so that readers may differ. */
function isSound(value: PdfValue): boolean {
  if (Array.isArray(value)) return value.every(isSound);
  if (value instanceof PdfStream) return isSound(value.dictionary);
  if (!(value instanceof PdfDictionary)) return true;
  return value.isSound && [...value.entries.values()].every(isSound);
}
