import { describe, expect, test } from 'vitest';
import {
  asLetters,
  isCombining,
  isHarmless,
  isLetter,
  isLineEnd,
  isSpace,
  isUnseen,
  isWordLike,
  lowered,
  raised,
  unified,
} from '../../src/evidence/characters.js';

const holds = (test: (character: string) => boolean, characters: readonly string[]) => characters.map(test);
const all = (count: number, value: boolean) => Array.from({ length: count }, () => value);

describe('kinds of characters', () => {
  test.each<[string, (character: string) => boolean, readonly string[], readonly string[]]>([
    ['letters', isLetter, ['a', 'z', 'A', 'Z', 'é', 'Ж', '法', '𝒳'], ['@', '[', '`', '{', '0', '', ' ', '\u0301', '²']],
    ['letters and numbers', isWordLike, ['a', '0', '9', '²', '½', '٥'], ['', '.', '-', '\u0301']],
    ['spaces', isSpace, [' ', '\t', '\n', '\u0000', '\u00A0', '\u2009', '\u3000', '\u2028'], ['!', 'a', '\u200B', 'é']],
    ['line ends', isLineEnd, ['\n', '\r', '\u0085', '\u2028', '\u2029'], [' ', '\t', '\u00A0']],
    ['combining', isCombining, ['\u0300', '\u0301', '\u0E35'], ['a', '', 'é', 'Ж']],
    ['harmless', isHarmless, ['\u00AD', '\u200B', '\u200F', '\u2060'], ['\u2067', '\uFE0F', 'a', ' ']],
  ])('%s', (_what, test, yes, no) => {
    expect(holds(test, yes)).toEqual(all(yes.length, true));
    expect(holds(test, no)).toEqual(all(no.length, false));
  });

  test('nobody sees marks of direction, selectors and tags, first and last of each range', () => {
    const unseen =
      '\u00AD \u034F \u061C \u180B \u180F \u200B \u200E \u200F \u202A \u202C \u2060 \u206F \uFE00 \uFE0F \uFEFF \u{E0000} \u{E01EF}';
    for (const character of unseen.split(' ')) expect(isUnseen(character, 'a'), character).toBe(true);
    const seen = '- \u00AC \u00AE \u034E \u0350 \u202D \u202E \u205F \u2070 \uFE10 \uFDFF \u{E01F0} a';
    for (const character of seen.split(' ')) expect(isUnseen(character, 'a'), character).toBe(false);
    expect(isUnseen('', 'a')).toBe(false);
  });

  test.each([
    ['', true],
    ['a', true],
    ['ω', true],
    ['ж', true],
    ['א', true],
    ['法', true],
    ['한', true],
    ['5', true],
    ['.', true],
    [' ', true],
    ['ی', false],
    ['क', false],
  ])('a joiner after %j: %s', (last, expected) => {
    expect(isUnseen('\u200C', last)).toBe(expected);
    expect(isUnseen('\u200D', last)).toBe(expected);
  });
});

test.each([
  ['ﬁ', 'fi'],
  ['ĳ', 'ij'],
  ['ﬀ', 'ff'],
  ['\uFEFC', '\u0644\u0627'],
  ['\uFDFA', '\u0635\u0644\u0649 \u0627\u0644\u0644\u0647 \u0639\u0644\u064A\u0647 \u0648\u0633\u0644\u0645'],
  ['²', '²'],
  ['Ａ', 'Ａ'],
  ['a', 'a'],
])('the letters of %s are %s', (character, letters) => {
  expect(asLetters(character)).toBe(letters);
});

test.each([
  ['"', 'x', "'"],
  ['`', 'x', "'"],
  ['’', 'x', "'"],
  ['»', 'x', "'"],
  ['」', 'x', "'"],
  ['–', 'x', '-'],
  ['−', 'x', '-'],
  ['-', 'x', '-'],
  ['…', 'x', '...'],
  ['\u0640', 'x', ''],
  ['²', 'm', '2'],
  ['⁰', 'm', '0'],
  ['⁹', 'm', '9'],
  ['²', '5', '²'],
  ['²', '', '²'],
  ['\u00B5', 'x', '\u03BC'],
  ['！', 'x', '!'],
  ['～', 'x', '~'],
  ['｟', 'x', '｟'],
  ['\uFF00', 'x', '\uFF00'],
  ['\uFF02', 'x', "'"],
  ['\uFF07', 'x', "'"],
  ['½', 'x', '½'],
  ['é', 'x', 'é'],
  ['a', 'x', 'a'],
])('%j after %j is %j where marks are taken for one', (character, last, expected) => {
  expect(unified(character, last)).toBe(expected);
});

test.each([
  ['6', '⁶', '₆'],
  ['0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹', '₀₁₂₃₄₅₆₇₈₉'],
  ['−6', '⁻⁶', '₋₆'],
  ['–6', '⁻⁶', '₋₆'],
  ['+6-', '⁺⁶⁻', '₊₆₋'],
  ['', '', ''],
  ['6a', null, null],
  ['a', null, null],
])('%j raised is %j, lowered %j', (text, high, low) => {
  expect(raised(text)).toBe(high);
  expect(lowered(text)).toBe(low);
});
