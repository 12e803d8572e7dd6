import { Unzlib } from 'fflate';

/** Characters that are turned into a string in one call: more of them would overflow the stack. */
const AT_ONCE = 8192;

/** Bytes as characters below 256. (`TextDecoder` calls Windows-1252 by the name of Latin-1.) */
export function latin1Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  }
  return text;
}

/** The bytes of characters below 256. */
export function bytesOf(latin1: string): Uint8Array {
  const bytes = new Uint8Array(latin1.length);
  for (let at = 0; at < latin1.length; at += 1) bytes[at] = latin1.charCodeAt(at);
  return bytes;
}

/** What bytes say in UTF-8; what is not UTF-8 becomes U+FFFD. */
export function utf8Of(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/**
 * Bytes of compressed data that are unpacked in one step: each may become a thousand. Of what is damaged, a whole step is
 * lost, so it is unpacked once more in small ones.
 */
const STEP = 4096;
const SMALL_STEP = 256;

/**
 * Unpacks data in the zlib format, up to `limit` bytes: a few kilobytes may unpack to gigabytes. Damaged data gives what
 * stands before the damage; null where that is nothing.
 */
export function unpackedWithin(data: Uint8Array, limit: number): Uint8Array | null {
  const whole = unpackedBy(STEP, data, limit);
  const { parts, length } = whole.isDamaged ? unpackedBy(SMALL_STEP, data, limit) : whole;
  return length === 0 && data.length > 8 ? null : joined(parts, Math.min(length, limit));
}

function unpackedBy(step: number, data: Uint8Array, limit: number) {
  const parts: Uint8Array[] = [];
  let length = 0;
  let isDamaged = false;
  const stream = new Unzlib((part) => {
    parts.push(part.slice());
    length += part.length;
  });
  try {
    for (let at = 0; at < data.length && length < limit; at += step) {
      stream.push(data.subarray(at, at + step));
    }
  } catch {
    // What was unpacked so far is still worth searching.
    isDamaged = true;
  }
  return { parts, length, isDamaged };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    const room = part.subarray(0, length - at);
    whole.set(room, at);
    at += room.length;
  }
  return whole;
}
