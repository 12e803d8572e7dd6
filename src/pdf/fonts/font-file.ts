/** Checks that bytes are a complete font: OpenType 1.9, “Organization of an OpenType font”. */
import { type Coverage, coverageOf } from './coverage.js';
import { extentOf, tableOf } from './tables.js';

/** The contents of a font file, or what is wrong with it. */
export type FontFile =
  | { readonly kind: 'font'; readonly bytes: Uint8Array; readonly coverage: Coverage }
  | { readonly kind: 'damaged'; readonly reason: string };

const HEADER = 12;
const RECORD = 16;
const REQUIRED = ['head', 'hhea', 'hmtx', 'maxp', 'cmap', 'post', 'name'];
/** The tables of outlines: TrueType or Compact Font Format. */
const OUTLINES = [['glyf', 'loca'], ['CFF '], ['CFF2']];
/** `sfnt` versions: TrueType, OpenType with CFF outlines, Apple's TrueType. */
const VERSIONS: ReadonlySet<number> = new Set([0x00010000, 0x4f54544f, 0x74727565]);
/** The checksum of the whole file in `head`; it counts as zero in the checksum of that table. */
const ADJUSTMENT = 8;

const NAMES_HEADER = 6;
const NAME_RECORD = 12;
/** Bytes of all names together: a licence in every language is less. */
const LONGEST_NAMES = 8 * 1024 * 1024;

/** Keyed by the bytes of a file: a font is read once for any number of documents. */
const known = new WeakMap<Uint8Array, FontFile>();

/**
 * Reads a font file far enough to trust it. fontkit trusts every length and count, and may run for hours on a
 * wrong one, so a file whose tables do not match their checksums is not opened at all.
 */
export function fontFileOf(bytes: Uint8Array): FontFile {
  const file = known.get(bytes) ?? read(bytes);
  known.set(bytes, file);
  return file;
}

function read(bytes: Uint8Array): FontFile {
  const reason = faultOf(bytes);
  if (reason !== null) return { kind: 'damaged', reason };
  const coverage = coverageOf(bytes);
  if (coverage === null) return { kind: 'damaged', reason: 'it has no table of Unicode characters that can be read' };
  return { kind: 'font', bytes: withRoomBehind(bytes), coverage };
}

/** The head of an outline. fontkit reads it even where a glyph is empty: for the last one, behind the table. */
const OUTLINE_HEAD = 10;

/** The file, with zeros behind its outlines where nothing else is; else its last glyph could not be drawn. */
function withRoomBehind(bytes: Uint8Array): Uint8Array {
  const [, end] = extentOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 'glyf') ?? [0, 0];
  if (end + OUTLINE_HEAD <= bytes.length) return bytes;
  const longer = new Uint8Array(bytes.length + OUTLINE_HEAD);
  longer.set(bytes);
  return longer;
}

function faultOf(bytes: Uint8Array): string | null {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < HEADER || !VERSIONS.has(file.getUint32(0))) return 'it is not a TrueType or OpenType font';
  const count = file.getUint16(4);
  if (HEADER + count * RECORD > bytes.length) return 'it is cut off';
  const tags = new Set<string>();
  for (let index = 0; index < count; index++) {
    const record = HEADER + index * RECORD;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const offset = file.getUint32(record + 8);
    const length = file.getUint32(record + 12);
    if (offset + length > bytes.length) return 'it is cut off';
    const sum = checksum(bytes.subarray(offset, offset + length));
    const adjustment = tag === 'head' && length >= ADJUSTMENT + 4 ? file.getUint32(offset + ADJUSTMENT) : 0;
    if ((sum - adjustment) >>> 0 !== file.getUint32(record + 4)) return `its table “${tag.trim()}” is damaged`;
    tags.add(tag);
  }
  if (!areNamesWithin(file)) return 'its table “name” is damaged';
  const lacking = REQUIRED.find((tag) => !tags.has(tag));
  if (lacking !== undefined) return `its table “${lacking}” is missing`;
  return OUTLINES.some((needed) => needed.every((tag) => tags.has(tag))) ? null : 'it has no outlines';
}

/** Checks that the names of a font, all of which fontkit reads at once, are no longer than names are. */
function areNamesWithin(file: DataView): boolean {
  const start = tableOf(file, 'name');
  if (start === null) return true;
  if (start + NAMES_HEADER > file.byteLength) return false;
  let room = LONGEST_NAMES;
  const end = start + NAMES_HEADER + file.getUint16(start + 2) * NAME_RECORD;
  if (end > file.byteLength) return false;
  for (let record = start + NAMES_HEADER; record < end; record += NAME_RECORD) room -= file.getUint16(record + 8);
  return room >= 0;
}

/** The sum modulo 2³² of a table's big-endian 32-bit numbers, padded with zeros; computed column by column. */
function checksum(table: Uint8Array): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const whole = table.length & ~3;
  for (let at = 0; at < whole; at += 4) {
    first += table[at] as number;
    second += table[at + 1] as number;
    third += table[at + 2] as number;
    fourth += table[at + 3] as number;
  }
  const rest = table.subarray(whole);
  const columns = [first + (rest[0] ?? 0), second + (rest[1] ?? 0), third + (rest[2] ?? 0), fourth];
  // Multiplied modulo 2³², since the shifted sum of a column of a large table exceeds 32 bits.
  return columns.reduce((sum, column, index) => (sum + Math.imul(column, 1 << (24 - 8 * index))) >>> 0, 0);
}
