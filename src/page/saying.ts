/** Words to the person about what could not be done. */
import type { Problem } from '../preview/protocol.js';
import { Refused } from './address.js';
import { page, say } from './model.js';
import { words } from './words/words.js';

/** What the server says is in English; in another language a sentence of the page's own is before it. */
export function sayFault(fault: unknown): void {
  if (!(fault instanceof Refused)) say(words().notReached, true);
  else sayInEnglish(fault.message, words().refusals(fault.refusal.refused));
}

export function sayProblem({ code, message }: Problem): void {
  sayInEnglish(message, words().problemTitle(code));
}

function sayInEnglish(text: string, title: string | null): void {
  page.set({ notice: { text, title, isBad: true, lang: 'en' } });
}
