import type { Orientation } from './exif.js';

/** A bitmap as it goes into the PDF: read and repacked, with nothing in it but what is seen. */
export type Bitmap = JpegBitmap | RasterBitmap;
export interface JpegBitmap {
  readonly kind: 'jpeg';
  /** Pixels as they are stored. */
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly orientation: Orientation;
  readonly bytes: Uint8Array;
}

export interface RasterBitmap {
  readonly kind: 'raster';
  /** Pixels as they are stored. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** Bits per sample. */
  readonly depth: 1 | 2 | 4 | 8 | 16;
  /** A palette has red, green and blue of each colour; the samples are indexes into it. */
  readonly colours: 'grey' | 'rgb' | { readonly palette: Uint8Array };
  /** Rows from the top, compressed (RFC 1950). */
  readonly samples: Uint8Array;
  /** Each row is preceded by its PNG filter byte. */
  readonly isFiltered: boolean;
  /** One byte per pixel, compressed: 0 is transparent, 255 opaque. Null if every pixel is opaque. */
  readonly alpha: Uint8Array | null;
}
