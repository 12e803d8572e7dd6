/** How far apart two glyphs stand: the pairs of GPOS (OpenType 1.9, lookup type 2). */
import { classOf } from './layout-tables.js';

/** In units of the font. */
export interface Position {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}

export interface Pair {
  readonly ids: readonly number[];
  readonly positions: readonly Position[];
  readonly index: number;
  /** The place of the first glyph in the coverage. */
  readonly found: number;
}

/** Moves the glyph at `index` and the next one as a subtable says; false where it has no word for the two. */
export function movePair(file: DataView, at: number, { ids, positions, index, found }: Pair): boolean {
  const [first = 0, second = 0] = [ids[index], ids[index + 1]];
  const [format1, format2] = [file.getUint16(at + 4), file.getUint16(at + 6)];
  const size = sizeOf(format1) + sizeOf(format2);
  const record =
    file.getUint16(at) === 1
      ? pairIn(file, at + file.getUint16(at + 10 + found * 2), { second, size })
      : classPair(file, at, { first, second, size });
  if (record === null) return false;
  move(file, record, { position: positions[index], format: format1 });
  move(file, record + sizeOf(format1), { position: positions[index + 1], format: format2 });
  return true;
}

interface Move {
  readonly position: Position | undefined;
  readonly format: number;
}

function move(file: DataView, at: number, { position, format }: Move): void {
  if (position === undefined) return;
  let place = at;
  for (const [bit, field] of FIELDS) {
    if (!(format & bit)) continue;
    position[field] += file.getInt16(place);
    place += 2;
  }
}

const FIELDS = [
  [1, 'xOffset'],
  [2, 'yOffset'],
  [4, 'xAdvance'],
  [8, 'yAdvance'],
] as const;

/** Bytes of a value record: two for each bit of its format. */
function sizeOf(format: number): number {
  let size = 0;
  for (let bits = format & 0xff; bits !== 0; bits >>= 1) size += 2 * (bits & 1);
  return size;
}

/** The values of a pair in a set that is sorted by the second glyph. */
function pairIn(
  file: DataView,
  set: number,
  { second, size }: { readonly second: number; readonly size: number },
): number | null {
  let low = 0;
  let high = file.getUint16(set) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = set + 2 + middle * (2 + size);
    const glyph = file.getUint16(at);
    if (glyph === second) return at + 2;
    if (glyph < second) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/** The values of a pair by the classes of its glyphs. */
function classPair(
  file: DataView,
  at: number,
  { first, second, size }: { readonly first: number; readonly second: number; readonly size: number },
): number {
  const class1 = classOf(file, at + file.getUint16(at + 8), first);
  const class2 = classOf(file, at + file.getUint16(at + 10), second);
  return at + 16 + (class1 * file.getUint16(at + 14) + class2) * size;
}
