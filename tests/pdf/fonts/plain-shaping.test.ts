import fc from 'fast-check';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { FONT_FILES } from '../../../src/materials/font-files.js';
import { PlainShaper } from '../../../src/pdf/fonts/plain-shaping.js';
import { templateFiles } from '../../memo/packs.js';
import { readBundled } from './bundled.js';

interface Run {
  readonly glyphs: readonly {
    readonly id: number;
    readonly codePoints: readonly number[];
    readonly advanceWidth: number;
  }[];
  readonly positions: readonly object[];
  readonly advanceWidth: number;
}
interface Font {
  readonly _cmapProcessor: { lookup(codePoint: number): number };
  _glyphs: object;
  getGlyph(...given: readonly unknown[]): unknown;
  layout(text: string, features?: readonly string[], script?: null, language?: null, direction?: 'ltr'): Run;
}

const FACES = Object.entries(FONT_FILES).flatMap(([family, faces]) =>
  Object.keys(faces).map((face) => [family, face as 'normal'] as const),
);

function opened(bytes: Uint8Array) {
  const font = create(bytes) as unknown as Font;
  // fontkit keeps a glyph with the characters that it was first asked for; the program sees to it that it does not.
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (...given) => {
    font._glyphs = {};
    return getGlyph(...given);
  };
  const layout = (text: string, features?: readonly string[]) => font.layout(text, features, null, null, 'ltr');
  return { shaper: new PlainShaper(bytes, (code) => font._cmapProcessor.lookup(code)), layout };
}

const asData = ({ glyphs, positions, advanceWidth }: Run) => ({
  glyphs: glyphs.map(({ id, codePoints, advanceWidth: width }) => [id, [...codePoints], width]),
  positions: positions.map((position) => ({ ...position })),
  advanceWidth,
});

/** Every word of the labels, in twenty languages, and words with what fonts join. */
const WORDS = [
  ...new Set(
    [...templateFiles('shared')].flatMap(([path, text]) => (path.startsWith('labels/') ? text.split(/\s+/) : [])),
  ),
].filter((word) => word !== '');
const TRICKY = [
  'office',
  'affluent',
  'fjord',
  'fi',
  'ffi',
  'fff',
  'Qu',
  'AVATAR',
  'To.',
  'Ty,',
  '“T”',
  'ﬁ',
  'Åse',
  'ĳ',
  'Ǆ',
  '1/2',
  '3–4',
  '№ 5',
  'ﬀ',
  'ё',
  'Її',
  'ΑΥ',
  'f ',
  ' ',
  '--',
];

describe.each(FACES)('%s, %s', (family, face) => {
  const bytes = readBundled(family, face);
  if (bytes === null) throw new Error('no such font');
  const { shaper, layout } = opened(bytes);

  test('words are shaped as fontkit shapes them, or left to it', () => {
    for (const word of [...TRICKY, ...WORDS.filter((_, index) => index % 8 === 0)]) {
      for (const features of [undefined, ['tnum'], ['smcp', 'lnum']]) {
        const run = shaper.shape(word, features);
        if (run !== null) expect([word, asData(run)]).toEqual([word, asData(layout(word, features))]);
      }
    }
  });

  test('and so are any letters beside each other', () => {
    const letter = fc.constantFrom(...'aefijlstvwyAFLPTVWYäåéøœßżčğΑλЖяї0127.,:;-–—“”’!?()/& ');
    fc.assert(
      fc.property(fc.array(letter, { minLength: 1, maxLength: 8 }), (letters) => {
        const run = shaper.shape(letters.join(''), undefined);
        if (run !== null) expect(asData(run)).toEqual(asData(layout(letters.join(''))));
      }),
      { numRuns: 60 },
    );
  });
});

test('in the fonts of the usual theme, hardly any word is left to fontkit', () => {
  const words = [...TRICKY, ...WORDS].filter((word) => /^[\x20-\x7eà-ÿ“”–’]+$/.test(word));
  for (const family of ['Source Serif 4', 'Source Sans 3']) {
    const { shaper } = opened(readBundled(family, 'normal') ?? new Uint8Array());
    const left = words.filter((word) => shaper.shape(word, undefined) === null);
    expect(left.length / words.length).toBeLessThan(0.02);
  }
});

test.each(['é', 'שלום', 'سلام', 'ไทย', 'क्षि', 'a\u00adb', 'a\u200db', '1⁄2', '😀', 'a\tb', ''])(
  'left to fontkit: %j',
  (text) => {
    const { shaper } = opened(readBundled('DejaVu Sans', 'normal') ?? new Uint8Array());
    expect(shaper.shape(text.normalize('NFD'), undefined)).toBeNull();
  },
);

test('a font that is cut off or damaged is left to fontkit, whatever it says', () => {
  const whole = readBundled('Source Serif 4', 'normal') ?? new Uint8Array();
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255))), fc.nat(whole.length), (changes, length) => {
      const damaged = new Uint8Array(whole);
      for (const [at, byte] of changes) damaged[at] = byte;
      const shaper = new PlainShaper(damaged.subarray(0, length), (code) => code % 1000);
      for (const word of ['office', 'Wafers']) shaper.shape(word, undefined);
    }),
    { numRuns: 50 },
  );
});
