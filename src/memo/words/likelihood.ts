import type { Likelihood } from '../../edition/text.js';
import type { Labels } from './labels.js';

/** The range stands with the words, since readers take the words alone to mean very different odds. */
export function likelihoodWords(value: Likelihood, labels: Labels): string {
  return `${labels.term('likelihood', value.term)} (${percentRange(value)})`;
}

export function percentRange({ low, high }: Likelihood): string {
  return `${low}–${high}\u00A0%`;
}
