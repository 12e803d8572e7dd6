import { describe, expect, test } from 'vitest';
import { rowOf, stretchesOf } from '../../../../src/evidence/extract/pdf/columns.js';
import { furnitureOf } from '../../../../src/evidence/extract/pdf/furniture.js';
import { type Item, type Line, linesOf, textOfLine } from '../../../../src/evidence/extract/pdf/lines.js';
import { aside, BARRIER } from '../../../../src/evidence/structure.js';

const item = (text: string, more: Partial<Item> = {}): Item => ({
  text,
  x: 70,
  y: 600,
  width: 5 * text.length,
  size: 10,
  endsLine: false,
  isArtifact: false,
  ...more,
});

const line = (text: string, y: number, more: Partial<Line> = {}): Line => ({
  segments: [{ text, left: 70, right: 70 + 5 * text.length }],
  y,
  size: 10,
  isArtifact: false,
  ...more,
});

/** The words of the lines that may be left out, page by page. */
const furniture = (...pages: readonly (readonly Line[])[]) =>
  furnitureOf(pages).map((found) => [...found].map(textOfLine));

describe('the lines of a page', () => {
  test('end where the file says so, and at its end', () => {
    const lines = linesOf([item('one'), item('two', { x: 86, endsLine: true }), item('three', { y: 580 })]);
    expect(lines.map(textOfLine)).toEqual(['onetwo', 'three']);
    expect(lines.map(({ y }) => y)).toEqual([600, 580]);
    expect(linesOf([])).toEqual([]);
  });

  test('keep the spaces between their strings, and none at their beginning', () => {
    const words = [item(' ', { size: 0 }), item('one'), item(' ', { size: 0, x: 85 }), item('two', { x: 90 })];
    expect(linesOf(words)).toEqual([line('one two', 600, { segments: [{ text: 'one two', left: 70, right: 105 }] })]);
    expect(linesOf([item(' '), item('', { endsLine: true })])).toEqual([]);
    expect(linesOf([item('unsized', { size: 0 })])).toEqual([]);
  });

  test('have the mark of a note with the spaces around it', () => {
    const words = [item('word'), item(' 2 ', { x: 90, y: 605, size: 6, width: 6 }), item('goes on', { x: 96 })];
    expect(linesOf(words).map(textOfLine)).toEqual([`word${aside(' 2 ')}goes on`]);
  });

  test('have the height of their longest string', () => {
    expect(linesOf([item('a', { size: 30, y: 590 }), item('longer', { x: 80 })])[0]).toMatchObject({
      y: 600,
      size: 10,
    });
    expect(linesOf([item('same', { size: 12 }), item('size', { x: 95 })])[0]?.size).toBe(12);
  });

  test('part where a gap is wider than two letters are high', () => {
    const gap = (x: number) => linesOf([item('ab'), item('cd', { x })])[0]?.segments.map(({ text }) => text);
    expect(gap(100)).toEqual(['abcd']);
    expect(gap(100.5)).toEqual(['ab', 'cd']);
    expect(linesOf([item('ab'), item(' ', { x: 80, width: 100 }), item('cd', { x: 180 })])[0]?.segments).toEqual([
      { text: 'ab ', left: 70, right: 80 },
      { text: 'cd', left: 180, right: 190 },
    ]);
  });

  test('end on the right where their widest string does', () => {
    const strings = [item('a long string', { width: 100 }), item('b', { x: 75 })];
    expect(linesOf(strings)[0]?.segments[0]?.right).toBe(170);
  });

  test('are not part of the text where none of their words is', () => {
    const running = { isArtifact: true };
    expect(linesOf([item('a', running), item(' '), item('b', { ...running, x: 80 })])[0]?.isArtifact).toBe(true);
    expect(linesOf([item('a', running), item('b', { x: 75 })])[0]?.isArtifact).toBe(false);
  });

  test.each([
    ['a small number above the line', { size: 8, y: 602 }, `the delay${aside('2')}`],
    ['one that is not small', { size: 8.5, y: 602 }, 'the delay2'],
    ['one that is not above the line', { size: 8, y: 601.5 }, 'the delay2'],
    ['one below the line', { size: 8, y: 595 }, 'the delay2'],
  ])('may have the mark of a note: %s', (_what, raised, words) => {
    expect(textOfLine(linesOf([item('the delay'), item('2', { x: 115, ...raised })])[0] ?? line('', 0))).toBe(words);
  });

  test('may have powers, and small words above the line', () => {
    const raised = (before: string, text: string) =>
      textOfLine(linesOf([item(before), item(text, { x: 70 + 5 * before.length, size: 7, y: 604 })])[0] ?? line('', 0));
    expect(raised('It is 10', '6')).toBe('It is 10⁶');
    expect(raised('the 21', 'st')).toBe('the 21st');
  });
});

