/** The part of CSS that is read: what is declared about whether, and where, words are seen. */

/** Declared values by property, lower case but for `content`, custom properties and what refers to these. */
export type Declarations = ReadonlyMap<string, string>;

/** Properties that say whether, or where, something is seen, and what is seen besides the text. */
const PROPERTIES: ReadonlySet<string> = new Set([
  'background',
  'background-clip',
  'background-color',
  'bottom',
  'clip',
  'clip-path',
  'color',
  'content',
  'content-visibility',
  'direction',
  'display',
  'filter',
  'flex-direction',
  'flex-flow',
  'flex-wrap',
  'float',
  'font',
  'font-family',
  'font-size',
  'grid-area',
  'grid-column',
  'grid-column-start',
  'grid-row',
  'grid-row-start',
  'height',
  'inset',
  'left',
  'letter-spacing',
  'line-clamp',
  'margin-left',
  'margin-top',
  'mask',
  'mask-image',
  'max-height',
  'max-width',
  'mix-blend-mode',
  'opacity',
  'order',
  'overflow',
  'overflow-x',
  'overflow-y',
  'position',
  'right',
  'rotate',
  'scale',
  'text-decoration',
  'text-decoration-line',
  'text-indent',
  'text-overflow',
  'top',
  'transform',
  'translate',
  'unicode-bidi',
  'vertical-align',
  'visibility',
  'white-space',
  'width',
  'z-index',
  'zoom',
  '-webkit-background-clip',
  '-webkit-line-clamp',
  '-webkit-mask',
  '-webkit-mask-image',
  '-webkit-text-fill-color',
  '-webkit-text-security',
]); // prettier-ignore

/** A comment, or a string; what is not closed ends with the sheet, or the line. */
const COMMENT_OR_STRING = /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/g;

/** Without comments, and with what means something in CSS escaped where it is within a string. */
export function withoutComments(css: string): string {
  return css.replace(COMMENT_OR_STRING, (found) => (found.startsWith('/*') ? ' ' : `"${escaped(found.slice(1, -1))}"`));
}

/** An escaped backslash, an escaped character, an escaped line end, or a sign that may be escaped. */
const IN_STRING = /\\\\|\\[0-9a-fA-F]{1,6}\s?|\\\n|\\?([^\\\w\s\u0080-\uffff])/g;

function escaped(text: string): string {
  return text.replace(IN_STRING, (found, sign: string | undefined) => {
    if (sign !== undefined) return `\\${sign.charCodeAt(0).toString(16)} `;
    return found === '\\\n' ? '' : found;
  });
}

export function closingBrace(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    else if (css[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return css.length;
}

export function declarationsOf(css: string): { readonly declarations: Declarations; readonly important: Declarations } {
  const [declarations, important] = [new Map<string, string>(), new Map<string, string>()];
  for (const declaration of css.split(';')) {
    const colon = declaration.indexOf(':');
    const written = unescaped(declaration.slice(0, colon)).trim();
    const isCustom = written.startsWith('--');
    const name = isCustom ? written : written.toLowerCase();
    if (colon === -1 || !(isCustom || PROPERTIES.has(name))) continue;
    const whole = declaration.slice(colon + 1).trim();
    const plain = whole.replace(/\s*!\s*important$/i, '');
    const isAsWritten = isCustom || name === 'content' || /\bvar\(/i.test(plain);
    const value = isAsWritten ? plain : unescaped(plain).toLowerCase();
    (plain === whole ? declarations : important).set(name, value);
  }
  return { declarations, important };
}

/** `d\69splay` is `display`: https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point */
export function unescaped(css: string): string {
  return css.replace(/\\(?:([0-9a-fA-F]{1,6})\s?|([\s\S]))/g, (_, code: string | undefined, sign: string) => {
    if (code === undefined) return sign;
    const point = Number.parseInt(code, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
  });
}
