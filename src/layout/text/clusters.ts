/** Made when it is first needed: to make the first one of a process takes as long as to lay out a page. */
let segmenter: Intl.Segmenter | null = null;

/** One character, or characters that never join with another: those of Latin text, its punctuation and its currencies. */
const NEVER_JOINED = /^(?:[\u0020-\u007e\u00a0-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]*|.)$/u;

/** The characters as a reader sees them (grapheme clusters, UAX #29): a letter and its accents are one. */
export function clustersOf(text: string): string[] {
  if (NEVER_JOINED.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
