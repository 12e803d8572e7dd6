import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../../src/proof/pdf/bytes.js';
import { fontCodes, NO_FONT } from '../../../src/proof/pdf/font-codes.js';
import { PdfReference, PdfStream, type PdfValue, PdfWord } from '../../../src/proof/pdf/objects.js';
import { formTexts, pageText, pageTexts } from '../../../src/proof/pdf/page-text.js';
import { PdfFile } from '../../../src/proof/pdf/pdf-file.js';
import { PdfScanner } from '../../../src/proof/pdf/scanner.js';
import { type DrawnRun, TextPen } from '../../../src/proof/pdf/text-pen.js';

type Written = string | readonly [dictionary: string, data: string];

/** A file of these objects, by number from 1; a stream is written as `[dictionary, data]`. */
function fileOf(...objects: readonly Written[]): PdfFile {
  const written = objects.map((object, index) => {
    const [dictionary, data] = typeof object === 'string' ? [object] : object;
    const text =
      data === undefined ? dictionary : `<< ${dictionary} /Length ${data.length} >> stream\n${data}\nendstream`;
    return `${index + 1} 0 obj ${text} endobj\n`;
  });
  return new PdfFile(bytesOf(written.join('')));
}

describe('a font', () => {
  const FIRST = new PdfReference(1);
  const advances = (codes: readonly number[], ...objects: readonly Written[]) => {
    const font = fontCodes(fileOf(...objects), FIRST);
    return codes.map((code) => font.advanceOf(code));
  };

  test('of one byte a code: its widths, and half an em where it says none', () => {
    const simple = '<< /Subtype /TrueType /FirstChar 65 /Widths [700 2 0 R (x)] >>';
    expect(advances([64, 65, 66, 67, 68], simple, '620')).toEqual([500, 700, 620, 500, 500]);
    expect(advances([0, 1], '<< /Subtype /Type1 /Widths [300 400] >>')).toEqual([300, 400]);
    expect(advances([65], '<< /Subtype /Type1 >>')).toEqual([500]);
    expect(fontCodes(fileOf(simple), FIRST).width).toBe(1);
    expect(NO_FONT.advanceOf(65)).toBe(500);
  });

  test('of two bytes a code: both forms of its widths', () => {
    const composite = '<< /Subtype /Type0 /DescendantFonts [2 0 R] >>';
    const inner = '<< /DW 900 /W [3 [100 4 0 R (x)] 10 12 250 20 [600] 30 (x) 1 40] >>';
    const codes = [2, 3, 4, 5, 9, 10, 11, 12, 13, 20, 21];
    expect(advances(codes, composite, inner, 'null', '220')).toEqual([
      900, 100, 220, 900, 900, 250, 250, 250, 900, 600, 900,
    ]);
    expect(advances([3], composite, '<< >>')).toEqual([1000]);
    expect(advances([3], composite)).toEqual([1000]);
    expect(advances([5, 65_540], composite, '<< /W [5 999999999 7] >>')).toEqual([7, 7]);
    expect(fontCodes(fileOf(composite, inner), FIRST).width).toBe(2);
  });

  test.each<[string, ReadonlyArray<readonly [number, string]>]>([
    [
      'beginbfchar <01> <0041> <02><00420043>\n< 0 3 > <d83dde00> endbfchar',
      [
        [1, 'A'],
        [2, 'BC'],
        [3, '😀'],
      ],
    ],
    [
      'beginbfrange <05> <07> <0061> endbfrange',
      [
        [5, 'a'],
        [6, 'b'],
        [7, 'c'],
      ],
    ],
    [
      'beginbfrange <05> <06> <00660069> endbfrange',
      [
        [5, 'fi'],
        [6, 'fj'],
      ],
    ],
    [
      'beginbfrange <05>\n<08> [<0041> <0042 0043>\n<>] endbfrange',
      [
        [5, 'A'],
        [6, 'BC'],
        [7, ''],
        [8, ''],
      ],
    ],
    [
      'beginbfchar <01> <0041> endbfchar beginbfchar <02> <0042> endbfchar',
      [
        [1, 'A'],
        [2, 'B'],
      ],
    ],
    [
      'beginbfrange <01> <01> <0041> <0a> <0B> <0042> endbfrange',
      [
        [1, 'A'],
        [10, 'B'],
        [11, 'C'],
      ],
    ],
    ['beginbfrange <09> <08> <0041> endbfrange', []],
    ['<01> <0041>', []],
  ])('says by %j what its codes mean', (cmap, meanings) => {
    const file = fileOf('<< /Subtype /Type0 /ToUnicode 2 0 R >>', ['', cmap]);
    expect([...fontCodes(file, FIRST).meanings]).toEqual(meanings);
  });

  test('has no more codes than two bytes, whatever it claims', () => {
    const file = fileOf('<< /ToUnicode 2 0 R >>', ['', 'beginbfrange <0> <ffffffff> <0041> endbfrange']);
    expect(fontCodes(file, FIRST).meanings.size).toBe(0x10000);
  });

  test('is read once', () => {
    const file = fileOf('<< /Subtype /Type1 >>');
    expect(fontCodes(file, FIRST)).toBe(fontCodes(file, FIRST));
  });
});

