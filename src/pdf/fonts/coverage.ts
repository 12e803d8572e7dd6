/** Which characters a font has, read from its `cmap` table (OpenType 1.9) without opening the rest of the font. */

import { tableOf } from './tables.js';

/** Most texts have no other characters: those of Western Europe, dashes and quotation marks. */
const USUAL_RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2013, 0x2014],
  [0x2018, 0x2019],
  [0x201c, 0x201d],
] as const;

const escaped = (codePoint: number): string => `\\u{${codePoint.toString(16)}}`;
const USUAL = new RegExp(`^[${USUAL_RANGES.map(([from, to]) => `${escaped(from)}-${escaped(to)}`).join('')}]*$`, 'u');

/** A set of code points, one bit each. */
export class Coverage {
  private readonly bits = new Uint32Array(0x110000 / 32);
  /** Whether it has all usual characters, once that has been asked. */
  private hasUsual: boolean | null = null;

  has(codePoint: number): boolean {
    return (((this.bits[codePoint >>> 5] ?? 0) >>> (codePoint & 31)) & 1) === 1;
  }

  /** Whether a text has usual characters alone, and all of these are there: known without a look at each. */
  surelyHas(text: string): boolean {
    if (!USUAL.test(text)) return false;
    this.hasUsual ??= USUAL_RANGES.every(([from, to]) => this.hasAll(from, to));
    return this.hasUsual;
  }

  private hasAll(from: number, to: number): boolean {
    for (let codePoint = from; codePoint <= to; codePoint++) if (!this.has(codePoint)) return false;
    return true;
  }

  add(codePoint: number): void {
    this.hasUsual = null;
    const word = codePoint >>> 5;
    this.bits[word] = (this.bits[word] ?? 0) | (1 << (codePoint & 31));
  }
}

/** Platform and encoding of Unicode subtables, those that cover all planes first. */
const UNICODE = ['3.10', '0.6', '0.4', '3.1', '0.3', '0.2', '0.1', '0.0'];

/** `null` if the font does not have a readable Unicode subtable. */
export function coverageOf(bytes: Uint8Array): Coverage | null {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    return readCmap(file);
  } catch (error) {
    // An offset points outside the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readCmap(file: DataView): Coverage | null {
  const start = tableOf(file, 'cmap');
  if (start === null) return null;
  const subtables = new Map<string, number>();
  for (let i = 0; i < file.getUint16(start + 2); i++) {
    const record = start + 4 + i * 8;
    const key = `${file.getUint16(record)}.${file.getUint16(record + 2)}`;
    subtables.set(key, start + file.getUint32(record + 4));
  }
  const best = UNICODE.map((key) => subtables.get(key)).find((at) => at !== undefined);
  if (best === undefined) return null;
  const coverage = new Coverage();
  readSubtable(file, best, coverage);
  return coverage;
}

/** Formats 4 and 12 are common, 0 and 6 are in old fonts, 13 in last-resort fonts. Glyph 0 means “missing”. */
function readSubtable(file: DataView, at: number, coverage: Coverage): void {
  switch (file.getUint16(at)) {
    case 0:
      for (let code = 0; code < 256; code++) if (file.getUint8(at + 6 + code) !== 0) coverage.add(code);
      return;
    case 4:
      readSegments(file, at, coverage);
      return;
    case 6:
      for (let i = 0; i < file.getUint16(at + 8); i++) {
        if (file.getUint16(at + 10 + i * 2) !== 0) coverage.add(file.getUint16(at + 6) + i);
      }
      return;
    case 12:
      readGroups(file, at, coverage, (group, code) => group + code);
      return;
    case 13:
      readGroups(file, at, coverage, (group) => group);
      return;
  }
}

function readSegments(file: DataView, at: number, coverage: Coverage): void {
  const length = file.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + length];
  let room = 2 * 0x10000;
  for (let segment = 0; segment < length; segment += 2) {
    const first = file.getUint16(starts + segment);
    const last = Math.min(file.getUint16(ends + segment), 0xfffe);
    const delta = file.getUint16(starts + length + segment);
    const offsetAt = starts + 2 * length + segment;
    const offset = file.getUint16(offsetAt);
    // Segments do not overlap; one that does by mistake is forgiven, but not thousands.
    room -= Math.max(0, last - first + 1);
    if (room < 0) throw new RangeError('segments out of order');
    for (let code = first; code <= last; code++) {
      const listed = offset === 0 ? code : file.getUint16(offsetAt + offset + (code - first) * 2);
      if (offset === 0 ? (code + delta) & 0xffff : listed !== 0 && (listed + delta) & 0xffff) coverage.add(code);
    }
  }
}

type GlyphOf = (groupGlyph: number, fromGroupStart: number) => number;

function readGroups(file: DataView, at: number, coverage: Coverage, glyphOf: GlyphOf): void {
  const groups = file.getUint32(at + 12);
  let room = 0x110000;
  for (let i = 0; i < groups; i++) {
    const group = at + 16 + i * 12;
    const first = file.getUint32(group);
    const last = Math.min(file.getUint32(group + 4), 0x10ffff);
    const glyph = file.getUint32(group + 8);
    // Groups do not overlap, so together they cannot have more characters than Unicode.
    room -= last - first + 1;
    if (first > last || room < 0) throw new RangeError('groups out of order');
    for (let code = first; code <= last; code++) if (glyphOf(glyph, code - first) !== 0) coverage.add(code);
  }
}
