/** Bytes → text, in the encoding that the bytes are in. */
import { withoutMarks } from '../structure.js';
import type { Extracted } from './extracted.js';

/** What a file declares about its encoding. */
export interface Declared {
  /** The label in `mediaType`, or in the page itself. */
  readonly label: string | undefined;
  /** `text/html`, for the hint: a page is never to be called plain text. */
  readonly type: string;
}

/**
 * The text of a file. A byte order mark decides; then bytes that are valid UTF-8 with something beyond ASCII are UTF-8,
 * whatever is declared (the server may have said so, and the copy lost it); then the declaration. Everything else is
 * refused: a guess could turn one word into another.
 */
export function decode(bytes: Uint8Array, { label, type }: Declared): Extracted {
  const marked = markedEncoding(bytes);
  const encoding = marked ?? (label === undefined || isUtf8(bytes) ? 'utf-8' : asRead(label));
  const text = textIn(bytes, encoding);
  if (text !== null && !text.includes('\0')) return { ok: true, text: withoutMarks(text) };
  const hint = `Save it again in UTF-8, or say its encoding, for example: \`mediaType: ${type}; charset=windows-1251\`.`;
  if (marked === undefined && label === undefined) {
    return { ok: false, reason: 'is not in UTF-8 and does not say which encoding it is in', hint };
  }
  return { ok: false, reason: `cannot be read as text in ${encoding.toUpperCase()}`, hint };
}

function textIn(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return LATIN_1.test(encoding) ? asWindows1252(text) : text;
  } catch {
    // The encoding is unknown, or the bytes are not valid in it.
    return null;
  }
}

const LATIN_1 = /^(?:windows-1252|x-cp1252|cp1252|cp819|iso-?8859-?1|iso_8859-1|latin1|l1|ascii|us-ascii)$/i;
/** The characters 80 to 9F; five of them are control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Browsers read all of these labels as Windows-1252; some versions of Node do not. */
function asWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character);
}

function isUtf8(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80) && textIn(bytes, 'utf-8') !== null;
}

/** The whole of GB 18030 is what browsers read for its two predecessors: https://encoding.spec.whatwg.org/#gbk */
function asRead(label: string): string {
  return /^(?:gbk|gb_?2312|x-gbk|chinese|csgb2312)/i.test(label.trim()) ? 'gb18030' : label;
}

/** The encoding that a byte order mark says: https://encoding.spec.whatwg.org/#bom-sniff */
function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

/**
 * The encoding that a page declares. A browser looks at the first 1,024 bytes, and begins anew when it meets a
 * declaration later: https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const page = withoutComments(new TextDecoder('latin1').decode(bytes));
  const declared =
    /<meta\s[^>]{0,500}?charset\s*=\s*["']?\s*([\w:-]+)/i.exec(page)?.[1] ??
    /^\s*<\?xml[^>]{1,200}encoding=["']([\w:-]+)["']/.exec(page)?.[1];
  // By the standard, a page that declares UTF-16 in text readable as ASCII is in UTF-8.
  return declared !== undefined && /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

function withoutComments(page: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = page.indexOf('<!--'); open !== -1; open = page.indexOf('<!--', at)) {
    parts.push(page.slice(at, open));
    const close = page.indexOf('-->', open + 4);
    at = close === -1 ? page.length : close + 3;
  }
  return [...parts, page.slice(at)].join('');
}
