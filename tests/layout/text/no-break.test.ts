import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noBreakSpaces } from '../../../src/layout/text/no-break.js';
import { definitionOf, runsIn } from '../setting.js';

/** `_` stands for U+00A0, `~` for U+202F. */
const shown = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~');

describe('spaces that no line ends at', () => {
  it.each([
    ['en', 'on 2 September 2024, 40 % of 3 km', 'on 2_September 2024, 40_% of 3_km'],
    ['en', 'art. 87(7), § 5, no. 3 and article 97', 'art._87(7), §_5, no._3 and article_97'],
    ['en', 'J. R. Smith came, and so did B. That was all', 'J._R._Smith came, and so did B._That was all'],
    ['en', 'a word – and another', 'a word_– and another'],
    ['en', 'in May 3 men; 12 kmh; 2 Mayors; it is 5. March on', 'in May 3 men; 12 kmh; 2 Mayors; it is 5._March on'],
    ['en', 'in 2024 100 people', 'in 2024 100 people'],
    ['sv', '1 000 000 kr den 2 september', '1_000_000_kr den 2_september'],
    ['de', 'am 2. September, Art. 5 Abs. 2', 'am 2._September, Art._5 Abs._2'],
    ['fr', 'Quoi ? « Oui » : le 1er mai !', 'Quoi~? «~Oui~»~: le 1er_mai~!'],
    ['ru', 'встреча в Москве 2 сентября', 'встреча в_Москве 2_сентября'],
    ['mn', '2024 оны 9 дүгээр сарын 4', '2024_оны 9_дүгээр сарын 4'],
    ['xx-invalid!', '5 %', '5_%'],
  ])('%s: %s', (language, text, expected) => {
    expect(shown(noBreakSpaces(text, language))).toBe(expected);
  });

  it('changes nothing but spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('en', 'fr', 'ru', 'mn', 'sv'), (text, language) => {
        const plain = (each: string) => each.replace(/[\u00a0\u202f]/g, ' ');
        expect(plain(noBreakSpaces(text, language))).toBe(plain(text));
      }),
    );
  });

  it('leaves quotations, code and addresses as they stand', () => {
    const texts = (markdown: string) => runsIn(definitionOf(markdown).content).map(({ text }) => shown(text));
    expect(texts('5 %')).toEqual(['5_%']);
    expect(texts('> 5 %')).toEqual(['5 %']);
    expect(texts('`5 %`')).toEqual(['5 %']);
    expect(texts('[www.example.org 5 %](https://example.org)')).toContain('www.example.org 5 %');
    expect(texts('[grew by 5 %](https://example.org)')).toContain('grew by 5_%');
  });
});
