import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bytesOf, latin1Of, unpackedWithin, utf8Of } from '../../../src/proof/pdf/bytes.js';
import { PdfDictionary, PdfReference, PdfStream, PdfString } from '../../../src/proof/pdf/objects.js';
import { PdfFile } from '../../../src/proof/pdf/pdf-file.js';

const fileOf = (text: string) => new PdfFile(bytesOf(text));
const streamOf = (dictionary: string, data: Uint8Array | string) => {
  const text = typeof data === 'string' ? data : latin1Of(data);
  return `<< ${dictionary} /Length ${text.length} >> stream\n${text}\nendstream`;
};
/** The value of each key `N` of pages, in the order of the pages. */
const numbered = (file: PdfFile) => file.pages().map((page) => page.get('N'));

describe('objects', () => {
  test('are found by their numbers, whatever stands between them', () => {
    const file = fileOf('%PDF-1.7\n1 0 obj (a) endobj junk 2 0 obj 7 endobj\nxref 0 1\ntrailer << /Size 3 >>');
    expect(file.get(new PdfReference(1))).toEqual(new PdfString('a'));
    expect(file.get(new PdfReference(2))).toBe(7);
    expect(file.get(new PdfReference(9))).toBeNull();
    expect(file.get(5)).toBe(5);
    expect(file.others).toHaveLength(1);
    expect(file.others[0]).toBeInstanceOf(PdfDictionary);
  });

  test('the first of a number has it, and the others are kept', () => {
    const file = fileOf('1 0 obj (a) endobj 1 0 obj (b) endobj obj (c) endobj x 0 obj (d) endobj');
    expect(file.objects.size).toBe(1);
    expect(file.get(new PdfReference(1))).toEqual(new PdfString('a'));
    expect(file.others).toEqual(['b', 'c', 'd'].map((text) => new PdfString(text)));
  });

  test('without a value, there is none', () => {
    const file = fileOf('1 0 obj endobj 2 0 obj (b) endobj 3 0 obj');
    expect([...file.objects.keys()]).toEqual([2]);
    expect(file.others).toEqual([]);
  });

  test('in an object stream', () => {
    const head = '  11 0 12\n8 13 11 ';
    const packed = streamOf(`/Type /ObjStm /N 3 /First ${head.length}`, `${head}(first) 42 ignored`);
    const file = fileOf(`1 0 obj ${packed} endobj`);
    expect(file.get(new PdfReference(11))).toEqual(new PdfString('first'));
    expect(file.get(new PdfReference(12))).toBe(42);
    expect([...file.objects.keys()]).toEqual([1, 11, 12]);
  });

  test('a dictionary, a list', () => {
    const file = fileOf(`1 0 obj << /A 1 >> endobj 2 0 obj ${streamOf('/A 2', 'x')} endobj 3 0 obj [1 2] endobj`);
    const at = (id: number) => new PdfReference(id);
    expect(file.dictionary(at(1)).get('A')).toBe(1);
    expect(file.dictionary(at(2)).get('A')).toBe(2);
    expect(file.dictionary(at(3)).entries.size).toBe(0);
    expect(file.dictionary(null).get('A')).toBeNull();
    expect(file.array(at(3))).toEqual([1, 2]);
    expect(file.array(at(1))).toEqual([at(1)]);
    expect(file.array(at(9))).toEqual([]);
  });
});

describe('pages', () => {
  const tree = '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj';

  test('in the order of the tree', () => {
    const file = fileOf(
      `9 0 obj << /Pages 4 0 R >> endobj 8 0 obj [ ] endobj ${tree}
      2 0 obj << /Kids [3 0 R 4 0 R 5 0 R] >> endobj
      5 0 obj << /Type /Page /N 3 >> endobj
      4 0 obj << /Kids [6 0 R] >> endobj
      6 0 obj << /Type /Page /N 2 >> endobj
      3 0 obj << /Type /Page /N 1 >> endobj`,
    );
    expect(numbered(file)).toEqual([1, 2, 3]);
  });

  test('each once, where the tree turns back on itself', () => {
    const file = fileOf(`${tree} 2 0 obj << /Kids [3 0 R 2 0 R 3 0 R] >> endobj 3 0 obj << /Type /Page /N 1 >> endobj`);
    expect(numbered(file)).toEqual([1]);
  });

  test('none without a catalog', () => {
    expect(fileOf('2 0 obj << /Type /Page >> endobj').pages()).toEqual([]);
  });
});

