import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Side, sidesOf } from '../../src/imposition/sheet-order.js';

const booklet = (pages: number, isRightToLeft = false) => sidesOf(pages, { as: 'booklet', isRightToLeft });

/** Folds sheets as a person does, and reads the pages from the first to the last. */
function leafedThrough(sides: readonly Side[], isRightToLeft: boolean): readonly (number | null)[] {
  const sheets = Array.from({ length: sides.length / 2 }, (_, at) => [sides[2 * at], sides[2 * at + 1]] as const);
  const [before, after] = isRightToLeft ? ([1, 0] as const) : ([0, 1] as const);
  const opened = sheets.flatMap(([front, back]) => [front?.[after] ?? null, back?.[before] ?? null]);
  const closed = sheets.toReversed().flatMap(([front, back]) => [back?.[after] ?? null, front?.[before] ?? null]);
  return [...opened, ...closed];
}

describe('the sides of sheets', () => {
  test('of a booklet', () => {
    expect(booklet(8)).toEqual([
      [7, 0],
      [1, 6],
      [5, 2],
      [3, 4],
    ]);
    expect(booklet(6)).toEqual([
      [null, 0],
      [1, null],
      [5, 2],
      [3, 4],
    ]);
    expect(booklet(1)).toEqual([
      [null, 0],
      [null, null],
    ]);
    expect(booklet(4, true)).toEqual([
      [0, 3],
      [2, 1],
    ]);
  });

  test('with two pages on each', () => {
    expect(sidesOf(3, { as: '2-up', isRightToLeft: false })).toEqual([
      [0, 1],
      [2, null],
    ]);
    expect(sidesOf(2, { as: '2-up', isRightToLeft: true })).toEqual([[1, 0]]);
  });

  test('give the pages in order when the booklet is folded, each once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.boolean(), (pages, isRightToLeft) => {
        const read = leafedThrough(booklet(pages, isRightToLeft), isRightToLeft);
        expect(read.filter((each) => each !== null)).toEqual(Array.from({ length: pages }, (_, at) => at));
        expect(read.slice(pages).every((each) => each === null)).toBe(true);
      }),
    );
  });
});
