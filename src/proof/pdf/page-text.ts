import { PdfDictionary, PdfName, type PdfStream, PdfString, type PdfValue, PdfWord } from './objects.js';
import { isName, type PdfFile } from './pdf-file.js';
import { PdfScanner } from './scanner.js';
import { textOfBytes } from './strings.js';

/** What the codes of a font mean. */
interface Encoding {
  /** Bytes of a code. */
  readonly width: 1 | 2;
  readonly meanings: ReadonlyMap<number, string>;
}

/** The text that a page draws, in the order in which it is drawn: a line for each place where drawing begins anew. */
export function pageText(file: PdfFile, page: PdfDictionary): string {
  const content = file
    .array(page.get('Contents'))
    .map((part) => file.data(part))
    .join('\n');
  return drawnText(file, content, resourcesOf(file, page));
}

/** The text of a form that pages draw. */
export function formText(file: PdfFile, form: PdfStream): string {
  return drawnText(file, file.data(form), file.dictionary(form.dictionary.get('Resources')));
}

/** Resources come down from the nodes above a page. */
function resourcesOf(file: PdfFile, page: PdfDictionary): PdfDictionary {
  let node = page;
  for (let depth = 0; depth < 50; depth += 1) {
    if (node.get('Resources') !== null) break;
    node = file.dictionary(node.get('Parent'));
  }
  return file.dictionary(node.get('Resources'));
}

/** Thousandths of an em: a gap as wide as this between two glyphs is a space. */
const SPACE = 180;

function drawnText(file: PdfFile, content: string, resources: PdfDictionary): string {
  const fonts = file.dictionary(resources.get('Font'));
  const scanner = new PdfScanner(content);
  let operands: PdfValue[] = [];
  let encoding: Encoding = { width: 1, meanings: new Map() };
  let text = '';
  for (let item = scanner.next(); item !== undefined; item = scanner.next()) {
    if (!(item instanceof PdfWord)) {
      operands.push(item);
      continue;
    }
    const [first] = operands;
    if (item.text === 'Tf' && first instanceof PdfName) encoding = encodingOf(file, fonts.get(first.text));
    if (['Td', 'TD', 'Tm', 'T*', 'BT', "'", '"'].includes(item.text)) text += '\n';
    if (item.text === 'BDC' || item.text === 'DP') text += spokenText(operands);
    if (["'", '"', 'Tj', 'TJ'].includes(item.text)) text += shownText(operands, encoding);
    operands = [];
  }
  return text;
}

/** Text that stands for what is drawn: the properties of marked content. */
function spokenText(operands: readonly PdfValue[]): string {
  const properties = operands[1];
  if (!(properties instanceof PdfDictionary)) return '';
  const texts = [...properties.entries.values()].filter((value) => value instanceof PdfString);
  return texts.map(({ bytes }) => `\n${textOfBytes(bytes)}\n`).join('');
}

function shownText(operands: readonly PdfValue[], encoding: Encoding): string {
  return operands
    .flat()
    .map((value) => {
      if (value instanceof PdfString) return decode(value.bytes, encoding);
      return typeof value === 'number' && value < -SPACE ? ' ' : '';
    })
    .join('');
}

function decode(bytes: string, { width, meanings }: Encoding): string {
  let text = '';
  for (let at = 0; at + width <= bytes.length; at += width) {
    const code = width === 1 ? bytes.charCodeAt(at) : (bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1);
    text += meanings.get(code) ?? (width === 1 ? String.fromCharCode(code) : '');
  }
  return text;
}

const known = new WeakMap<PdfDictionary, Encoding>();

function encodingOf(file: PdfFile, value: PdfValue): Encoding {
  const font = file.dictionary(value);
  const before = known.get(font);
  if (before !== undefined) return before;
  const width = isName(font.get('Subtype'), 'Type0') ? 2 : 1;
  const encoding: Encoding = { width, meanings: meaningsIn(file.data(font.get('ToUnicode'))) };
  known.set(font, encoding);
  return encoding;
}

/** ToUnicode: `bfchar` and both forms of `bfrange` (ISO 32000-1, 9.10.3). */
function meaningsIn(cmap: string): Map<number, string> {
  const meanings = new Map<number, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([^>]*)>\s*<([^>]*)>/g))
      meanings.set(hex(code), utf16(text));
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', list, start = ''] of block.matchAll(
      /<([^>]*)>\s*<([^>]*)>\s*(?:\[([^\]]*)\]|<([^>]*)>)/g,
    )) {
      const texts = list?.match(/<[^>]*>/g)?.map((each) => utf16(each));
      for (let code = hex(from); code <= hex(to); code += 1) {
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
  const units = text.replace(/[^0-9a-f]/gi, '').match(/.{4}/g) ?? [];
  return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}
