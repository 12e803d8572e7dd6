import { crc32, deflateSync } from 'node:zlib';
import { pngRows } from '../../src/layout/pictures/png-rows.js';

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

export interface PngWish {
  readonly width: number;
  readonly height: number;
  readonly bits?: number;
  readonly colour?: number;
  readonly interlaced?: boolean;
  readonly extra?: readonly (readonly [type: string, data: Uint8Array])[];
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Of all rows with their filters; a picture that is too large has none. */
function dataLength({ width, height, bits = 8, colour = 2, interlaced = false }: PngWish): number {
  if (width * height > 1_000_000) return 0;
  const channels = CHANNELS[colour] ?? 1;
  const header = { width, height, depth: bits as 8, channels, indexed: false, hasAlpha: false, interlaced };
  return [...pngRows(header)].reduce((sum, row) => sum + row.length + 1, 0);
}

/** A black PNG file. */
export function png(wish: PngWish): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(wish.width, 0);
  head.writeUInt32BE(wish.height, 4);
  head[8] = wish.bits ?? 8;
  head[9] = wish.colour ?? 2;
  head[12] = wish.interlaced ? 1 : 0;
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      ...(wish.extra ?? []).map(([type, data]) => chunk(type, data)),
      chunk('IDAT', deflateSync(Buffer.alloc(dataLength(wish)))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

export function onePixel(): Uint8Array {
  return png({ width: 1, height: 1 });
}

export interface JpegWish {
  readonly width: number;
  readonly height: number;
  readonly components?: number;
  readonly bits?: number;
  readonly frame?: number;
  readonly orientation?: number;
  /** Dots an inch. */
  readonly density?: number;
  /** Further segments before the frame. */
  readonly extra?: readonly (readonly [marker: number, data: Uint8Array])[];
}

function segment(marker: number, data: readonly number[]): number[] {
  return [0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff, ...data];
}

/** The segments of a JPEG file, its scan without sense. */
export function jpeg(wish: JpegWish): Uint8Array {
  const two = (value: number) => [value >> 8, value & 0xff];
  const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
  const bytes = [0xff, 0xd8];
  if (wish.density)
    bytes.push(...segment(0xe0, [...ascii('JFIF\0'), 1, 2, 1, ...two(wish.density), ...two(wish.density), 0, 0]));
  if (wish.orientation) {
    const entry = [...two(0x0112), ...two(3), 0, 0, 0, 1, ...two(wish.orientation), 0, 0];
    bytes.push(...segment(0xe1, [...ascii('Exif\0\0'), ...ascii('MM'), 0, 42, 0, 0, 0, 8, ...two(1), ...entry]));
  }
  for (const [marker, data] of wish.extra ?? []) bytes.push(...segment(marker, [...data]));
  const components = wish.components ?? 3;
  const planes = Array.from({ length: components }, (_, index) => [index + 1, 0x11, 0]).flat();
  bytes.push(
    ...segment(wish.frame ?? 0xc0, [wish.bits ?? 8, ...two(wish.height), ...two(wish.width), components, ...planes]),
  );
  bytes.push(...segment(0xda, [1, 1, 0, 0, 63, 0]), 0, 0xff, 0xd9);
  return new Uint8Array(bytes);
}

export function svg(inner: string, attributes = 'width="100" height="50"'): Uint8Array {
  return new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`);
}
