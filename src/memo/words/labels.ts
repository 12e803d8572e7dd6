import {
  type Diagnostic,
  type Outcome,
  outcomeOf,
  type Place,
  warning,
  wholeFile,
} from '../../diagnostics/diagnostic.js';
import { section } from '../../syntax/setting-shape.js';
import { readSettings } from '../../syntax/settings.js';

/** Words of the program's own, and the language (BCP 47) that they are in. */
export interface Words {
  readonly text: string;
  readonly lang: string;
}

/** One label file: words for one language. */
export interface LabelFile {
  readonly labels: Readonly<Record<string, string>>;
  readonly terms: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Where its labels begin. */
  place?(): Place;
}

/** A label file that was read. */
export interface ReadLabels {
  readonly words: LabelFile;
  /** Where a key stands, by the names on the way to it. */
  placeOf(...steps: readonly string[]): Place;
}

const word = {
  kind: 'text',
  what: 'text; quote what YAML reads as a number or as true or false',
  maybeEmpty: true,
  isProse: true,
} as const;
const words = { kind: 'names', what: 'a map of keys to words', each: word } as const;
export const labelShape = section({
  labels: words,
  terms: { kind: 'names', what: 'a map of groups, each a map of keys to words', each: words },
});

/**
 * Reads a label file: `labels:` maps keys to words, `terms:` groups of keys to words. Words are plain text; `{name}` in
 * them is filled by the template.
 */
export function readLabels(file: string, source: string): Outcome<ReadLabels> {
  const about = { file, code: 'template-syntax', what: 'A label file' } as const;
  const { value, problems, placeOf } = readSettings(source, labelShape, about);
  const place = (...steps: readonly string[]) => placeOf(...steps) ?? wholeFile(file);
  return outcomeOf(
    { words: { labels: {}, terms: {}, ...value, place: () => place('labels') }, placeOf: place },
    problems,
  );
}

/**
 * The label files of a pack by language, those that win first. A file is read when its language is asked for: a build in
 * one language need not wait for six others.
 */
export type LabelFiles = readonly ReadonlyMap<string, () => LabelFile>[];

/**
 * Words in one language: from the language's own files, from those of the language without its region (`sv` for
 * `sv-FI`), and last from English. What had to be taken from English is remembered, for one warning.
 */
export class Labels {
  #fellBack = false;

  constructor(
    private readonly files: LabelFiles,
    readonly language: string,
  ) {}

  /** Every key there is in English, which is the full set. */
  static keys(files: LabelFiles): { labels: string[]; groups: string[] } {
    const { labels, terms } = Labels.english(files);
    return { labels: Object.keys(labels), groups: Object.keys(terms) };
  }

  /** Every word there is in English. */
  static english(files: LabelFiles): LabelFile {
    const english = files.flatMap((layer) => layer.get('en')?.() ?? []).toReversed();
    const terms: Record<string, Readonly<Record<string, string>>> = {};
    for (const file of english) {
      for (const [group, words] of Object.entries(file.terms)) terms[group] = { ...terms[group], ...words };
    }
    return { labels: Object.assign({}, ...english.map((file) => file.labels)), terms };
  }

  /**
   * The language of dates, lists and names of languages: that of the words around them. In a language without a label
   * file those are English, and `As of 4 سبتمبر 2024` is in no language at all.
   */
  get wordLanguage(): string {
    const isKnown = lookupChain(this.language).some((tag) => this.files.some((layer) => layer.has(tag)));
    return isKnown ? this.language : 'en';
  }

  label(key: string): string {
    return this.labelWords(key).text;
  }

  /** A label and the language that it is in. */
  labelWords(key: string): Words {
    return this.find((file) => file.labels[key]) ?? { text: key, lang: this.language };
  }

  /** A value without words (a pack's own) is shown as it is, hyphens as spaces. */
  term(group: string, value: string): string {
    return this.termWords(group, value).text;
  }

  /** A term and the language that it is in. */
  termWords(group: string, value: string): Words {
    const words = this.find((file) => file.terms[group]?.[value]);
    return words ?? { text: value.replaceAll('-', ' '), lang: this.language };
  }

  private find(read: (file: LabelFile) => string | undefined): Words | null {
    for (const tag of lookupChain(this.language)) {
      const text = this.findIn(tag, read);
      if (text !== undefined) return { text, lang: this.language };
    }
    const text = this.findIn('en', read);
    if (text === undefined) return null;
    this.#fellBack = true;
    return { text, lang: 'en' };
  }

  private findIn(tag: string, read: (file: LabelFile) => string | undefined): string | undefined {
    for (const layer of this.files) {
      const file = layer.get(tag)?.();
      const words = file === undefined ? undefined : read(file);
      if (words !== undefined) return words;
    }
    return undefined;
  }

  /**
   * One warning if anything was printed in English for want of words; the same for the printed document and the memo,
   * whatever each of them prints, so that it is reported once.
   */
  problems(folder: string): Diagnostic[] {
    if (!this.#fellBack) return [];
    const own = lookupChain(this.language).flatMap((tag) => this.files.flatMap((layer) => layer.get(tag)?.() ?? []));
    const place = own[0]?.place?.();
    if (place === undefined) {
      const message = `The template has no words in \`${this.language}\`; English ones are printed instead.`;
      const hint = `Add labels/${this.language}.yaml to the template pack; labels/en.yaml of the shared pack lists every key.`;
      const at = wholeFile(`${folder}/labels/${this.language}.yaml`);
      return [warning('template-label-missing', message, { at, hints: [hint] })];
    }
    const missing = this.#missing(own);
    const named = missing.slice(0, MOST_NAMED).map((key) => `\`${key}\``);
    const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : '';
    const message = `The words in \`${this.language}\` lack ${named.join(', ')}${more}; English ones are printed instead.`;
    const hints = ['Add them to this file; labels/en.yaml of the shared pack has every key in English.'];
    return [warning('template-label-missing', message, { at: place, hints })];
  }

  /** The keys that are in none of some files, in the order of the English ones. */
  #missing(own: readonly LabelFile[]): readonly string[] {
    const { labels, terms } = Labels.english(this.files);
    const values = Object.entries(terms).flatMap(([group, words]) =>
      Object.keys(words).map((key) => [group, key] as const),
    );
    return [
      ...Object.keys(labels).filter((key) => own.every((file) => file.labels[key] === undefined)),
      ...values
        .filter(([group, key]) => own.every((file) => file.terms[group]?.[key] === undefined))
        .map(([group, key]) => `${group}.${key}`),
    ];
  }
}

/** More of them would not be read. */
const MOST_NAMED = 8;

/** `sr-Cyrl-RS` → `sr-cyrl-rs`, `sr-cyrl`, `sr` */
function lookupChain(tag: string): string[] {
  const parts = tag.toLowerCase().split('-');
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('-'));
}
