/**
 * What the readers of kept copies report about a text besides its words. It is kept within the text, as control
 * characters that no other text contains, so that every offset is an offset in one string.
 */

/** The end of a cell, a list item, a heading or a column: the words around it are not one sentence. */
export const BARRIER = '\u001C';
/** The text between these two may be left out: a footnote mark, or the running head between two pages. */
export const ASIDE_BEGIN = '\u001D';
export const ASIDE_END = '\u001E';

/** A text from outside, without any of these marks. */
export function withoutMarks(text: string): string {
  return text.replace(/[\u001C-\u001F]/g, ' ');
}

/** A text that may be left out. */
export function aside(text: string): string {
  return `${ASIDE_BEGIN}${text}${ASIDE_END}`;
}
