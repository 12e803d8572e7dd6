/** Whether a stretch of a text begins and ends where a word or a number does. */
import { HYPHENS, isCombining, isLetter, isWordLike } from './characters.js';
import { LINE_END, type NormalForm } from './normal-form.js';

/** Scripts without spaces between words: where a word ends cannot be seen. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** `legal` does not begin within `illegal`, `binding` not within `non-binding`, `500` not within `1 500` or `−500`. */
export function beginsWord({ text, gaps }: NormalForm, at: number): boolean {
  const [before, first] = [letterBefore(text, at), letterAt(text, at)];
  if (/^\p{Sc}/u.test(first) && isLetter(before)) return false;
  if (!isWordLike(first)) return !SIGN_OF_NUMBER.test(first) || !beginsWithinNumber(text, at);
  if (UNSPACED.test(first)) return true;
  const gap = gaps.get(at);
  if (gap !== undefined) return !joins(gap, before, first);
  if (isWordLike(before) || isCombining(before)) return false;
  return !isNumber(first) || !beginsWithinNumber(text, at);
}

/** `can` does not end within `can’t`, `2` not within `2.5`, `5` not within `5 %`. */
export function endsWord({ text, gaps }: NormalForm, end: number): boolean {
  const [last, after] = [letterBefore(text, end), letterAt(text, end)];
  if (isCombining(after)) return false;
  if (UNSPACED.test(last)) return true;
  const gap = gaps.get(end);
  if (gap !== undefined) return !joins(gap, last, after);
  if (isWordLike(last) || isCombining(last)) {
    if (isWordLike(after)) return false;
    if (/['\u2019]/.test(after) && isLetter(letterAt(text, end + 1))) return false;
  }
  return !endsWithinNumber(text, end);
}

/** Whether a mark without spaces joins what is beside it into one word or one number. */
function joins(gap: string, before: string, after: string): boolean {
  if (gap === LINE_END || (isNumber(before) && isNumber(after))) return true;
  return HYPHENS.includes(gap[0] ?? '') && !gap.endsWith(' ');
}

/** Marks within a number: decimal and thousands marks of all scripts, times, powers. */
const WITHIN = "[.,'\u2019\u00B4`:\u00B7\u2044\u066B\u066C\u00D7^]";
const SIGN_OF_NUMBER = /^[.,'\u2019:\u00B7\u066B\u066C%\u2030]/;
const FRACTION = '[\u00BC-\u00BE\u2150-\u215E]';

/** The end of a text after which a number cannot begin. */
const BEGUN = new RegExp(
  [
    `\\p{N}${WITHIN}`,
    // A decimal mark without a zero before it: `.5`, `·5`.
    '(?<![\\p{L}\\p{N}.])[.\u00B7\u066B]',
    // A sign: −5, ±5, <5, €5. Between two words or numbers it is a gap, and not in the text.
    '[-\u2010-\u2013\u2212+\u00B1<>\u2264\u2265~\u2248]',
    '\\p{Sc} ?',
    '\\p{N} \u00D7 ',
  ]
    .map((each) => `(?:${each})$`)
    .join('|'),
  'u',
);
const GOES_ON = new RegExp(
  `^(?:${WITHIN}\\p{N}|[\u207A\u207B]|${' '}?[%\u2030\u00B0]| ?\\p{Sc}(?! ?\\p{N})| ${FRACTION}| \u00D7 \\p{N})`,
  'u',
);

/** A group of digits as in `1 500 000`. A year has four, so what is beside it is another number. */
const GROUP_BEFORE = /(?<!\p{N})\p{N}{1,3} $/u;
const GROUP_AT_END = /(?<!\p{N})\p{N}{1,3}$/u;
const GROUP_AT_START = /^\p{N}{1,3}(?!\p{N})/u;
const GROUP_AFTER = /^ \p{N}{1,3}(?!\p{N})/u;

/** `9 – 11`: of about the same length, since `in 2024 – 12 people` are two numbers. */
const RANGE = /(?<!\p{N})(\p{N}{1,4}) [-\u2010-\u2013\u2212] (\p{N}{1,4})(?!\p{N})/gu;

function isRangeAt(text: string, at: number): boolean {
  const from = Math.max(0, at - AROUND);
  return [...text.slice(from, at + AROUND).matchAll(RANGE)].some(({ 0: range, 1: first = '', 2: last = '', index }) => {
    const isWithin = from + index < at && at < from + index + range.length;
    return isWithin && Math.abs(first.length - last.length) <= 1;
  });
}

/** How many characters beside a number are looked at. */
const AROUND = 8;

function beginsWithinNumber(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - AROUND), at);
  const after = text.slice(at, at + AROUND);
  if (!isNumber(after)) return isNumber(before.trimEnd().slice(-1)) && /^(?:[%\u2030]|.\p{N})/u.test(after);
  if (BEGUN.test(before) || isRangeAt(text, at)) return true;
  if (new RegExp(`^${FRACTION}`).test(after)) return /\p{N} $/u.test(before);
  return GROUP_BEFORE.test(before) && GROUP_AT_START.test(after);
}

function endsWithinNumber(text: string, end: number): boolean {
  const before = text.slice(Math.max(0, end - AROUND), end);
  const after = text.slice(end, end + AROUND);
  if (/\p{Sc}$/u.test(before)) return isNumber(after);
  if (new RegExp(`\\p{N}${WITHIN}$`, 'u').test(before)) return isNumber(after);
  if (!/\p{N}$/u.test(before)) return false;
  return GOES_ON.test(after) || isRangeAt(text, end) || (GROUP_AT_END.test(before) && GROUP_AFTER.test(after));
}

function isNumber(text: string): boolean {
  return /^\p{N}/u.test(text);
}

function letterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function letterBefore(text: string, at: number): string {
  const unit = text[at - 1] ?? '';
  return /[\uDC00-\uDFFF]/.test(unit) ? text.slice(at - 2, at) : unit;
}
