import type { RasterBitmap } from './bitmap.js';
import { type Orientation, tiffOrientation } from './exif.js';
import { MOST_PIXELS } from './limits.js';
import { type BitmapFile, tooManyPixels, type UnfitFile, unfit } from './picture-file.js';
import { type PngChunk, pngChunks } from './png-chunks.js';
import { type PngHeader, unfilter, unpackRows } from './png-rows.js';
import { gatheredRows, Packer, packedRows, rowSamples } from './png-samples.js';

/** Samples per pixel and the allowed bit depths, by colour type (ISO/IEC 15948, table 11.1). */
const KINDS: Readonly<Record<number, { readonly channels: number; readonly depths: readonly number[] }>> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};
/** The critical chunks that are known (5.4): any other critical chunk is refused. */
const UNDERSTOOD = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);

/**
 * PNG (ISO/IEC 15948), repacked: texts, times, locations and anything after the pixels are dropped, its orientation is kept. Its data are
 * decompressed row by row, up to the number of rows in its header.
 */
export function readPng(bytes: Uint8Array): BitmapFile | UnfitFile {
  const chunks = pngChunks(bytes);
  if (chunks === null) return unfit('is a damaged PNG', 'Save it again.');
  const [head] = chunks;
  const header = head?.type === 'IHDR' && head.data.length === 13 ? headerOf(head.data) : null;
  if (header === null) return unfit('is a PNG without a valid header', 'Save it again.');
  const { width, height } = header;
  if (width === 0 || height === 0) return unfit('has no pixels');
  if (width * height > MOST_PIXELS) return tooManyPixels(width, height);
  if (chunks.some(({ type }) => /^[A-Z]/.test(type) && !UNDERSTOOD.has(type))) {
    return unfit('is a PNG of an unknown kind', 'Save it again.');
  }
  if (header.indexed && paletteOf(chunks) === null) return unfit('is a PNG without its palette', 'Save it again.');
  const bitmap = bitmapOf(header, chunks);
  if (bitmap === null) return unfit('is a damaged PNG', 'Save it again.');
  const upright = bitmap.orientation > 4 ? { width: height, height: width } : { width, height };
  const isAnimated = chunks.some(({ type }) => type === 'acTL');
  return { kind: 'bitmap', bitmap, ...upright, density: densityOf(chunks), ...(isAnimated && { isAnimated }) };
}

function headerOf(data: Uint8Array): PngHeader | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const [depth = 0, kind = 0, compression, filter, interlace = 0] = data.subarray(8);
  const found = KINDS[kind];
  if (found === undefined || !found.depths.includes(depth)) return null;
  if (compression !== 0 || filter !== 0 || interlace > 1) return null;
  return {
    width: view.getUint32(0),
    height: view.getUint32(4),
    depth: depth as PngHeader['depth'],
    channels: found.channels,
    indexed: kind === 3,
    hasAlpha: kind === 4 || kind === 6,
    interlaced: interlace === 1,
  };
}

/** Red, green and blue of each colour. */
function paletteOf(chunks: readonly PngChunk[]): Uint8Array | null {
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data;
  if (palette === undefined || palette.length === 0 || palette.length % 3 !== 0 || palette.length > 768) return null;
  return palette.slice();
}

function bitmapOf(header: PngHeader, chunks: readonly PngChunk[]): RasterBitmap | null {
  const data = chunks.flatMap((chunk) => (chunk.type === 'IDAT' ? [chunk.data] : []));
  const transparency = chunks.find(({ type }) => type === 'tRNS')?.data ?? null;
  const { width, height, depth } = header;
  const palette = header.indexed ? paletteOf(chunks) : null;
  const colours = palette === null ? (header.channels < 3 ? 'grey' : 'rgb') : { palette };
  const common = { kind: 'raster', width, height, colours, orientation: orientationOf(chunks) } as const;
  if (!header.hasAlpha && !header.interlaced && transparency === null) {
    const samples = packedAsFiltered(header, data);
    return samples === null ? null : { ...common, depth, samples, isFiltered: true, alpha: null };
  }
  const divided = dividedSamples(header, data, transparency);
  if (divided === null) return null;
  const isOpaque = !header.hasAlpha && transparency === null;
  return { ...common, depth: 8, samples: divided.colours, isFiltered: false, alpha: isOpaque ? null : divided.alpha };
}

/** Opaque rows keep their filters, which PDF supports too. */
function packedAsFiltered(header: PngHeader, data: readonly Uint8Array[]): Uint8Array | null {
  const packer = new Packer();
  return unpackRows(header, data, (row) => packer.add(row)) ? packer.finish() : null;
}

function dividedSamples(
  header: PngHeader,
  data: readonly Uint8Array[],
  transparency: Uint8Array | null,
): { readonly colours: Uint8Array; readonly alpha: Uint8Array } | null {
  const sink = header.interlaced ? gatheredRows(header) : packedRows();
  const step = Math.max(1, (header.channels * header.depth) >> 3);
  let above: Uint8Array = new Uint8Array();
  const isWhole = unpackRows(header, data, (packed, place) => {
    const row = packed.slice(1);
    unfilter(packed[0] ?? 0, row, place.isFirst ? new Uint8Array(row.length) : above, step);
    above = row;
    sink.add(rowSamples(header, row, place.columns, transparency), place);
  });
  return isWhole ? sink.finish() : null;
}

/** What browsers do with it since PNG has it (third edition, 11.3.4.5). */
function orientationOf(chunks: readonly PngChunk[]): Orientation {
  const exif = chunks.find(({ type }) => type === 'eXIf')?.data;
  return (exif === undefined ? null : tiffOrientation(exif)) ?? 1;
}

function densityOf(chunks: readonly PngChunk[]): number | null {
  const physical = chunks.find(({ type, data }) => type === 'pHYs' && data.length === 9)?.data;
  if (physical === undefined || physical[8] !== 1) return null;
  return new DataView(physical.buffer, physical.byteOffset).getUint32(0) * 0.0254;
}
