/** How single characters are treated when a quotation is compared with its source. */

/** Hyphens, which hold a word together. */
export const HYPHENS = '-\u2010\u2011';
export const DASHES = `${HYPHENS}\u2012\u2013\u2014\u2015\u2212`;
/** Marks that stand between two words or numbers without a space: dashes and slashes. */
export const JOINERS = `${DASHES}/\u2044`;
/** Quotation marks and apostrophes of all languages, geresh and gershayim included. */
const QUOTES =
  '"\'`\u00B4\u00AB\u00BB\u02BB\u02BC\u05F3\u05F4\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u2032\u2033\u2039\u203A\u300C\u300D\u300E\u300F\u301D\u301E\u301F';
export const SOFT_HYPHEN = '\u00AD';
const LINE_ENDS = '\n\r\u0085\u2028\u2029';
const TATWEEL = '\u0640';

/** Soft hyphens, zero-width spaces and direction marks: a quote may have them where its source has none. */
const HARMLESS = '\u00AD\u200B\u200E\u200F\u061C\u2060\uFEFF';

/**
 * Invisible characters: besides the harmless ones, the combining grapheme joiner, Mongolian's vowel separator,
 * embeddings and isolates, invisible operators, variation selectors and tags. The two overrides of direction are not
 * among them: they change what is read.
 */
const UNSEEN: readonly (readonly [from: number, to: number])[] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x180b, 0x180f],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x202a, 0x202c],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xe0000, 0xe01ef],
];

/** Scripts in which a joiner or a non-joiner does not change any letter. */
const UNJOINED =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hangul}\p{N}\p{P}\s]/u;

/** Whether a character after `last` is invisible. */
export function isUnseen(character: string, last: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return false;
  if (code === 0x200c || code === 0x200d) return last === '' || UNJOINED.test(last);
  return UNSEEN.some(([from, to]) => code >= from && code <= to);
}

/** Whether a quote may contain an invisible character that its source does not. */
export function isHarmless(character: string): boolean {
  return HARMLESS.includes(character);
}

export function isSpace(character: string): boolean {
  const code = character.charCodeAt(0);
  return code <= 0x20 || (code >= 0x80 && /^\s$/.test(character));
}

export function isLineEnd(character: string): boolean {
  return LINE_ENDS.includes(character);
}

export function isLetter(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return /^\p{L}/u.test(character);
}

/** A letter or a number. */
export function isWordLike(character: string): boolean {
  return isLetter(character) || /^\p{N}/u.test(character);
}

/** An accent, or a vowel sign attached to a letter. */
export function isCombining(character: string): boolean {
  return character.charCodeAt(0) >= 0x300 && /^\p{M}/u.test(character);
}

/** Ligatures and the printed shapes of letters, which some PDF writers use instead of the letters. */
const PRESENTATION_FORM = /^[\u0132\u0133\uFB00-\uFDFF\uFE70-\uFEFC]/;

/** The letters that a character stands for. */
export function asLetters(character: string): string {
  return PRESENTATION_FORM.test(character) ? character.normalize('NFKC') : character;
}

const RAISED_DIGITS = '\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079';

/**
 * A character without the typographer's choices: one quotation mark, one dash, three full stops for an ellipsis,
 * letters of full width as letters. The 2 of m² is a 2, the 6 of 10⁶ is not: 106 is another number.
 */
export function unified(character: string, last: string): string {
  const code = character.charCodeAt(0);
  if (code !== 0x22 && code !== 0x60 && code < 0x80) return character;
  if (QUOTES.includes(character)) return "'";
  if (DASHES.includes(character)) return '-';
  if (character === '\u2026') return '...';
  if (character === TATWEEL) return '';
  const digit = RAISED_DIGITS.indexOf(character);
  if (digit !== -1) return isLetter(last) ? String(digit) : character;
  if (code === 0xff02 || code === 0xff07) return "'";
  return code === 0xb5 || (code >= 0xff01 && code <= 0xff5e) ? character.normalize('NFKC') : character;
}

/** Raised and lowered digits; null if a character has no such form. */
export function raised(text: string): string | null {
  return shifted(text, `${RAISED_DIGITS}\u207A\u207B`);
}

export function lowered(text: string): string | null {
  return shifted(text, '\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089\u208A\u208B');
}

function shifted(text: string, forms: string): string | null {
  const found = [...text].map((character) => forms['0123456789+-'.indexOf(character.replace(/[\u2212\u2013]/, '-'))]);
  return found.includes(undefined) ? null : found.join('');
}
