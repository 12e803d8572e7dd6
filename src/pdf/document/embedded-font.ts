import type { EngineFont, EngineRef } from '../engine.js';

/** What pdfkit's embedded font is asked to do otherwise. */
type Mended = EngineFont & {
  document: { ref(data?: unknown): EngineRef };
  isMended?: boolean;
};

/**
 * Mends three things in a font that pdfkit embeds: glyph 0 says U+FFFD and not U+0000; the glyph of the space and of
 * the hyphen, which others share, say space and hyphen whoever comes first; the font file has its Length1 (ISO 32000-1,
 * table 127). `onMissing` is told of every character that the font cannot draw.
 */
export function mendFont(font: EngineFont, onMissing: (font: EngineFont, text: string) => void): void {
  const mended = font as Mended;
  if (mended.isMended) return;
  mended.isMended = true;
  if (font.subset === undefined) throw new Error(`${font.name}: a standard font cannot be embedded`);
  font.unicode[0] = [0xfffd];
  font.encode(' ');
  font.encode('-');
  const encode = font.encode.bind(font);
  font.encode = (text, features) => {
    const encoded = encode(text, features);
    if (encoded[0].includes('0000')) onMissing(font, text);
    return encoded;
  };
  const embed = font.embed.bind(font);
  font.embed = () => withLength(mended.document, embed);
}

/** The first object that pdfkit makes when it embeds a font is the font file. */
function withLength(document: Mended['document'], embed: () => void): void {
  const makeRef = document.ref;
  document.ref = (data) => {
    document.ref = makeRef;
    const file = makeRef.call(document, data);
    const end = file.end.bind(file);
    file.end = (chunk) => {
      if (chunk !== undefined && file.data.Subtype === undefined) file.data.Length1 = chunk.length;
      end(chunk);
    };
    return file;
  };
  try {
    embed();
  } finally {
    document.ref = makeRef;
  }
}
