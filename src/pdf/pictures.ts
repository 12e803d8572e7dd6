import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { EngineDocument, EngineImage } from './engine-document.js';
import { pngProblem } from './png.js';

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

  /**
   * Reads and embeds them, one after the other: pdfkit decodes a PNG with transparency in the background, and whichever
   * was ready first would come first in the file. Returns what is wrong with those that cannot be printed.
   */
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
  const problem = await pngProblem(bytes);
  if (problem !== null) return problem;
  let image: EngineImage;
  try {
    image = document.openImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  } catch {
    return 'it is neither a PNG nor a JPEG that can be read';
  }
  // The file declares RGB as its output intent (PDF/A-3, 6.2.4.3).
  if (image.colorSpace === 'DeviceCMYK') return 'its colours are CMYK; only RGB and grey can be archived here';
  document._imageRegistry[key] = image;
  await embedded(image, document);
  return null;
}

/** A PNG finishes through finalize(), now or later; a JPEG is finished at once. */
function embedded(image: EngineImage, document: EngineDocument): Promise<void> {
  return new Promise((resolve) => {
    const finalize = image.finalize?.bind(image);
    if (finalize === undefined) {
      image.embed(document);
      resolve();
      return;
    }
    image.finalize = () => {
      finalize();
      resolve();
    };
    image.embed(document);
  });
}

function unsupported(problem: string, origin: string | undefined): Diagnostic {
  return {
    severity: 'error',
    code: 'image-unsupported',
    message: `An image cannot be printed: ${problem}.`,
    hint: 'Save it again as PNG or as JPEG in RGB.',
    ...(origin === undefined ? {} : { field: origin }),
  };
}
