/**
 * What is drawn for a text: some characters only affect the layout, and some that a font lacks are replaced by others.
 */

import { MARK_OF_DIRECTION } from '../direction/levels.js';
import type { Inline } from '../engine/node-shapes.js';

/** Letters, digits and punctuation that need no second look. */
const PLAIN = /^[\x20-\x7e\u00c0-\u024f\u0370-\u0482\u048a-\u052f]*$/;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Scripts whose letters take another shape beside a joiner or non-joiner. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Extended_Pictographic}]/u;

/**
 * What is drawn for a text. A soft hyphen is never measured: it shares its glyph with the hyphen, which then prints
 * blank. Unbreakable hyphens and spaces are drawn as the ordinary ones where the font lacks them.
 */
export function drawable(text: string, style: Inline): string {
  if (PLAIN.test(text)) return text;
  const has = (codePoint: number): boolean => style.font.font?.hasGlyphForCodePoint(codePoint) ?? true;
  let plain = text.replaceAll('\t', ' ');
  if (plain.search(INVISIBLE) >= 0) {
    const joins = JOINING.test(plain);
    const isJoiner = (mark: string): boolean => mark === '\u200c' || mark === '\u200d';
    plain = plain.replace(INVISIBLE, (mark) => (joins && isJoiner(mark) && has(mark.charCodeAt(0)) ? mark : ''));
  }
  if (!/[\u00a0\u2010\u2011\u202f]/.test(plain)) return plain;
  if (!has(0x2010)) plain = plain.replaceAll('\u2010', '-');
  if (!has(0x2011)) plain = plain.replaceAll('\u2011', '-');
  if (!has(0x202f)) plain = plain.replaceAll('\u202f', '\u00a0');
  if (!has(0xa0)) plain = plain.replaceAll('\u00a0', ' ');
  return plain;
}

/** What is drawn, with the marks of direction between, which are not. */
export function withMarks(text: string, style: Inline): string {
  const parts = text.split(MARK_OF_DIRECTION);
  return parts.map((part) => (MARK_OF_DIRECTION.test(part) ? part : drawable(part, style))).join('');
}
