import { deflated } from '../document/deflate.js';
import { concatenated } from '../document/strings.js';
import type { EngineRef } from './pdfkit-shapes.js';

/** Before pdfkit does it, with Node's zlib. What is written to the object has already named the filter. */
export function compressRef(ref: EngineRef): void {
  if (!ref.compress) return;
  const [only, ...others] = ref.buffer;
  ref.buffer = [only !== undefined && others.length === 0 ? deflatedOnce(only) : deflated(concatenated(ref.buffer))];
  ref.compress = false;
}

const compressed = new WeakMap<Uint8Array, Uint8Array>();

/** A font's file and the colour profile are the same bytes in many documents. */
function deflatedOnce(bytes: Uint8Array): Uint8Array {
  const known = compressed.get(bytes) ?? deflated(bytes);
  compressed.set(bytes, known);
  return known;
}
