/** One file of which each copy has a number: all but its last objects is the same for every copy. */
import { runningSha256 } from '../../digest/sha256.js';
import { deflated } from './deflate.js';
import { concatenated } from './strings.js';

/** A form XObject (ISO 32000-1, 8.10) as it differs from copy to copy. */
export interface FormContent {
  readonly operators: string;
  /** The fonts that it uses: name → number of the object. */
  readonly fonts: Readonly<Record<string, number>>;
}

/** What stands on every page of one copy, by the name of its form. */
export type CopyContent = Readonly<Record<string, FormContent>>;

/** A finished file without the forms of any copy, and without its cross-references. */
export interface UnnumberedFile {
  readonly bytes: Uint8Array;
  /** Of `bytes`. */
  readonly digest: Uint8Array;
  /** The numbers that were kept for the forms, by name. */
  readonly forms: Readonly<Record<string, number>>;
  readonly pageSize: readonly [number, number];
  /** References to the catalogue, and to the document's information where it has any. */
  readonly root: string;
  readonly info: string | null;
  /** One more than the highest number of an object so far. */
  readonly size: number;
  /** The rows of the cross-reference stream for objects below `size`, with the places of those that it lacks. */
  crossReferences(size: number, places: ReadonlyMap<number, number>): Uint8Array;
}

const ID_LENGTH = 16;

/** The file of one copy, and its identifier: 32 hexadecimal digits, which programs that change the file leave as it is. */
export interface CopyFile {
  readonly bytes: Uint8Array;
  readonly id: string;
}

/** Each copy is a file of its own, with forms, cross-references and an identifier that no other has. */
export function copyFile(file: UnnumberedFile, content: CopyContent): CopyFile {
  const hash = runningSha256();
  hash.update(file.digest);
  const chunks: Uint8Array[] = [file.bytes];
  let offset = file.bytes.length;
  const places = new Map<number, number>();
  for (const [name, id] of Object.entries(file.forms)) {
    const form = formObject(id, content[name] ?? { operators: '', fonts: {} }, file.pageSize);
    hash.update(form);
    places.set(id, offset);
    chunks.push(form);
    offset += form.length;
  }
  const id = hexOf(hash.digest().subarray(0, ID_LENGTH));
  places.set(file.size, offset);
  const size = file.size + 1;
  const info = file.info === null ? '' : ` /Info ${file.info}`;
  const dictionary = `/Type /XRef /W [1 4 2] /Size ${size} /Root ${file.root}${info} /ID [<${id}> <${id}>]`;
  const table = streamObject(file.size, dictionary, file.crossReferences(size, places));
  return { bytes: concatenated([...chunks, table, ascii(`startxref\n${offset}\n%%EOF`)]), id };
}

function formObject(
  id: number,
  { operators, fonts }: FormContent,
  [width, height]: readonly [number, number],
): Uint8Array {
  const resources = Object.entries(fonts).map(([name, font]) => `/${name} ${font} 0 R`);
  const dictionary = `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Resources <</Font <<${resources.join(' ')}>>>>`;
  return streamObject(id, dictionary, ascii(operators));
}

function streamObject(id: number, dictionary: string, content: Uint8Array): Uint8Array {
  const packed = deflated(content);
  const head = `${id} 0 obj\n<<${dictionary} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`;
  return concatenated([ascii(head), packed, ascii('\nendstream\nendobj\n')]);
}

/** What is drawn is written in ASCII: glyphs are hexadecimal. */
function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
