import type { FaceStyle } from '../../layout/definition.js';

/** Sets one stretch of a drawing's text: the same text as pieces, each with the family that has its characters. */
export type FitSvgText = (text: string, family: string, face: FaceStyle) => readonly { text: string; family: string }[];

interface Level {
  readonly family: string;
  readonly bold: boolean;
  readonly italics: boolean;
  readonly isText: boolean;
}

/** A tag, or what stands between two. In the definition's drawings `<` and `>` stand nowhere else. */
const TOKEN = /<[^>]*>|[^<]+/g;

/** A drawing whose texts are divided among fonts, as the runs of a paragraph are. `family`: where the SVG names none. */
export function fitSvg(svg: string, family: string, divide: FitSvgText): string {
  const open: Level[] = [{ family, bold: false, italics: false, isText: false }];
  return svg.replace(TOKEN, (token) => {
    const level = open.at(-1) ?? { family, bold: false, italics: false, isText: false };
    if (!token.startsWith('<')) return level.isText && token.trim() !== '' ? fittedText(token, level, divide) : token;
    if (token.startsWith('</')) open.pop();
    else if (!token.endsWith('/>') && !token.startsWith('<?')) open.push(inside(token, level));
    return token;
  });
}

function inside(tag: string, above: Level): Level {
  const weight = styled(tag, 'font-weight');
  const slant = styled(tag, 'font-style');
  return {
    family: unescaped(attribute(tag, 'font-family') ?? above.family),
    bold: weight === undefined ? above.bold : /bold|[6-9]00/.test(weight),
    italics: slant === undefined ? above.italics : /italic|oblique/.test(slant),
    isText: above.isText || /^<text[\s>]/.test(tag),
  };
}

/** A presentation attribute, or the same in the style attribute, which wins. */
function styled(tag: string, name: string): string | undefined {
  const style = attribute(tag, 'style');
  return new RegExp(`(?:^|;)\\s*${name}\\s*:([^;]*)`).exec(style ?? '')?.[1] ?? attribute(tag, name);
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

function fittedText(token: string, { family, bold, italics }: Level, divide: FitSvgText): string {
  const face: FaceStyle = bold ? (italics ? 'bolditalics' : 'bold') : italics ? 'italics' : 'normal';
  const pieces = divide(unescaped(token), family, face);
  return pieces
    .map((piece) => {
      const text = escaped(wholeIfRightToLeft(piece.text));
      return piece.family === family ? text : `<tspan font-family="${escaped(piece.family)}">${text}</tspan>`;
    })
    .join('');
}

/** pdfkit shapes word by word, cut at blanks; words from right to left would change places, and the blank go astray. */
function wholeIfRightToLeft(text: string): string {
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? text.replaceAll(' ', '\u00a0') : text;
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
