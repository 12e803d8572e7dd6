import { type NormalForm, normalForm } from './normal-form.js';

/** The text of a source, and its normal forms: each is made once, and only when it is needed. */
export class KeptText {
  #exact: NormalForm | undefined;
  #unified: NormalForm | undefined;
  #words: WordIndex | undefined;

  constructor(readonly text: string) {}

  get exact(): NormalForm {
    this.#exact ??= normalForm(this.text, 'exact');
    return this.#exact;
  }

  get unified(): NormalForm {
    this.#unified ??= normalForm(this.text, 'unified');
    return this.#unified;
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

/** The words of a quote as the index has them. */
export function keysOf(words: string): string[] {
  return [...words.matchAll(WORD)].map(([word]) => keyOf(word));
}

function keyOf(word: string): string {
  return word.normalize('NFC').toLowerCase();
}
