/** How pdfkit writes a text string: a String object is a PDF string, a primitive string is a PDF name. */
export function pdfString(text: string): object {
  return new String(text) as object;
}

/** Bytes as a hexadecimal string. pdfkit writes an object that is not a plain one as its own text. */
export function pdfBytes(bytes: Uint8Array): object {
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { [Symbol.toStringTag]: 'HexString', toString: () => `<${text}>` };
}

/** Two decimals: a two-hundredth of a point is finer than any printer. */
export function decimal(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}

/** The bytes of a PDF text string: PDFDocEncoding for ASCII, otherwise UTF-16BE with its byte order mark. */
function stringBytes(text: string): Uint8Array {
  if (/^[\x00-\x7f]*$/.test(text)) return Uint8Array.from(text, (char) => char.charCodeAt(0));
  const units = `\ufeff${text}`;
  const bytes = new Uint8Array(units.length * 2);
  for (let i = 0; i < units.length; i++) {
    bytes[i * 2] = units.charCodeAt(i) >> 8;
    bytes[i * 2 + 1] = units.charCodeAt(i) & 0xff;
  }
  return bytes;
}

/** The order of names in a name tree (ISO 32000-1, 7.9.6): by their bytes, the same everywhere. */
export function compareByBytes(a: string, b: string): number {
  const left = stringBytes(a);
  const right = stringBytes(b);
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** A name with the characters that a PDF name may not hold written as `#xx` (ISO 32000-1, 7.3.5). */
export function pdfName(text: string): string {
  return text.replace(/[^A-Za-z0-9.+-]/g, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** Chunks as one. */
export function concatenated(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** A URI is ASCII (ISO 32000-1, 12.6.4.7). */
export function asciiUri(uri: string): string {
  return /^[\x20-\x7e]*$/.test(uri) ? uri : encodeURI(uri);
}
