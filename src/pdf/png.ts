const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10] as const;
/** Samples of a pixel by colour type (PNG, 11.2.2). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Pixels; a picture that unpacks to more fills the memory. */
const LARGEST = 100_000_000;

/**
 * What is wrong with a PNG, or `null` (also for what is no PNG). pdfkit unpacks one in the background, where a broken
 * one would end the process; so it is unpacked here first.
 */
export async function pngProblem(bytes: Uint8Array): Promise<string | null> {
  if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) return null;
  const chunks = readChunks(bytes);
  const header = chunks?.find(({ type }) => type === 'IHDR')?.data;
  if (chunks === null || header === undefined || header.length < 13) return 'the PNG is cut off';
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  const [width, height, depth] = [view.getUint32(0), view.getUint32(4), view.getUint8(8)];
  const samples = SAMPLES[view.getUint8(9)];
  if (samples === undefined || width === 0 || height === 0) return 'the PNG has a broken header';
  if (width * height > LARGEST) return `it has more than ${LARGEST / 1_000_000} million pixels`;
  const length = await unpackedLength(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  // Interlaced rows are shorter and more: they have at least as many bytes in all.
  const needed = height * (1 + Math.ceil((width * samples * depth) / 8));
  return length === null || length < needed ? 'the PNG is damaged' : null;
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

function readChunks(bytes: Uint8Array): Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const chunks: Chunk[] = [];
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
