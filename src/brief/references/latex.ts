/** LaTeX as reference managers write it into BibTeX → plain text. */

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
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
}; // prettier-ignore

const SYMBOLS: Readonly<Record<string, string>> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'i',
  j: 'j',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  dj: 'đ',
  DJ: 'Đ',
  ng: 'ŋ',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblleft: '“',
  textquotedblright: '”',
  guillemotleft: '«',
  guillemotright: '»',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  S: '§',
  P: '¶',
  copyright: '©',
  pounds: '£',
  texteuro: '€',
  euro: '€',
  textdegree: '°',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  textbackslash: '\\',
  textasciitilde: '~',
  textunderscore: '_',
}; // prettier-ignore

const ACCENT =
  /\\(?:(["'`^~=.])\s*|([uvHckrdb])(?=[\s{\\]))\s*(?:\{\s*(\\?[A-Za-z]?)\s*\}|(\\[ij](?![A-Za-z])|[A-Za-z]))/g;

/** The words; what is not known of LaTeX loses its backslash command and keeps its content. */
export function plainOf(latex: string): string {
  return latex
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(ACCENT, (_whole, mark, letter, braced, bare) => accented(braced ?? bare ?? '', mark ?? letter ?? ''))
    .replace(/\\([&%$#_{}])/g, (_whole, symbol: string) => String.fromCharCode(0xf000 + symbol.charCodeAt(0)))
    .replace(/\\([A-Za-z]+)(?:\s*\{\}|\s+|(?![A-Za-z]))/g, (_whole, name: string) => SYMBOLS[name] ?? '')
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/~/g, '\u00A0')
    .replace(/[{}]/g, '')
    .replace(/[\uF021-\uF07E]/g, (kept) => String.fromCharCode(kept.charCodeAt(0) - 0xf000))
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .normalize('NFC');
}

function accented(letter: string, accent: string): string {
  return letter.replace('\\', '') + (ACCENTS[accent] ?? '');
}

/** An address: nothing in it is markup but what LaTeX makes its writers escape. */
export function addressOf(latex: string): string {
  return latex
    .replace(/^\\url\s*/, '')
    .replace(/\\([&%$#_~])/g, '$1')
    .replace(/[{}\s]/g, '');
}

/** Parts of a text between separators that stand in no braces. */
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
