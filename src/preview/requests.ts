/** What the page sends, read: a value that is not as the protocol has it is null. */
import { isMap } from '../syntax/values.js';
import type { Choice } from './protocol.js';

const CHOICES = ['brief', 'edition', 'language', 'template', 'paper'] as const;

export function readChoice(value: unknown): Choice | null {
  if (!isMap(value)) return null;
  const entries = Object.entries(value);
  const isChoice = entries.every(
    ([name, chosen]) => CHOICES.some((each) => each === name) && (chosen === null || typeof chosen === 'string'),
  );
  return isChoice ? (Object.fromEntries(entries) as Choice) : null;
}
