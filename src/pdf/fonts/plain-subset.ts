/**
 * A TrueType font with some of its glyphs alone, as fontkit writes it and to the same bytes, straight from the bytes of the
 * font: fontkit decodes every point of every outline first, which takes longer than to lay out a page.
 */
import { concatenated } from '../document/strings.js';
import { extentOf } from './tables.js';

/** What fontkit treats otherwise: outlines of another kind, axes, and glyphs that are pictures. */
const NOT_PLAIN = ['CFF ', 'CFF2', 'fvar', 'gvar', 'sbix', 'COLR', 'CBDT', 'EBDT'];
const [HEAD_LENGTH, HHEA_LENGTH, MAXP_LENGTH] = [54, 36, 32];
/** In `head`: which of the bits of a style are known, and how wide the entries of `loca` are. */
const [MAC_STYLE, KNOWN_STYLES, LOCA_FORMAT] = [44, 0x7f, 50];
/** In `hhea`: four numbers that are reserved, and how many glyphs have a width of their own. */
const [RESERVED, METRICS_COUNT] = [24, 34];
/** In `maxp`. */
const GLYPH_COUNT = 4;

/** Of a part of a glyph of several: what its flags say of its length, and that another follows. */
const [WORDS, SCALE, MORE, TWO_SCALES, MATRIX] = [0x1, 0x8, 0x20, 0x40, 0x80];
/** Of a point: it stands for several, and its coordinates are bytes, or the same as before. */
const [REPEAT, X_SHORT, Y_SHORT, X_SAME, Y_SAME] = [0x8, 0x2, 0x4, 0x10, 0x20];
const OUTLINE_HEAD = 10;

/** The given bytes stay as they are. Null where the font is not plain, or its tables do not fit together: fontkit says what is wrong. */
export function plainSubset(bytes: Uint8Array, glyphs: readonly number[]): Uint8Array | null {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    if (NOT_PLAIN.some((tag) => extentOf(file, tag) !== null)) return null;
    const font = tablesOf(bytes, file);
    return font && subset(font, glyphs);
  } catch (error) {
    // An offset points outside the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface Tables {
  readonly head: Uint8Array;
  readonly hhea: Uint8Array;
  readonly maxp: Uint8Array;
  readonly loca: DataView;
  readonly hmtx: DataView;
  readonly glyf: Uint8Array;
  /** The programs that hint outlines. */
  readonly programs: Readonly<Record<'cvt ' | 'prep' | 'fpgm', Uint8Array | null>>;
}

