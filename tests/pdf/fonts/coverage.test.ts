import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { FONT_FILES } from '../../../src/materials/font-files.js';
import { Coverage, coverageOf } from '../../../src/pdf/fonts/coverage.js';

const require = createRequire(import.meta.url);
const bytesOf = (specifier: string): Uint8Array => new Uint8Array(readFileSync(require.resolve(specifier)));
const files = Object.values(FONT_FILES).flatMap((faces) => Object.values(faces));

describe('the coverage of a font', () => {
  it.each(files)('%s: as fontkit sees it', (specifier) => {
    const bytes = bytesOf(specifier);
    const coverage = coverageOf(bytes);
    const font = create(Buffer.from(bytes));
    const differing: number[] = [];
    for (let code = 0; code < 0x20000; code++) {
      if ((coverage?.has(code) ?? false) !== font.hasGlyphForCodePoint(code)) differing.push(code);
    }
    expect(differing).toEqual([]);
  });

  it('is nothing for bytes that are no font', () => {
    expect(coverageOf(new Uint8Array())).toBe(null);
    expect(coverageOf(new TextEncoder().encode('not a font, but long enough to have an offset'))).toBe(null);
    const font = bytesOf(files[0] ?? '');
    for (const length of [3, 11, 40, 300]) expect(coverageOf(font.slice(0, length))).toBe(null);
  });

  it.each([
    [0, [0, 0, 0, 0, 0, 0, ...Array.from({ length: 256 }, (_, code) => (code === 65 ? 3 : 0))], [65]],
    [6, [0, 6, 0, 0, 0, 0, 0x04, 0x10, 0, 3, 0, 1, 0, 0, 0, 2], [0x410, 0x412]],
    [
      12,
      [0, 12, 0, 0, 0, 0, 0, 28, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0xf6, 0, 0, 1, 0xf6, 2, 0, 0, 0, 0],
      [0x1f601, 0x1f602],
    ],
    [13, [0, 13, 0, 0, 0, 0, 0, 28, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 65, 0, 0, 0, 67, 0, 0, 0, 1], [65, 66, 67]],
  ])('reads subtables of format %i', (_format, subtable, expected) => {
    const font = [0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x63, 0x6d, 0x61, 0x70, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 0];
    const head = [0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12];
    const coverage = coverageOf(new Uint8Array([...font, ...head, ...subtable]));
    const found = Array.from({ length: 0x20000 }, (_, code) => code).filter((code) => coverage?.has(code));
    expect(found).toEqual(expected);
  });
});

describe('usual characters', () => {
  const tried = Array.from({ length: 0x3000 }, (_, codePoint) => codePoint);
  const coverageOf = (has: (codePoint: number) => boolean): Coverage => {
    const coverage = new Coverage();
    for (const codePoint of tried) if (has(codePoint)) coverage.add(codePoint);
    return coverage;
  };
  const full = coverageOf(() => true);
  const isUsual = (codePoint: number) => full.surelyHas(String.fromCodePoint(codePoint));

  it('are those of most texts', () => {
    expect(full.surelyHas('Déjà vu – it’s “5 §” — or ‘6’.')).toBe(true);
    expect(full.surelyHas('')).toBe(true);
    for (const other of ['a\t', 'a\u0100', 'a\u{1f600}', 'Łódź']) expect(full.surelyHas(other), other).toBe(false);
  });

  it('are known to be there where all of them are, whatever else is lacking', () => {
    expect(coverageOf(isUsual).surelyHas(String.fromCodePoint(...tried.filter(isUsual)))).toBe(true);
  });

  it('are looked at one by one where one is lacking, until it is added', () => {
    const coverage = coverageOf((codePoint) => isUsual(codePoint) && codePoint !== 0xa7);
    expect(coverage.surelyHas('a')).toBe(false);
    coverage.add(0xa7);
    expect(coverage.surelyHas('a')).toBe(true);
    for (const lacking of tried.filter(isUsual)) {
      expect(coverageOf((codePoint) => codePoint !== lacking).surelyHas('a'), String(lacking)).toBe(false);
    }
  });
});
