import { sha256Of } from '../digest/sha256.js';
import { afterHeader, type PictureCopy, pictureKind } from '../layout/pictures/picture-copy.js';
import { joined, PNG_HEAD, pngChunk } from '../layout/pictures/write-png.js';

type Ending = PictureCopy['ending'];

/** Half of a hash tells two files apart as well, and is not taken for the hash of the whole file. */
const DIGITS = 32;

/**
 * A copy of a picture with a mark that says who wrote it and what it held then: so that it is written over and taken away
 * again, and a picture that somebody has put in its place, or drawn in, is not.
 */
export function withMark({ ending, bytes }: PictureCopy): Uint8Array {
  const at = placeOf(ending, bytes);
  return joined([bytes.subarray(0, at), markOf(ending, bytes), bytes.subarray(at)]);
}

/** Whether these are the bytes of a copy as it was written. */
export function isMarked(bytes: Uint8Array): boolean {
  const ending = pictureKind(bytes);
  if (ending === null) return false;
  const { length } = markOf(ending, new Uint8Array());
  const at = ending === 'svg' ? bytes.length - length : placeOf(ending, bytes);
  if (at < 0 || at + length > bytes.length) return false;
  const plain = new Uint8Array(bytes.length - length);
  plain.set(bytes.subarray(0, at));
  plain.set(bytes.subarray(at + length), at);
  return markOf(ending, plain).every((byte, i) => byte === bytes[at + i]);
}

function placeOf(ending: Ending, bytes: Uint8Array): number {
  if (ending === 'svg') return bytes.length;
  return ending === 'png' ? PNG_HEAD : afterHeader(bytes);
}

/** A text chunk of a PNG, a comment of a JPEG or an SVG; as long for every file of its kind. */
function markOf(ending: Ending, bytes: Uint8Array): Uint8Array {
  const text = `Briefpress ${sha256Of(bytes).slice(0, DIGITS)}`;
  if (ending === 'png') return pngChunk('tEXt', letters(`Software\0${text}`));
  if (ending === 'svg') return letters(`\n<!-- ${text} -->\n`);
  return Uint8Array.from([0xff, 0xfe, 0, text.length + 2, ...letters(text)]);
}

function letters(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
