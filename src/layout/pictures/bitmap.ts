/** A picture of pixels as it goes into the file: read, and packed anew with nothing in it but what is seen. */
export type Bitmap = JpegBitmap | RasterBitmap;
export interface JpegBitmap {
  readonly kind: 'jpeg';
  /** Pixels as they are stored. */
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  /** How it is turned for the eye, as EXIF counts: 1 is upright, from 5 on it lies on its side. */
  readonly orientation: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  readonly bytes: Uint8Array;
}

export interface RasterBitmap {
  readonly kind: 'raster';
  readonly width: number;
  readonly height: number;
  /** Bits of a sample. */
  readonly depth: 1 | 2 | 4 | 8 | 16;
  /** A palette has red, green and blue of each colour; the samples are places in it. */
  readonly colours: 'grey' | 'rgb' | { readonly palette: Uint8Array };
  /** Rows from the top, packed (RFC 1950). */
  readonly samples: Uint8Array;
  /** Each row has its PNG filter before it. */
  readonly isFiltered: boolean;
  /** A byte a pixel, packed: 0 lets everything through, 255 nothing. Null where every pixel is opaque. */
  readonly alpha: Uint8Array | null;
}
