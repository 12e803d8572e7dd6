import { type Diagnostic, error } from '../diagnostics/diagnostic.js';

import type { EngineRef } from './engine/engine.js';
import type { EngineDocument, EngineImage } from './engine/engine-document.js';
import type { Png, PngHeader } from './png.js';
import { isPng, readPng } from './png.js';
import { pngSamples } from './png-samples.js';

interface Picture {
  readonly key: string;
  /** The brief's field that it comes from. */
  readonly origin: string | undefined;
}

/** The pictures of a document; the same bytes are one picture. */
export class Pictures {
  private readonly pictures = new Map<Uint8Array, Picture>();

  keyOf(bytes: Uint8Array, origin: string | undefined): string {
    let picture = this.pictures.get(bytes);
    if (picture === undefined) {
      picture = { key: `picture-${this.pictures.size + 1}`, origin };
      this.pictures.set(bytes, picture);
    }
    return picture.key;
  }

  /** Reads and embeds them. Returns what is wrong with those that cannot be printed. */
  async embedInto(document: EngineDocument): Promise<Diagnostic[]> {
    const problems: Diagnostic[] = [];
    for (const [bytes, { key, origin }] of this.pictures) {
      const problem = await embed(document, key, bytes);
      if (problem !== null) problems.push(unsupported(problem, origin));
    }
    return problems;
  }
}

/** `null`, or why it cannot be printed. */
async function embed(document: EngineDocument, key: string, bytes: Uint8Array): Promise<string | null> {
  const png = isPng(bytes) ? await readPng(bytes) : null;
  if (typeof png === 'string') return png;
  let image: EngineImage;
  try {
    image = document.openImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  } catch {
    return 'it is neither a PNG nor a JPEG that can be read';
  }
  // The file declares RGB as its output intent (PDF/A-3, 6.2.4.3).
  if (image.colorSpace === 'DeviceCMYK') return 'its colours are CMYK; only RGB and grey can be archived here';
  document._imageRegistry[key] = image;
  if (png !== null && isUnpacked(png)) image.obj = embedPng(document, png);
  else image.embed(document);
  return null;
}

/**
 * Rows of opaque pixels go into the file as they are packed. pdfkit could unpack the others, but it compresses them
 * anew with Node's zlib, gets palettes of less than 256 colours wrong, and takes the wrong colour for the transparent.
 */
function isUnpacked({ header, chunks }: Png): boolean {
  return header.hasAlpha || header.interlaced || chunks.some(({ type }) => type === 'tRNS');
}

function embedPng(document: EngineDocument, { header, chunks }: Png): EngineRef {
  const { width, height, colors, alpha } = pngSamples(header, chunks);
  const common = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 };
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data;
  const image = document.ref({ ...common, ColorSpace: colorSpace(document, header, palette) });
  if (alpha !== null) {
    const mask = document.ref({ ...common, ColorSpace: 'DeviceGray', Decode: [0, 1] });
    mask.end(alpha);
    image.data.SMask = mask;
  }
  image.end(colors);
  return image;
}

function colorSpace(document: EngineDocument, header: PngHeader, palette: Uint8Array | undefined): unknown {
  if (!header.indexed || palette === undefined) return header.channels < 3 ? 'DeviceGray' : 'DeviceRGB';
  const table = document.ref({});
  table.end(palette);
  return ['Indexed', 'DeviceRGB', palette.length / 3 - 1, table];
}

function unsupported(problem: string, origin: string | undefined): Diagnostic {
  return error('image-unsupported', `An image cannot be printed: ${problem}.`, {
    at: origin,
    hints: ['Save it again as PNG or as JPEG in RGB.'],
  });
}
