import { bytesOf, utf8Of } from './bytes.js';

/** A text string of a PDF (ISO 32000-1, 7.9.2): UTF-16 or UTF-8 by its mark, else PDFDocEncoding, read as Latin-1. */
export function textOfBytes(bytes: string): string {
  if (bytes.startsWith('\xfe\xff')) return units(bytes, 0, 1);
  if (bytes.startsWith('\xff\xfe')) return units(bytes, 1, 0);
  return bytes.startsWith('\xef\xbb\xbf') ? utf8Of(bytesOf(bytes.slice(3))) : bytes;
}

/** UTF-16 whose high and low bytes stand at these places of each pair, after the mark. */
function units(bytes: string, high: 0 | 1, low: 0 | 1): string {
  let text = '';
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode((bytes.charCodeAt(at + high) << 8) | bytes.charCodeAt(at + low));
  }
  return text;
}
