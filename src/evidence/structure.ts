/**
 * What the readers of kept copies say about a text besides its words. It travels within the text, as control characters
 * that no other text has, so that every offset stays an offset of one string.
 */

/** Here a cell, a list item, a heading or a column ends: the words around it are not one sentence. */
export const BARRIER = '\u001C';
/** What stands between these two may be left out: the mark of a note, the running head between two pages. */
export const ASIDE_BEGIN = '\u001D';
export const ASIDE_END = '\u001E';

/** A text from outside has none of these marks. */
export function withoutMarks(text: string): string {
  return text.replace(/[\u001C-\u001F]/g, ' ');
}

/** A text that may be left out. */
export function aside(text: string): string {
  return `${ASIDE_BEGIN}${text}${ASIDE_END}`;
}
