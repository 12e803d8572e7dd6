/** How wide the letters of a font are, read from its tables (OpenType 1.9) without opening the rest of it. */
import { tableOf } from './tables.js';

const UNITS_PER_EM = 18;
const METRICS_COUNT = 34;

/** The sum of the advances of some letters of the Basic Multilingual Plane, in em; null where one of them cannot be read. */
export function advancesOf(bytes: Uint8Array, letters: string): number | null {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    const [head, hhea, hmtx] = ['head', 'hhea', 'hmtx'].map((tag) => tableOf(file, tag));
    const segments = segmentsOf(file);
    if (head == null || hhea == null || hmtx == null || segments === null) return null;
    const unit = file.getUint16(head + UNITS_PER_EM);
    const count = file.getUint16(hhea + METRICS_COUNT);
    if (unit === 0 || count === 0) return null;
    const glyphs = [...letters].map((letter) => glyphOf(file, segments, letter.charCodeAt(0)));
    if (glyphs.includes(0)) return null;
    const advances = glyphs.map((glyph) => file.getUint16(hmtx + 4 * Math.min(glyph, count - 1)));
    return advances.reduce((sum, advance) => sum + advance, 0) / unit;
  } catch (error) {
    // An offset points outside the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Where the `cmap` of the plane is: every font that is not for symbols alone has one of format 4. */
function segmentsOf(file: DataView): number | null {
  const start = tableOf(file, 'cmap');
  if (start === null) return null;
  for (let i = 0; i < file.getUint16(start + 2); i++) {
    const at = start + file.getUint32(start + 4 + i * 8 + 4);
    if (file.getUint16(at) === 4) return at;
  }
  return null;
}

function glyphOf(file: DataView, at: number, code: number): number {
  const length = file.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + length];
  for (let segment = 0; segment < length; segment += 2) {
    if (code > file.getUint16(ends + segment)) continue;
    const first = file.getUint16(starts + segment);
    if (code < first) return 0;
    const delta = file.getUint16(starts + length + segment);
    const offsetAt = starts + 2 * length + segment;
    const offset = file.getUint16(offsetAt);
    if (offset === 0) return (code + delta) & 0xffff;
    const glyph = file.getUint16(offsetAt + offset + (code - first) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
