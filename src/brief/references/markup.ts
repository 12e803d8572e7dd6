/** Titles as Crossref, DOI.org and Zotero write them, with the markup of HTML and its references → plain text. */
import { lowered, raised } from './latex-symbols.js';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** Elements that CSL and JATS have in titles. Anything else between < and > is text: `p < 0.05 and q > 1`. */
const TAG = /<\/?(?:i|b|em|strong|sub|sup|sc|u|tt|span|scp|br|p|div|title|(?:jats|mml):[a-z]+)(?:\s[^<>]*)?\/?>/gi;

/** Without the markup; digits above and below the line stay there, since 10<sup>6</sup> is not 106. */
export function withoutMarkup(text: string): string {
  return decoded(
    text
      .replace(/<su([bp])>([^<>]*)<\/su\1>/gi, (_whole, kind: string, inner: string) => {
        if (/^[\p{L}.]*$/u.test(inner)) return inner;
        return kind.toLowerCase() === 'p' ? raised(inner) : lowered(inner);
      })
      .replace(/<br\s*\/?>/gi, ' ')
      .replace(TAG, ''),
  )
    .replace(/\s+/g, ' ')
    .trim();
}

/** Programs escape twice now and then (`&amp;amp;`), so what comes out is read once more. */
function decoded(text: string): string {
  const once = text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hexadecimal), 16) : Number(decimal);
    return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
  return once !== text && /&(?:amp|lt|gt|quot|#\d+);/.test(once) ? decoded(once) : once;
}
