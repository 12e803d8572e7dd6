import { PdfDictionary, PdfName, PdfStream, PdfString, type PdfValue } from './pdf/objects.js';
import { formText, pageText } from './pdf/page-text.js';
import { isName, PdfFile } from './pdf/pdf-file.js';
import { textOfBytes } from './pdf/strings.js';

/** A place where words may be read, and the words. */
export interface Surface {
  /** Follows "found in" or stands alone: `on page 3`, `in the bookmarks`. */
  readonly where: string;
  readonly text: string;
  /** Bytes that are no text by their nature: short words come about in them by chance. */
  readonly isRaw?: boolean;
}

/** Everything in a PDF that can be read, by a person or a program. */
export function surfacesOfPdf(bytes: Uint8Array): readonly Surface[] {
  const file = new PdfFile(bytes);
  const values = [...file.objects.values(), ...file.others];
  const pages = file.pages();
  const drawn = new Set(pages.flatMap((page) => file.array(page.get('Contents')).map((part) => file.get(part))));
  return [
    ...pages.map((page, index) => ({ where: `on page ${index + 1}`, text: pageText(file, page) })),
    ...values.flatMap((value) => (value instanceof PdfStream && !drawn.has(value) ? streamSurfaces(file, value) : [])),
    ...stringSurfaces(values),
    { where: 'in the bytes of the file', text: Buffer.from(bytes).toString('utf8'), isRaw: true },
  ];
}

function streamSurfaces(file: PdfFile, stream: PdfStream): readonly Surface[] {
  const { dictionary } = stream;
  const bytes = file.data(stream);
  const text = Buffer.from(bytes, 'latin1').toString('utf8');
  if (isName(dictionary.get('Type'), 'EmbeddedFile')) return attachmentSurfaces(bytes, text);
  if (isName(dictionary.get('Type'), 'Metadata')) return [{ where: 'in the metadata (XMP)', text: xmlText(text) }];
  const raw = { where: 'in the bytes of the file', text, isRaw: true };
  if (isName(dictionary.get('Subtype'), 'Form')) return [{ where: 'in a drawing', text: formText(file, stream) }, raw];
  return [raw];
}

/** A file inside the file; one that is a PDF is searched like this one. */
function attachmentSurfaces(bytes: string, text: string): readonly Surface[] {
  const where = 'in an attachment';
  if (!bytes.startsWith('%PDF-')) return surfacesOfText(text, where);
  return surfacesOfPdf(Buffer.from(bytes, 'latin1')).map((each) => ({ ...each, where: `${where}, ${each.where}` }));
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
    .replace(/(?:%[0-9a-f]{2})+/gi, (codes) => Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'))
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|amp|lt|gt|quot|apos|nbsp);/gi, reference);
}

function reference(whole: string, decimal?: string, hexadecimal?: string): string {
  const code = decimal !== undefined ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : Number.NaN;
  if (Number.isNaN(code)) return whole.toLowerCase() === '&amp;' ? '&' : ' ';
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

function xmlText(xml: string): string {
  const attributes = [...xml.matchAll(/=\s*"([^"]*)"/g)].map(([, value]) => value);
  return unescaped(`${xml.replace(/<[^>]*>/g, '\n')}\n${attributes.join('\n')}`);
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
  const texts = new Map<string, string[]>();
  const names: string[] = [];
  const note = (where: string, text: string) => texts.set(where, [...(texts.get(where) ?? []), text]);
  const visit = (value: PdfValue, place: string): void => {
    if (value instanceof PdfString) note(place, textOfBytes(value.bytes));
    else if (value instanceof PdfName) names.push(Buffer.from(value.text, 'latin1').toString('utf8'));
    else if (Array.isArray(value)) for (const item of value) visit(item, place);
    else if (value instanceof PdfStream) visit(value.dictionary, place);
    else if (value instanceof PdfDictionary) {
      for (const [key, inner] of value.entries) visit(inner, placeOf(key, value) ?? place);
      names.push(...value.entries.keys());
    }
  };
  for (const value of values) visit(value, 'in a string of the file');
  const found = [...texts].map(([where, all]) => ({ where, text: all.join('\n') }));
  return [...found, { where: 'in a name of the file', text: names.join('\n'), isRaw: true }];
}

function placeOf(key: string, around: PdfDictionary): string | undefined {
  if (key === 'Title') return around.get('Parent') === null ? 'in the properties' : 'in the bookmarks';
  return PLACES[key];
}
