import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Bitmap, RasterBitmap } from '../../../src/layout/pictures/bitmap.js';
import { readBitmap } from '../../../src/layout/pictures/read-bitmap.js';
import { bitmapOf, CHANNELS, chunk, file, type PngForm, pngOf, samplesOf as samplesIn } from './png-writer.js';

const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const FORMS = Object.entries(DEPTHS).flatMap(([kind, depths]) =>
  depths.flatMap((depth) =>
    [false, true].map((interlaced): PngForm => ({ width: 13, height: 11, kind: Number(kind), depth, interlaced })),
  ),
);

function samplesOf({ width, height, kind, depth }: PngForm): number[] {
  const length = width * height * (CHANNELS[kind] ?? 1);
  return Array.from({ length }, (_, i) => (i * 7919 + (i >> 3) * 104_729) % 2 ** depth);
}

function unpacked(bytes: Uint8Array) {
  const bitmap = bitmapOf(bytes);
  if (bitmap.kind !== 'raster') throw new Error('not a PNG');
  const alpha = bitmap.alpha === null ? null : [...inflateSync(bitmap.alpha)];
  return { ...bitmap, colors: asBytes(bitmap, samplesIn(bitmap)), alpha };
}

/** Samples of any depth on the scale of a byte; places in a palette as they are. */
function asBytes({ width, depth, colours }: RasterBitmap, packed: Uint8Array): number[] {
  if (depth === 8) return [...packed];
  const inRow = width * (colours === 'rgb' ? 3 : 1);
  const rowBits = Math.ceil((inRow * depth) / 8) * 8;
  const bits = [...packed].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: (bits.length / rowBits) * inRow }, (_, index) => {
    const at = Math.floor(index / inRow) * rowBits + (index % inRow) * depth;
    const value = Number.parseInt(bits.slice(at, at + depth), 2);
    if (typeof colours === 'object') return value;
    return depth === 16 ? value >> 8 : (value * 255) / (2 ** depth - 1);
  });
}

const PALETTE = chunk('PLTE', Buffer.from(Array.from({ length: 768 }, (_, i) => i % 256)));

describe('the samples of a PNG', () => {
  it.each(FORMS)('of colour type $kind with $depth bits, interlaced $interlaced', (form) => {
    const samples = samplesOf(form);
    const channels = CHANNELS[form.kind] ?? 1;
    const hasAlpha = form.kind === 4 || form.kind === 6;
    const isAlpha = (index: number): boolean => hasAlpha && index % channels === channels - 1;
    const byte = (value: number): number => {
      if (form.kind === 3) return value;
      return form.depth === 16 ? value >> 8 : (value * 255) / (2 ** form.depth - 1);
    };
    const { colors, alpha, width, height } = unpacked(pngOf(form, samples, ...(form.kind === 3 ? [PALETTE] : [])));
    expect([width, height]).toEqual([13, 11]);
    expect([...colors]).toEqual(samples.filter((_, index) => !isAlpha(index)).map(byte));
    expect(alpha === null ? null : [...alpha]).toEqual(
      hasAlpha ? samples.filter((_, index) => isAlpha(index)).map(byte) : null,
    );
  });

  it('lets colours of a palette through as much as is said', () => {
    const form: PngForm = { width: 5, height: 1, kind: 3, depth: 2, interlaced: false };
    const { alpha } = unpacked(pngOf(form, [0, 1, 2, 3, 0], PALETTE, chunk('tRNS', Buffer.from([0, 128]))));
    expect([...(alpha ?? [])]).toEqual([0, 128, 255, 255, 0]);
  });

  it('lets the one transparent colour through', () => {
    const grey: PngForm = { width: 4, height: 1, kind: 0, depth: 4, interlaced: false };
    const { alpha } = unpacked(pngOf(grey, [0, 9, 15, 9], chunk('tRNS', Buffer.from([0, 9]))));
    expect([...(alpha ?? [])]).toEqual([255, 0, 255, 0]);
    const rgb: PngForm = { width: 2, height: 1, kind: 2, depth: 16, interlaced: false };
    const key = chunk('tRNS', Buffer.from([1, 0, 2, 0, 3, 1]));
    const other = unpacked(pngOf(rgb, [0x100, 0x200, 0x301, 0x100, 0x200, 0x300], key));
    expect([...(other.alpha ?? [])]).toEqual([0, 255]);
  });
});

