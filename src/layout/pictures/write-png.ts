import { unzlibSync } from 'fflate';
import type { RasterBitmap } from './bitmap.js';
import { orientationTiff } from './exif.js';
import { checksum } from './png-chunks.js';
import { Packer } from './png-samples.js';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Bytes of a PNG up to the end of its header, which is the first chunk. */
export const PNG_HEAD = SIGNATURE.length + 25;

/** The colour type (ISO/IEC 15948, table 11.1). */
const KINDS = { grey: 0, rgb: 2, palette: 3, greyAlpha: 4, rgbAlpha: 6 } as const;

/** A bitmap as a PNG with its pixels, their density if it is known, and which way up it is. */
export function writePng(bitmap: RasterBitmap, density: number | null): Uint8Array {
  const { width, height, colours, orientation } = bitmap;
  const { kind, depth, data } = bitmap.alpha === null ? opaque(bitmap) : transparent(bitmap, bitmap.alpha);
  const head = [...number(width), ...number(height), depth, kind, 0, 0, 0];
  const metre = density === null ? 0 : Math.round(density / 0.0254);
  return joined([
    Uint8Array.from(SIGNATURE),
    pngChunk('IHDR', Uint8Array.from(head)),
    ...(metre > 0 ? [pngChunk('pHYs', Uint8Array.from([...number(metre), ...number(metre), 1]))] : []),
    ...(kind === KINDS.palette && typeof colours !== 'string' ? [pngChunk('PLTE', colours.palette)] : []),
    ...(orientation === 1 ? [] : [pngChunk('eXIf', Uint8Array.from(orientationTiff(orientation)))]),
    pngChunk('IDAT', data),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

interface Pixels {
  readonly kind: number;
  readonly depth: number;
  /** Filtered rows, compressed. */
  readonly data: Uint8Array;
}

function opaque({ width, depth, colours, samples, isFiltered }: RasterBitmap): Pixels {
  const kind = typeof colours === 'string' ? KINDS[colours] : KINDS.palette;
  if (isFiltered) return { kind, depth, data: samples };
  const channels = kind === KINDS.rgb ? 3 : 1;
  return { kind, depth, data: packedRows(unzlibSync(samples), width * channels) };
}

/** A PNG with a palette has no alpha channel, so the colours are written out. */
function transparent({ width, height, colours, samples }: RasterBitmap, alpha: Uint8Array): Pixels {
  const inks = unzlibSync(samples);
  const veil = unzlibSync(alpha);
  const channels = colours === 'grey' ? 2 : 4;
  const pixels = new Uint8Array(width * height * channels);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const at = pixel * channels;
    if (colours === 'grey') pixels[at] = inks[pixel] ?? 0;
    else if (colours === 'rgb') pixels.set(inks.subarray(pixel * 3, pixel * 3 + 3), at);
    else pixels.set(colours.palette.subarray((inks[pixel] ?? 0) * 3, (inks[pixel] ?? 0) * 3 + 3), at);
    pixels[at + channels - 1] = veil[pixel] ?? 255;
  }
  const kind = colours === 'grey' ? KINDS.greyAlpha : KINDS.rgbAlpha;
  return { kind, depth: 8, data: packedRows(pixels, width * channels) };
}

/** Unfiltered rows of eight bits per sample. */
function packedRows(bytes: Uint8Array, length: number): Uint8Array {
  const packer = new Packer();
  for (let at = 0; at < bytes.length; at += length) {
    packer.add(Uint8Array.of(0));
    packer.add(bytes.subarray(at, at + length));
  }
  return packer.finish();
}

/** A chunk with its length and checksum (ISO/IEC 15948, 5.3). */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const named = joined([Uint8Array.from(type, (letter) => letter.charCodeAt(0)), data]);
  return joined([
    Uint8Array.from(number(data.length)),
    named,
    Uint8Array.from(number(checksum(named, 0, named.length))),
  ]);
}

function number(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
