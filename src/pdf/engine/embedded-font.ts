import { mayBeReordered, readingsOf } from '../fonts/shaping-order.js';
import type { EngineFont, EngineRef } from './pdfkit-shapes.js';

/** The parts of pdfkit's embedded font that are changed here. */
type Mended = EngineFont & {
  document: { ref(data?: unknown): EngineRef };
  subset: { glyphs: number[] };
  widths: (number | undefined)[];
  font: { glyphForCodePoint(codePoint: number): { id: number } };
  isMended?: boolean;
};

/**
 * Corrects five things in a font that pdfkit embeds: glyph 0 means U+FFFD and not U+0000; the glyph of the space and of
 * the hyphen, which other characters share, mean space and hyphen whichever comes first; other characters that share a
 * glyph each have their own, so that a Greek μ is not read as the micro sign µ that came before it; the font file has its
 * Length1 (ISO 32000-1, table 127); and what is drawn in another order than it is written, as in the scripts of India, is
 * read in the order of writing. `onMissing` is called
 * for every character that the font cannot draw.
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
  const ownGlyphs: OwnGlyphs = new Map();
  font.encode = (text, features) => {
    const [codes, positions] = encode(text, features);
    if (codes.includes('0000')) onMissing(font, text);
    const own = mayBeReordered(text) ? inReadingOrder : withOwnMeanings;
    return [own(mended, text, codes, ownGlyphs), positions];
  };
  const embed = font.embed.bind(font);
  font.embed = () => withLength(mended.document, embed);
}

/** The codes of glyphs that were added to the subset, by outline and meaning. */
type OwnGlyphs = Map<string, string>;

/** Spaces and dashes keep the one meaning that a search will look for. */
const SHARING = /^[\p{Z}\p{Pd}]$/u;

/** The codes, with one of its own for every character whose glyph already means another. */
function withOwnMeanings(font: Mended, text: string, codes: string[], ownGlyphs: OwnGlyphs): string[] {
  const characters = [...text];
  // Where letters are joined or reordered, the glyph says what it is made of by itself.
  if (characters.length !== codes.length) return codes;
  return codes.map((code, index) => {
    const character = characters[index] ?? '';
    const codePoint = character.codePointAt(0) ?? 0;
    const glyph = Number.parseInt(code, 16);
    const meaning = font.unicode[glyph];
    if (meaning === undefined || meaning.length !== 1 || meaning[0] === codePoint || SHARING.test(character))
      return code;
    const original = font.subset.glyphs[glyph];
    if (original === undefined || font.font.glyphForCodePoint(codePoint).id !== original) return code;
    return ownGlyph(font, glyph, [codePoint], ownGlyphs);
  });
}

/** The codes, with one of its own for every glyph that must be read as something else than what it is made of. */
function inReadingOrder(font: Mended, text: string, codes: string[], ownGlyphs: OwnGlyphs): string[] {
  const glyphs = codes.map((code) => Number.parseInt(code, 16));
  const drawn = glyphs.map((glyph) => String.fromCodePoint(...(font.unicode[glyph] ?? [])));
  const readings = readingsOf(text, drawn);
  return codes.map((code, index) => {
    const reading = readings[index] ?? '';
    if (reading === drawn[index] || font.subset.glyphs[glyphs[index] ?? 0] === undefined) return code;
    const meaning = [...reading].map((character) => character.codePointAt(0) ?? 0);
    return ownGlyph(font, glyphs[index] ?? 0, meaning, ownGlyphs);
  });
}

/** The code of a glyph of one meaning: the outline of `shared` once more in the subset, for these characters alone. */
function ownGlyph(font: Mended, shared: number, meaning: number[], ownGlyphs: OwnGlyphs): string {
  const outline = font.subset.glyphs[shared];
  const key = `${outline} ${meaning.join(' ')}`;
  const known = ownGlyphs.get(key);
  if (known !== undefined) return known;
  if (outline === undefined) throw new Error(`${font.name}: no glyph ${shared} in the subset`);
  const glyph = font.subset.glyphs.push(outline) - 1;
  font.unicode[glyph] = meaning;
  font.widths[glyph] = font.widths[shared];
  const code = glyph.toString(16).padStart(4, '0');
  ownGlyphs.set(key, code);
  return code;
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
