/** What the codes of a font mean, and how far each moves the pen. */

import { PdfDictionary, type PdfValue } from './objects.js';
import { isName, type PdfFile } from './pdf-file.js';
import { textOfBytes } from './strings.js';

export interface FontCodes {
  /** Bytes of a code. */
  readonly width: 1 | 2;
  readonly meanings: ReadonlyMap<number, string>;
  /** Thousandths of an em. */
  advanceOf(code: number): number;
}

/** Before a font is chosen. */
export const NO_FONT: FontCodes = { width: 1, meanings: new Map(), advanceOf: () => 500 };

const known = new WeakMap<PdfDictionary, FontCodes>();

export function fontCodes(file: PdfFile, value: PdfValue): FontCodes {
  const font = file.dictionary(value);
  const before = known.get(font);
  if (before !== undefined) return before;
  const isComposite = isName(font.get('Subtype'), 'Type0');
  const meanings = meaningsIn(file.data(font.get('ToUnicode')));
  const advances = isComposite ? compositeAdvances(file, font) : simpleAdvances(file, font);
  const codes: FontCodes = { width: isComposite ? 2 : 1, meanings, advanceOf: advances };
  known.set(font, codes);
  return codes;
}

/** `Widths` from `FirstChar` on (ISO 32000-1, 9.6). */
function simpleAdvances(file: PdfFile, font: PdfDictionary): FontCodes['advanceOf'] {
  const first = Number(file.get(font.get('FirstChar')) ?? 0);
  const widths = file.array(font.get('Widths'));
  return (code) => numberOr(file.get(widths[code - first] ?? null), 500);
}

/** `W` of the descendant font: `c [w …]` or `from to w` (ISO 32000-1, 9.7.4.3). */
function compositeAdvances(file: PdfFile, font: PdfDictionary): FontCodes['advanceOf'] {
  const descendant = file.get(file.array(font.get('DescendantFonts'))[0] ?? null);
  const inner = descendant instanceof PdfDictionary ? descendant : null;
  const standard = numberOr(file.get(inner?.get('DW') ?? null), 1000);
  const widths = new Map<number, number>();
  const entries = file.array(inner?.get('W') ?? null).map((entry) => file.get(entry));
  for (let at = 0; at + 1 < entries.length; ) {
    const from = Number(entries[at]);
    const next = entries[at + 1];
    if (Array.isArray(next)) {
      for (const [index, width] of next.entries()) widths.set(from + index, numberOr(file.get(width), standard));
      at += 2;
    } else {
      const last = Math.min(Number(next), from + 0xffff);
      for (let code = from; code <= last; code += 1) widths.set(code, numberOr(entries[at + 2] ?? null, standard));
      at += 3;
    }
  }
  return (code) => widths.get(code) ?? standard;
}

function numberOr(value: PdfValue, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

/** No font has more codes; a range may claim to have. */
const MOST_CODES = 0xffff;

/** ToUnicode: `bfchar` and both forms of `bfrange` (ISO 32000-1, 9.10.3). */
function meaningsIn(cmap: string): ReadonlyMap<number, string> {
  const meanings = new Map<number, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([^<>]*)>\s*<([^<>]*)>/g))
      meanings.set(hex(code), utf16(text));
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', list, start = ''] of block.matchAll(
      /<([^<>]*)>\s*<([^<>]*)>\s*(?:\[([^\]]*)\]|<([^<>]*)>)/g,
    )) {
      const texts = list?.match(/<[^<>]*>/g)?.map((each) => utf16(each));
      for (let code = hex(from); code <= hex(to) && meanings.size <= MOST_CODES; code += 1) {
        const offset = code - hex(from);
        meanings.set(code, texts ? (texts[offset] ?? '') : after(utf16(start), offset));
      }
    }
  }
  return meanings;
}

function hex(text: string): number {
  return Number.parseInt(text.replace(/\s/g, ''), 16);
}

/** In a range, the last unit counts on. */
function after(text: string, offset: number): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + offset);
}

function utf16(text: string): string {
  const digits = text.replace(/[^0-9a-f]/gi, '');
  const bytes = (digits.match(/../g) ?? []).map((each) => String.fromCharCode(Number.parseInt(each, 16))).join('');
  return textOfBytes(`\xfe\xff${bytes}`);
}
