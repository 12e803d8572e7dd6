import type { Bitmap, JpegBitmap, RasterBitmap } from '../../layout/pictures/bitmap.js';
import type { EngineDocument, EngineRef } from './pdfkit-shapes.js';

/** The pictures of a document; the same picture is in the file once. */
export class Pictures {
  private readonly keys = new Map<Bitmap, string>();

  /** The name by which pdfkit knows a picture. */
  keyOf(bitmap: Bitmap): string {
    const known = this.keys.get(bitmap);
    if (known !== undefined) return known;
    const key = `picture-${this.keys.size + 1}`;
    this.keys.set(bitmap, key);
    return key;
  }

  embedInto(document: EngineDocument): void {
    for (const [bitmap, key] of this.keys) {
      const { width, height, orientation } = bitmap;
      const obj = bitmap.kind === 'jpeg' ? jpegStream(document, bitmap) : rasterStream(document, bitmap);
      // pdfkit turns what it draws as the orientation says.
      document._imageRegistry[key] = { label: key, width, height, orientation, obj };
    }
  }
}

const IMAGE = { Type: 'XObject', Subtype: 'Image' } as const;

function jpegStream(document: EngineDocument, { width, height, channels, bytes }: JpegBitmap): EngineRef {
  const stream = document.ref({
    ...IMAGE,
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: channels === 1 ? 'DeviceGray' : 'DeviceRGB',
    Filter: 'DCTDecode',
  });
  stream.end(bytes);
  return stream;
}

function rasterStream(document: EngineDocument, bitmap: RasterBitmap): EngineRef {
  const { width, height, depth, colours, samples, isFiltered, alpha } = bitmap;
  const size = { Width: width, Height: height };
  const filters = { Predictor: 15, Colors: colours === 'rgb' ? 3 : 1, BitsPerComponent: depth, Columns: width };
  const stream = document.ref({
    ...IMAGE,
    ...size,
    BitsPerComponent: depth,
    ColorSpace: colourSpace(document, colours),
    Filter: 'FlateDecode',
    ...(isFiltered ? { DecodeParms: filters } : {}),
  });
  if (alpha !== null) {
    const mask = { ...IMAGE, ...size, BitsPerComponent: 8, ColorSpace: 'DeviceGray', Filter: 'FlateDecode' };
    const maskStream = document.ref({ ...mask, Decode: [0, 1] });
    maskStream.end(alpha);
    stream.data.SMask = maskStream;
  }
  stream.end(samples);
  return stream;
}

function colourSpace(document: EngineDocument, colours: RasterBitmap['colours']): unknown {
  if (colours === 'grey') return 'DeviceGray';
  if (colours === 'rgb') return 'DeviceRGB';
  const table = document.ref({});
  table.end(colours.palette);
  return ['Indexed', 'DeviceRGB', colours.palette.length / 3 - 1, table];
}
