import type { SureText } from './extract/extracted.js';
import { type Asides, type Level, type NormalForm, normalForm } from './normal-form.js';
import { ASIDE_BEGIN } from './structure.js';

/** What a page contains besides what its reader sees. */
export interface Hidden {
  /** The text including what the page strikes out or does not show; null if there is no such text. */
  readonly withUnseen: string | null;
  /** What is certain to be seen so, where a style sheet leaves the rest in doubt. */
  readonly sure?: SureText | undefined;
}

/** The text of a source, and its normal forms: each is made once, and only when it is needed. */
export class KeptText {
  readonly #forms = new Map<string, NormalForm>();
  #words: WordIndex | undefined;
  #withUnseen: KeptText | undefined;
  #sure: KeptText | undefined;

  constructor(
    readonly text: string,
    private readonly hidden: Hidden = { withUnseen: null },
  ) {}

  form(level: Level, asides: Asides): NormalForm {
    const key = this.text.includes(ASIDE_BEGIN) ? `${level} ${asides}` : level;
    const known = this.#forms.get(key);
    if (known !== undefined) return known;
    const form = normalForm(this.text, level, asides);
    this.#forms.set(key, form);
    return form;
  }

  /** The text including what its reader does not see; null if there is no such text. */
  get withUnseen(): KeptText | null {
    if (this.hidden.withUnseen === null) return null;
    this.#withUnseen ??= new KeptText(this.hidden.withUnseen);
    return this.#withUnseen;
  }

  /** The text of which nothing is in doubt, and what puts the rest in doubt; null where nothing does. */
  get sure(): { readonly text: KeptText; readonly because: readonly string[] } | null {
    const { sure } = this.hidden;
    if (sure === undefined) return null;
    this.#sure ??= new KeptText(sure.text);
    return { text: this.#sure, because: sure.because };
  }

  get words(): WordIndex {
    this.#words ??= indexWords(this.text);
    return this.#words;
  }
}

/** Every word of a text: where it begins and ends, and the places of each different word. */
export interface WordIndex {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

function indexWords(text: string): WordIndex {
  const [starts, ends]: [number[], number[]] = [[], []];
  const places = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const key = keyOf(word);
    const known = places.get(key);
    if (known === undefined) places.set(key, [starts.length]);
    else known.push(starts.length);
    starts.push(index);
    ends.push(index + word.length);
  }
  return { starts, ends, places };
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a quote in the form of the index. */
export function keysOf(words: string): string[] {
  return [...words.matchAll(WORD)].map(([word]) => keyOf(word));
}

function keyOf(word: string): string {
  return word.normalize('NFC').toLowerCase();
}
