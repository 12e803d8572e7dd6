import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pictureCopy, pictureKind } from '../../../src/layout/pictures/picture-copy.js';
import { readPicture } from '../../../src/layout/pictures/read-picture.js';
import { jpeg, png, svg } from '../files.js';
import { bitmapOf, CHANNELS, chunk, type PngForm, pngOf, pngWithAlpha, samplesOf } from './png-writer.js';

const FAMILY = 'House Sans';
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

function copyOf(bytes: Uint8Array) {
  const file = readPicture(bytes, FAMILY);
  if (file.kind === 'unfit') throw new Error(file.why);
  const copy = pictureCopy(file);
  expect(pictureKind(copy.bytes)).toBe(copy.ending);
  return { ...copy, file, again: readPicture(copy.bytes, FAMILY) };
}

/** The colours of every pixel, in words that do not depend on how they are packed. */
function pixelsOf(bytes: Uint8Array): string[] {
  const bitmap = bitmapOf(bytes);
  if (bitmap.kind !== 'raster') throw new Error('not a PNG');
  const inks = samplesOf(bitmap);
  const veil = bitmap.alpha === null ? null : inflateSync(bitmap.alpha);
  const { width, height, depth, colours } = bitmap;
  const channels = colours === 'rgb' ? 3 : 1;
  const rowBytes = Math.ceil((width * channels * depth) / 8);
  const sample = (x: number, y: number, c: number): number => {
    const bit = (x * channels + c) * depth;
    const bits = [...inks.subarray(y * rowBytes, (y + 1) * rowBytes)]
      .map((b) => b.toString(2).padStart(8, '0'))
      .join('');
    return Number.parseInt(bits.slice(bit, bit + depth), 2);
  };
  return Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const own = Array.from({ length: channels }, (_each, c) => sample(x, y, c));
    const seen =
      typeof colours === 'object'
        ? [...colours.palette.subarray((own[0] ?? 0) * 3, (own[0] ?? 0) * 3 + 3)]
        : own.map((value) => Math.round((value * 255) / (2 ** depth - 1)));
    return `${seen.length === 1 ? [seen[0], seen[0], seen[0]] : seen}/${veil?.[at] ?? 255}`;
  });
}

describe('a copy of a PNG has the same pixels', () => {
  const forms = [0, 2, 3, 4, 6].flatMap((kind) =>
    [1, 4, 8, 16].flatMap((depth) =>
      [false, true].map((interlaced): PngForm => ({ width: 5, height: 4, kind, depth, interlaced })),
    ),
  );
  const possible = forms.filter(({ kind, depth }) => kind === 0 || (kind === 3 ? depth < 16 : depth >= 8));
  const palette = chunk('PLTE', Buffer.from(Array.from({ length: 768 }, (_, i) => (i * 7) % 256)));

  test.each(possible)('colour type $kind with $depth bits, interlaced $interlaced', (form) => {
    const length = form.width * form.height * (CHANNELS[form.kind] ?? 1);
    const samples = Array.from({ length }, (_, i) => (i * 7919) % 2 ** form.depth);
    const original = pngOf(form, samples, ...(form.kind === 3 ? [palette, chunk('tRNS', Buffer.from([0, 90]))] : []));
    const { ending, bytes } = copyOf(original);
    expect(ending).toBe('png');
    expect(pixelsOf(bytes)).toEqual(pixelsOf(original));
  });

  test('and which way up it is', () => {
    const exif = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0]);
    const form: PngForm = { width: 3, height: 2, kind: 2, depth: 8, interlaced: false };
    const place = Buffer.concat([exif, Buffer.from('Ulaanbaatar')]);
    const { bytes, again } = copyOf(pngOf(form, new Array(18).fill(7), chunk('eXIf', place)));
    expect(again).toMatchObject({ width: 2, height: 3, bitmap: { orientation: 8 } });
    expect(textOf(bytes)).not.toContain('Ulaanbaatar');
  });

  test('and its size on paper, and nothing else that it held', () => {
    const physical = Buffer.from([0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]);
    const told = Buffer.from('Author\0Nightjar');
    const { bytes, again } = copyOf(
      png({
        width: 30,
        height: 20,
        extra: [
          ['pHYs', physical],
          ['tEXt', told],
        ],
      }),
    );
    expect(again).toMatchObject({ kind: 'bitmap', width: 30, height: 20 });
    expect(again.kind === 'bitmap' && again.density).toBeCloseTo(300, 0);
    expect(textOf(bytes)).not.toContain('Nightjar');
  });

  test('even where each of them lets something through', () => {
    expect(pixelsOf(copyOf(pngWithAlpha()).bytes)).toEqual(pixelsOf(pngWithAlpha()));
  });
});

describe('a copy of a photo', () => {
  test.each([undefined, 300])('stands as the photo stands, with a density of %s', (density) => {
    const told: readonly [number, Uint8Array] = [0xfe, new TextEncoder().encode('Nightjar')];
    const wish = { width: 30, height: 12, orientation: 6, extra: [told], ...(density && { density }) };
    const { ending, bytes, again } = copyOf(jpeg(wish));
    expect(ending).toBe('jpg');
    expect(again).toMatchObject({ width: 12, height: 30, density: density ?? null, bitmap: { orientation: 6 } });
    expect(textOf(bytes)).not.toContain('Nightjar');
    expect(textOf(bytes).indexOf('JFIF')).toBe(density === undefined ? -1 : 6);
  });
});

describe('a copy of a drawing', () => {
  test('has its size in points, and a font to fall back on', () => {
    const { ending, bytes } = copyOf(svg('<rect width="10" height="5"/><!-- Nightjar --><text y="9">Kyiv "1"</text>'));
    expect(ending).toBe('svg');
    expect(textOf(bytes)).toMatch(/^<svg [^>]*width="75pt" height="37\.5pt"/);
    expect(textOf(bytes)).toContain('font-family="House Sans, sans-serif"');
    expect(textOf(bytes)).not.toContain('Nightjar');
  });

  test('is as large as the drawing when it is read again', () => {
    const { file, again } = copyOf(svg('<rect width="10" height="5" stroke-width="2"/>'));
    expect(again).toMatchObject({ width: file.width, height: file.height });
  });

  test('holds its bitmaps', () => {
    const inner = `data:image/png;base64,${Buffer.from(pngWithAlpha()).toString('base64')}`;
    const { bytes, again } = copyOf(svg(`<image width="40" height="20" href="${inner}"/>`));
    expect(textOf(bytes)).toContain('href="data:image/png;base64,');
    expect(again).toMatchObject({ kind: 'svg', bitmaps: { 'bitmap-1': { width: 40, height: 20 } } });
  });
});

test.each(['', '%PDF-1.7', 'GIF89a', '<?xml version="1.0"?><svg/>'])('%j is no copy', (text) => {
  expect(pictureKind(new TextEncoder().encode(text))).toBeNull();
});
