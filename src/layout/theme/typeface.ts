import type { TextStyle } from '../print-nodes.js';

/** A way to set text: a face at a size, on lines a fixed distance apart. */
export interface Face {
  readonly family: string;
  /** Points. */
  readonly size: number;
  /** From base line to base line, in points. */
  readonly leading: number;
  /** Of the font, in em. */
  readonly ascent: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly colour: string;
  /** Extra space between letters, in thousandths of the size. */
  readonly tracking?: number;
  /** Set in capitals. */
  readonly capitals?: boolean;
}

/** How far the letters of a family rise above the base line, as its file states it (hhea), in em. */
export type Ascents = ReadonlyMap<string, number>;

/** Of a family that is not there. */
const USUAL_ASCENT = 1.02;
/** A base line stands within these shares of its line and of its type, whatever a font file states. */
const LOWEST = 0.91;
const HIGHEST = 0.5;

export function ascentOf(family: string, ascents: Ascents): number {
  return ascents.get(family) ?? USUAL_ASCENT;
}

/** The definition's style of words in a face: what a block of them says besides is in `styleOf`. */
export function styleOfWords(face: Face): TextStyle {
  const style: { -readonly [Key in keyof TextStyle]: TextStyle[Key] } = {
    font: face.family,
    fontSize: face.size,
    color: face.colour,
  };
  if (face.bold !== undefined) style.bold = face.bold;
  if (face.italics !== undefined) style.italics = face.italics;
  if (face.tracking !== undefined) style.characterSpacing = rounded((face.tracking * face.size) / 1000);
  return style;
}

/**
 * The definition's style of a block in a face. Its lines stand `leading` apart, and their base lines where the block's
 * own font has them: no word in another font moves either.
 */
export function styleOf(face: Face): TextStyle {
  return { ...styleOfWords(face), leading: rounded(face.leading), baseLine: rounded(baseLine(face)) };
}

/** Letters that join, hang on one line or bear marks: space between them would tear the word. */
const JOINED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Adlam}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}]|[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{P}\s]\p{M}/u;

/** The style of a block of text in a face: its letters are not spaced where they join. */
export function styleOfText(face: Face, text: string): TextStyle {
  return spacedFor(text, styleOf(face));
}

/** The same of words within a block. */
export function styleOfWordsIn(face: Face, text: string): TextStyle {
  return spacedFor(text, styleOfWords(face));
}

function spacedFor(text: string, style: TextStyle): TextStyle {
  return style.characterSpacing !== undefined && JOINED.test(text) ? { ...style, characterSpacing: 0 } : style;
}

/** How far the base line of a first line lies below the top of its block, in points. */
export function baseLine(face: Face): number {
  return Math.max(Math.min(face.ascent * face.size, face.leading * LOWEST), face.size * HIGHEST);
}

/** Space above a block of `small` type so that its first base line is that of `large` type beside it; in points. */
export function drop(small: Face, large: Face): number {
  return Math.max(0, rounded(baseLine(large) - baseLine(small)));
}

/** Thousandths of a point are more than paper shows, and keep golden files readable. */
export function rounded(points: number): number {
  return Math.round(points * 1000) / 1000;
}
