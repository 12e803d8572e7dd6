import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnMeasure } from '../../../src/pdf/engine/node-shapes.js';
import { columnWidths } from '../../../src/pdf/pagination/widths.js';

const column = (width: string | number | undefined, min = 0, max = min) =>
  ({ width, _minWidth: min, _maxWidth: max }) as ColumnMeasure;
const widths = (columns: ColumnMeasure[], available: number) =>
  columnWidths(columns, available).map((each) => Math.round(each * 1000) / 1000);

describe('the widths of columns', () => {
  it.each([
    ['fixed and percentage columns have theirs', [column(40), column('25%'), column('*')], [40, 50, 110]],
    ['stars share what is left', [column('*'), column('*'), column(100)], [50, 50, 100]],
    ['a column without a width is a star', [column(undefined), column(150)], [50, 150]],
    ['automatic ones have what their content needs', [column('auto', 10, 60), column('*', 0, 900)], [60, 140]],
    ['a star is no narrower than its longest word', [column('*', 90), column('*', 10), column('*')], [90, 55, 55]],
    ['two stars may be tight, one after the other', [column('*', 120), column('*', 45), column('*')], [120, 45, 35]],
    ['a wish below the longest word does not count', [column('auto', 70, 20), column('*')], [70, 130]],
    [
      'automatic ones give way in proportion to their wishes',
      [column('auto', 20, 120), column('auto', 30, 330)],
      [57.5, 142.5],
    ],
    [
      'stars keep their longest words before automatic ones grow',
      [column('auto', 20, 200), column('*', 100)],
      [100, 100],
    ],
    ['a fixed column narrower than its word stays', [column(30, 80), column('*')], [30, 170]],
    ['what nobody wants is left', [column('auto', 20, 30), column('auto', 10, 10)], [30, 10]],
    ['none are none', [], []],
  ])('%s', (_what, columns, expected) => {
    expect(widths(columns, 200)).toEqual(expected);
  });

  it.each([
    ['fixed ones', [column(300), column(50)], [150, 50]],
    ['fixed ones leave no room for the words of others', [column(180), column('auto', 60)], [140, 60]],
    ['longest words', [column('*', 150), column('auto', 20), column('*', 90)], [90, 20, 90]],
    ['a percentage', [column('80%'), column('60%')], [100, 100]],
  ])('that ask for too much: the widest give way (%s)', (_what, columns, expected) => {
    expect(widths(columns, 200)).toEqual(expected);
  });

  it('never add up to more than there is, and fill it where a star has room', () => {
    const any = fc.record({
      width: fc.constantFrom<string | number>('*', 'auto', '30%', 45, 400),
      _minWidth: fc.integer({ min: 0, max: 150 }),
      _maxWidth: fc.integer({ min: 0, max: 400 }),
    }) as unknown as fc.Arbitrary<ColumnMeasure>;
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 600 }), (columns, room) => {
        const made = columnWidths(columns, room);
        const total = made.reduce((sum, each) => sum + each, 0);
        expect(made.every((each) => each >= 0)).toBe(true);
        expect(total).toBeLessThanOrEqual(room + 0.01);
        if (columns.some(({ width }) => width === '*')) {
          const isTight = columns.some((each, at) => (made[at] ?? 0) < (each._minWidth ?? 0) - 0.01);
          if (!isTight) expect(total).toBeGreaterThan(room - 0.01);
        }
      }),
    );
  });
});
