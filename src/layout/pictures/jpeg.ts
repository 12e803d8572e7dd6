import type { JpegBitmap } from './bitmap.js';
import { exifOrientation, type Orientation } from './exif.js';
import { type JpegPart, jpegParts, SOS } from './jpeg-segments.js';
import { MOST_PIXELS } from './limits.js';
import { type BitmapFile, tooManyPixels, type UnfitFile, unfit } from './picture-file.js';

const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
/** Tables, restart intervals and the number of lines: what decoding needs besides frames and scans. */
const TABLES = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd]);

/**
 * JPEG (ITU-T T.81), repacked: comments, locations, devices, thumbnails and anything after its end are dropped.
 * Kinds that PDF's DCTDecode or the archival colour space does not support are refused.
 */
export function readJpeg(bytes: Uint8Array): BitmapFile | UnfitFile {
  const parts = jpegParts(bytes);
  const frames = (parts ?? []).filter((part) => isFrame(part.marker));
  const [frame] = frames;
  if (parts === null || frame === undefined || !parts.some(({ marker }) => marker === SOS) || frame.data.length < 6) {
    return unfit('is a damaged JPEG', 'Save it again.');
  }
  if (frames.length > 1 || frame.marker > 0xc2) {
    return unfit('is a lossless, arithmetic or hierarchical JPEG', 'Save it as a usual JPEG.');
  }
  const view = viewOf(frame.data);
  const [bits = 0, channels = 0] = [frame.data[0], frame.data[5]];
  if (bits !== 8) return unfit(`is a JPEG of ${bits} bits a colour`, 'Save it with 8 bits.');
  if (channels !== 1 && channels !== 3) return unfit('is a JPEG in CMYK colours', 'Save it in RGB.');
  const [height, width] = [view.getUint16(1), view.getUint16(3)];
  if (width === 0 || height === 0) return unfit('has no pixels');
  if (width * height > MOST_PIXELS) return tooManyPixels(width, height);
  const orientation = orientationOf(parts);
  const bitmap: JpegBitmap = { kind: 'jpeg', width, height, channels, orientation, bytes: packed(parts) };
  const upright = orientation > 4 ? { width: height, height: width } : { width, height };
  return { kind: 'bitmap', bitmap, ...upright, density: densityOf(parts) };
}

/** SOF0 to SOF15, without DHT, JPG and DAC, which are in the same range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function orientationOf(parts: readonly JpegPart[]): Orientation {
  for (const { marker, data } of parts) {
    const orientation = marker === APP1 ? exifOrientation(data) : null;
    if (orientation !== null) return orientation;
  }
  return 1;
}

function densityOf(parts: readonly JpegPart[]): number | null {
  const jfif = parts.find((part) => part.marker === APP0 && startsWith(part.data, 'JFIF\0') && part.data.length >= 12);
  if (jfif === undefined) return null;
  const density = viewOf(jfif.data).getUint16(8);
  if (jfif.data[7] === 1) return density;
  return jfif.data[7] === 2 ? density * 2.54 : null;
}

/** The file, rebuilt from the parts that affect what is seen. */
function packed(parts: readonly JpegPart[]): Uint8Array {
  const kept = [new Uint8Array([0xff, 0xd8]), ...parts.flatMap(keptOf), new Uint8Array([0xff, 0xd9])];
  const bytes = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of kept) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function keptOf({ marker, data, whole }: JpegPart): Uint8Array[] {
  if (marker === 0 || marker === SOS || isFrame(marker) || TABLES.has(marker)) return [whole];
  // Version, units and density; a thumbnail may follow.
  if (marker === APP0 && startsWith(data, 'JFIF\0') && data.length >= 12) {
    return [segment(marker, [...data.subarray(0, 12), 0, 0])];
  }
  if (marker === APP2 && startsWith(data, 'ICC_PROFILE\0')) return [whole];
  // Says whether three colours are RGB or YCbCr.
  if (marker === APP14 && startsWith(data, 'Adobe') && data.length >= 12) {
    return [segment(marker, data.subarray(0, 12))];
  }
  return [];
}

function segment(marker: number, data: ArrayLike<number>): Uint8Array {
  return new Uint8Array([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff, ...Array.from(data)]);
}

function startsWith(data: Uint8Array, start: string): boolean {
  return String.fromCharCode(...data.subarray(0, start.length)) === start;
}

function viewOf(data: Uint8Array): DataView {
  return new DataView(data.buffer, data.byteOffset, data.byteLength);
}
