import { bytesOf, utf8Of } from './pdf/bytes.js';
import { PdfDictionary, PdfName, PdfStream, PdfString, type PdfValue } from './pdf/objects.js';
import { type DrawnText, formTexts, pageTexts } from './pdf/page-text.js';
import { isName, PdfFile } from './pdf/pdf-file.js';
import { textOfBytes } from './pdf/strings.js';
import { wordsOf } from './words.js';

/** A place where words may be read, and the words. */
export interface Surface {
  /** Follows "found in" or stands alone: `on page 3`, `in the bookmarks`. */
  readonly where: string;
  readonly text: string;
  /** Bytes that are not text: short words occur in them by chance. */
  readonly isRaw?: boolean;
}

/** Everything in a PDF that can be read, by a person or a program. */
export function surfacesOfPdf(bytes: Uint8Array): readonly Surface[] {
  const file = new PdfFile(bytes);
  const values = [...file.objects.values(), ...file.others];
  const pages = file.pages();
  const drawn = new Set(pages.flatMap((page) => file.array(page.get('Contents')).map((part) => file.get(part))));
  return [
    ...pages.flatMap((page, index) => drawnSurfaces(pageTexts(file, page), `on page ${index + 1}`)),
    ...values.flatMap((value) => (value instanceof PdfStream && !drawn.has(value) ? streamSurfaces(file, value) : [])),
    ...stringSurfaces(values),
    { where: 'in the bytes of the file', text: utf8Of(bytes), isRaw: true },
  ];
}

/** What is drawn, and what is seen of it that is not drawn in that order. */
function drawnSurfaces({ asDrawn, asSeen }: DrawnText, where: string): readonly Surface[] {
  const drawn = wordsOf(asDrawn).join(' ');
  const others = asSeen.filter((line) => !drawn.includes(wordsOf(line).join(' ')));
  return [asDrawn, ...others, ...turned(asDrawn)].map((text) => ({ where, text }));
}

/** Scripts from right to left are drawn from left to right, as they are seen: read from the end, they say what they mean. */
function turned(text: string): readonly string[] {
  if (!/[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u.test(text)) return [];
  return [
    text
      .split('\n')
      .map((line) => [...line].toReversed().join(''))
      .join('\n'),
  ];
}

function streamSurfaces(file: PdfFile, stream: PdfStream): readonly Surface[] {
  const { dictionary } = stream;
  const bytes = file.data(stream);
  const text = utf8Of(bytesOf(bytes));
  if (isName(dictionary.get('Type'), 'EmbeddedFile')) return attachmentSurfaces(bytes, text);
  if (isName(dictionary.get('Type'), 'Metadata')) return xmlSurfaces(text);
  const raw = { where: 'in the bytes of the file', text, isRaw: true };
  if (isName(dictionary.get('Subtype'), 'Form'))
    return [...drawnSurfaces(formTexts(file, stream), 'in a drawing'), raw];
  return [raw];
}

/** A file inside the file; one that is a PDF is searched like this one. */
function attachmentSurfaces(bytes: string, text: string): readonly Surface[] {
  const where = 'in an attachment';
  if (!bytes.startsWith('%PDF-')) return surfacesOfText(text, where);
  return surfacesOfPdf(bytesOf(bytes)).map((each) => ({ ...each, where: `${where}, ${each.where}` }));
}

/** A text, and what it says where it escapes characters: YAML, JSON, HTML and addresses have ways of their own. */
export function surfacesOfText(text: string, where: string): readonly Surface[] {
  const plain = unescaped(text);
  return plain === text
    ? [{ where, text }]
    : [
        { where, text },
        { where, text: plain },
      ];
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\x([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\\r?\n\s*/g, '')
    .replace(/\\[nrtNLP_]/g, ' ')
    .replace(/(?:%[0-9a-f]{2})+/gi, percentDecoded)
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|amp|lt|gt|quot|apos|nbsp);/gi, reference);
}

function reference(whole: string, decimal?: string, hexadecimal?: string): string {
  const code = decimal !== undefined ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : Number.NaN;
  if (Number.isNaN(code)) return whole.toLowerCase() === '&amp;' ? '&' : ' ';
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

function percentDecoded(codes: string): string {
  return utf8Of(Uint8Array.from(codes.slice(1).split('%'), (code) => Number.parseInt(code, 16)));
}

/** Each element and each attribute by itself: what stands in two of them is not one text. */
function xmlSurfaces(xml: string): readonly Surface[] {
  return xmlTexts(xml).map((text) => ({ where: 'in the metadata (XMP)', text: unescaped(text) }));
}

function xmlTexts(xml: string): readonly string[] {
  const attributes = [...xml.matchAll(/=\s*"([^"]*)"/g)].map(([, value = '']) => value);
  return [...xml.split(/<[^>]*>/), ...attributes].filter((text) => text.trim() !== '');
}

/** A drawing: each text of it, all that is written in it as one, and what is not seen of it. */
export function surfacesOfDrawing(xml: string): readonly Surface[] {
  const drawn = xml.replace(/"data:[^"]*"/g, '""');
  const words = drawn.replace(/<[^>]*>/g, '\n');
  const seen = [...xmlTexts(drawn), words, words.replaceAll('\n', '')].map((text) => unescaped(text));
  return [
    ...seen.map((text) => ({ where: 'in a drawing', text })),
    { where: 'in the bytes of the picture', text: xml, isRaw: true },
  ];
}

/** Where the strings of dictionaries are read, by the key under which they stand. */
const PLACES: Readonly<Record<string, string>> = {
  Alt: 'in an alternative text',
  ActualText: 'in a replacement text',
  E: 'in an expanded abbreviation',
  T: 'in the document structure',
  Contents: 'in an annotation',
  URI: 'in a link',
  Names: 'in a name or a link target',
  Dest: 'in a link target',
  D: 'in a link target',
  ID: 'in a name or a link target',
  F: 'in the name of an attachment',
  UF: 'in the name of an attachment',
  Desc: 'in the description of an attachment',
  Author: 'in the properties',
  Subject: 'in the properties',
  Keywords: 'in the properties',
  Creator: 'in the properties',
  Producer: 'in the properties',
};

function stringSurfaces(values: readonly PdfValue[]): readonly Surface[] {
  const surfaces: Surface[] = [];
  const names: string[] = [];
  const visit = (value: PdfValue, where: string, isRaw = false): void => {
    if (value instanceof PdfString) surfaces.push({ where, text: textOfBytes(value.bytes), isRaw });
    else if (value instanceof PdfName) names.push(utf8Of(bytesOf(value.text)));
    else if (Array.isArray(value)) for (const item of value) visit(item, where, isRaw);
    else if (value instanceof PdfStream) visit(value.dictionary, where);
    else if (value instanceof PdfDictionary) {
      for (const [key, inner] of value.entries) visit(inner, placeOf(key, value) ?? where, isFileId(key, inner));
      names.push(...value.entries.keys());
    }
  };
  for (const value of values) visit(value, 'in a string of the file');
  return [...surfaces, { where: 'in a name of the file', text: names.join('\n'), isRaw: true }];
}

/** The identifier of a file is two strings of bytes made from its content (ISO 32000-1, 14.4). */
function isFileId(key: string, value: PdfValue): boolean {
  return key === 'ID' && Array.isArray(value);
}

function placeOf(key: string, around: PdfDictionary): string | undefined {
  if (key === 'Title') return around.get('Parent') === null ? 'in the properties' : 'in the bookmarks';
  return PLACES[key];
}
