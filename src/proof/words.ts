/** Text as it is compared: letters and digits alone, since spaces, hyphens, quotes and case are what a page setter changes. */

export interface Word {
  /** As it is compared. */
  readonly letters: string;
  /** As it was written. */
  readonly written: string;
}

/** Scripts that are written without spaces, or, as Korean, join endings to names: each character counts as a word. */
const JOINED =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]';
const JOINED_WORD = new RegExp(JOINED, 'u');
const WORD = new RegExp(`(?=${JOINED})[\\p{L}\\p{N}]\\p{M}*|(?:(?!${JOINED})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** The same letter in two spellings: `Müller` is `Mueller`, `Weiß` is `Weiss`. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ...{
    ä: 'ae',
    ö: 'oe',
    ü: 'ue',
    ß: 'ss',
    æ: 'ae',
    ø: 'oe',
    å: 'aa',
    œ: 'oe',
    þ: 'th',
    ð: 'd',
    đ: 'd',
    ł: 'l',
    ı: 'i',
  },
};
const SPELT = new RegExp(`[${Object.keys(SPELLINGS).join('')}]`, 'g');

export function wordsIn(text: string): readonly Word[] {
  const written =
    text
      .normalize('NFKC')
      .replace(/\u00ad/g, '')
      .match(WORD) ?? [];
  return written.map((word) => ({ letters: folded(word), written: word }));
}

/** Their letters, in one case and one spelling. */
export function wordsOf(text: string): readonly string[] {
  return wordsIn(text).map(({ letters }) => letters);
}

function folded(word: string): string {
  return word.toLowerCase().replace(SPELT, (letter) => SPELLINGS[letter] ?? letter);
}

/** A text without accents: who cannot type them leaves them out. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .replace(/[æøßœłđıÆØŒŁĐ]/g, (letter) => PLAIN[letter] ?? letter);
}

const PLAIN: Readonly<Record<string, string>> = {
  ...{ æ: 'a', ø: 'o', ß: 's', œ: 'o', ł: 'l', đ: 'd', ı: 'i', Æ: 'A', Ø: 'O', Œ: 'O', Ł: 'L', Đ: 'D' },
};

/** Whether a text is of a script without spaces, at least in part. */
export function isJoined(text: string): boolean {
  return JOINED_WORD.test(text);
}

/** How many letters of an alphabet a word is worth: a Chinese character says more than a letter. */
export function weightOf(word: string): number {
  if (!isJoined(word)) return word.length;
  return /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(word) ? 2 : 3;
}

/** What may stand between the digits of one number. */
const BETWEEN = "[\\s.\\-()/+·'’_\\u2010-\\u2015\\u2212]{0,3}";
const DIGITS = new RegExp(`\\p{Nd}(?:${BETWEEN}\\p{Nd})*`, 'gu');

/** The numbers in a text, whatever parts their digits. Two that stand side by side are one. */
export function digitsIn(text: string): readonly string[] {
  return (text.normalize('NFKC').match(DIGITS) ?? []).map((run) => [...run].flatMap(digitOf).join(''));
}

/** In Unicode the digits of every script are ten in a row, zero first. */
function digitOf(character: string): string[] {
  if (!/\p{Nd}/u.test(character)) return [];
  if (/[0-9]/.test(character)) return [character];
  let zero = character.codePointAt(0) ?? 0;
  const code = zero;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return [String(code - zero)];
}