/** The runs that operators draw in a font of half an em, each letter 5 units wide at a size of 10. */
function drawn(content: string): readonly DrawnRun[] {
  const pen = new TextPen();
  const scanner = new PdfScanner(content);
  const runs: DrawnRun[] = [];
  let operands: PdfValue[] = [];
  for (let item = scanner.next(); item !== undefined; item = scanner.next()) {
    if (!(item instanceof PdfWord)) operands.push(item);
    else {
      runs.push(...pen.apply(item.text, operands, () => NO_FONT));
      operands = [];
    }
  }
  return runs;
}

describe('where text is drawn', () => {
  const round = (value: number) => Math.round(value * 1000) / 1000 + 0;
  const placed = (content: string) =>
    drawn(content).map(({ text, start, end, line }) => [text, round(start), round(end), round(line)]);
  const FONT = '/F 10 Tf';

  test.each<[string, string, readonly (readonly [string, number, number, number])[]]>([
    [
      'one after the other',
      `${FONT} 3 4 Td (ab) Tj (c) Tj`,
      [
        ['ab', 3, 13, 4],
        ['c', 13, 18, 4],
      ],
    ],
    [
      'moved from the line, not from the text',
      `${FONT} 3 4 Td (ab) Tj 1 -2 Td (c) Tj`,
      [
        ['ab', 3, 13, 4],
        ['c', 4, 9, 2],
      ],
    ],
    ['set to a place', `${FONT} 1 1 Td 1 0 0 1 7 8 Tm (a) Tj`, [['a', 7, 12, 8]]],
    ['begun anew', `${FONT} 3 4 Td BT (a) Tj`, [['a', 0, 5, 0]]],
    ['spaced by letters', `${FONT} 2 Tc (ab) Tj`, [['ab', 0, 14, 0]]],
    ['spaced by words', `${FONT} 3 Tw (a b) Tj`, [['a b', 0, 18, 0]]],
    ['spaced by both', `${FONT} 2 Tc 3 Tw (a b) Tj`, [['a b', 0, 24, 0]]],
    [
      'stretched',
      `${FONT} 50 Tz 2 Tc [(ab) -1000 (c)] TJ`,
      [
        ['ab', 0, 7, 0],
        ['c', 12, 15.5, 0],
      ],
    ],
    [
      'kerned',
      `${FONT} [(a) 200 (b) -300 /x (c)] TJ`,
      [
        ['a', 0, 5, 0],
        ['b', 3, 8, 0],
        ['c', 11, 16, 0],
      ],
    ],
    [
      'by a leading',
      `${FONT} 12 TL 5 50 Td (a) Tj T* (b) Tj T* (c) Tj`,
      [
        ['a', 5, 10, 50],
        ['b', 5, 10, 38],
        ['c', 5, 10, 26],
      ],
    ],
    [
      'by a move that sets the leading',
      `${FONT} 0 50 Td 2 -9 TD (a) Tj T* (b) Tj`,
      [
        ['a', 2, 7, 41],
        ['b', 2, 7, 32],
      ],
    ],
    [
      'by the operators of lines',
      `${FONT} 10 TL (a) ' 1 2 (b) "`,
      [
        ['a', 0, 5, -10],
        ['b', 0, 5, -20],
      ],
    ],
    ['on a page that is moved', `${FONT} 2 0 0 3 10 20 cm 1 1 Td (a) Tj`, [['a', 12, 22, 23]]],
    ['moved twice', `${FONT} 1 0 0 1 10 0 cm 2 0 0 2 0 5 cm 1 1 Td (a) Tj`, [['a', 12, 22, 7]]],
    [
      'after a state that was kept',
      `${FONT} q 1 0 0 1 9 0 cm /G 20 Tf (a) Tj Q BT (b) Tj`,
      [
        ['a', 9, 19, 0],
        ['b', 0, 5, 0],
      ],
    ],
    ['after a state that was not kept', `${FONT} Q (a) Tj`, [['a', 0, 5, 0]]],
    ['with words for numbers', `${FONT} /x 4 Td (a) Tj`, [['a', 0, 5, 4]]],
    ['by what is no operator of text', `${FONT} 1 2 re (a) Do`, []],
  ])('%s', (_, content, places) => {
    expect(placed(content)).toEqual(places);
  });

  test.each<[string, number, number, number]>([
    ['1 0 0 1 0 0 Tm', 0, 10, 0],
    ['0 1 -1 0 30 40 Tm', 90, 10, -30],
    ['0 -1 1 0 30 40 Tm', -90, 10, 30],
    ['-1 0 0 -1 30 40 Tm', 180, 10, -40],
    ['2 0 0 3 30 40 Tm', 0, 30, 40],
    ['0.6 0.8 -0.8 0.6 30 40 Tm', 53, 10, 0],
    ['0 0 0 0 30 40 Tm', 0, 10, 0],
  ])('turned by %s', (matrix, angle, size, line) => {
    const [run] = drawn(`/F 10 Tf ${matrix} (a) Tj`);
    expect(run).toMatchObject({ angle, size });
    expect(run?.line).toBeCloseTo(line);
  });

  test('turned, its letters go on in its direction', () => {
    const [run] = drawn('/F 10 Tf 0.6 0.8 -0.8 0.6 30 40 Tm (ab) Tj');
    expect(run?.start).toBeCloseTo(50);
    expect(run?.end).toBeCloseTo(60);
  });

  test('one matrix after another', () => {
    const [run] = drawn('0 2 -3 0 5 7 cm /F 10 Tf 0 1 -1 0 2 4 Tm (a) Tj');
    expect(run).toMatchObject({ angle: 180, size: 20 });
    expect(run?.start).toBeCloseTo(7);
    expect(run?.line).toBeCloseTo(-11);
  });

  test('the states that are kept are not without end', () => {
    const [run] = drawn(`${'q '.repeat(1500)} /F 10 Tf ${'Q '.repeat(1500)} (a) Tj`);
    expect(run?.size).toBe(1);
    expect(drawn('/F -10 Tf (a) Tj')[0]?.size).toBe(10);
  });
});

