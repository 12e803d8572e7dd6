import { describe, expect, test } from 'vitest';
import {
  PdfDictionary,
  PdfName,
  PdfReference,
  PdfStream,
  PdfString,
  type PdfValue,
  PdfWord,
} from '../../../src/proof/pdf/objects.js';
import { PdfScanner } from '../../../src/proof/pdf/scanner.js';
import { textOfBytes } from '../../../src/proof/pdf/strings.js';

type Item = PdfValue | PdfWord;

function scanned(text: string, options?: ConstructorParameters<typeof PdfScanner>[1]): readonly Item[] {
  const scanner = new PdfScanner(text, options);
  const items: Item[] = [];
  for (let item = scanner.next(); item !== undefined; item = scanner.next()) items.push(item);
  return items;
}

const name = (text: string) => new PdfName(text);
const string = (bytes: string) => new PdfString(bytes);
const word = (text: string) => new PdfWord(text);
const dictionary = (entries: Readonly<Record<string, PdfValue>>, isSound = true) =>
  new PdfDictionary(new Map(Object.entries(entries)), isSound);

test.each<[string, readonly Item[]]>([
  ['', []],
  [' % a comment\r\n\t', []],
  ['%a\n1%b\r2', [1, 2]],
  ['1 -2 +3 4. .5 -0.25', [1, -2, 3, 4, 0.5, -0.25]],
  ['1.2.3 - x1', [word('1.2.3'), word('-'), word('x1')]],
  ['true false null', [true, false, null]],
  ['12 0 R 7 0 Rx', [new PdfReference(12), 7, 0, word('Rx')]],
  ['3\n65535\tR', [new PdfReference(3)]],
  ['/Name/Other /A#20b#2f /', [name('Name'), name('Other'), name('A b/'), name('')]],
  ['/A#2', [name('A#2')]],
  ['/A#zz', [name('A#zz')]],
  ['[1 [2] /x] 3', [[1, [2], name('x')], 3]],
  ['[1 word 2]', [[1, 2]]],
  ['[1 2', [[1, 2]]],
  ['<< /A 1 /B << /C (d) >> >> 2', [dictionary({ A: 1, B: dictionary({ C: string('d') }) }), 2]],
  ['<< 5 /A 1 >>', [dictionary({ A: 1 }, false)]],
  ['<< /A word 1 >>', [dictionary({ A: 1 }, false)]],
  ['<< /A 1 >2', [dictionary({ A: 1 }, false), 2]],
  ['<< /A 1 /A 2 >>', [dictionary({ A: 2 }, false)]],
  ['<< /A >>', [dictionary({}, false)]],
  ['<< /A 1', [dictionary({ A: 1 }, false)]],
  [') } obj', [word(')'), word('}'), word('obj')]],
])('%j', (text, items) => {
  expect(scanned(text)).toStrictEqual(items);
});

describe('a string', () => {
  test.each([
    ['(plain) ', 'plain'],
    ['(a (b) (c (d)) e)', 'a (b) (c (d)) e'],
    ['(a \\( b \\) \\\\ c)', 'a ( b ) \\ c'],
    ['(\\n\\r\\t\\b\\f\\x)', '\n\r\t\b\fx'],
    ['(\\101\\7z\\0053\\400)', 'A\x07z\x053\x00'],
    ['(\\8\\1019)', '8A9'],
    ['(one\\\ntwo)', 'onetwo'],
    ['(one\\\rtwo)', 'onetwo'],
    ['(one\\\r\ntwo)', 'onetwo'],
    ['(one\ntwo)', 'one\ntwo'],
    ['(without an end', 'without an end'],
    ['(without an end\\', 'without an end'],
    ['<4e 69\n67>', 'Nig'],
    ['<4E6>', 'N`'],
    ['<>', ''],
    ['<4e69', 'Ni'],
    ['<4ez69>', 'Ni'],
  ])('%j', (text, bytes) => {
    expect(scanned(text)).toStrictEqual([string(bytes)]);
  });

  test('ends where it ends', () => {
    expect(scanned('(a)1<62>2')).toStrictEqual([string('a'), 1, string('b'), 2]);
  });

  test.each([
    ['\xfe\xff\x01\x7b\x00a', 'Ża'],
    ['\xff\xfe\x7b\x01a\x00', 'Ża'],
    ['\xfe\xff\x00a\x00', 'a'],
    ['\xef\xbb\xbf\xc5\xbb', 'Ż'],
    ['\xe9t\xe9', 'été'],
    ['a\xff\xfe', 'aÿþ'],
    ['a\xef\xbb\xbf', 'aï»¿'],
  ])('%j means %j', (bytes, text) => {
    expect(textOfBytes(bytes)).toBe(text);
  });
});

describe('a stream', () => {
  const stream = (entries: Readonly<Record<string, PdfValue>>, data: string) =>
    new PdfStream(dictionary(entries), data);

  test.each<[string, readonly Item[]]>([
    ['<< /Length 3 >> stream\nabc\nendstream 1', [stream({ Length: 3 }, 'abc'), word('endstream'), 1]],
    ['<< /Length 3 >>stream\r\nabcendstream', [stream({ Length: 3 }, 'abc'), word('endstream')]],
    [
      '<< /Length 14 >>\nstream\nan endstream x\r\nendstream',
      [stream({ Length: 14 }, 'an endstream x'), word('endstream')],
    ],
    ['<< /Length 2 >> stream\nabcdef endstream', [stream({ Length: 2 }, 'abcdef '), word('endstream')]],
    ['<< /Length 999 >> stream\nabc endstream', [stream({ Length: 999 }, 'abc '), word('endstream')]],
    ['<< /Length 5 0 R >> stream\nabc endstream', [stream({ Length: new PdfReference(5) }, 'abc '), word('endstream')]],
    ['<< /Length (3) >> stream\nabc endstream', [stream({ Length: string('3') }, 'abc '), word('endstream')]],
    ['<< >> stream\nabc', [stream({}, 'abc')]],
    ['<< >> streams', [dictionary({}), word('streams')]],
  ])('%j', (text, items) => {
    expect(scanned(text)).toStrictEqual(items);
  });
});

describe('what would exhaust a reader', () => {
  test('is read as far as the budget goes, and shared by scanners', () => {
    const budget = { items: 3 };
    expect(scanned('1 2 3 4 5', { budget })).toEqual([1, 2, 3]);
    expect(scanned('1 2', { budget })).toEqual([]);
  });

  test('a long string costs as much as many short ones', () => {
    for (const text of [`(${'a'.repeat(400)}) 2`, `<${'61'.repeat(200)}> 2`]) {
      expect(scanned(text, { budget: { items: 50 } })).toHaveLength(1);
      expect(scanned(text, { budget: { items: 103 } })).toHaveLength(2);
    }
  });

  test('brackets inside one another are read to a depth, and what follows is read as well', () => {
    const depthOf = (value: unknown): number => (Array.isArray(value) ? 1 + depthOf(value[0]) : 0);
    expect(scanned(`${'['.repeat(100)}${']'.repeat(100)} 1`)).toHaveLength(2);
    const [deep, ...rest] = scanned(`${'['.repeat(101)}${']'.repeat(101)} 1`);
    expect(depthOf(deep)).toBe(100);
    expect(rest).toStrictEqual([word(']'), 1]);
    expect(scanned('[] '.repeat(150))).toStrictEqual(Array.from({ length: 150 }, () => []));
  });

  test('begins where it is told to', () => {
    expect(scanned('1 2 3', { at: 2 })).toEqual([2, 3]);
  });
});
