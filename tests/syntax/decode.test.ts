import { describe, expect, test } from 'vitest';
import { decodeText, MAX_BYTES } from '../../src/syntax/decode.js';
import { read, SMALLEST } from '../brief/reading.js';

const bytes = (...numbers: number[]) => Uint8Array.from(numbers);
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};

function problem(input: Uint8Array | string): string {
  const decoded = decodeText(input, 'x.yaml');
  expect(decoded.ok).toBe(false);
  expect(decoded.diagnostics).toHaveLength(1);
  const [only] = decoded.diagnostics;
  return `${only?.code}: ${only?.message}`;
}

describe('bytes', () => {
  test('UTF-8 is text, with and without a byte order mark', () => {
    const text = new TextEncoder().encode('title: Улаанбаатар ₮');
    expect(decodeText(text, 'x')).toMatchObject({ ok: true, value: 'title: Улаанбаатар ₮' });
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, ...text), 'x')).toMatchObject({
      ok: true,
      value: 'title: Улаанбаатар ₮',
    });
  });

  test.each([
    ['little-endian', bytes(0xff, 0xfe, ...utf16(SMALLEST, true))],
    ['big-endian', bytes(0xfe, 0xff, ...utf16(SMALLEST, false))],
    ['little-endian without a mark', utf16(SMALLEST, true)],
    ['big-endian without a mark', utf16(SMALLEST, false)],
  ])('UTF-16 is told: %s', (_, input) => {
    expect(problem(input)).toBe('syntax-encoding: The file is text in UTF-16; expected text in UTF-8.');
  });

  test('Latin-1 is told, with the line', () => {
    const latin = Uint8Array.from('a: b\nc: é\n', (character) => character.charCodeAt(0));
    expect(problem(latin)).toContain('Latin-1 or Windows-1252 (line 2)');
  });

  test.each([
    ['a PDF', bytes(0x25, 0x50, 0x44, 0x46, 0x2d, 0xff)],
    ['a Word, Excel or ZIP file', bytes(0x50, 0x4b, 3, 4, 0, 0)],
    ['a PNG image', bytes(0x89, 0x50, 0x4e, 0x47)],
    ['not text', bytes(1, 2, 3, 0, 9, 9, 0)],
  ])('%s is told', (name, input) => {
    expect(problem(input)).toContain(`syntax-encoding: The file is ${name}`);
  });

  test.each([
    ['nothing', ''],
    ['spaces', ' \n\t\n'],
    ['a byte order mark alone', '\uFEFF'],
  ])('%s is empty', (_, text) => {
    expect(problem(new TextEncoder().encode(text))).toBe('syntax-empty: The file is empty.');
    expect(problem(text)).toBe('syntax-empty: The file is empty.');
  });

  test('ten megabytes are read, a byte more is not', () => {
    expect(decodeText(new Uint8Array(MAX_BYTES).fill(0x61), 'x').ok).toBe(true);
    expect(problem(new Uint8Array(MAX_BYTES + 1).fill(0x61))).toContain('file-too-large: The file is 10.0 MB');
    expect(problem(new Uint8Array(50 * 1024 * 1024))).toContain('file-too-large: The file is 50.0 MB');
  });

  test('a brief with a byte order mark is a brief', () => {
    expect(read(`\uFEFF${SMALLEST}`)).toMatchObject({ ok: true, diagnostics: [] });
  });
});