describe('what may be left out between two pages', () => {
  test('is what stands at the same height with the same words, whatever the numbers in them', () => {
    const page = (head: string, y: number, text: string) => [line(head, y), line(text, 700), line(`${text} too`, 680)];
    expect(furniture(page('Report 1', 760, 'One'), page('Report 22', 760, 'Two'))).toEqual([
      ['Report 1'],
      ['Report 22'],
    ]);
    expect(furniture(page('Page iv', 760, 'One'), page('Page v', 763, 'Two'))).toEqual([['Page iv'], ['Page v']]);
    const late = (name: string) => {
      const body = Array.from({ length: 9 }, (_, at) => line(`${name} ${'abcdefghi'[at]}`, 700 - 20 * at));
      return [...body.slice(0, 5), line('Report', 760), ...body.slice(5)];
    };
    expect(furniture(late('One'), late('Two'))).toEqual([['Report'], ['Report']]);
    expect(furniture(page('A  b ', 760, 'One'), page('A b', 757, 'Two'))).toEqual([['A  b '], ['A b']]);
    expect(furniture(page('Report', 760, 'One'), page('Report', 764, 'Two'))).toEqual([[], []]);
    expect(furniture(page('Report', 760, 'One'), page('Reports', 760, 'Two'))).toEqual([[], []]);
  });

  test('is found two pages away, and no further', () => {
    const text = (words: string) => [line(words, 700), line(`${words} too`, 650)];
    const head = line('Head', 760);
    const pages = (apart: number) => [
      [head, ...text('first')],
      ...Array.from({ length: apart - 1 }, (_, i) => text(`within${'x'.repeat(i)}`)),
      [line('Head', 760), ...text('last')],
    ];
    expect(furniture(...pages(2)).flat()).toEqual(['Head', 'Head']);
    expect(furniture(...pages(3)).flat()).toEqual([]);
  });

  test('is among the three lines at the top or at the bottom', () => {
    const page = (words: string, at: number) =>
      Array.from({ length: 8 }, (_, i) => line(i === at ? 'Same' : `${words}${'x'.repeat(i)}`, 700 - 20 * i));
    const found = [0, 1, 2, 3, 4, 5, 6, 7].filter((at) => furniture(page('a', at), page('b', at)).flat().length > 0);
    expect(found).toEqual([0, 1, 2, 5, 6, 7]);
    const turned = (words: string) => page(words, 0).toReversed();
    expect(furniture(turned('a'), turned('b')).flat()).toEqual(['Same', 'Same']);
  });

  test('is not the same line twice on one page', () => {
    expect(furniture([line('Same', 700), line('Same', 701), line('Other', 650)])).toEqual([[]]);
  });

  test('is what the file says is not part of the text', () => {
    expect(furniture([line('Stamp', 400, { isArtifact: true }), line('Text', 300), line('More', 500)])).toEqual([
      ['Stamp'],
    ]);
  });

  test('is what stands in smaller letters below everything else', () => {
    const text = [line('A long line of the text', 700), line('Another line of it', 680)];
    const note = line('1 A note', 100, { size: 9 });
    expect(furniture([...text, note, line('2 Another', 90, { size: 8 })])).toEqual([['2 Another', '1 A note']]);
    expect(furniture([...text, line('Almost as large', 100, { size: 9.3 })])).toEqual([[]]);
    expect(furniture([...text, line('A caption', 690, { size: 8 })])).toEqual([[]]);
    expect(furniture([note, line('Stamp', 50, { isArtifact: true }), ...text])).toEqual([['Stamp', '1 A note']]);
    expect(furniture([line('All of one size', 700, { size: 8 }), line('more', 690, { size: 8.1 })])).toEqual([[]]);
  });

  test('is told by the most common size of letters in the whole file', () => {
    const heading = line('HEADING', 700, { size: 20 });
    expect(furniture([heading, line('Text of the file', 600), line('and more of it', 580)])).toEqual([[]]);
    expect(furniture([heading, line('Text', 600)], [line('A lot of text on the next page', 700)])).toEqual([[], []]);
    expect(furniture([])).toEqual([[]]);
  });
});

