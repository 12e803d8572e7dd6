/** The form that signing adds to a PDF (ISO 32000-1, 12.7): fields of signatures, some of which are seen on a page. */

import { PdfDictionary, PdfReference, PdfStream, type PdfValue } from '../proof/pdf/objects.js';
import { isName, type PdfFile } from '../proof/pdf/pdf-file.js';
import { isSame } from './same-value.js';

/** A document as it was made, and everything that was appended to it. */
export class Revisions {
  constructor(
    readonly before: PdfFile,
    readonly after: ReadonlyMap<number, readonly PdfValue[]>,
  ) {}

  /** What a value is, or all that the object is or was that it refers to. */
  all(value: PdfValue): readonly PdfValue[] {
    if (!(value instanceof PdfReference)) return [value];
    const old = this.before.objects.get(value.id);
    return [...(old === undefined ? [] : [old]), ...(this.after.get(value.id) ?? [])];
  }
}

/** A form of more keys may do more: one in XFA is shown in place of the pages. */
const OF_FORM = ['Fields', 'SigFlags', 'DR', 'DA', 'Q'];
/** Fields inside one another. */
const DEEPEST = 10;

/** Whether the form of a document holds nothing but signatures. */
export function isSigningForm(value: PdfValue, revisions: Revisions): boolean {
  return revisions.all(value).every((form) => {
    if (form === null) return true;
    if (!(form instanceof PdfDictionary)) return false;
    const isKnown = [...form.entries.keys()].every((key) => OF_FORM.includes(key));
    return isKnown && itemsOf(form.get('Fields'), revisions).every((field) => isSignatureField(field, revisions));
  });
}

/** Whether it is the field of a signature, and does nothing when it is clicked, shown or left. */
function isSignatureField(value: PdfValue, revisions: Revisions, depth = 0): boolean {
  const fields = revisions.all(value);
  return (
    fields.length > 0 &&
    fields.every((field) => {
      if (!(field instanceof PdfDictionary) || depth > DEEPEST) return false;
      if (field.get('A') !== null || field.get('AA') !== null) return false;
      const parents = field.get('FT') === null ? revisions.all(field.get('Parent')) : [field];
      const isSignature = parents.every(
        (each) => each instanceof PdfDictionary && revisions.all(each.get('FT')).every((type) => isName(type, 'Sig')),
      );
      const kids = itemsOf(field.get('Kids'), revisions);
      return isSignature && kids.every((kid) => isSignatureField(kid, revisions, depth + 1));
    })
  );
}

function itemsOf(value: PdfValue, revisions: Revisions): readonly PdfValue[] {
  return revisions.all(value).flatMap((each) => (Array.isArray(each) ? each : each === null ? [] : [each]));
}

/** Of a page: as much of it as one signature may take before it hides what was printed. */
const MOST_COVERED = 0.1;

/** What was put on a page: null where that is more than the fields of signatures. */
export function signaturesPutOn(
  old: PdfDictionary,
  page: PdfDictionary,
  revisions: Revisions,
): { readonly areSeen: boolean } | null {
  const known = itemsOf(old.get('Annots'), revisions);
  const lists = revisions.all(page.get('Annots'));
  let areSeen = false;
  for (const now of lists) {
    if (!Array.isArray(now) || !known.every((each) => now.some((other) => isSame(each, other)))) return null;
    const added = now.filter((each) => !known.some((other) => isSame(each, other)));
    for (const each of added) {
      if (!isSignatureField(each, revisions)) return null;
      for (const field of revisions.all(each)) {
        if (!(field instanceof PdfDictionary) || !isName(field.get('Subtype'), 'Widget')) return null;
        const covered = areaOf(field.get('Rect'), revisions) / (areaOf(old.get('MediaBox'), revisions) || 1);
        if (!(covered <= MOST_COVERED)) return null;
        areSeen ||= covered > 0;
      }
    }
  }
  return { areSeen };
}

/** The largest that a rectangle is or was, in square points. */
function areaOf(value: PdfValue, revisions: Revisions): number {
  const areas = revisions.all(value).map((corners) => {
    const [left, bottom, right, top] = Array.isArray(corners) ? corners.map(Number) : [];
    return Math.abs(Number(right) - Number(left)) * Math.abs(Number(top) - Number(bottom));
  });
  return areas.length === 0 ? Number.NaN : Math.max(...areas);
}

/** Whether an object says of itself that it is of this type. */
export function isOfType(value: PdfValue, type: string): boolean {
  const dictionary = value instanceof PdfStream ? value.dictionary : value;
  return dictionary instanceof PdfDictionary && isName(dictionary.get('Type'), type);
}
