import { writtenRange } from '../../document/numbers.js';
import type { Likelihood } from '../../edition/text.js';
import type { Labels, Words } from './labels.js';

/** The range stands with the words, since readers take the words alone to mean very different odds. */
export function likelihoodWords(value: Likelihood, labels: Labels): Words {
  const { text, lang } = labels.termWords('likelihood', value.term);
  return { text: `${text} (${percentRange(value, labels)})`, lang };
}

export function percentRange({ low, high }: Likelihood, { wordLanguage }: Labels): string {
  return writtenRange(low, high, wordLanguage);
}
