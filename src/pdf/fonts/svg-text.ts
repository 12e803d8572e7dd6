import type { FaceStyle } from '../../layout/definition.js';
import { directionOf, drawnText, inVisualOrder, partsOf, withoutMarks } from '../direction/levels.js';

/** Splits a stretch of a drawing's text into pieces, each with the family that has its characters. */
export type FitSvgText = (text: string, family: string, face: FaceStyle) => readonly SvgPiece[];

interface SvgPiece {
  readonly text: string;
  readonly family: string;
}

/** The default family of text in a drawing. */
export interface SvgSetting {
  readonly family: string;
  readonly rightToLeft: boolean;
}

interface Level {
  readonly family: string;
  readonly bold: boolean;
  readonly italics: boolean;
  readonly rightToLeft: boolean;
  readonly isText: boolean;
}

/** A tag, or what is between two. In drawings of a definition, `<` and `>` occur only in tags. */
const TOKEN = /<[^>]*>|[^<]+/g;

/**
 * A drawing whose texts are split by font, like the runs of a paragraph, and are in visual order
 * from left to right, the only one that pdfmake's SVG module supports.
 */
export function fitSvg(svg: string, { family, rightToLeft }: SvgSetting, divide: FitSvgText): string {
  const outer: Level = { family, bold: false, italics: false, rightToLeft, isText: false };
  const open = [outer];
  return svg.replace(TOKEN, (token) => {
    const level = open.at(-1) ?? outer;
    if (!token.startsWith('<')) return level.isText && token.trim() !== '' ? fittedText(token, level, divide) : token;
    if (token.startsWith('</')) open.pop();
    else if (!token.endsWith('/>') && !token.startsWith('<?')) open.push(inside(token, level));
    return token;
  });
}

function inside(tag: string, above: Level): Level {
  const weight = styled(tag, 'font-weight');
  const direction = styled(tag, 'direction');
  const slant = styled(tag, 'font-style');
  return {
    family: unescaped(attribute(tag, 'font-family') ?? above.family),
    bold: weight === undefined ? above.bold : /bold|[6-9]00/.test(weight),
    italics: slant === undefined ? above.italics : /italic|oblique/.test(slant),
    rightToLeft: direction === undefined ? above.rightToLeft : /rtl/.test(direction),
    isText: above.isText || /^<text[\s>]/.test(tag),
  };
}

/** A presentation attribute, or the same property in the style attribute, which takes precedence. */
function styled(tag: string, name: string): string | undefined {
  const style = attribute(tag, 'style');
  return new RegExp(`(?:^|;)\\s*${name}\\s*:([^;]*)`).exec(style ?? '')?.[1] ?? attribute(tag, name);
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

function fittedText(token: string, level: Level, divide: FitSvgText): string {
  const { family, bold, italics, rightToLeft } = level;
  const face: FaceStyle = bold ? (italics ? 'bolditalics' : 'bold') : italics ? 'italics' : 'normal';
  const pieces = divide(unescaped(token), family, face);
  const inSight = inSightOrder(pieces, rightToLeft);
  if (inSight === null)
    return pieces.map((piece) => (piece.family === family ? escaped(piece.text) : span(piece))).join('');
  return inSight.map(span).join('');
}

function span({ text, family }: SvgPiece): string {
  return `<tspan font-family="${escaped(family)}">${escaped(text)}</tspan>`;
}

/**
 * The pieces in visual order from left to right; `null` if they already are. Right-to-left words are
 * separate pieces: pdfkit splits a text at its spaces, and would set the words in reading order.
 */
function inSightOrder(pieces: readonly SvgPiece[], rightToLeft: boolean): readonly SvgPiece[] | null {
  const direction = directionOf(pieces, rightToLeft);
  if (direction === null) return null;
  let start = 0;
  const parts = pieces.flatMap(({ text, family }) => {
    const from = start;
    const drawn = withoutMarks(text);
    start += drawn.length;
    return partsOf(drawn, (at) => direction.levels[from + at] ?? 0).map((part) => ({ ...part, family }));
  });
  return inVisualOrder(parts).map((part) => ({ text: drawnText(part), family: part.family }));
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return NAMED[name] ?? whole;
  });
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
