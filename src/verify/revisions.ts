import { utf8Of } from '../proof/pdf/bytes.js';
import { PdfDictionary, PdfStream, type PdfValue } from '../proof/pdf/objects.js';
import { PdfFile } from '../proof/pdf/pdf-file.js';
import { readAppended } from './appended-part.js';
import { contentOf } from './cross-references.js';
import { isSame } from './same-value.js';
import { signaturesIn } from './signatures.js';
import { isOfType, isSigningForm, Revisions, signaturesPutOn } from './signing-form.js';

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
  const { objects, faults } = readAppended(found, before, made.length);
  const revisions = new Revisions(before, objects);
  const signatures = signaturesIn([...objects.values()].flat(), { found, ownBytes: made.length });
  const changes = new Set<string>(faults);
  const remarks = new Set<string>();
  if (signatures.length > 0 && !signatures.some(({ isWhole }) => isWhole))
    changes.add('No signature is about all of the document.');
  for (const [id, values] of objects) {
    const old = before.objects.get(id);
    if (old === undefined) continue;
    for (const value of values) {
      const { change, remark } = isSame(old, value) ? {} : replacement(old, value, revisions);
      if (change !== undefined) changes.add(change);
      if (remark !== undefined) remarks.add(remark);
    }
  }
  return {
    ownBytes: made.length,
    moreBytes: found.length - made.length,
    signatures: signatures.map(({ words }) => words),
    changes: [...changes],
    remarks: [...remarks],
  };
}

interface Replacement {
  readonly change?: string;
  readonly remark?: string;
}

/** Entries of the catalog that signing adds: the form, what may be changed, and proofs for long keeping (PAdES). */
const OF_SIGNING = ['AcroForm', 'Perms', 'DSS', 'Extensions', 'Version'];
const METADATA: Replacement = { remark: 'The metadata was replaced.' };

function replacement(old: PdfValue, value: PdfValue, revisions: Revisions): Replacement {
  if (isOfType(old, 'Metadata')) return saysTheSame(old, value) ? METADATA : { change: 'The metadata was changed.' };
  if (!(old instanceof PdfDictionary) || !(value instanceof PdfDictionary))
    return { change: 'Its content was replaced.' };
  const keys = [...new Set([...old.entries.keys(), ...value.entries.keys()])];
  const others = (allowed: readonly string[]) =>
    keys.filter((key) => !allowed.includes(key) && !isSame(old.get(key), value.get(key)));
  if (isOfType(old, 'Catalog')) {
    if (others(OF_SIGNING).length > 0) return { change: 'Its catalog, which says what its pages are, was replaced.' };
    return isSigningForm(value.get('AcroForm'), revisions) ? {} : { change: 'A form was added to it.' };
  }
  if (isOfType(old, 'Page')) {
    if (others(['Annots']).length > 0) return { change: 'A page was replaced.' };
    const put = signaturesPutOn(old, value, revisions);
    if (put === null) return { change: 'Something was put on a page.' };
    const page = revisions.before.pages().indexOf(old) + 1;
    return put.areSeen
      ? { remark: `A signature is shown on page ${page}: what is drawn there is not of the document.` }
      : {};
  }
  return others(['ModDate', 'Producer']).length > 0 ? { change: 'Its content was replaced.' } : {};
}

/** What the metadata says of the document itself: a program that signs writes only its own name and the day. */
const OF_DOCUMENT = ['title', 'creator', 'description', 'subject', 'language', 'rights'];
const OF_BRIEF = ['briefId', 'edition', 'status', 'asOf'];

function saysTheSame(old: PdfValue, value: PdfValue): boolean {
  const [before, after] = [old, value].map((each) => (each instanceof PdfStream ? contentOf(each) : null));
  if (!before || !after) return false;
  const [one, other] = [utf8Of(before), utf8Of(after)];
  return [...OF_DOCUMENT.map(element), ...OF_BRIEF.map(property)].every(
    (said) => saidIn(one, said) === saidIn(other, said),
  );
}

function element(name: string): RegExp {
  return new RegExp(`<dc:${name}(?=[\\s>])[^>]*>([\\s\\S]*?)</dc:${name}>`, 'g');
}

/** Written as an element or as an attribute. */
function property(name: string): RegExp {
  return new RegExp(`:${name}(?:>|=")([^<"]*)[<"]`, 'g');
}

function saidIn(xml: string, said: RegExp): string {
  const texts = [...xml.matchAll(said)].map(([, text = '']) =>
    text
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return texts.filter((text) => text !== '').join('\n');
}
