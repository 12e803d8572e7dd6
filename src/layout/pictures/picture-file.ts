import type { Bitmap } from './bitmap.js';
import { MOST_PIXELS } from './limits.js';

/** The contents of a picture file. */
export type PictureFile = BitmapFile | SvgFile | UnfitFile;

export interface BitmapFile {
  readonly kind: 'bitmap';
  readonly bitmap: Bitmap;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** Pixels per inch, if the file states it. */
  readonly density: number | null;
  /** Whether viewers show it moving. */
  readonly isAnimated?: boolean;
}

export interface SvgFile {
  readonly kind: 'svg';
  readonly text: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** The bitmaps inside it, by their address in `text`. */
  readonly bitmaps: Readonly<Record<string, Bitmap>>;
}

export interface UnfitFile {
  readonly kind: 'unfit';
  readonly code: 'image-unsupported' | 'image-too-large';
  /** Completes the sentence "The picture x …". */
  readonly why: string;
  readonly hint?: string;
}

export function unfit(why: string, hint?: string): UnfitFile {
  return { kind: 'unfit', code: 'image-unsupported', why, ...(hint === undefined ? {} : { hint }) };
}

export function tooLarge(why: string, hint?: string): UnfitFile {
  return { ...unfit(why, hint), code: 'image-too-large' };
}

export function tooManyPixels(width: number, height: number): UnfitFile {
  return tooLarge(
    `has ${width} × ${height} pixels, more than ${MOST_PIXELS / 1_000_000} million`,
    'Make it smaller: a page shows about 2000 pixels a side.',
  );
}
