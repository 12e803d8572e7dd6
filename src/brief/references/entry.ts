/** What the readers of libraries give: sources in the names of CSL-JSON, and what is wrong with their files. */
import type { Mark, Range } from '../../syntax/places.js';
import { languageTag } from './language-tags.js';

/** A source that was read from a library, in the names of CSL-JSON, and where its fields stand. */
export interface ReferenceEntry {
  readonly source: Readonly<Record<string, unknown>>;
  readonly mark: Mark;
  /** What is not printed as the library has it: warnings, if the source is cited. */
  readonly notices: readonly Notice[];
}

export interface Notice {
  readonly range: Range;
  readonly message: string;
  readonly hint: string;
}

/** An entry that could not be read. It stops a brief that cites it, and no other. */
export interface UnreadEntry extends Notice {
  /** Its key, where that could be made out. */
  readonly key?: string;
}

export interface References {
  readonly entries: readonly ReferenceEntry[];
  readonly problems: readonly UnreadEntry[];
}

/** Collects the fields of one source and their places. */
export class EntryBuilder {
  readonly #source: Record<string, unknown> = {};
  readonly #fields = new Map<string, Mark>();
  readonly #notices: Notice[] = [];

  /** Sets a field that is not there yet; what is empty is left out. */
  set(name: string, value: unknown, range: Range): void {
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (isEmpty || Object.hasOwn(this.#source, name)) return;
    this.#source[name] = value;
    this.#fields.set(name, { value: range });
  }

  /** Adds to a list, such as the authors. */
  add(name: string, values: readonly unknown[], range: Range): void {
    const before = (this.#source[name] as readonly unknown[] | undefined) ?? [];
    if (values.length === 0) return;
    this.#source[name] = [...before, ...values];
    if (!this.#fields.has(name)) this.#fields.set(name, { value: range });
  }

  notice(range: Range, message: string, hint: string): void {
    this.#notices.push({ range, message, hint });
  }

  get source(): Readonly<Record<string, unknown>> {
    return this.#source;
  }

  entry(range: Range): ReferenceEntry {
    return { source: this.#source, mark: { value: range, fields: this.#fields }, notices: this.#notices };
  }
}

/**
 * An id for an entry that has none, from its first author and year: `batdorj2024`, then `batdorj2024b`. It depends on
 * the entries before it alone, so that entries added at the end of a library change no id.
 */
export function madeId(source: Readonly<Record<string, unknown>>, taken: ReadonlySet<string>): string {
  const [author] = (source.author as readonly Record<string, string>[] | undefined) ?? [];
  const named = author?.family ?? author?.literal ?? String(source.title ?? 'source');
  const word =
    named
      .normalize('NFD')
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join('')
      .slice(0, 24) ?? 'source';
  const stem = `${word}${yearOf(source.issued)}`;
  for (let letter = 0; letter < 26; letter += 1) {
    const id = letter === 0 ? stem : `${stem}${String.fromCharCode(97 + letter)}`;
    if (!taken.has(id)) return id;
  }
  return `${stem}-${taken.size + 1}`;
}

function yearOf(issued: unknown): string {
  if (typeof issued === 'string') return issued.slice(0, 'YYYY'.length);
  const parts = (issued as { readonly 'date-parts'?: readonly (readonly unknown[])[] } | undefined)?.['date-parts'];
  return String(parts?.[0]?.[0] ?? '');
}

/** A digital object identifier without the address of its resolver. */
export function doiOf(value: string): string {
  return value.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
}

/**
 * The addresses in one field, which blanks or semicolons separate.
 * @param blank what stands for blanks within an address: nothing, where they are broken lines
 */
export function addressesIn(text: string, blank = ''): string[] {
  return (
    text
      .split(/[\s;,]+(?=(?:https?|ftp):\/\/|www\.)/i)
      .map((address) => address.trim().replace(/\s+/g, blank))
      .filter((address) => address !== '')
      // Browsers hide the scheme, and so it is not there when an address is copied.
      .map((address) => (HOST.test(address) ? `https://${address}` : address))
  );
}

/** A host and what may follow it. The end of a host is letters, or a DOI would look like one. */
const HOST = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?=[/?#:]|$)/i;

/** Sets the first of the addresses. A source has one; the others are reported. */
export function setAddress(entry: EntryBuilder, addresses: readonly string[], range: Range): void {
  const [first, ...others] = addresses;
  const before = entry.source.URL;
  if (first === undefined) return;
  const left = before === undefined ? others : [first, ...others];
  entry.set('URL', first, range);
  const unprinted = left.filter((address) => address !== (before ?? first));
  if (unprinted.length === 0) return;
  entry.notice(range, `The source has more than one address; ${unprinted.join(', ')} is not printed.`, ONE_ADDRESS);
}

const ONE_ADDRESS =
  'Give it an entry in `sources` of the brief with its `id` and another `URL`, if that one is wanted.';

/** Sets the language, where the library names one that there is. */
export function setLanguage(entry: EntryBuilder, written: string, range: Range): void {
  const tag = languageTag(written);
  if (tag !== null) entry.set('language', tag, range);
  else if (written.trim() !== '')
    entry.notice(
      range,
      `The language “${written.trim()}” is not known; the source has none.`,
      'Give a tag such as en or sv.',
    );
}
