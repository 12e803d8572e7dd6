import { unzlibSync } from 'fflate';
import { concatenated } from './document/strings.js';
import type { PngChunk, PngHeader } from './png.js';

/** The samples of a PNG, one byte each, its transparency apart. */
export interface PngSamples {
  readonly width: number;
  readonly height: number;
  /** Grey, red green blue, or places in the palette; rows from the top, without gaps. */
  readonly colors: Uint8Array;
  /** 0 lets everything through, 255 nothing; `null` where every pixel is opaque. */
  readonly alpha: Uint8Array | null;
}

type Raster = Uint8Array | Uint16Array;

/** Interlacing (PNG, 8.2): where each pass begins, and its steps. */
const WHOLE = [[0, 0, 1, 1]] as const;
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Unpacks a PNG that readPng() found sound. */
export function pngSamples(header: PngHeader, chunks: readonly PngChunk[]): PngSamples {
  const raster = unpacked(header, chunks);
  const transparency = chunks.find(({ type }) => type === 'tRNS')?.data;
  const alpha = header.hasAlpha ? lastChannel(raster, header.channels) : keyedAlpha(header, raster, transparency);
  const colors = header.hasAlpha ? withoutLastChannel(raster, header.channels) : raster;
  const { width, height } = header;
  return { width, height, colors: asBytes(colors, header), alpha: alpha === null ? null : asBytes(alpha, header) };
}

/** Every sample as it is stored, pixel by pixel, channel by channel. */
function unpacked(header: PngHeader, chunks: readonly PngChunk[]): Raster {
  const { width, height, depth, channels } = header;
  const packed = unzlibSync(concatenated(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const length = width * height * channels;
  const raster = depth === 16 ? new Uint16Array(length) : new Uint8Array(length);
  const step = Math.max(1, (channels * depth) >> 3);
  let at = 0;
  for (const [left, top, dx, dy] of header.interlaced ? ADAM7 : WHOLE) {
    const columns = Math.ceil((width - left) / dx);
    const rowLength = Math.ceil((columns * channels * depth) / 8);
    let above: Uint8Array = new Uint8Array(rowLength);
    for (let y = top; columns > 0 && y < height; y += dy) {
      const row = packed.subarray(at + 1, at + 1 + rowLength);
      unfilter(packed[at] ?? 0, row, above, step);
      for (let column = 0; column < columns; column++) {
        const pixel = (y * width + left + column * dx) * channels;
        for (let c = 0; c < channels; c++) raster[pixel + c] = sample(row, column * channels + c, depth);
      }
      above = row;
      at += 1 + rowLength;
    }
  }
  return raster;
}

/** Undoes the filter of a row in place (PNG, 9.2). `step` bytes back is the same sample of the pixel before. */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, step: number): void {
  for (let i = 0; i < row.length; i++) {
    const left = i < step ? 0 : (row[i - step] ?? 0);
    const up = above[i] ?? 0;
    const corner = i < step ? 0 : (above[i - step] ?? 0);
    row[i] = (row[i] ?? 0) + foretold(filter, left, up, corner);
  }
}

function foretold(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const [byLeft, byUp, byCorner] = [
        Math.abs(up - corner),
        Math.abs(left - corner),
        Math.abs(left + up - 2 * corner),
      ];
      if (byLeft <= byUp && byLeft <= byCorner) return left;
      return byUp <= byCorner ? up : corner;
    }
    default:
      return 0;
  }
}

function sample(row: Uint8Array, index: number, depth: number): number {
  if (depth === 8) return row[index] ?? 0;
  if (depth === 16) return ((row[index * 2] ?? 0) << 8) | (row[index * 2 + 1] ?? 0);
  const bit = index * depth;
  return ((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

/** What a `tRNS` chunk says: how opaque each colour of the palette is, or the one colour that is transparent. */
function keyedAlpha(header: PngHeader, raster: Raster, transparency: Uint8Array | undefined): Raster | null {
  if (transparency === undefined) return null;
  const { channels, depth, indexed } = header;
  const alpha = depth === 16 ? new Uint16Array(raster.length / channels) : new Uint8Array(raster.length / channels);
  if (indexed) {
    for (let i = 0; i < alpha.length; i++) alpha[i] = transparency[raster[i] ?? 0] ?? 255;
    return alpha;
  }
  const key = Array.from({ length: channels }, (_, c) => sample(transparency, c, 16));
  const opaque = 2 ** depth - 1;
  for (let i = 0; i < alpha.length; i++) {
    alpha[i] = key.every((value, c) => raster[i * channels + c] === value) ? 0 : opaque;
  }
  return alpha;
}

function lastChannel(raster: Raster, channels: number): Raster {
  return raster.filter((_, index) => index % channels === channels - 1);
}

function withoutLastChannel(raster: Raster, channels: number): Raster {
  return raster.filter((_, index) => index % channels !== channels - 1);
}

/** Grey of few bits and samples of sixteen, on the scale of a byte; places in the palette as they are. */
function asBytes(raster: Raster, { depth, indexed }: PngHeader): Uint8Array {
  if (raster instanceof Uint16Array) return Uint8Array.from(raster, (value) => value >> 8);
  const scale = 255 / (2 ** depth - 1);
  return indexed || scale === 1 ? raster : raster.map((value) => value * scale);
}
