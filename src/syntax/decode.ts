/** Bytes → text: UTF-8, with or without a byte order mark; everything else is recognised and refused. */
import { type Diagnostic, error, failure, type Outcome, success, wholeFile } from '../diagnostics/diagnostic.js';

/** The most that a brief, an annex or a file of sources may hold, in bytes. */
export const MAX_BYTES = 10 * 1024 * 1024;

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a Word, Excel or ZIP file', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Word or Excel file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GZIP file', [0x1f, 0x8b]],
];

/** The text of a file. Problems: `file-too-large`, `syntax-encoding`, `syntax-empty`. */
export function decodeText(input: Uint8Array | string, file: string): Outcome<string> {
  if (input.length > MAX_BYTES) return failure([tooLarge(file, input.length)]);
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  if (text === null && typeof input !== 'string') return failure([wrongEncoding(file, input)]);
  const body = (text ?? '').replace(/^\uFEFF/, '');
  if (!/\S/.test(body)) return failure([error('syntax-empty', 'The file is empty.', { at: wholeFile(file) })]);
  // A CR alone ends a line in YAML and on old Macintoshes, and the parser does not know it: a comment would go on behind
  // it. One character for one: every place in the text stays true.
  return success(body.replace(/\r(?!\n)/g, '\n'));
}

function decodeUtf8(bytes: Uint8Array): string | null {
  // A NUL is valid UTF-8, but no text has one: UTF-16 without a byte order mark and most binary files do.
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function wrongEncoding(file: string, bytes: Uint8Array): Diagnostic {
  const found = whatItIs(bytes);
  const hint = /text/.test(found)
    ? 'Save it again in UTF-8: editors offer the encoding when they save.'
    : 'A brief is a text file in YAML or JSON.';
  const message = `The file is ${found}; expected text in UTF-8.`;
  return error('syntax-encoding', message, { at: wholeFile(file), hints: [hint] });
}

/** What the bytes look like, for the message. */
function whatItIs(bytes: Uint8Array): string {
  const known = SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (known) return known[0];
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return 'text in UTF-16';
  const zeros = [0, 0];
  const head = bytes.subarray(0, 4096);
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) > head.length / 8 && Math.min(even, odd) <= head.length / 32) return 'text in UTF-16';
  if (bytes.includes(0)) return 'not text (it holds zero bytes)';
  return `text in another encoding, such as Latin-1 or Windows-1252 (line ${lineOfFirstBadByte(bytes)})`;
}

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** The line, from 1, that holds the first byte which is not UTF-8: the lines before it decode, it does not. */
function lineOfFirstBadByte(bytes: Uint8Array): number {
  const lossy = new TextDecoder('utf-8').decode(bytes);
  return lossy.slice(0, lossy.indexOf('\uFFFD')).split('\n').length;
}

function tooLarge(file: string, size: number): Diagnostic {
  const megabytes = (size / (1024 * 1024)).toFixed(1);
  const message = `The file is ${megabytes} MB; expected at most ${MAX_BYTES / (1024 * 1024)} MB.`;
  const hints = ['Put long matter into annex files, and pictures into files of their own.'];
  return error('file-too-large', message, { at: wholeFile(file), hints });
}
