import { zlibSync } from 'fflate';

/** Level 6 is within a few per cent of the smallest; 9 takes half as long again. */
const LEVEL = 6;

/**
 * Compressed for `/FlateDecode` (RFC 1950). Node's own zlib packs the same data into other bytes on another processor or
 * in another version of Node; this is plain JavaScript, the same everywhere.
 */
export function deflated(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level: LEVEL });
}
