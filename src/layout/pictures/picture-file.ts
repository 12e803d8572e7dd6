import type { Bitmap } from '../definition.js';
import { MOST_PIXELS } from './limits.js';

/** What is in a picture's file. */
export type PictureFile =
  | {
      readonly kind: 'bitmap';
      readonly bitmap: Bitmap;
      /** Pixels, upright. */
      readonly width: number;
      readonly height: number;
      /** Pixels an inch, where the file says so. */
      readonly density: number | null;
    }
  | { readonly kind: 'svg' }
  | UnfitFile;

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

export function tooManyPixels(width: number, height: number): UnfitFile {
  return {
    kind: 'unfit',
    code: 'image-too-large',
    why: `has ${width} × ${height} pixels, more than ${MOST_PIXELS / 1_000_000} million`,
    hint: 'Make it smaller: a page shows about 2000 pixels a side.',
  };
}
