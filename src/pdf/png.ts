const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10] as const;
/** Samples of a pixel by colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Pixels; a picture that unpacks to more fills the memory. */
const LARGEST = 100_000_000;

/** What the header of a PNG says (PNG, 11.2.2). */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample. */
  readonly depth: number;
  /** Samples of a pixel. */
  readonly channels: number;
  /** The samples are places in a palette. */
  readonly indexed: boolean;
  /** The last sample of a pixel says how opaque it is. */
  readonly hasAlpha: boolean;
  readonly interlaced: boolean;
}
export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
}
export interface Png {
  readonly header: PngHeader;
  readonly chunks: readonly PngChunk[];
}

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * Reads a PNG, or says what is wrong with it. It is unpacked once to see: pdfkit would notice a broken one only in the
 * background, and end the process.
 */
export async function readPng(bytes: Uint8Array): Promise<Png | string> {
  const chunks = readChunks(bytes);
  const start = chunks?.find(({ type }) => type === 'IHDR')?.data;
  if (chunks === null || start === undefined || start.length < 13) return 'the PNG is cut off';
  const header = readHeader(start);
  if (header === null) return 'the PNG has a broken header';
  if (header.indexed && !chunks.some(({ type }) => type === 'PLTE')) return 'the PNG has no palette';
  const { width, height } = header;
  if (width * height > LARGEST) return `it has more than ${LARGEST / 1_000_000} million pixels`;
  const length = await unpackedLength(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  // Interlaced rows are shorter and more: they have at least as many bytes in all.
  const needed = height * (1 + Math.ceil((width * header.channels * header.depth) / 8));
  return length === null || length < needed ? 'the PNG is damaged' : { header, chunks };
}

function readHeader(data: Uint8Array): PngHeader | null {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const [width, height, depth, kind] = [view.getUint32(0), view.getUint32(4), view.getUint8(8), view.getUint8(9)];
  const channels = SAMPLES[kind];
  if (channels === undefined || width === 0 || height === 0 || ![1, 2, 4, 8, 16].includes(depth)) return null;
  return {
    width,
    height,
    depth,
    channels,
    indexed: kind === 3,
    hasAlpha: kind === 4 || kind === 6,
    interlaced: view.getUint8(12) === 1,
  };
}

function readChunks(bytes: Uint8Array): PngChunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const chunks: PngChunk[] = [];
  for (let at: number = SIGNATURE.length; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) return null;
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    if (type === 'IEND') return chunks;
    at += 12 + length;
  }
  return null;
}

/** How many bytes the parts unpack to together, or `null` if they do not. */
async function unpackedLength(parts: readonly Uint8Array[]): Promise<number | null> {
  const packed = new Blob(parts as Uint8Array<ArrayBuffer>[]).stream();
  try {
    let length = 0;
    const reader = packed.pipeThrough(new DecompressionStream('deflate')).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += (part.value as Uint8Array).length;
    }
    return length;
  } catch {
    return null;
  }
}
