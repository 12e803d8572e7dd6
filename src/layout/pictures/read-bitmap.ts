import { readJpeg } from './jpeg.js';
import { type BitmapFile, type UnfitFile, unfit } from './picture-file.js';
import { readPng } from './png.js';

/** Reads a PNG or JPEG. The first bytes of the file decide which: its name may be wrong. */
export function readBitmap(bytes: Uint8Array): BitmapFile | UnfitFile {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return readPng(bytes);
  if (startsWith(bytes, [0xff, 0xd8])) return readJpeg(bytes);
  if (bytes.length === 0) return unfit('is an empty file');
  return unfit(`is not a PNG, JPEG or SVG file${otherKind(bytes)}`, 'Save it as PNG, JPEG or SVG.');
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function otherKind(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (start.startsWith('GIF8')) return ' but a GIF';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return ' but a WebP';
  if (start.startsWith('BM')) return ' but a BMP';
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return ' but a TIFF';
  if (start.startsWith('%PDF')) return ' but a PDF';
  if (start.slice(4, 8) === 'ftyp') return ' but an AVIF or HEIC';
  return '';
}
