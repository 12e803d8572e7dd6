import { PdfDictionary, PdfName, PdfReference, PdfStream, PdfString, type PdfValue } from '../proof/pdf/objects.js';

/** Whether two values are written alike; what a reference leads to is compared on its own. */
export function isSame(one: PdfValue, other: PdfValue): boolean {
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
