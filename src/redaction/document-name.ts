/** What the name of a document reveals to those who may not read the whole brief. */
import { type Diagnostic, warning } from '../diagnostics/diagnostic.js';
import type { WithheldText } from './withheld.js';

/** Shorter words occur in too many names to reveal anything. */
const LEAST_LETTERS = 3;

interface Texts {
  readonly withheld: readonly WithheldText[];
  readonly shown: readonly string[];
}

/**
 * The words of an `id`, which names the files of an edition, that occur as names in what the edition withholds and
 * nowhere in what it shows. A common word occurs in many texts and reveals nothing.
 */
export function nameProblems(id: string, { withheld, shown }: Texts): readonly Diagnostic[] {
  const kept = new Set(shown.flatMap(wordsOf).map(fold));
  const telling = new Map(withheld.flatMap(({ text, isPerson }) => namesIn(text, isPerson === true)).map(byFolded));
  const found = wordsOf(id).filter((word) => telling.has(fold(word)) && !kept.has(fold(word)));
  return [...new Set(found)].map((word) =>
    warning(
      'edition-name',
      `The name of this edition, ${id}, has the word "${telling.get(fold(word))}" in it, which it withholds.`,
      {
        at: 'id',
        hints: ['Give the brief an `id` that every reader may know.'],
      },
    ),
  );
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu)?.filter((word) => [...word].length >= LEAST_LETTERS) ?? [];
}

/** Words with a capital letter or a digit, except a word that is capitalised only because it begins a sentence. */
function namesIn(text: string, isPerson: boolean): string[] {
  if (isPerson) return wordsOf(text);
  const first = /(?:^\P{L}*|[.!?:]\s+)\p{Lu}\p{Ll}*(?![\p{L}\p{N}])/gu;
  return wordsOf(text.includes(' ') ? text.replace(first, ' ') : text).filter((word) => /[\p{Lu}\p{N}]/u.test(word));
}

function byFolded(word: string): [string, string] {
  return [fold(word), word];
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
