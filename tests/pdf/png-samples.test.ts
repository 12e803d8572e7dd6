import { describe, expect, it } from 'vitest';
import { readPng } from '../../src/pdf/png.js';
import { pngSamples } from '../../src/pdf/png-samples.js';
import { CHANNELS, chunk, type PngForm, pngOf } from './png.js';

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

async function unpacked(bytes: Uint8Array) {
  const png = await readPng(bytes);
  if (typeof png === 'string') throw new Error(png);
  return pngSamples(png.header, png.chunks);
}

const PALETTE = chunk('PLTE', Buffer.from(Array.from({ length: 768 }, (_, i) => i % 256)));

describe('the samples of a PNG', () => {
  it.each(FORMS)('of colour type $kind with $depth bits, interlaced $interlaced', async (form) => {
    const samples = samplesOf(form);
    const channels = CHANNELS[form.kind] ?? 1;
    const hasAlpha = form.kind === 4 || form.kind === 6;
    const isAlpha = (index: number): boolean => hasAlpha && index % channels === channels - 1;
    const byte = (value: number): number => {
      if (form.kind === 3) return value;
      return form.depth === 16 ? value >> 8 : (value * 255) / (2 ** form.depth - 1);
    };
    const { colors, alpha, width, height } = await unpacked(
      pngOf(form, samples, ...(form.kind === 3 ? [PALETTE] : [])),
    );
    expect([width, height]).toEqual([13, 11]);
    expect([...colors]).toEqual(samples.filter((_, index) => !isAlpha(index)).map(byte));
    expect(alpha === null ? null : [...alpha]).toEqual(
      hasAlpha ? samples.filter((_, index) => isAlpha(index)).map(byte) : null,
    );
  });

  it('lets colours of a palette through as much as is said', async () => {
    const form: PngForm = { width: 5, height: 1, kind: 3, depth: 2, interlaced: false };
    const { alpha } = await unpacked(pngOf(form, [0, 1, 2, 3, 0], PALETTE, chunk('tRNS', Buffer.from([0, 128]))));
    expect([...(alpha ?? [])]).toEqual([0, 128, 255, 255, 0]);
  });

  it('lets the one transparent colour through', async () => {
    const grey: PngForm = { width: 4, height: 1, kind: 0, depth: 4, interlaced: false };
    const { alpha } = await unpacked(pngOf(grey, [0, 9, 15, 9], chunk('tRNS', Buffer.from([0, 9]))));
    expect([...(alpha ?? [])]).toEqual([255, 0, 255, 0]);
    const rgb: PngForm = { width: 2, height: 1, kind: 2, depth: 16, interlaced: false };
    const key = chunk('tRNS', Buffer.from([1, 0, 2, 0, 3, 1]));
    const other = await unpacked(pngOf(rgb, [0x100, 0x200, 0x301, 0x100, 0x200, 0x300], key));
    expect([...(other.alpha ?? [])]).toEqual([0, 255]);
  });
});