describe('the data of a stream', () => {
  const dataOf = (dictionary: string, data: Uint8Array | string) => {
    const file = fileOf(`1 0 obj ${streamOf(dictionary, data)} endobj 2 0 obj /FlateDecode endobj`);
    expect(file.get(new PdfReference(1))).toBeInstanceOf(PdfStream);
    return file.data(new PdfReference(1));
  };
  const text = 'some text to be packed';

  test('is unpacked where Flate packed it, alone or among others', () => {
    expect(dataOf('', text)).toBe(text);
    expect(dataOf('/Filter /FlateDecode', deflateSync(text))).toBe(text);
    expect(dataOf('/Filter 2 0 R', deflateSync(text))).toBe(text);
    expect(dataOf('/Filter [/DCTDecode /FlateDecode]', deflateSync(text))).toBe(text);
    expect(dataOf('/Filter /DCTDecode', deflateSync(text))).toBe(latin1Of(deflateSync(text)));
    expect(dataOf('/Filter /FlateDecode', 'not packed at all')).toBe('not packed at all');
  });

  test('is nothing where there is no stream', () => {
    expect(fileOf('').data(new PdfReference(1))).toBe('');
    expect(fileOf('').data(3)).toBe('');
  });

  test('of a picture is read to a limit, which is lower', () => {
    const many = deflateSync('x'.repeat(1_300_000));
    expect(dataOf('/Filter /FlateDecode', many)).toHaveLength(1_300_000);
    expect(dataOf('/Filter /FlateDecode /Subtype /Image', many)).toHaveLength(1 << 20);
    expect(dataOf('/Filter /FlateDecode /Kind /Image', many)).toHaveLength(1_300_000);
  });
});

describe('bytes', () => {
  test('as characters, and back', () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => i % 256);
    expect(latin1Of(bytes)).toHaveLength(20_000);
    expect(bytesOf(latin1Of(bytes))).toEqual(bytes);
    expect(latin1Of(new Uint8Array(8192))).toHaveLength(8192);
    expect(latin1Of(new Uint8Array())).toBe('');
    expect(utf8Of(Uint8Array.of(0xc5, 0xbb, 0xff))).toBe('Ż\ufffd');
  });

  /** Text that packs badly, so that it is unpacked in many steps. */
  const noise = Uint8Array.from({ length: 30_000 }, (_, i) => (Math.imul(i * i, 2_654_435_761) >>> 13) & 0xff);

  const isSame = (one: Uint8Array | null, other: Uint8Array) => one !== null && Buffer.from(one).equals(other);

  test('unpacked whole, or to a limit', () => {
    expect(isSame(unpackedWithin(deflateSync(noise), 1 << 20), noise)).toBe(true);
    expect(isSame(unpackedWithin(deflateSync(noise), 30_000), noise)).toBe(true);
    expect(isSame(unpackedWithin(deflateSync(noise), 10_001), noise.subarray(0, 10_001))).toBe(true);
    expect(isSame(unpackedWithin(deflateSync(new Uint8Array(1 << 20)), 5000), new Uint8Array(5000))).toBe(true);
    expect(unpackedWithin(deflateSync(''), 10)).toEqual(new Uint8Array());
  });

  test('damaged: as far as the damage', () => {
    const packed = deflateSync(noise);
    const cut = unpackedWithin(packed.subarray(0, packed.length / 2), 1 << 20) ?? new Uint8Array();
    expect(cut.length).toBeGreaterThan(10_000);
    expect(isSame(cut, noise.subarray(0, cut.length))).toBe(true);
    const broken = Uint8Array.from(packed);
    broken.fill(0xff, packed.length / 2);
    const before = unpackedWithin(broken, 1 << 20) ?? new Uint8Array();
    expect(isSame(before.subarray(0, 10_000), noise.subarray(0, 10_000))).toBe(true);
    expect(unpackedWithin(bytesOf('no packed data'), 100)).toBeNull();
  });

  test('damaged: no more is lost than a little before the damage', () => {
    const sound = deflateRawSync(
      noise.slice(0, 8000).map((byte) => byte & 63),
      { finishFlush: constants.Z_FULL_FLUSH },
    );
    const broken = Buffer.concat([Buffer.of(0x78, 0x9c), sound, Buffer.alloc(300, 0xff)]);
    expect(unpackedWithin(broken, 1 << 20)?.length).toBeGreaterThan(7000);
  });

  test('a short text, its end missing', () => {
    const packed = deflateSync('the envoy will close the northern harbour');
    expect(utf8Of(unpackedWithin(packed.subarray(0, -8), 100) ?? new Uint8Array())).toContain('the envoy will close');
  });
});
