/** SHA-256 (FIPS 180-4) in plain JavaScript: the same on every machine, and not a matter of the processor. */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';

/** The SHA-256 of `bytes` in 64 lower-case hexadecimal digits. */
export function sha256Of(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** A SHA-256 that is fed piece by piece; text counts as UTF-8. */
export interface RunningSha256 {
  update(bytes: Uint8Array | string): unknown;
  /** The 32 bytes of the digest; nothing can be added afterwards. */
  digest(): Uint8Array;
}

export function runningSha256(): RunningSha256 {
  return sha256.create();
}
