import { findQuote, type Passage, type QuoteContext } from './find-quote.js';
import type { KeptText } from './kept-text.js';
import { normalForm, shownWords } from './normal-form.js';

/** A longer prefix or suffix than this is tiresome to read in a brief. */
const MOST_WORDS = 20;
/** How many characters around a passage may become its context. */
const AROUND = 1000;

/**
 * The fewest words before or after a passage that distinguish it from others with the same words; null if twenty words
 * are not enough, as in a form that repeats itself.
 */
export function contextOf(words: string, kept: KeptText, passage: Passage): QuoteContext | null {
  const before = wordsOf(kept.text.slice(Math.max(0, passage.start - AROUND), passage.start));
  const after = wordsOf(kept.text.slice(passage.end, passage.end + AROUND));
  for (let count = 1; count <= MOST_WORDS; count += 1) {
    const [prefix, suffix] = [before.slice(-count).join(' '), after.slice(0, count).join(' ')];
    const contexts = [...(suffix ? [{ suffix }] : []), ...(prefix ? [{ prefix }] : []), { prefix, suffix }];
    const found = contexts.find((context) => isIt(findQuote(words, kept, context), passage));
    if (found !== undefined) return found;
  }
  return null;
}

/** The words of a passage as they are in its source, on one line, without hyphenation. */
export function wordsAt(kept: KeptText, { start, end }: Passage): string {
  return shownWords(normalForm(kept.text.slice(start, end), 'exact'));
}

/** A passage in its line: a few words before and after it. */
export function surroundings(kept: KeptText, { start, end }: Passage): { before: string; after: string } {
  const before = wordsOf(kept.text.slice(Math.max(0, start - AROUND), start)).slice(-6);
  const after = wordsOf(kept.text.slice(end, end + AROUND)).slice(0, 6);
  return { before: before.join(' '), after: after.join(' ') };
}

function wordsOf(text: string): string[] {
  return shownWords(normalForm(text, 'exact')).split(' ');
}

function isIt(match: ReturnType<typeof findQuote>, passage: Passage): boolean {
  return 'passage' in match && match.passage.start === passage.start;
}
