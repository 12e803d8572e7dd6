import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidths, sharedWidths } from '../../../src/layout/blocks/column-widths.js';
import { cleanCode, cleanText, inCapitals, phrases } from '../../../src/layout/text/clean-text.js';
import { longestWord, shortened, textWidth } from '../../../src/layout/text/text-width.js';
import { facesOf } from '../../../src/layout/theme/faces.js';
import { defaultTheme } from '../../../src/layout/theme/theme.js';
import { baseLine, drop, styleOf, styleOfText } from '../../../src/layout/theme/typeface.js';

import { ascents, blocksOf, documentOf, layout, madeBy, runsIn } from '../setting.js';

const faces = facesOf(defaultTheme, ascents);

describe('text for paper', () => {
  it.each([
    ['soft\u00adhyphen', 'softhyphen'],
    ['zero\u200bwidth\u2060\ufeff', 'zerowidth'],
    ['a\u202eb\u2066c\u200f', 'abc'],
    ['non\u2011breaking', 'non-breaking'],
    ['10\u00a0%\u202f!', '10\u00a0%\u202f!'],
    ['tab\tand\nline\u2028end', 'tab and line end'],
    ['bell\u0007 nul\u0000 c1\u0090', 'bell nul c1'],
    ['heart\u2764\ufe0f', 'heart\u2764'],
    ['e\u0301', '\u00e9'],
    ['half \ud800 pair', 'half \ufffd pair'],
    ['mis\u200cplaced', 'misplaced'],
    ['\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'],
  ])('%j is %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('is the same whether or not other letters stand beside it', () => {
    for (let unit = 0x20; unit < 0xd800; unit++) {
      const text = `a${String.fromCharCode(unit)} `;
      expect(`${cleanText(text)}Ж`, unit.toString(16)).toBe(cleanText(`${text}Ж`));
    }
  });

  it('has the capitals of its language, known or not', () => {
    expect(['tr', 'de', 'not a language'].map((language) => inCapitals('iß', language))).toEqual(['İSS', 'ISS', 'ISS']);
  });

  it('keeps lines and columns of code', () => {
    expect(cleanCode('a\tb\r\n\tc\n  d')).toBe('a   b\n    c\n  d');
  });

  it('keeps words with a non-breaking hyphen whole, unless they are too long for a line', () => {
    expect(phrases('see non\u2011breaking, and')).toEqual([
      { text: 'see ', whole: false },
      { text: 'non-breaking,', whole: true },
      { text: ' and', whole: false },
    ]);
    expect(phrases(`${'x'.repeat(30)}\u2011y`)).toMatchObject([{ whole: false }]);
  });
  it('keep the marks of direction, which the page setter minds, and no override', () => {
    expect(phrases('a\u200f\u202eb\u00ad')).toEqual([{ text: 'a\u200fb', whole: false }]);
  });

  it('has nothing that has no glyph, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/[\u0000-\u001f\u00ad\u200b\u2011\ufeff]/);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

describe('faces', () => {
  it('stand on the lines of their leading, with the base line where the font has it', () => {
    for (const face of [faces.body, faces.table, faces.code]) {
      expect(styleOf(face)).toMatchObject({ leading: face.leading, baseLine: face.ascent * face.size });
    }
  });

  it.each([
    ['a font that says it is higher than any line', 3],
    ['a font that says it has no height', 0],
  ])('keep the base line of %s within its line', (_, ascent) => {
    const { size, leading } = faces.body;
    const at = baseLine({ ...faces.body, ascent });
    expect(at).toBeGreaterThanOrEqual(size * 0.5);
    expect(at).toBeLessThan(leading);
  });

  it('of two sizes share a base line', () => {
    expect(drop(faces.label, faces.field) + baseLine(faces.label)).toBeCloseTo(baseLine(faces.field), 2);
  });
});

describe('estimated widths', () => {
  it('are near to what the font says', () => {
    // Measured with fontkit: Source Sans 3 regular, 0.401 em a letter; Source Serif 4 regular, 0.458.
    const text =
      'The visit was the first to a state party since the warrant, and the government did not act on the request of the Court.';
    expect(textWidth(text, { ...faces.table, size: 10 }) / (4.01 * text.length)).toBeCloseTo(1, 1);
    expect(textWidth(text, { ...faces.body, size: 10 }) / (4.58 * text.length)).toBeCloseTo(1, 1);
  });

  it('are the sum of those of the characters, whatever the script; but digits among Chinese are as wide as that font has them', () => {
    const face = { ...faces.table, size: 10, tracking: 0.5 };
    const width = (text: string) => textWidth(text, face);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), (characters) => {
        const text = characters.join('').replace(/\d/g, '');
        expect(width(text)).toBeCloseTo(
          [...text].reduce((sum, each) => sum + width(each), 0),
          6,
        );
      }),
    );
    expect(width('2024')).toBeLessThan(width('0') * 4.001);
    expect(width('漢2024') - width('漢')).toBeGreaterThan(width('2024') + 1);
    expect(width('ᄀ2024') - width('ᄀ')).toBeGreaterThan(width('2024') + 1);
  });

  it('know the longest word, and do not part what may not be parted', () => {
    expect(longestWord('a bb ccc', faces.table)).toBe(textWidth('ccc', faces.table));
    expect(longestWord('a 1\u00a0000', faces.table)).toBe(textWidth('1\u00a0000', faces.table));
  });

  it('shorten at a word', () => {
    expect(shortened('one two three', faces.table, 1000)).toBe('one two three');
    expect(shortened('one two, three', faces.table, textWidth('one two, th', faces.table))).toBe('one two…');
  });
});

