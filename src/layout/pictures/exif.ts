/** The orientation of a picture (EXIF 2.32, tag 0x0112): 1 is upright; from 5 on, width and height are swapped. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const ORIENTATION = 0x0112;
const HEAD = 'Exif\0\0';
/** The head of a TIFF, and a directory with nothing in it. */
const SHORTEST = 16;

/** The orientation in the data of an APP1 segment; null if there is none. */
export function exifOrientation(data: Uint8Array): Orientation | null {
  if (String.fromCharCode(...data.subarray(0, HEAD.length)) !== HEAD) return null;
  return tiffOrientation(data.subarray(HEAD.length));
}

/** The orientation in EXIF data without their heading, as a PNG has them; null if there is none. */
export function tiffOrientation(data: Uint8Array): Orientation | null {
  if (data.length < SHORTEST) return null;
  const tiff = new DataView(data.buffer, data.byteOffset, data.length);
  const isLittle = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, isLittle);
  if (directory + 2 > tiff.byteLength) return null;
  const count = tiff.getUint16(directory, isLittle);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(entry, isLittle) !== ORIENTATION) continue;
    const value = tiff.getUint16(entry + 8, isLittle);
    return isOrientation(value) ? value : null;
  }
  return null;
}

/** EXIF data that say the orientation and nothing else, without their heading. */
export function orientationTiff(orientation: Orientation): number[] {
  const directory = [0, 1, ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, ...directory];
}

function isOrientation(value: number): value is Orientation {
  return value >= 1 && value <= 8;
}
