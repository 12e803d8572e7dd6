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
  const USUAL = [
    [0x20, 0x7e],
    [0xa0, 0xff],
    [0x2013, 0x2014],
    [0x2018, 0x2019],
    [0x201c, 0x201d],
  ] as const;
  const usual = USUAL.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at));

  function coverageWithout(lacking: number | null): Coverage {
    const coverage = new Coverage();
    for (const codePoint of usual) if (codePoint !== lacking) coverage.add(codePoint);
    return coverage;
  }

  it('are known to be there where all of them are, and nothing else is in the text', () => {
    const coverage = coverageWithout(null);
    expect(coverage.surelyHas(String.fromCodePoint(...usual))).toBe(true);
    expect(coverage.surelyHas('')).toBe(true);
    for (const other of ['\t', '\u0085', '\u0100', '\u2012', '\u2015', '\u201a', '\u{1f600}']) {
      coverage.add(other.codePointAt(0) ?? 0);
      expect(coverage.surelyHas(`a${other}`), other).toBe(false);
    }
  });

  it('are looked at one by one where one is lacking', () => {
    for (const lacking of usual) {
      const coverage = coverageWithout(lacking);
      expect(coverage.surelyHas('a')).toBe(false);
      coverage.add(lacking);
      expect(coverage.surelyHas('a')).toBe(true);
    }
  });
});
