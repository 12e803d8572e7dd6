import type { EngineDocument, EngineImage } from './engine-document.js';

/** The pictures of a document; equal bytes are one picture. */
export class Pictures {
  private readonly keys = new Map<Uint8Array, string>();

  keyOf(bytes: Uint8Array): string {
    let key = this.keys.get(bytes);
    if (key === undefined) {
      key = `picture-${this.keys.size + 1}`;
      this.keys.set(bytes, key);
    }
    return key;
  }

  /**
   * Reads and embeds them, one after the other: pdfkit decodes a PNG with transparency in the background, and whichever
   * was ready first would come first in the file.
   */
  async embedInto(document: EngineDocument): Promise<void> {
    for (const [bytes, key] of this.keys) {
      const image = document.openImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
      document._imageRegistry[key] = image;
      await embedded(image, document);
    }
  }
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
