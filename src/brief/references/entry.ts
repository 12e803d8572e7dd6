import type { SyntaxProblem } from '../../syntax/construct.js';
import type { Mark, Range } from '../../syntax/places.js';

/** A source that was read from a file of references, in the names of CSL-JSON, and where its fields stand. */
export interface ReferenceEntry {
  readonly source: Readonly<Record<string, unknown>>;
  readonly mark: Mark;
}

export interface References {
  readonly entries: readonly ReferenceEntry[];
  readonly problems: readonly SyntaxProblem[];
}

/** Collects the fields of one source and their places. */
export class EntryBuilder {
  readonly #source: Record<string, unknown> = {};
  readonly #fields = new Map<string, Mark>();

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

  get(name: string): unknown {
    return this.#source[name];
  }

  entry(range: Range): ReferenceEntry {
    return { source: this.#source, mark: { value: range, fields: this.#fields } };
  }
}

export function problemAt(range: Range, message: string, hint: string): SyntaxProblem {
  return { code: 'syntax-references', range, message, hint };
}

const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  american: 'en',
  british: 'en',
  ukenglish: 'en',
  usenglish: 'en',
  swedish: 'sv',
  german: 'de',
  ngerman: 'de',
  french: 'fr',
  russian: 'ru',
  ukrainian: 'uk',
  mongolian: 'mn',
  danish: 'da',
  norwegian: 'nb',
  finnish: 'fi',
  dutch: 'nl',
  spanish: 'es',
  italian: 'it',
  polish: 'pl',
  portuguese: 'pt',
  arabic: 'ar',
  chinese: 'zh',
  japanese: 'ja',
  greek: 'el',
}; // prettier-ignore

/** The tag of a language that may be given by its English name. */
export function languageTag(value: string): string {
  return LANGUAGES[value.trim().toLowerCase()] ?? value.trim();
}
