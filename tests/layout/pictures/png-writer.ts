import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { Bitmap, RasterBitmap } from '../../../src/layout/pictures/bitmap.js';
import { unfilter } from '../../../src/layout/pictures/png-rows.js';
import { readBitmap } from '../../../src/layout/pictures/read-bitmap.js';

/** A PNG of 40 × 20 pixels with transparency, the same every time. */
export function pngWithAlpha(shade = 120): Uint8Array {
  const width = 40;
  const height = 20;
  const rows = Buffer.alloc((width * 4 + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows.set([x * 6, y * 12, shade, 255 - x * 3], y * (width * 4 + 1) + 1 + x * 4);
  }
  return file({ width, height, depth: 8, kind: 6, interlaced: false }, [chunk('IDAT', deflateSync(rows))]);
}

export interface PngForm {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** Colour type: 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  readonly kind: number;
  readonly interlaced: boolean;
}

export const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** A PNG of these samples (pixel by pixel), its rows filtered in all five ways in turn. */
export function pngOf(form: PngForm, samples: readonly number[], ...more: readonly Buffer[]): Uint8Array {
  const channels = CHANNELS[form.kind] ?? 1;
  const step = Math.max(1, (channels * form.depth) >> 3);
  const rows: number[] = [];
  let filter = 0;
  for (const [left, top, dx, dy] of form.interlaced ? PASSES : [[0, 0, 1, 1] as const]) {
    let above: number[] = [];
    for (let y = top; y < form.height && left < form.width; y += dy) {
      const values: number[] = [];
      for (let x = left; x < form.width; x += dx) {
        for (let c = 0; c < channels; c++) values.push(samples[(y * form.width + x) * channels + c] ?? 0);
      }
      const row = packed(values, form.depth);
      rows.push(filter, ...row.map((byte, i) => (byte - predicted(filter, neighboursOf(row, above, i, step))) & 255));
      filter = (filter + 1) % 5;
      above = row;
    }
  }
  return file(form, [...more, chunk('IDAT', deflateSync(Buffer.from(rows)))]);
}

function packed(values: readonly number[], depth: number): number[] {
  const bits = values.map((value) => value.toString(2).padStart(depth, '0')).join('');
  return Array.from({ length: Math.ceil(bits.length / 8) }, (_, i) =>
    Number.parseInt(bits.slice(i * 8, i * 8 + 8).padEnd(8, '0'), 2),
  );
}

/** The bytes to the left, above, and above to the left. */
type Neighbours = readonly [number, number, number];

function neighboursOf(row: readonly number[], above: readonly number[], i: number, step: number): Neighbours {
  return [row[i - step] ?? 0, above[i] ?? 0, i < step ? 0 : (above[i - step] ?? 0)];
}

function predicted(filter: number, [a, b, c]: Neighbours): number {
  const p = a + b - c;
  const nearest = [a, b, c].reduce((best, value) => (Math.abs(p - value) < Math.abs(p - best) ? value : best));
  return [0, a, b, Math.floor((a + b) / 2), nearest][filter] ?? 0;
}

export function file(form: PngForm, chunks: readonly Buffer[]): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(form.width, 0);
  header.writeUInt32BE(form.height, 4);
  header.set([form.depth, form.kind, 0, 0, form.interlaced ? 1 : 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', header), ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

export function bitmapOf(bytes: Uint8Array): Bitmap {
  const file = readBitmap(bytes);
  if (file.kind !== 'bitmap') throw new Error(JSON.stringify(file));
  return file.bitmap;
}

/** A picture with transparency, as a definition holds it. */
export const bitmapWithAlpha = (shade?: number): Bitmap => bitmapOf(pngWithAlpha(shade));

/** The samples of a picture as they are packed, each row without its filter. */
export function samplesOf({ samples, isFiltered, width, depth, colours }: RasterBitmap): Uint8Array {
  const bytes = inflateSync(samples);
  if (!isFiltered) return bytes;
  const channels = colours === 'rgb' ? 3 : 1;
  const length = Math.ceil((width * channels * depth) / 8);
  const rows: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += length + 1) {
    const row = new Uint8Array(bytes.subarray(at + 1, at + 1 + length));
    unfilter(bytes[at] ?? 0, row, rows.at(-1) ?? new Uint8Array(length), Math.max(1, (channels * depth) >> 3));
    rows.push(row);
  }
  return new Uint8Array(Buffer.concat(rows));
}
