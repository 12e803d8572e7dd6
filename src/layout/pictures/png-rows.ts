import { Unzlib } from 'fflate';

/** What the header of a PNG says (ISO/IEC 15948, 11.2.2). */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits per sample. */
  readonly depth: 1 | 2 | 4 | 8 | 16;
  /** Samples per pixel. */
  readonly channels: number;
  /** The samples are indexes into a palette. */
  readonly indexed: boolean;
  /** The last sample of each pixel is its opacity. */
  readonly hasAlpha: boolean;
  readonly interlaced: boolean;
}

/** Which pixels of the picture a compressed row holds. */
export interface PngRow {
  readonly y: number;
  readonly left: number;
  /** The distance from one pixel of the row to the next. */
  readonly step: number;
  readonly columns: number;
  /** Length without the filter byte. */
  readonly length: number;
  /** The first row of its pass: its filters treat the row above as zeros. */
  readonly isFirst: boolean;
}

/** Interlacing (8.2): the start and the steps of each pass. */
const WHOLE = [[0, 0, 1, 1]] as const;
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
/** Bytes decompressed at a time; they can expand about a thousandfold at most. */
const PIECE = 1 << 14;

export function* pngRows({ width, height, depth, channels, interlaced }: PngHeader): Generator<PngRow> {
  for (const [left, top, dx, dy] of interlaced ? ADAM7 : WHOLE) {
    const columns = Math.ceil((width - left) / dx);
    const length = Math.ceil((columns * channels * depth) / 8);
    for (let y = top; columns > 0 && y < height; y += dy) {
      yield { y, left, step: dx, columns, length, isFirst: y === top };
    }
  }
}

/**
 * Decompresses a PNG's data row by row; `take` gets each row, preceded by its filter byte, in an array
 * that is reused. Returns false if the data are damaged, or longer or shorter than the header says: no more than that
 * is ever decompressed.
 */
export function unpackRows(
  header: PngHeader,
  parts: readonly Uint8Array[],
  take: (row: Uint8Array, place: PngRow) => void,
): boolean {
  const places = pngRows(header);
  let place = places.next();
  let row = new Uint8Array(place.done ? 0 : place.value.length + 1);
  let filled = 0;
  const unzlib = new Unzlib((data) => {
    for (let at = 0; at < data.length; ) {
      if (place.done) throw new WrongData();
      const piece = data.subarray(at, at + row.length - filled);
      row.set(piece, filled);
      filled += piece.length;
      at += piece.length;
      if (filled < row.length) return;
      if ((row[0] ?? 0) > 4) throw new WrongData();
      take(row, place.value);
      place = places.next();
      filled = 0;
      if (!place.done && place.value.length + 1 !== row.length) row = new Uint8Array(place.value.length + 1);
    }
  });
  try {
    for (const part of parts) {
      for (let at = 0; at < part.length; at += PIECE) unzlib.push(part.subarray(at, at + PIECE));
    }
    unzlib.push(new Uint8Array(), true);
  } catch {
    return false;
  }
  return place.done === true;
}

/** Thrown to stop decompression from inside its callback. */
class WrongData extends Error {}

/** Undoes a row's filter in place (9.2). The same sample of the previous pixel is `step` bytes back. */
export function unfilter(filter: number, row: Uint8Array, above: Uint8Array, step: number): void {
  const { length } = row;
  switch (filter) {
    case 1:
      for (let i = step; i < length; i++) row[i] = (row[i] ?? 0) + (row[i - step] ?? 0);
      return;
    case 2:
      for (let i = 0; i < length; i++) row[i] = (row[i] ?? 0) + (above[i] ?? 0);
      return;
    case 3:
      for (let i = 0; i < length; i++) {
        const left = i < step ? 0 : (row[i - step] ?? 0);
        row[i] = (row[i] ?? 0) + ((left + (above[i] ?? 0)) >> 1);
      }
      return;
    case 4:
      for (let i = 0; i < length; i++) {
        const left = i < step ? 0 : (row[i - step] ?? 0);
        const corner = i < step ? 0 : (above[i - step] ?? 0);
        row[i] = (row[i] ?? 0) + paeth(left, above[i] ?? 0, corner);
      }
  }
}

/** The Paeth predictor (9.4). */
function paeth(left: number, up: number, corner: number): number {
  const byLeft = Math.abs(up - corner);
  const byUp = Math.abs(left - corner);
  const byCorner = Math.abs(left + up - 2 * corner);
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
