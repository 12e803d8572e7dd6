import { deflateSync } from 'node:zlib';

/** A PDF of these objects, by number from 1; a string is written as it stands, a stream is compressed. */
export type HoledObject = string | { readonly dictionary: string; readonly data: string | Uint8Array };

const HEAD: readonly HoledObject[] = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
];

/** One page that says `page`, and then `objects`, from number 7 on. */
export function pdfWith(objects: readonly HoledObject[], page = 'Harmless words'): Uint8Array {
  const codes = [...new Set(page)];
  const cmap = codes.map((char, i) => `<${four(i + 1)}> <${four(char.charCodeAt(0))}>`).join('\n');
  const shown = [...page].map((char) => four(codes.indexOf(char) + 1)).join('');
  return written([
    ...HEAD,
    { dictionary: '', data: `BT /F1 12 Tf 10 10 Td [<${shown.slice(0, 8)}> -20 <${shown.slice(8)}>] TJ ET` },
    '<< /Type /Font /Subtype /Type0 /ToUnicode 6 0 R >>',
    {
      dictionary: '',
      data: `1 begincodespacerange <0000> <ffff> endcodespacerange ${codes.length} beginbfchar\n${cmap}\nendbfchar`,
    },
    ...objects,
  ]);
}

/** One page with this content; its font F1 is of Latin-1 codes, each half an em wide. */
export function pdfDrawing(content: string): Uint8Array {
  return written([...HEAD, { dictionary: '', data: content }, '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>']);
}

function written(objects: readonly HoledObject[]): Uint8Array {
  const parts = objects.map((object, index) => {
    const head = Buffer.from(`${index + 1} 0 obj\n`);
    const tail = Buffer.from('\nendobj\n');
    if (typeof object === 'string') return Buffer.concat([head, Buffer.from(object, 'latin1'), tail]);
    const data = deflateSync(object.data);
    const dictionary = `<< ${object.dictionary} /Filter /FlateDecode /Length ${data.length} >>\nstream\n`;
    return Buffer.concat([head, Buffer.from(dictionary, 'latin1'), data, Buffer.from('\nendstream'), tail]);
  });
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1'),
    ...parts,
    Buffer.from('trailer << /Root 1 0 R >>\n%%EOF\n'),
  ]);
}

/** Objects in an object stream, as a PDF keeps its small ones. */
export function packed(objects: Readonly<Record<number, string>>): HoledObject {
  let body = '';
  const head: number[] = [];
  for (const [id, text] of Object.entries(objects)) {
    head.push(Number(id), body.length);
    body += `${text}\n`;
  }
  const index = `${head.join(' ')}\n`;
  const dictionary = `/Type /ObjStm /N ${Object.keys(objects).length} /First ${index.length}`;
  return { dictionary, data: Buffer.from(index + body, 'latin1') };
}

/** A text string in UTF-16, as anything beyond ASCII is written. */
export function utf16(text: string): string {
  return `<feff${[...text].map((char) => four(char.charCodeAt(0))).join('')}>`;
}

function four(code: number): string {
  return code.toString(16).padStart(4, '0');
}
