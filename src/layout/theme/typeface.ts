import type { TextStyle } from '../definition.js';

/** A way to set text: a face at a size, on lines a fixed distance apart. */
export interface Face {
  readonly family: string;
  /** Points. */
  readonly size: number;
  /** From base line to base line, in points. */
  readonly leading: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly colour: string;
  /** Extra space between letters, in thousandths of the size. */
  readonly tracking?: number;
  /** Set in capitals. */
  readonly capitals?: boolean;
}

/** Measures of a family as its files state them (hhea), in em. */
interface Metrics {
  readonly ascent: number;
  /** Ascent and descent together: the distance of lines that a line height of 1 stands for. */
  readonly height: number;
}

const METRICS: Readonly<Record<string, Metrics>> = {
  'Source Serif 4': { ascent: 1.036, height: 1.371 },
  'Source Sans 3': { ascent: 1.024, height: 1.424 },
  'Source Code Pro': { ascent: 0.984, height: 1.257 },
  'Noto Serif': { ascent: 1.069, height: 1.362 },
  'Noto Sans': { ascent: 1.069, height: 1.362 },
};
const USUAL: Metrics = { ascent: 1.02, height: 1.33 };

function metricsOf(family: string): Metrics {
  return METRICS[family] ?? USUAL;
}

/**
 * The definition's style of a face. A line height counts in the font's own height, which differs between families: so
 * that a serif line and a sans line stand equally far apart, it is made from the leading.
 */
export function styleOf(face: Face): TextStyle {
  const style: { -readonly [Key in keyof TextStyle]: TextStyle[Key] } = {
    font: face.family,
    fontSize: face.size,
    lineHeight: rounded(face.leading / (face.size * metricsOf(face.family).height)),
    color: face.colour,
  };
  if (face.bold !== undefined) style.bold = face.bold;
  if (face.italics !== undefined) style.italics = face.italics;
  if (face.tracking !== undefined) style.characterSpacing = rounded((face.tracking * face.size) / 1000);
  return style;
}

/** Scripts whose letters join or hang on one line: space between them would tear the word. */
const JOINED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Adlam}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}]/u;

/** The style of a text in a face: its letters are not spaced where they join. */
export function styleOfText(face: Face, text: string): TextStyle {
  const style = styleOf(face);
  return style.characterSpacing !== undefined && JOINED.test(text) ? { ...style, characterSpacing: 0 } : style;
}

/** How far the base line of a first line lies below the top of its block, in points. */
export function baseLine(face: Face): number {
  return metricsOf(face.family).ascent * face.size;
}

/** Space above a block of `small` type so that its first base line is that of `large` type beside it; in points. */
export function drop(small: Face, large: Face): number {
  return Math.max(0, rounded(baseLine(large) - baseLine(small)));
}

/** Thousandths of a point are more than paper shows, and keep golden files readable. */
export function rounded(points: number): number {
  return Math.round(points * 1000) / 1000;
}
