import { PdfDictionary, PdfName, type PdfValue } from '../proof/pdf/objects.js';

export interface Signature {
  /** What it is about, in words. */
  readonly words: string;
  /** Whether it is about all of the document as it was made. */
  readonly isWhole: boolean;
}

interface SignedFile {
  readonly found: Uint8Array;
  /** Bytes of the document as it was made. */
  readonly ownBytes: number;
}

/** The signatures among these values: whether one is genuine is not looked at. */
export function signaturesIn(values: readonly PdfValue[], file: SignedFile): readonly Signature[] {
  return values.flatMap((value) => {
    const range = value instanceof PdfDictionary ? value.get('ByteRange') : null;
    return value instanceof PdfDictionary && Array.isArray(range) ? [signature(value, range, file)] : [];
  });
}

/** Which bytes a signature is about (ISO 32000-1, 12.8.1): two stretches, with the signature itself between them. */
function signature(value: PdfDictionary, range: readonly PdfValue[], { found, ownBytes }: SignedFile): Signature {
  const kind = value.get('SubFilter');
  const named = kind instanceof PdfName && /^[\w.]{1,40}$/.test(kind.text) ? ` (${kind.text})` : '';
  const [start, length, again, rest] = range.map(Number);
  const stated = `A signature${named} is present, for the byte range [${range.slice(0, 4).map(Number).join(' ')}]`;
  if (start === undefined || length === undefined || again === undefined || rest === undefined)
    return { words: `${stated}, which is not one.`, isWhole: false };
  const end = again + rest;
  const isGap = found[start + length] === 0x3c && found[again - 1] === 0x3e;
  const isWhole = range.length === 4 && start === 0 && length >= ownBytes && again >= length && end <= found.length;
  if (!isWhole || !isGap) {
    return { words: `${stated}, which does not hold the document whole.`, isWhole: false };
  }
  const rests = found.length - end;
  return {
    words:
      rests === 0
        ? `${stated}: the whole file but for the signature itself.`
        : `${stated}: the document and what was appended up to byte ${end}; the last ${rests} bytes are not signed.`,
    isWhole: true,
  };
}
