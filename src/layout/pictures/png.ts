import type { PictureFile } from './picture-file.js';

/** PNG (ISO/IEC 15948). Refused is what the page setter's decoder would draw wrongly, or not at all. */
export function readPng(bytes: Uint8Array): PictureFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = readChunks(bytes, view);
  if (chunks === null) return { kind: 'unfit', why: 'is a damaged PNG', hint: 'Save it again.' };
  const head = chunks[0];
  if (head?.type !== 'IHDR' || head.length !== 13) return { kind: 'unfit', why: 'is a PNG without a header' };
  const width = view.getUint32(head.at);
  const height = view.getUint32(head.at + 4);
  if (width === 0 || height === 0) return { kind: 'unfit', why: 'has no pixels' };
  const [bits = 0, colour = 0] = [bytes[head.at + 8], bytes[head.at + 9]];
  const isInterlaced = bytes[head.at + 12] === 1;
  const types = new Set(chunks.map((chunk) => chunk.type));
  if (!types.has('IDAT') || !types.has('IEND'))
    return { kind: 'unfit', why: 'is a PNG that breaks off', hint: 'Save it again.' };
  const isIndexed = colour === 3;
  if (isIndexed && !types.has('PLTE')) return { kind: 'unfit', why: 'is a PNG without its palette' };
  if (types.has('tRNS') && (!isIndexed || bits < 8)) {
    return { kind: 'unfit', why: 'is a PNG whose transparency is a single colour', hint: ALPHA_HINT };
  }
  if (isInterlaced && (bits < 8 || width < 5)) {
    return { kind: 'unfit', why: 'is an interlaced PNG of few colours', hint: 'Save it without interlacing.' };
  }
  return { kind: 'bitmap', width, height, density: densityOf(chunks, view, bytes) };
}

const ALPHA_HINT = 'Save it with full transparency (32-bit PNG), or without.';

interface Chunk {
  readonly type: string;
  /** Where its data begin. */
  readonly at: number;
  readonly length: number;
}

/** The chunks up to IEND; null if one reaches beyond the file or its checksum is wrong. */
function readChunks(bytes: Uint8Array, view: DataView): Chunk[] | null {
  const chunks: Chunk[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) return null;
    if (checksum(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) return null;
    chunks.push({ type, at: at + 8, length });
    if (type === 'IEND') return chunks;
    at += 12 + length;
  }
  return null;
}

function densityOf(chunks: readonly Chunk[], view: DataView, bytes: Uint8Array): number | null {
  const physical = chunks.find((chunk) => chunk.type === 'pHYs' && chunk.length === 9);
  if (physical === undefined || bytes[physical.at + 8] !== 1) return null;
  return view.getUint32(physical.at) * 0.0254;
}

const CRC_TABLE: readonly number[] = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** CRC-32 of ISO 3309. */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