describe('lines side by side', () => {
  const row = (left: string, right: string, y: number): Line => ({
    segments: [
      ...(left === '' ? [] : [{ text: left, left: 70, right: 200 }]),
      ...(right === '' ? [] : [{ text: right, left: 320, right: 450 }]),
    ],
    y,
    size: 10,
    isArtifact: false,
  });
  const three = [
    row('one of us', 'two of us', 700),
    row('three of us', 'four of us', 686),
    row('five of us', 'six of us', 672),
  ];
  const kinds = (lines: readonly Line[]) => stretchesOf(lines).map(({ kind }) => kind);

  test('are columns from three rows on', () => {
    expect(stretchesOf(three)).toEqual([
      {
        kind: 'columns',
        columns: [
          ['one of us', 'three of us', 'five of us'],
          ['two of us', 'four of us', 'six of us'],
        ],
      },
    ]);
    expect(kinds(three.slice(1))).toEqual(['line', 'line']);
    expect(stretchesOf([])).toEqual([]);
  });

  test('may be followed and preceded by lines of the whole width', () => {
    const wide: Line = { ...line('as wide as the page', 720), segments: [{ text: 'wide', left: 70, right: 450 }] };
    expect(kinds([wide, ...three, wide])).toEqual(['line', 'columns', 'line']);
    expect(
      kinds([line('Indented elsewhere', 720, { segments: [{ text: 'x', left: 90, right: 100 }] }), ...three]),
    ).toEqual(['line', 'columns']);
  });

  test('may be missing in one of the columns', () => {
    expect(stretchesOf([...three, row('seven of us', '', 658), row('', 'eight of us', 644)])).toEqual([
      {
        kind: 'columns',
        columns: [
          ['one of us', 'three of us', 'five of us', 'seven of us'],
          ['two of us', 'four of us', 'six of us', 'eight of us'],
        ],
      },
    ]);
    expect(
      kinds([three[0] ?? row('', '', 0), row('a b c', '', 1), row('d e f', '', 2), three[1] ?? row('', '', 0)]),
    ).toEqual(['line', 'line', 'line', 'line']);
  });

  test('may begin a little beside their column', () => {
    const moved = (by: number) =>
      three.map((each, i) => ({
        ...each,
        segments: each.segments.map((segment) => ({ ...segment, left: segment.left + (i === 1 ? by : 0) })),
      }));
    expect(kinds(moved(9))).toEqual(['columns']);
    expect(kinds(moved(-9))).toEqual(['columns']);
    expect(kinds(moved(10))).toEqual(['line', 'line', 'line']);
  });

  test('are cells of a table where they have few words', () => {
    const cells = (left: string, right: string) => [1, 2, 3].map((y) => row(left, right, y));
    expect(kinds(cells('one two three', 'one two three'))).toEqual(['columns']);
    expect(kinds(cells('one two', 'one two three'))).toEqual(['line', 'line', 'line']);
    expect(kinds(cells('one two three', '1 500 20'))).toEqual(['line', 'line', 'line']);
  });

  test('are written with a bar between them', () => {
    expect(rowOf(row('one', 'two', 0))).toBe(`one${BARRIER}two`);
    expect(textOfLine(row('one', 'two', 0))).toBe('one two');
  });
});
