import type { PictureFile } from './picture-file.js';

/** What a JPEG's segments say. */
interface JpegFacts {
  frame: { readonly marker: number; readonly at: number } | null;
  density: number | null;
  /** EXIF orientation: from 5 on, the picture lies on its side. */
  orientation: number;
  hasScan: boolean;
}

/** JPEG (ITU-T T.81). Refused are kinds that PDF's DCTDecode or the archival colour space does not know. */
export function readJpeg(bytes: Uint8Array): PictureFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { frame, density, orientation, hasScan } = readSegments(bytes, view);
  if (frame === null || !hasScan || frame.at + 8 > bytes.length) {
    return { kind: 'unfit', why: 'is a damaged JPEG', hint: 'Save it again.' };
  }
  if (frame.marker > 0xc2) {
    return { kind: 'unfit', why: 'is a lossless or arithmetic JPEG', hint: 'Save it as a usual JPEG.' };
  }
  const [bits = 0, components = 0] = [bytes[frame.at + 2], bytes[frame.at + 7]];
  if (bits !== 8) return { kind: 'unfit', why: `is a JPEG of ${bits} bits a colour`, hint: 'Save it with 8 bits.' };
  if (components !== 1 && components !== 3) {
    return { kind: 'unfit', why: 'is a JPEG in CMYK colours', hint: 'Save it in RGB.' };
  }
  const height = view.getUint16(frame.at + 3);
  const width = view.getUint16(frame.at + 5);
  if (width === 0 || height === 0) return { kind: 'unfit', why: 'has no pixels' };
  return orientation > 4
    ? { kind: 'bitmap', width: height, height: width, density }
    : { kind: 'bitmap', width, height, density };
}

function readSegments(bytes: Uint8Array, view: DataView): JpegFacts {
  const facts: JpegFacts = { frame: null, density: null, orientation: 1, hasScan: false };
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return facts;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) return { ...facts, hasScan: true };
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return facts;
    if (isFrame(marker)) facts.frame ??= { marker, at: at + 2 };
    if (marker === 0xe0) facts.density ??= jfifDensity(bytes, view, at + 4, length);
    if (marker === 0xe1)
      facts.orientation = exifOrientation(bytes.subarray(at + 4, at + 2 + length)) ?? facts.orientation;
    at += 2 + length;
  }
  return facts;
}

/** SOF0 … SOF15 without DHT, JPG and DAC, which lie between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function jfifDensity(bytes: Uint8Array, view: DataView, at: number, length: number): number | null {
  if (length < 14 || String.fromCharCode(...bytes.subarray(at, at + 4)) !== 'JFIF') return null;
  const density = view.getUint16(at + 8);
  if (bytes[at + 7] === 1) return density;
  return bytes[at + 7] === 2 ? density * 2.54 : null;
}

/** Tag 0x0112 of the first directory of the EXIF data, 1 to 8. */
function exifOrientation(data: Uint8Array): number | null {
  if (data.length < 22 || String.fromCharCode(...data.subarray(0, 6)) !== 'Exif\0\0') return null;
  const tiff = new DataView(data.buffer, data.byteOffset + 6, data.length - 6);
  const isLittle = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, isLittle);
  if (directory + 2 > tiff.byteLength) return null;
  const count = tiff.getUint16(directory, isLittle);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(entry, isLittle) !== 0x0112) continue;
    const value = tiff.getUint16(entry + 8, isLittle);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}
