import { describe, expect, it } from 'vitest';
import { WHOLE } from '../../../src/pdf/pagination/flow.js';
import { isUndivided, textStart } from '../../../src/pdf/pagination/text-flow.js';
import { FIRST, namesOn, newPaginator, para } from './plain-pages.js';

/** How many lines of the last paragraph are on each page. */
const split = (before: number, lines: number, divided: readonly number[] = [], height = 100) =>
  namesOn({ stack: [para('a', before), para('b', lines, {}, divided)] }, height).map(
    (page) => page.split(' ').filter((name) => name.startsWith('b')).length,
  );

describe('a paragraph over pages', () => {
  it.each<[string, Parameters<typeof split>, readonly number[]]>([
    ['fills a page', [0, 10], [10]],
    ['takes two of its lines along', [0, 11], [9, 2]],
    ['goes on', [0, 12], [10, 2]],
    ['goes on and on', [0, 31], [10, 10, 9, 2]],
    ['leaves two lines at the foot', [8, 4], [2, 2]],
    ['leaves as many as there is room for', [5, 8], [5, 3]],
    ['leaves two lines for the head', [5, 6], [4, 2]],
    ['leaves no single line at the foot', [9, 4], [0, 4]],
    ['of three lines is not broken', [8, 3], [0, 3]],
    ['of two lines is not broken', [9, 2], [0, 2]],
    ['of one line needs its room', [10, 1], [0, 1]],
    ['stays where all of it fits', [7, 3], [3]],
    ['does not end a page with half a word', [5, 8, [4]], [4, 4]],
    ['does not end it with two lines of which the second does', [8, 8, [1]], [0, 8]],
    ['does so where no line of the page ends with a word', [0, 14, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]], [10, 4]],
    ['takes a line on pages of one line', [0, 3, [], 10], [1, 1, 1]],
    ['takes a line on pages of less than one', [0, 3, [], 5], [1, 1, 1]],
    ['may go on with a single line', [0, 5, [], 25], [2, 1, 2]],
    ['fits where rounding is all that is missing', [0, 10, [], 99.995], [10]],
    ['does not fit where more is missing', [0, 10, [], 99.98], [8, 2]],
  ])('%s', (_what, given, expected) => {
    expect(split(...given)).toEqual(expected);
  });
});

describe('the beginning of a paragraph', () => {
  const paragraph = (count: number, divided: readonly number[] = []) =>
    newPaginator().paragraph(para('a', count, {}, divided), 200);

  it.each<[number, readonly number[], number, boolean]>([
    [1, [], 10, true],
    [3, [], 30, true],
    [4, [], 20, false],
    [9, [], 20, false],
    [9, [1], 30, false],
    [9, [1, 2], 40, false],
    [4, [1], 40, true],
    [6, [1, 2, 3], 60, true],
    [0, [], 0, true],
  ])('of %d lines, of which %j end with half a word, is %d points high', (count, divided, start, whole) => {
    expect(textStart(paragraph(count, divided))).toBe(start);
    expect(isUndivided(paragraph(count, divided))).toBe(whole);
  });
});

describe('what must still fit below a paragraph', () => {
  /** How many of its lines go on the page, where so much must fit below. */
  const placed = (before: number, lines: number, after: number, fresh = false) => {
    const area = { ...FIRST, y: before * 10, fresh };
    const { rest } = newPaginator().place(para('a', lines), { area, rest: WHOLE, after });
    return rest === null ? lines : rest.kind === 'lines' ? rest.from : 0;
  };

  it('takes its last two lines along where it does not', () => {
    expect(placed(0, 8, 20)).toBe(8);
    expect(placed(0, 9, 20)).toBe(7);
    expect(placed(1, 8, 20)).toBe(6);
    expect(placed(4, 4, 30)).toBe(2);
    expect(placed(0, 10, 0)).toBe(10);
    expect(placed(0, 9, 10.005)).toBe(9);
  });

  it('takes all of it along where two lines cannot be left', () => {
    expect(placed(7, 3, 20)).toBe(0);
    expect(placed(7, 3, 20, true)).toBe(3);
    expect(placed(8, 2, 10)).toBe(0);
  });
});