describe('widths of columns', () => {
  const claim = fc
    .tuple(fc.float({ min: 0, max: 500, noNaN: true }), fc.float({ min: 0, max: 500, noNaN: true }))
    .map(([min, more]) => ({ min, natural: min + more }));
  const claims = fc.array(claim, { minLength: 1, maxLength: 40 });
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

  it('are never more than the room, and never less than a word while words fit', () => {
    fc.assert(
      fc.property(claims, fc.float({ min: 1, max: 600, noNaN: true }), (wishes, room) => {
        const widths = columnWidths(wishes, room);
        expect(sum(widths)).toBeLessThanOrEqual(room + 1e-3);
        for (const width of widths) expect(width).toBeGreaterThanOrEqual(0);
        if (sum(wishes.map((wish) => wish.min)) > room) return;
        for (const [index, { min }] of wishes.entries()) expect(widths[index]).toBeGreaterThanOrEqual(min - 1e-3);
      }),
    );
  });

  it('that are shared are the room', () => {
    const shares = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), claim), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(shares, fc.float({ min: 1, max: 600, noNaN: true }), (wishes, room) => {
        const widths = sharedWidths(
          wishes.map(([share]) => share),
          wishes.map(([, wish]) => wish),
          room,
        );
        expect(sum(widths)).toBeCloseTo(room, 2);
        for (const width of widths) expect(width).toBeGreaterThanOrEqual(-1e-3);
      }),
    );
  });
});

describe('widths of columns that are shared', () => {
  const claim = (min: number, natural: number) => ({ min, natural });

  it('are as told where no line is broken for it', () => {
    expect(sharedWidths([2, 3, 1], [claim(5, 10), claim(5, 10), claim(5, 10)], 120)).toEqual([40, 60, 20]);
  });

  it('keep a few words on one line', () => {
    const [first = 0, second = 0, third = 0] = sharedWidths(
      [8, 1, 8],
      [claim(20, 400), claim(20, 58), claim(20, 400)],
      300,
    );
    expect(second).toBeCloseTo(58, 3);
    expect(first).toBeCloseTo(third, 3);
  });

  it('take no more than the longest line while others break theirs', () => {
    const [first = 0, second = 0] = sharedWidths([1, 1], [claim(20, 90), claim(20, 500)], 300);
    expect(first).toBeCloseTo(90, 3);
    expect(second).toBeCloseTo(210, 3);
  });
});

describe('letters that join', () => {
  it.each([
    '\u062e\u0644\u0627\u0635\u0629',
    '\u0938\u093e\u0930\u093e\u0902\u0936',
    'TLP \u062e\u0644\u0627\u0635\u0629',
  ])('are not spaced: %s', (text) => {
    expect(styleOfText(faces.label, text).characterSpacing).toBe(0);
  });

  it.each(['SUMMARY', '\u05ea\u05e7\u05e6\u05d9\u05e8', '\u0418\u0422\u041e\u0413'])('are no others: %s', (text) => {
    expect(styleOfText(faces.label, text).characterSpacing).toBeGreaterThan(0);
  });
});

describe('a label in capitals', () => {
  const labelIn = (language: string, ofWords: string, label: string) => {
    const document = documentOf(blocksOf(`:::bottom-line{title="${label}"}\na\n:::`));
    const words = { ...document.words, language: ofWords };
    const { content } = madeBy(layout({ ...document, language, words }));
    return runsIn(content).map(({ text }) => text);
  };

  it.each([
    ['tr', 'tr', 'bilgi', 'B\u0130LG\u0130'],
    // No labels are written in Turkish: they are in English.
    ['tr', 'en', 'edition', 'EDITION'],
    ['de', 'de', 'Ma\u00dfnahme', 'MASSNAHME'],
    ['el', 'el', '\u03ad\u03ba\u03b4\u03bf\u03c3\u03b7', '\u0395\u039a\u0394\u039f\u03a3\u0397'],
  ])('in %s, with words in %s: %s', (language, ofWords, label, capitals) => {
    expect(labelIn(language, ofWords, label)).toContain(capitals);
  });
});
