/** The ascent of a font: all that the layout has to know of a font file. */
import { tableOf } from './tables.js';

const UNITS_PER_EM = 18;
const ASCENDER = 4;

/**
 * The ascender of a font above its base line, in em, from its `hhea` table (OpenType 1.9); `null` if that
 * cannot be read.
 */
export function ascentOf(bytes: Uint8Array): number | null {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    const head = tableOf(file, 'head');
    const hhea = tableOf(file, 'hhea');
    const unit = head === null ? 0 : file.getUint16(head + UNITS_PER_EM);
    return hhea === null || unit === 0 ? null : file.getInt16(hhea + ASCENDER) / unit;
  } catch (error) {
    // An offset points outside the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
