import type { PdfFile } from './file.js';
import type { Value } from './objects.js';

const known = new WeakMap<object, Map<number, string>>();

/** What the codes of a font mean, from its ToUnicode map (in the form of bfrange with arrays, which pdfkit writes). */
export function toUnicode(file: PdfFile, font: Value | undefined): Map<number, string> {
  if (font === undefined) return new Map();
  const dictionary = file.dictionary(font);
  const before = known.get(dictionary);
  if (before !== undefined) return before;
  const meanings = new Map<number, string>();
  const cmap = file.data(dictionary.ToUnicode);
  for (const [, from = '', , list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    const entries = list.match(/<[^>]*>/g) ?? [];
    for (const [index, entry] of entries.entries()) meanings.set(Number.parseInt(from, 16) + index, utf16(entry));
  }
  known.set(dictionary, meanings);
  return meanings;
}

function utf16(hex: string): string {
  const units = hex.replace(/[^0-9a-f]/gi, '').match(/.{4}/g) ?? [];
  return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}
