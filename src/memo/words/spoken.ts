import type { Inline } from '../../document/tree.js';
import type { Labels, Words } from './labels.js';

/** Whether they are in another language than their document, in which they would be read aloud and turned round wrongly. */
export function areForeign({ text, lang }: Words, { language }: Labels): boolean {
  return lang.toLowerCase() !== language.toLowerCase() && /\p{L}/u.test(text);
}

/** Words as nodes: in a span of their own language where that is not the document's. */
export function spokenNodes(words: Words, labels: Labels): Inline[] {
  return words.text === '' ? [] : inLanguage([{ type: 'text', value: words.text }], words, labels);
}

/** Nodes among which the words are, in the language of the words. */
export function inLanguage(children: readonly Inline[], words: Words, labels: Labels): Inline[] {
  return areForeign(words, labels) ? [{ type: 'span', lang: words.lang, isLabel: true, children }] : [...children];
}
