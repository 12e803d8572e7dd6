import type { PictureFile } from './picture-file.js';
import { readBitmap } from './read-bitmap.js';
import { readSvgFile } from './svg/svg.js';

const START_OF_SVG = /^\s*(?:<\?xml|<!DOCTYPE\s+svg|<!--|<svg|<\w+:svg)/i;

/** Reads any picture; the text of a drawing is set in `family`. */
export function readPicture(bytes: Uint8Array, family: string): PictureFile {
  const start = new TextDecoder().decode(bytes.subarray(0, 512));
  return START_OF_SVG.test(start) ? readSvgFile(bytes, family) : readBitmap(bytes);
}
