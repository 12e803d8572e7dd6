/**
 * Fonts that are opened once in a process, however many documents are set in them: to read the tables of a font costs as
 * much as to set a page. A document embeds a font of its own, with a subset of its own; what it shares with others is
 * the open file and the words that were shaped with it, neither of which depends on the document.
 */
import { isTurnedByFont } from '../direction/levels.js';
import { PlainShaper } from '../fonts/plain-shaping.js';
import { plainSubset } from '../fonts/plain-subset.js';
import { inShapingOrder } from '../fonts/shaping-order.js';
import type { EngineFont, FontOpener, GlyphPosition } from './pdfkit-shapes.js';

/** A glyph as fontkit hands it out; nothing in it is touched here. */
type Glyph = object;

/** fontkit's font, as far as it is touched here. */
interface OpenFont {
  readonly _tables: {
    readonly head?: { readonly checkSumAdjustment: number };
    readonly name?: { readonly records: unknown };
  };
  _glyphs: Record<number, Glyph | undefined>;
  getGlyph(id: number, codePoints?: readonly number[]): Glyph | null;
  readonly _cmapProcessor: { lookup(codePoint: number): number };
  layout(text: string, features?: unknown, script?: unknown, language?: unknown, direction?: 'ltr' | 'rtl'): unknown;
}

interface GlyphRun {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly GlyphPosition[];
  readonly advanceWidth: number;
}

/** pdfkit's embedded font, as far as it is touched here. */
type EmbeddedFont = EngineFont & {
  readonly font: OpenFont;
  readonly subset: Subset;
  layoutRun(text: string, features?: readonly string[]): GlyphRun;
};
/** The glyphs that a document uses, by their numbers in the font's file; `encode` makes the file that is embedded. */
interface Subset {
  readonly glyphs: readonly number[];
  encode(): Uint8Array;
}
type EmbeddedFontClass = new (document: unknown, font: OpenFont, id: string) => EmbeddedFont;

const opened = new WeakMap<Uint8Array, { readonly font: OpenFont; readonly Embedded: EmbeddedFontClass }>();
const shaped = new WeakMap<OpenFont, ShapedWords>();

/**
 * Makes a registered font the document's current one, as pdfkit's font() does: `open` is that, for the first document;
 * for the others, what it would do with the file that is open already.
 */
export function openShared(document: FontOpener, name: string, open: () => void): void {
  const bytes = document._registeredFonts[name]?.src;
  if (bytes === undefined || document._fontFamilies[name] !== undefined) {
    open();
    return;
  }
  const known = opened.get(bytes);
  if (known === undefined) {
    open();
    const first = document._font as EmbeddedFont;
    opened.set(bytes, { font: first.font, Embedded: first.constructor as EmbeddedFontClass });
  } else {
    const own = new known.Embedded(document, known.font, `F${++document._fontCount}`);
    const namesake = document._fontFamilies[own.name] as EmbeddedFont | undefined;
    if (namesake !== undefined && isSame(namesake.font, own.font)) {
      document._font = namesake;
      return;
    }
    document._fontFamilies[name] = own;
    document._fontFamilies[own.name] ??= own;
    open();
  }
  shareWords(document._font as EmbeddedFont, bytes);
}

/** pdfkit's own comparison: a face that a family lacks is another of its files, under another name. */
function isSame({ _tables: a }: OpenFont, { _tables: b }: OpenFont): boolean {
  return (
    a.head?.checkSumAdjustment === b.head?.checkSumAdjustment &&
    JSON.stringify(a.name?.records) === JSON.stringify(b.name?.records)
  );
}

/** What was measured and shaped before, in whichever document. */
function shareWords(embedded: EmbeddedFont, bytes: Uint8Array): void {
  const words = shaped.get(embedded.font) ?? new ShapedWords();
  if (!shaped.has(embedded.font)) {
    shaped.set(embedded.font, words);
    keepMeanings(embedded.font);
    keepDigitsInOrder(embedded.font);
    shapePlainly(embedded.font, bytes);
  }
  const layoutRun = embedded.layoutRun.bind(embedded);
  embedded.layoutRun = (text, features) => words.run(text, features, () => layoutRun(text, features));
  const { subset } = embedded;
  const encode = subset.encode.bind(subset);
  subset.encode = () => words.file(subset.glyphs, () => plainSubset(bytes, subset.glyphs) ?? encode());
}

/** Texts of one font: some thousand are the words of a long document, in a few megabytes. */
const MOST_WORDS = 8000;
/** Files of one font: documents of the same words, in other editions or after a small change, use the same glyphs. */
const MOST_FILES = 8;

class ShapedWords {
  readonly #runs = new Map<string, GlyphRun>();
  readonly #files = new Map<string, Uint8Array>();

  /** The font's file with these glyphs alone. */
  file(glyphs: readonly number[], encode: () => Uint8Array): Uint8Array {
    const key = glyphs.join();
    const file = this.#files.get(key) ?? encode();
    this.#files.delete(key);
    this.#files.set(key, file);
    if (this.#files.size > MOST_FILES) this.#files.delete(this.#files.keys().next().value ?? '');
    return file;
  }

  run(text: string, features: readonly string[] | undefined, shape: () => GlyphRun): GlyphRun {
    const key = features === undefined || features === null ? text : `${text}\0${features.join()}`;
    const known = this.#runs.get(key);
    if (known !== undefined) return known;
    const { glyphs, positions, advanceWidth } = shape();
    const run = { glyphs, positions, advanceWidth };
    // All at once: which are asked for again cannot be known, and to shape them once more gives the same.
    if (this.#runs.size >= MOST_WORDS) this.#runs.clear();
    this.#runs.set(key, run);
    return run;
  }
}

/**
 * fontkit keeps each glyph with the characters for which it was first asked, and hands these out for whatever other
 * characters share it. So what a text says would depend on the texts before it, in other documents even.
 */
function keepMeanings(font: OpenFont): void {
  const getGlyph = font.getGlyph.bind(font);
  const meanings = new Map<string, Glyph | null>();
  font.getGlyph = (id, codePoints = []) => {
    const key = `${id} ${codePoints.join(' ')}`;
    let glyph = meanings.get(key);
    if (glyph === undefined) {
      font._glyphs[id] = undefined;
      glyph = getGlyph(id, codePoints);
      meanings.set(key, glyph);
    }
    return glyph;
  };
}

/** fontkit reverses everything in the Arabic script, even its digits and signs, which run from the left. */
function keepDigitsInOrder(font: OpenFont): void {
  const layout = font.layout.bind(font);
  font.layout = (text, features) =>
    layout(inShapingOrder(text), features, undefined, undefined, isTurnedByFont(text) ? undefined : 'ltr');
}

/** Words that need nothing but their letters are shaped without fontkit, which is slow to begin. */
function shapePlainly(font: OpenFont, bytes: Uint8Array): void {
  const shaper = new PlainShaper(bytes, (codePoint) => font._cmapProcessor.lookup(codePoint));
  const layout = font.layout.bind(font);
  font.layout = (text, features) =>
    shaper.shape(text, features as readonly string[] | undefined) ?? layout(text, features);
}
