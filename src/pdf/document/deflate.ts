import { zlibSync } from 'fflate';
import { Kept } from '../../kept/kept.js';

/** Level 6 is within a few per cent of the smallest; 9 takes half as long again. */
const LEVEL = 6;

/** After a small change, most pages and the structure of a document are what they were. */
const kept = new Kept<Uint8Array>(1_000_000);
/** Bytes: what is longer, as a picture or another's attachment, seldom comes again. */
const LONGEST_KEPT = 100_000;
/** Each byte is another character; the name of a code page that has one for each of them. */
const CHARACTERS = new TextDecoder('latin1');

/**
 * Compressed for `/FlateDecode` (RFC 1950). Node's own zlib packs the same data into other bytes on another processor or
 * in another version of Node; this is plain JavaScript, the same everywhere.
 */
export function deflated(bytes: Uint8Array): Uint8Array {
  if (bytes.length > LONGEST_KEPT) return packed(bytes);
  return kept.of(CHARACTERS.decode(bytes), () => packed(bytes));
}

function packed(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level: LEVEL });
}