function tablesOf(bytes: Uint8Array, file: DataView): Tables | null {
  const table = (tag: string): Uint8Array | null => {
    const [start, end] = extentOf(file, tag) ?? [0, 0];
    return start === 0 ? null : bytes.subarray(start, end);
  };
  const [head, hhea, maxp, loca, hmtx, glyf] = ['head', 'hhea', 'maxp', 'loca', 'hmtx', 'glyf'].map(table);
  const programs = { 'cvt ': table('cvt '), prep: table('prep'), fpgm: table('fpgm') };
  if (!head || !hhea || !maxp || !loca || !hmtx || !glyf) return null;
  if (head.length !== HEAD_LENGTH || hhea.length !== HHEA_LENGTH || maxp.length !== MAXP_LENGTH) return null;
  // fontkit reads numbers of two bytes.
  if ((programs['cvt ']?.length ?? 0) % 2 !== 0) return null;
  if (Object.values(programs).some((each) => each?.length === 0)) return null;
  return {
    head: Uint8Array.from(head),
    hhea: Uint8Array.from(hhea),
    maxp: Uint8Array.from(maxp),
    loca: viewOf(loca),
    hmtx: viewOf(hmtx),
    glyf,
    programs,
  };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function subset(
  { head, hhea, maxp, loca, hmtx, glyf, programs }: Tables,
  wanted: readonly number[],
): Uint8Array | null {
  const isLong = viewOf(head).getInt16(LOCA_FORMAT) === 1;
  const placeOf = (glyph: number) => (isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  const widths = viewOf(hhea).getUint16(METRICS_COUNT);
  const glyphs = [...wanted];
  const numbers = new Map<number, number>();
  for (const [number, glyph] of glyphs.entries()) if (!numbers.has(glyph)) numbers.set(glyph, number);
  // What a glyph is made of comes behind all those that are wanted.
  const include = (glyph: number): number => {
    const number = numbers.get(glyph) ?? glyphs.push(glyph) - 1;
    numbers.set(glyph, number);
    return number;
  };
  const outlines: Uint8Array[] = [];
  const places: number[] = [];
  let place = 0;
  for (let number = 0; number < glyphs.length; number++) {
    const glyph = glyphs[number] ?? 0;
    const [start, end] = [placeOf(glyph), placeOf(glyph + 1)];
    if (end < start || end > glyf.length || (end > start && end - start < OUTLINE_HEAD)) return null;
    const outline = start === end ? new Uint8Array() : withParts(glyf.subarray(start, end), include);
    if (outline === null) return null;
    outlines.push(outline);
    places.push(place);
    place += outline.length;
  }
  places.push(place);

  const metrics = new DataView(new ArrayBuffer(4 * glyphs.length));
  glyphs.forEach((glyph, number) => {
    metrics.setUint16(4 * number, hmtx.getUint16(4 * Math.min(glyph, widths - 1)));
    const bearing = glyph < widths ? 4 * glyph + 2 : 4 * widths + 2 * (glyph - widths);
    metrics.setInt16(4 * number + 2, hmtx.getInt16(bearing));
  });
  const offsets = new DataView(new ArrayBuffer(places.length * (isLong ? 4 : 2)));
  places.forEach((each, number) => {
    if (isLong) offsets.setUint32(4 * number, each);
    else offsets.setUint16(2 * number, each >>> 1);
  });
  viewOf(head).setUint16(MAC_STYLE, viewOf(head).getUint16(MAC_STYLE) & KNOWN_STYLES);
  hhea.fill(0, RESERVED, RESERVED + 8);
  viewOf(hhea).setUint16(METRICS_COUNT, glyphs.length);
  viewOf(maxp).setUint16(GLYPH_COUNT, glyphs.length);
  return fileOf([
    ['head', head],
    ['hhea', hhea],
    ['loca', new Uint8Array(offsets.buffer)],
    ['maxp', maxp],
    ['cvt ', programs['cvt ']],
    ['prep', programs.prep],
    ['glyf', concatenated(outlines)],
    ['hmtx', new Uint8Array(metrics.buffer)],
    ['fpgm', programs.fpgm],
  ]);
}

/** An outline, with the numbers that its parts have now; null where it is not whole. */
function withParts(outline: Uint8Array, include: (glyph: number) => number): Uint8Array | null {
  const contours = viewOf(outline).getInt16(0);
  if (contours >= 0) return contours === 0 || isWhole(viewOf(outline), contours) ? outline : null;
  const copy = Uint8Array.from(outline);
  const view = viewOf(copy);
  let at = OUTLINE_HEAD;
  for (let flags = MORE; (flags & MORE) !== 0; ) {
    flags = view.getUint16(at);
    view.setUint16(at + 2, include(view.getUint16(at + 2)));
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2);
    if ((flags & SCALE) !== 0) at += 2;
    else if ((flags & TWO_SCALES) !== 0) at += 4;
    else if ((flags & MATRIX) !== 0) at += 8;
  }
  return copy;
}

/** Whether all points of an outline are within it. */
function isWhole(outline: DataView, contours: number): boolean {
  const ends = OUTLINE_HEAD + 2 * contours;
  const points = outline.getUint16(ends - 2) + 1;
  let at = ends + 2 + outline.getUint16(ends);
  let coordinates = 0;
  for (let point = 0; point < points; ) {
    const flags = outline.getUint8(at++);
    const count = 1 + ((flags & REPEAT) !== 0 ? outline.getUint8(at++) : 0);
    const x = (flags & X_SHORT) !== 0 ? 1 : (flags & X_SAME) !== 0 ? 0 : 2;
    const y = (flags & Y_SHORT) !== 0 ? 1 : (flags & Y_SAME) !== 0 ? 0 : 2;
    coordinates += count * (x + y);
    point += count;
  }
  return at + coordinates <= outline.byteLength;
}

/** As fontkit writes a file: one table behind the other, and none with a checksum. */
function fileOf(tables: readonly (readonly [tag: string, bytes: Uint8Array | null])[]): Uint8Array {
  const given = tables.flatMap(([tag, bytes]) => (bytes === null ? [] : [[tag, bytes] as const]));
  const directory = new DataView(new ArrayBuffer(12 + 16 * given.length));
  const write = (tag: string, at: number) => {
    for (let i = 0; i < 4; i++) directory.setUint8(at + i, tag.charCodeAt(i));
  };
  const power = Math.floor(Math.log2(given.length));
  write('true', 0);
  directory.setUint16(4, given.length);
  directory.setUint16(6, 16 * 2 ** power);
  directory.setUint16(8, power);
  directory.setUint16(10, 16 * (given.length - 2 ** power));
  let place = directory.byteLength;
  given.forEach(([tag, bytes], i) => {
    const record = 12 + 16 * i;
    write(tag, record);
    directory.setUint32(record + 8, place);
    directory.setUint32(record + 12, bytes.length);
    place += bytes.length;
  });
  return concatenated([new Uint8Array(directory.buffer), ...given.map(([, bytes]) => bytes)]);
}