describe('the text of a page', () => {
  const FONT = '<< /Subtype /Type1 >>';
  const page = (content: string, dictionary = '/Resources << /Font << /F 3 0 R >> >>') => {
    const file = fileOf(
      `<< /Contents 2 0 R ${dictionary} >>`,
      ['', content],
      FONT,
      '<< /Resources << /Font << /F 5 0 R >> >> >>',
      ['/Subtype /Type0 /ToUnicode 6 0 R', ''],
      ['', 'beginbfchar <0001> <0041> endbfchar'],
    );
    return pageTexts(file, file.dictionary(new PdfReference(1)));
  };
  const at = (x: number, y: number, text: string) => `1 0 0 1 ${x} ${y} Tm (${text}) Tj`;
  const set = (...parts: readonly string[]) => page(`/F 10 Tf ${parts.join(' ')}`);

  test.each<[string, readonly string[], string]>([
    ['a word in two pieces', [at(0, 0, 'ab'), at(10, 0, 'c')], 'abc'],
    ['pieces a little apart', [at(0, 0, 'ab'), at(11.7, 0, 'c')], 'abc'],
    ['two words', [at(0, 0, 'ab'), at(12, 0, 'c')], 'ab c'],
    ['two words far apart', [at(0, 0, 'ab'), at(19.5, 0, 'c')], 'ab c'],
    ['two columns', [at(0, 0, 'ab'), at(20.5, 0, 'c')], 'ab\nc'],
    ['pieces that touch', [at(0, 0, 'ab'), at(7.5, 0, 'c')], 'abc'],
    ['one over the other', [at(0, 0, 'ab'), at(6.5, 0, 'c')], 'ab\nc'],
    ['a raised letter', [at(0, 0, 'ab'), at(10, 1.9, 'c')], 'abc'],
    ['a line above', [at(0, 0, 'ab'), at(10, 2.1, 'c')], 'ab\nc'],
    ['a line below', [at(0, 0, 'ab'), at(10, -2.1, 'c')], 'ab\nc'],
    ['raised beside larger type', [at(0, 0, 'ab'), '/F 20 Tf', at(10, 3.5, 'c')], 'abc'],
    ['a gap beside larger type', ['/F 20 Tf', at(0, 0, 'ab'), '/F 10 Tf', at(23, 0, 'c')], 'abc'],
    ['turned letters in its way', [at(0, 0, 'ab'), '0 1 -1 0 0 10 Tm (c) Tj'], 'ab\nc'],
  ])('%s', (_, parts, text) => {
    expect(set(...parts).asDrawn).toBe(text);
  });

  test('is seen in rows, from the top, from left to right', () => {
    expect(set(at(10, 0, 'c'), at(0, 0, 'ab'), at(17, 0, 'd'), at(40, 0, 'e')).asSeen).toEqual(['abc d', 'e']);
    const pieces = [
      at(30, 0, 'low'),
      at(0, 50, 'he'),
      at(100, 50, 'right'),
      at(10, 50.4, 'llo'),
      '0 1 -1 0 9 9 Tm (up) Tj',
    ];
    expect(set(...pieces).asSeen).toEqual(['hello', 'right', 'low', 'up']);
    expect(set(at(0, 0, ''), at(0, 9, 'a'), at(5, 9, '')).asSeen).toEqual(['a']);
  });

  test('and what stands for it', () => {
    const spoken = '/Span << /ActualText (spoken) /E (long) /MCID 3 >>';
    expect(page(`${spoken} BDC /F 10 Tf (a) Tj EMC`).asDrawn).toBe('\nspoken\n\nlong\na');
    expect(page(`${spoken} DP (a) Tj`).asDrawn).toBe('\nspoken\n\nlong\na');
    expect(page(`${spoken} xx (a) Tj /Span /Named BDC`).asDrawn).toBe('a');
  });

  test('in several streams, of which a word ends with its stream', () => {
    const file = fileOf(
      '<< /Contents [2 0 R 3 0 R] /Resources << /Font << /F 4 0 R >> >> >>',
      ['', '/F 10 Tf 1 0 0 1 5 5 Tm (ab) T'],
      ['', 'j (cd) Tj'],
      FONT,
    );
    expect(pageText(file, file.dictionary(new PdfReference(1)))).toBe('cd');
  });

  test('in fonts that come down from the nodes above it', () => {
    expect(page('/F 10 Tf <0001> Tj', '/Parent 4 0 R').asDrawn).toBe('A');
    expect(page('/F 10 Tf <0001> Tj', '/Parent 4 0 R /Resources << >>').asDrawn).toBe('\x00\x01');
    expect(page('/F 10 Tf (a) Tj', '/Parent 1 0 R').asDrawn).toBe('a');
    expect(page('/F 10 Tf <000100020001> Tj', '/Parent 4 0 R').asDrawn).toBe('AA');
    expect(page('(F) 10 Tf (a) Tj').asDrawn).toBe('a');
  });

  test('spaces of words count in fonts of one byte a code alone', () => {
    const wide = page('/F 10 Tf 20 Tw 1 0 0 1 0 0 Tm <000100200001> Tj <0001> Tj', '/Parent 4 0 R');
    expect(wide.asSeen).toEqual(['AAA']);
    const runs = page('/F 10 Tf 20 Tw 1 0 0 1 0 0 Tm <00200001> Tj 1 0 0 1 20 0 Tm <0001> Tj', '/Parent 4 0 R');
    expect(runs.asDrawn).toBe('AA');
  });

  test('of a form, with resources of its own', () => {
    const file = fileOf(
      ['/Subtype /Form /Resources << /Font << /F 3 0 R >> >>', '/F 10 Tf <0001> Tj'],
      'null',
      ['/Subtype /Type0 /ToUnicode 4 0 R', ''],
      ['', 'beginbfchar <0001> <0041> endbfchar'],
    );
    const form = file.get(new PdfReference(1));
    expect(form instanceof PdfStream && formTexts(file, form)).toEqual({ asDrawn: 'A', asSeen: ['A'] });
  });

  test('is read as far as the budget of its file goes', () => {
    const file = fileOf('<< /Contents 2 0 R >>', ['', '(a) Tj (b) Tj']);
    file.budget.items = 2;
    expect(pageText(file, file.dictionary(new PdfReference(1)))).toBe('a');
  });
});
