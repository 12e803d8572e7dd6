/** The orientation of a photo (EXIF 2.32, tag 0x0112): 1 is upright; from 5 on, width and height are swapped. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const ORIENTATION = 0x0112;
const HEAD = 'Exif\0\0';

/** The orientation in the data of an APP1 segment; null if there is none. */
export function exifOrientation(data: Uint8Array): Orientation | null {
  if (data.length < 22 || String.fromCharCode(...data.subarray(0, HEAD.length)) !== HEAD) return null;
  const tiff = new DataView(data.buffer, data.byteOffset + HEAD.length, data.length - HEAD.length);
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

function isOrientation(value: number): value is Orientation {
  return value >= 1 && value <= 8;
}
