/** LaTeX as reference managers write it into BibTeX → plain text. */
import { lowered, raised, SILENT, STYLES, SYMBOLS } from './latex-symbols.js';

/** Accents as combining characters: the letter they stand on comes after them in LaTeX. */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  G: '\u030F',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
  t: '\u0361',
}; // prettier-ignore

const ACCENT = /\\(?:["'`^~=.]\s*|[uvHckrdbtG](?=[\s{\\]))\s*(?:\{\s*\\?\p{L}*\s*\}|\\[ij](?![A-Za-z])|\p{L})/gu;

/** ASCII characters that are text, as private ones: what is resolved later must not take them for LaTeX. */
const KEPT = 0xf000;

/**
 * The words. A command that is not known keeps its argument; one that has none is printed as it is written, since it
 * may well stand for a sign.
 */
export function plainOf(latex: string): string {
  const words = latex
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(ACCENT, accented)
    .replace(/\\([&%$#_{}])/g, (_whole, sign: string) => kept(sign))
    .replace(/\\(?:\\\*?|[,;:! ]|quad\b|qquad\b)/g, ' ')
    .replace(/\\[-/]/g, '');
  return resolveMath(resolveCommands(withoutSilent(words)))
    .replace(/\\([()[\]])/g, '')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/~/g, '\u00A0')
    .replace(/[{}]/g, '')
    .replace(/[\uF021-\uF07E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - KEPT))
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .normalize('NFC');
}

/** The letters after an accent, the first of them with it: `\'{e}`, `\v s`, `\"\i`. */
function accented(written: string): string {
  const [base = '', ...others] = written.slice(2).replace(/[\s{}\\]/g, '');
  // An accent over nothing is a sign: `\~{}`.
  if (base === '') return /[~^]/.test(written.charAt(1)) && written.includes('{') ? kept(written.charAt(1)) : '';
  return `${base}${ACCENTS[written.charAt(1)] ?? ''}${others.join('')}`;
}

function kept(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, (sign) => String.fromCharCode(KEPT + sign.charCodeAt(0)));
}

/** `{\noopsort{1973a}}1973` is 1973; `\href{address}{words}` is its words. */
function withoutSilent(text: string): string {
  return text
    .replace(/\\([A-Za-z]+)\s*\{[^{}]*\}/g, (whole, name: string) => (SILENT.has(name.toLowerCase()) ? '' : whole))
    .replace(/\\href\s*\{[^{}]*\}\s*/g, '')
    .replace(/\\(?:enquote|mkbibquote)\s*\{([^{}]*)\}/g, '“$1”')
    .replace(/\\textsuperscript\s*\{([^{}\\]*)\}/g, (_whole, inner: string) => ordinalOr(inner, raised))
    .replace(/\\textsubscript\s*\{([^{}\\]*)\}/g, (_whole, inner: string) => ordinalOr(inner, lowered));
}

/** Letters above the line are an ending (`5th`, `nᵒ`) and read the same on it; digits are not. */
function ordinalOr(inner: string, script: (text: string) => string): string {
  return /^[\p{L}.]*$/u.test(inner) ? inner : kept(script(inner));
}

function resolveCommands(text: string): string {
  return text.replace(/\\([A-Za-z]+)\*?(?:\s*\{\}|\s+|(?=(\{))|(?![A-Za-z]))/g, (_whole, name: string, opens) => {
    const symbol = SYMBOLS.get(name);
    if (symbol !== undefined) return kept(symbol);
    if (STYLES.has(name) || opens !== undefined) return '';
    return `${kept(`\\${name}`)} `;
  });
}

/** Mathematics between dollar signs: its letters and signs, with what is raised and lowered. */
function resolveMath(text: string): string {
  const script = (inner: string) =>
    inner
      .replace(/\^\s*(?:\{([^{}]*)\}|([^\s{}]))/g, (_all, braced, bare) => kept(raised(restored(braced ?? bare))))
      .replace(/_\s*(?:\{([^{}]*)\}|([^\s{}]))/g, (_all, braced, bare) => kept(lowered(restored(braced ?? bare))))
      .replace(/(?<=[\p{L}\p{N} ])-(?=[\d ])|^-(?=\d)/gu, '−');
  return text.replace(/\$\$?([^$]*)\$\$?/g, (whole, inner: string) =>
    // Unescaped sums of money: $5 million to $6 million.
    /^\d[\d.,]*\s+\p{L}{2}/u.test(inner) ? kept(whole) : script(inner),
  );
}

function restored(text: string): string {
  return text.replace(/[\uF021-\uF07E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - KEPT)).trim();
}

/** An address: nothing in it is markup but what LaTeX makes its writers escape. Blanks stay. */
export function addressOf(latex: string): string {
  return latex
    .replace(/^\s*\\(?:url|path|nolinkurl)\s*/, '')
    .replace(/\\([&%$#_~{}])/g, '$1')
    .replace(/\{?\\(?:textasciitilde|sim)\s*(?:\{\})?\}?/g, '~')
    .replace(/\{?\\textunderscore\s*(?:\{\})?\}?/g, '_')
    .replace(/[{}]/g, '');
}

/** Parts of a text between separators that are not in braces. */
export function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  const sticky = new RegExp(separator.source, 'iy');
  let [depth, from] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth !== 0) continue;
    sticky.lastIndex = at;
    const found = sticky.exec(text);
    if (found === null || found[0] === '') continue;
    parts.push(text.slice(from, at));
    from = at + found[0].length;
    at = from - 1;
  }
  return [...parts, text.slice(from)];
}
