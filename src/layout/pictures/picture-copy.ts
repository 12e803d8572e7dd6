import type { Bitmap, JpegBitmap } from './bitmap.js';
import { orientationTiff } from './exif.js';
import type { BitmapFile, SvgFile } from './picture-file.js';
import { joined, writePng } from './write-png.js';

/** A picture as a separate file. */
export interface PictureCopy {
  readonly ending: 'png' | 'jpg' | 'svg';
  readonly bytes: Uint8Array;
}

/** The type of a copy, by its first bytes; null if it cannot be one. */
export function pictureKind(bytes: Uint8Array): PictureCopy['ending'] | null {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (start === '\x89PNG') return 'png';
  if (start.startsWith('\xff\xd8')) return 'jpg';
  return start === '<svg' ? 'svg' : null;
}

/** What is seen of a picture, without anything else in its file: the same as in the printed document. */
export function pictureCopy(file: BitmapFile | SvgFile): PictureCopy {
  if (file.kind === 'bitmap') return bitmapCopy(file.bitmap, file.density);
  return { ending: 'svg', bytes: new TextEncoder().encode(standingAlone(file)) };
}

function bitmapCopy(bitmap: Bitmap, density: number | null): PictureCopy {
  if (bitmap.kind === 'jpeg') return { ending: 'jpg', bytes: turned(bitmap) };
  return { ending: 'png', bytes: writePng(bitmap, density) };
}

/** A photo with the one thing that a viewer has to know: its orientation (EXIF 2.32, 4.6.4). */
function turned({ bytes, orientation }: JpegBitmap): Uint8Array {
  if (orientation === 1) return bytes;
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
  const data = [...exif, ...orientationTiff(orientation)];
  const segment = Uint8Array.from([0xff, 0xe1, 0, data.length + 2, ...data]);
  const at = afterHeader(bytes);
  return joined([bytes.subarray(0, at), segment, bytes.subarray(at)]);
}

/** A JFIF segment, if there is one, has to come first. */
export function afterHeader(bytes: Uint8Array): number {
  return bytes[3] === 0xe0 ? 4 + (((bytes[4] ?? 0) << 8) | (bytes[5] ?? 0)) : 2;
}

/** A drawing that stands alone: its size has a unit, its text has a fallback font, its bitmaps are embedded. */
function standingAlone({ text, bitmaps }: SvgFile): string {
  const [start = ''] = /^<svg[^>]*>/.exec(text) ?? [];
  const root = start
    .replace(/ (width|height)="([\d.e-]+)"/g, ' $1="$2pt"')
    .replace(/ font-family="([^"]*)"/, ' font-family="$1, sans-serif"');
  const inner = text.slice(start.length).replace(/ href="([^"#]*)"/g, (whole, key: string) => {
    const bitmap = bitmaps[key];
    return bitmap === undefined ? whole : ` href="${dataAddress(bitmap)}"`;
  });
  return root + inner;
}

function dataAddress(bitmap: Bitmap): string {
  const { ending, bytes } = bitmapCopy(bitmap, null);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:image/${ending === 'jpg' ? 'jpeg' : 'png'};base64,${btoa(binary)}`;
}
