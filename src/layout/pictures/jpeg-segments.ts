/** A part of a JPEG (ITU-T T.81, B.1): a marker with its data, or the data of a scan between two markers. */
export interface JpegPart {
  /** 0 for the entropy-coded data of a scan. */
  readonly marker: number;
  /** Without marker and length. */
  readonly data: Uint8Array;
  /** The original bytes in the file. */
  readonly whole: Uint8Array;
}

export const SOS = 0xda;
const EOI = 0xd9;

/**
 * The parts from the start of a JPEG to its end marker; what follows is not part of the picture. Null if the
 * file is truncated or something else is between two parts.
 */
export function jpegParts(bytes: Uint8Array): JpegPart[] | null {
  const parts: JpegPart[] = [];
  let at = 2;
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) return parts;
    const length = at + 4 <= bytes.length ? ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0) : 0;
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    parts.push({ marker, data: bytes.subarray(at + 4, end), whole: bytes.subarray(at, end) });
    at = end;
    if (marker !== SOS) continue;
    const next = endOfScan(bytes, at);
    parts.push({ marker: 0, data: bytes.subarray(at, next), whole: bytes.subarray(at, next) });
    at = next;
  }
  return null;
}

/** The position of the marker after a scan. Stuffed bytes and restart markers are part of the scan. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    const belongs = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!belongs) return at;
  }
  return bytes.length;
}
