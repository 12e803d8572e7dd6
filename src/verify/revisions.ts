import { PdfDictionary, PdfName, PdfReference, PdfStream, PdfString, type PdfValue } from '../proof/pdf/objects.js';
import { isName, PdfFile } from '../proof/pdf/pdf-file.js';

/**
 * What was appended to a PDF after it was made: signing a file, and saving changes to it, writes a new revision behind
 * the old one (ISO 32000-1, 7.5.6).
 */
export interface Appended {
  /** Bytes of the revision that was made, and of what follows. */
  readonly ownBytes: number;
  readonly moreBytes: number;
  /** Each signature, in words. */
  readonly signatures: readonly string[];
  /** What of the document was replaced so that it may show or say something else, in words. */
  readonly changes: readonly string[];
  /** What was replaced besides, as signing does, in words. */
  readonly remarks: readonly string[];
}

/** What follows the bytes that were made; null where they are not the beginning of the file, or nothing follows. */
export function appendedTo(found: Uint8Array, made: Uint8Array): Appended | null {
  if (made.length === 0 || found.length <= made.length) return null;
  for (let at = 0; at < made.length; at += 1) if (found[at] !== made[at]) return null;
  const before = new PdfFile(made);
  const after = new PdfFile(found.subarray(made.length));
  const changes = new Set<string>();
  const remarks = new Set<string>();
  for (const [id, value] of after.objects) {
    const old = before.objects.get(id);
    if (old === undefined || isSame(old, value)) continue;
    const { change, remark } = replacement(old, value, { before, after });
    if (change !== undefined) changes.add(change);
    if (remark !== undefined) remarks.add(remark);
  }
  return {
    ownBytes: made.length,
    moreBytes: found.length - made.length,
    signatures: signaturesIn(after, { found, ownBytes: made.length }),
    changes: [...changes],
    remarks: [...remarks],
  };
}

interface Revisions {
  readonly before: PdfFile;
  readonly after: PdfFile;
}

interface Replacement {
  readonly change?: string;
  readonly remark?: string;
}

/** Entries of the catalog that signing adds: the form, what may be changed, and proofs for long keeping (PAdES). */
const OF_SIGNING = ['AcroForm', 'Perms', 'DSS', 'Extensions', 'Version'];

function replacement(old: PdfValue, value: PdfValue, revisions: Revisions): Replacement {
  if (isOfType(old, 'Metadata')) return { remark: 'The metadata was replaced.' };
  if (!(old instanceof PdfDictionary) || !(value instanceof PdfDictionary))
    return { change: 'Its content was replaced.' };
  const keys = [...new Set([...old.entries.keys(), ...value.entries.keys()])];
  const others = (allowed: readonly string[]) =>
    keys.filter((key) => !allowed.includes(key) && !isSame(old.get(key), value.get(key)));
  if (isOfType(old, 'Catalog')) {
    const left = others([...OF_SIGNING, 'Metadata']);
    if (left.length > 0) return { change: 'Its catalog, which says what its pages are, was replaced.' };
    return isSame(old.get('Metadata'), value.get('Metadata')) ? {} : { remark: 'The metadata was replaced.' };
  }
  if (isOfType(old, 'Page')) {
    if (others(['Annots']).length > 0) return { change: 'A page was replaced.' };
    return addsSignatureFieldsOnly(old, value, revisions) ? {} : { change: 'Something was put on a page.' };
  }
  return others(['ModDate', 'Producer']).length > 0 ? { change: 'Its content was replaced.' } : {};
}

/** Whether every annotation that a page has now, and had not before, is the field of a signature. */
function addsSignatureFieldsOnly(old: PdfDictionary, value: PdfDictionary, { before, after }: Revisions): boolean {
  const known = before.array(old.get('Annots'));
  const now = after.get(value.get('Annots')) ?? before.get(value.get('Annots'));
  if (!Array.isArray(now) || !known.every((each) => now.some((other) => isSame(each, other)))) return false;
  const added = now.filter((each) => !known.some((other) => isSame(each, other)));
  return added.every((each) => {
    const field = after.dictionary(each);
    return isName(field.get('Subtype'), 'Widget') && isName(after.get(field.get('FT')), 'Sig');
  });
}

function signaturesIn(after: PdfFile, file: { readonly found: Uint8Array; readonly ownBytes: number }): string[] {
  const values = [...after.objects.values(), ...after.others];
  return values.flatMap((value) => {
    if (!(value instanceof PdfDictionary) || !Array.isArray(after.get(value.get('ByteRange')))) return [];
    return [signatureWords(value, after.array(value.get('ByteRange')), file)];
  });
}

/** Which bytes a signature is about (ISO 32000-1, 12.8.1): two stretches, with the signature itself between them. */
function signatureWords(
  signature: PdfDictionary,
  range: readonly PdfValue[],
  { found, ownBytes }: { readonly found: Uint8Array; readonly ownBytes: number },
): string {
  const kind = signature.get('SubFilter');
  const named = kind instanceof PdfName && /^[\w.]{1,40}$/.test(kind.text) ? ` (${kind.text})` : '';
  const [start, length, again, rest] = range.map(Number);
  const stated = `A signature${named} is present, for the byte range [${range.slice(0, 4).map(Number).join(' ')}]`;
  if (start === undefined || length === undefined || again === undefined || rest === undefined)
    return `${stated}, which is not one.`;
  const end = again + rest;
  const isGap = found[start + length] === 0x3c && found[again - 1] === 0x3e;
  if (start !== 0 || length < ownBytes || again < length || end > found.length || !isGap) {
    return `${stated}, which does not hold the document whole.`;
  }
  if (end === found.length) return `${stated}: the whole file but for the signature itself.`;
  return `${stated}: the document and what was appended up to byte ${end}; the last ${found.length - end} bytes are not signed.`;
}

function isOfType(value: PdfValue, type: string): boolean {
  const dictionary = value instanceof PdfStream ? value.dictionary : value;
  return dictionary instanceof PdfDictionary && isName(dictionary.get('Type'), type);
}

/** Whether two values are written alike; what a reference leads to is compared on its own. */
function isSame(one: PdfValue, other: PdfValue): boolean {
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) && one.length === other.length && one.every((each, i) => isSame(each, other[i] ?? null))
    );
  }
  if (one instanceof PdfStream) {
    return other instanceof PdfStream && one.data === other.data && isSame(one.dictionary, other.dictionary);
  }
  if (one instanceof PdfDictionary) {
    if (!(other instanceof PdfDictionary) || one.entries.size !== other.entries.size) return false;
    return [...one.entries].every(([key, value]) => other.entries.has(key) && isSame(value, other.get(key)));
  }
  if (one instanceof PdfName) return other instanceof PdfName && one.text === other.text;
  if (one instanceof PdfString) return other instanceof PdfString && one.bytes === other.bytes;
  if (one instanceof PdfReference) return other instanceof PdfReference && one.id === other.id;
  return one === other;
}