describe('the data of a PNG', () => {
  const form: PngForm = { width: 5, height: 4, kind: 2, depth: 8, interlaced: false };
  const rows = (length: number) => deflateSync(Buffer.alloc(length));
  const read = (...chunks: Buffer[]) => readBitmap(file(form, chunks));

  it('are as long as its header says, neither more nor less', () => {
    const exact = form.height * (1 + form.width * 3);
    expect(read(chunk('IDAT', rows(exact))).kind).toBe('bitmap');
    for (const length of [exact - 1, exact + 1, exact + 100, 50_000_000]) {
      expect(read(chunk('IDAT', rows(length)))).toMatchObject({ kind: 'unfit', why: 'is a damaged PNG' });
    }
  });

  it('are refused where they are broken or have an unknown filter', () => {
    const broken = rows(64).subarray(0, 9);
    expect(read(chunk('IDAT', broken)).kind).toBe('unfit');
    expect(read(chunk('IDAT', deflateSync(Buffer.alloc(64, 7)))).kind).toBe('unfit');
    expect(read(chunk('IDAT', Buffer.alloc(0))).kind).toBe('unfit');
    expect(read()).toMatchObject({ kind: 'unfit' });
  });

  it('may be in many chunks', () => {
    const packed = rows(64);
    const chunks = [...packed].map((byte) => chunk('IDAT', Buffer.from([byte])));
    expect(read(...chunks).kind).toBe('bitmap');
  });

  it('carry nothing else on', () => {
    const secret = Buffer.from('Comment\0The desk of N. N. in Ulaanbaatar');
    const noise = Buffer.concat([rows(64), secret]);
    const bytes = Buffer.concat([
      file(form, [chunk('tEXt', secret), chunk('eXIf', secret), chunk('tIME', secret), chunk('IDAT', noise)]),
      secret,
    ]);
    expect(secretIn(bitmapOf(bytes))).toBe(false);
  });
});

describe('the orientation of a PNG', () => {
  const form: PngForm = { width: 3, height: 2, kind: 2, depth: 8, interlaced: false };
  const read = (exif: readonly number[]) =>
    readBitmap(pngOf(form, new Array(18).fill(7), chunk('eXIf', Buffer.from(exif))));
  const BIG = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const LITTLE = [0x49, 0x49, 42, 0, 8, 0, 0, 0];

  it('is read in both orders of bytes, and turns the size', () => {
    for (const exif of [
      [...BIG, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0],
      [...LITTLE, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0],
    ]) {
      const file = read(exif);
      expect(file).toMatchObject({ width: 2, height: 3, bitmap: { width: 3, height: 2, orientation: 6 } });
      expect(Object.keys('bitmap' in file ? file.bitmap : {})).not.toContain('exif');
    }
  });

  it.each([
    ['nothing', []],
    ['a head alone', BIG],
    ['a directory beyond its end', [0x4d, 0x4d, 0, 42, 0, 0, 0xff, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]],
    ['another tag', [...BIG, 0, 1, 1, 0x13, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]],
    ['an orientation that there is not', [...BIG, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 9, 0, 0, 0, 0, 0, 0]],
  ])('is upright where it holds %s', (_what, exif) => {
    expect(read(exif)).toMatchObject({ width: 3, height: 2, bitmap: { orientation: 1 } });
  });
});

function secretIn(bitmap: Bitmap): boolean {
  if (bitmap.kind !== 'raster') throw new Error('not a PNG');
  return [bitmap.samples, inflateSync(bitmap.samples)].some((bytes) => Buffer.from(bytes).includes('Ulaanbaatar'));
}
