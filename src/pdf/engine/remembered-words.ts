import type { EngineFont } from './pdfkit-shapes.js';

type Encoded = ReturnType<EngineFont['encode']>;

/** What a font has answered for texts with one set of features: their widths at size 1000, their glyphs. */
interface Memory {
  readonly widths: Map<string, number>;
  readonly encoded: Map<string, Encoded>;
}

/**
 * Lets a font remember the words it has shaped: most words of a document are repeated, and to shape one costs a hundred
 * times as much as to look it up. pdfkit remembers some words, but not those with font features.
 */
export function rememberWords(font: EngineFont): void {
  const plain = newMemory();
  const featured = new Map<string, Memory>();
  const memoryFor = (features: readonly string[] | null | undefined): Memory => {
    if (!features) return plain;
    const key = features.join();
    let memory = featured.get(key);
    if (memory === undefined) {
      memory = newMemory();
      featured.set(key, memory);
    }
    return memory;
  };
  const widthOfString = font.widthOfString.bind(font);
  font.widthOfString = (text, size, features) => {
    const { widths } = memoryFor(features);
    let width = widths.get(text);
    if (width === undefined) {
      width = widthOfString(text, 1000, features);
      widths.set(text, width);
    }
    return width * (size / 1000);
  };
  const encode = font.encode.bind(font);
  font.encode = (text, features) => {
    const { encoded } = memoryFor(features);
    let codes = encoded.get(text);
    if (codes === undefined) {
      codes = encode(text, features);
      encoded.set(text, codes);
    }
    return codes;
  };
}

function newMemory(): Memory {
  return { widths: new Map(), encoded: new Map() };
}
