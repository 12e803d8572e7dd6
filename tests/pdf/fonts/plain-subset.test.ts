import fc from 'fast-check';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { FONT_FILES } from '../../../src/materials/font-files.js';
import { plainSubset } from '../../../src/pdf/fonts/plain-subset.js';
import { readBundled } from './bundled.js';

const FACES = Object.entries(FONT_FILES).flatMap(([family, faces]) =>
  Object.keys(faces).map((face) => [family, face as 'normal'] as const),
);

function bytesOf(family: string, face: 'normal'): Uint8Array {
  const bytes = readBundled(family, face);
  if (bytes === null) throw new Error(`${family} ${face} does not come with the program`);
  return bytes;
}

interface Font {
  readonly numGlyphs: number;
  createSubset(): { readonly glyphs: number[]; includeGlyph(glyph: number): number; encode(): Uint8Array };
}

/** fontkit's file, and ours, of these glyphs; `again` are in it a second time, as glyphs of another meaning are. */
function both(bytes: Uint8Array, glyphs: readonly number[], again: readonly number[] = []) {
  const font = create(bytes as Buffer) as unknown as Font;
  const subset = font.createSubset();
  for (const glyph of glyphs) subset.includeGlyph(glyph % font.numGlyphs);
  subset.glyphs.push(...again.map((at) => subset.glyphs[at % subset.glyphs.length] ?? 0));
  const wanted = [...subset.glyphs];
  return { theirs: Buffer.from(subset.encode()), ours: plainSubset(bytes, wanted) };
}

describe('a font cut down without fontkit', () => {
  test.each(FACES)('%s %s is what fontkit writes, byte for byte', (family, face) => {
    const bytes = bytesOf(family, face);
    const some = fc.array(fc.nat(65_535), { maxLength: 120 });
    fc.assert(
      fc.property(some, fc.array(fc.nat(300), { maxLength: 4 }), (glyphs, again) => {
        const { theirs, ours } = both(bytes, glyphs, again);
        expect(ours !== null && theirs.equals(ours)).toBe(true);
      }),
      { numRuns: 8, seed: 11 },
    );
  });

  test('leaves the font as it was', () => {
    const bytes = Uint8Array.from(bytesOf('Source Sans 3', 'normal'));
    const before = Uint8Array.from(bytes);
    plainSubset(Buffer.from(bytes.buffer), [0, 40, 300]);
    expect(Buffer.compare(bytes, before)).toBe(0);
  });

  test('is left to fontkit where an outline goes on behind its end, or lies outside the file', () => {
    const bytes = Uint8Array.from(bytesOf('Source Sans 3', 'normal'));
    const view = new DataView(bytes.buffer);
    const table = (tag: string) => {
      let record = 12;
      while (Buffer.from(bytes.subarray(record, record + 4)).toString() !== tag) record += 16;
      return view.getUint32(record + 8);
    };
    const outline = table('glyf') + view.getUint32(table('loca') + 4 * 40);
    expect(view.getInt16(outline)).toBeGreaterThan(0);
    expect(plainSubset(bytes, [0, 40])).not.toBeNull();
    const points = outline + 10 + 2 * (view.getInt16(outline) - 1);
    const before = view.getUint16(points);
    view.setUint16(points, 4000);
    expect(plainSubset(bytes, [0, 40])).toBeNull();
    view.setUint16(points, before);
    view.setUint32(table('loca') + 4 * 41, 0x7f7f7f7f);
    expect(plainSubset(bytes, [0, 40])).toBeNull();
    expect(plainSubset(bytes, [0])).not.toBeNull();
  });
});
