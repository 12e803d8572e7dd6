import { createRequire } from 'node:module';
import { open } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { inShapingOrder, readingsOf } from '../../../src/pdf/fonts/shaping-order.js';
import shaped from './harfbuzz.json' with { type: 'json' };

const require = createRequire(import.meta.url);

interface Shaper {
  layout(text: string): {
    readonly glyphs: readonly { readonly id: number }[];
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
  };
}

/** Glyphs, advances and offsets as HarfBuzz 6.0 has them (`hb-shape --no-glyph-names`), word by word. */
describe.each(Object.entries(shaped))('%s', (file, words) => {
  it.each(Object.entries(words))('%s is shaped as HarfBuzz shapes it', async (word, expected) => {
    const font = (await open(require.resolve(file))) as unknown as Shaper;
    const { glyphs, positions } = font.layout(inShapingOrder(word));
    const ours = glyphs.map(({ id }, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      return [id, xAdvance, xOffset, yOffset];
    });
    expect(ours).toEqual(expected);
  });
});

describe('what glyphs are read as', () => {
  it.each([
    ['as they are drawn', 'abc', ['a', 'b', 'c'], ['a', 'b', 'c']],
    ['in the order of writing', 'हि', ['ि', 'ह'], ['ह', 'ि']],
    ['what is around stays', 'कहिक', ['क', 'ि', 'ह', 'क'], ['क', 'ह', 'ि', 'क']],
    ['letters that have become one', 'क्ष', ['क'], ['क्ष']],
    ['a glyph that says nothing', 'กำ', ['ก', 'ำ', ''], ['ก', 'ำ', '\u2060']],
    ['more glyphs than letters', 'กำ', ['ก', 'ํ', 'า'], ['ก', 'ำ', '\u2060']],
  ])('%s', (_, text, drawn, expected) => {
    expect(readingsOf(text, drawn)).toEqual(expected);
  });
});
