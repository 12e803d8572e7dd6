import type { TextStyle } from '../print-nodes.js';

/** A way to set text: a face at a size, with a fixed leading. */
export interface Face {
  readonly family: string;
  /** Points. */
  readonly size: number;
  /** From base line to base line, in points. */
  readonly leading: number;
  /** The ascent of the font, in em. */
  readonly ascent: number;
  /** How wide its letters are; without it, as the families that come with the program. */
  readonly stretch?: Stretch;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly colour: string;
  /** Extra space between letters, in thousandths of the size. */
  readonly tracking?: number;
  /** Set in capitals. */
  readonly capitals?: boolean;
}

/** How wide the letters of a family are, as a share of those of Source Sans 3 in its regular face. */
export interface Stretch {
  readonly regular: number;
  readonly bold: number;
}
export type Stretches = ReadonlyMap<string, Stretch>;

/** The ascent of a family above the base line, as its file states it (hhea), in em. */
export type Ascents = ReadonlyMap<string, number>;

/** The ascent of a family that is not available. */
const USUAL_ASCENT = 1.02;
/** Limits of the base line as shares of the line and of the type size, whatever a font file states. */
const LOWEST = 0.91;
const HIGHEST = 0.5;

export function ascentOf(family: string, ascents: Ascents): number {
  return ascents.get(family) ?? USUAL_ASCENT;
}

/** The style of runs in a face; `styleOf` adds what a whole block needs. */
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
 * The style of a block in a face. Its lines are `leading` apart, and their base lines are where the block's
 * font has them: words in other fonts do not move either.
 */
export function styleOf(face: Face): TextStyle {
  return { ...styleOfWords(face), leading: rounded(face.leading), baseLine: rounded(baseLine(face)) };
}

/** Scripts whose letters join, hang from a line or carry marks: letter-spacing would break up the word. */
const JOINED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Adlam}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}]|[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{P}\s]\p{M}/u;

/** The style of a block of text in a face, without letter-spacing in scripts whose letters join. */
export function styleOfText(face: Face, text: string): TextStyle {
  return spacedFor(text, styleOf(face));
}

/** The same for runs within a block. */
export function styleOfWordsIn(face: Face, text: string): TextStyle {
  return spacedFor(text, styleOfWords(face));
}

function spacedFor(text: string, style: TextStyle): TextStyle {
  return style.characterSpacing !== undefined && JOINED.test(text) ? { ...style, characterSpacing: 0 } : style;
}

/** The distance from the top of a block to its first base line, in points. */
export function baseLine(face: Face): number {
  return Math.max(Math.min(face.ascent * face.size, face.leading * LOWEST), face.size * HIGHEST);
}

/** Space above a block of `small` type that aligns its first base line with `large` type beside it, in points. */
export function drop(small: Face, large: Face): number {
  return Math.max(0, rounded(baseLine(large) - baseLine(small)));
}

/** Rounds to thousandths of a point: finer than paper shows, and readable in golden files. */
export function rounded(points: number): number {
  return Math.round(points * 1000) / 1000;
}
