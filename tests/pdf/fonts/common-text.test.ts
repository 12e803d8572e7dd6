import { describe, expect, it } from 'vitest';
import { defaultTheme } from '../../../src/layout/theme/theme-default.js';
import { isInvisible } from '../../../src/pdf/fonts/characters.js';
import { isCommonText, isOfCommonLetters } from '../../../src/pdf/fonts/common-text.js';
import { FontLibrary } from '../../../src/pdf/fonts/library.js';
import { readBundled } from './bundled.js';

const { body, heading, mono, fallback } = defaultTheme.fonts;
const library = new FontLibrary(
  { fallback, kind: { [body]: 'serif', [heading]: 'sans', [mono]: 'mono' } },
  readBundled,
);
const FACES = ['normal', 'bold', 'italics', 'bolditalics'] as const;
const LOCALES = ['en', 'tr', 'az', 'lt', 'el', 'de', 'nl'];

const everyCharacter = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint)
  .filter((codePoint) => codePoint < 0xd800 || codePoint > 0xdfff)
  .map((codePoint) => String.fromCodePoint(codePoint));
const common = everyCharacter.filter(isCommonText);
const named = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`;

describe('common text', () => {
  it('is in the fonts of the usual theme: for texts, headings and code, in each face', () => {
    expect(common.length).toBeGreaterThan(2000);
    for (const family of [body, heading, mono]) {
      for (const face of FACES) {
        const fonts = library.chain(family).map((each) => library.coverage(each, face));
        const has = (character: string) => fonts.some((font) => font.has(character.codePointAt(0) ?? 0));
        expect(common.filter((each) => !isInvisible(each) && !has(each)).map(named)).toEqual([]);
      }
    }
  });

  it('stays so in capitals and small letters of any language, composed and decomposed', () => {
    const others = (text: string) => [
      ...LOCALES.flatMap((locale) => [text.toLocaleUpperCase(locale), text.toLocaleLowerCase(locale)]),
      ...[text.toUpperCase(), text.toLowerCase(), text.normalize('NFC'), text.normalize('NFD')],
    ];
    expect(common.filter((each) => !others(each).every(isCommonText)).map(named)).toEqual([]);
  });

  it('has what the layout adds to a text: marks of lists, arrows, dots, hyphens', () => {
    expect(isCommonText('•–—−…↑←→·×☐☑-‐‑●○▲■◆“”„«»’\u00a0\u202f')).toBe(true);
  });

  it('runs the way that its language does, and holds no lone halves', () => {
    expect(
      ['א', 'م', '\u200f', '\u202e', '\u2067', '\u200d', '\ud83d', '😀', '日', '\u0531'].filter(isCommonText),
    ).toEqual([]);
  });
});

describe('common letters', () => {
  it('are common text, and all in the first font after that of headings', () => {
    const [first = ''] = fallback.sans;
    const font = library.coverage(first, 'normal');
    const letters = everyCharacter.filter((each) => !/[\t\n\r]/.test(each) && isOfCommonLetters(each));
    expect(letters.filter((each) => !isCommonText(each))).toEqual([]);
    expect(letters.filter((each) => !isInvisible(each) && !font.has(each.codePointAt(0) ?? 0)).map(named)).toEqual([]);
    expect(['DRAFT', 'ПРОЕКТ', 'ТӨСӨЛ', 'ΣΧΈΔΙΟ', 'PROJEKT Ł'].every(isOfCommonLetters)).toBe(true);
    expect(isOfCommonLetters('DRAFT ☐')).toBe(false);
  });
});
