import { describe, expect, it } from 'vitest';
import type { EngineNode } from '../../../src/pdf/engine/node-shapes.js';
import { contentBox, type Grid, gridOf, tornStart } from '../../../src/pdf/pagination/placed-grid.js';
import { newPaginator, para, tableOf } from './plain-pages.js';

const grid = (...given: Parameters<typeof tableOf>): Grid => gridOf(newPaginator(), tableOf(...given), 200);
const one = (name: string, more: Partial<EngineNode> = {}) => para(name, 1, more);
/** From and to of the unit of every row. */
const units = (table: Grid) => table.units.map(({ from, to }) => [from, to]);

describe('the columns of a table', () => {
  it('have their width, their padding and the rule at their left', () => {
    const table = grid([[one('a'), one('b')]], { rule: 1, padding: 2, width: 50 });
    expect(table.edges).toEqual([0, 55, 110]);
    const [first, second] = table.rows[0] ?? [];
    expect(first && contentBox(table, first)).toEqual({ x: 3, width: 50 });
    expect(second && contentBox(table, second)).toEqual({ x: 58, width: 50 });
  });

  it('are made narrower where rules and padding leave too little', () => {
    expect(grid([[one('a'), one('b')]], { rule: 1, padding: 2, width: 120 }).edges).toEqual([0, 99.5, 199]);
  });

  it('that a cell spans are its own, with what is between them', () => {
    const table = grid([[one('a', { colSpan: 2 }), null, one('b')]], { rule: 1, padding: 2, width: 30 });
    const [wide, last] = table.rows[0] ?? [];
    expect(wide).toMatchObject({ column: 0, columns: 2, rows: 1, row: 0 });
    expect(wide && contentBox(table, wide)).toEqual({ x: 3, width: 65 });
    expect(last).toMatchObject({ column: 2, columns: 1 });
    expect(grid([[one('a'), one('b', { colSpan: 5 })]]).rows[0]?.[1]).toMatchObject({ columns: 1 });
  });

  it('too narrow for their padding have no room', () => {
    const table = grid([[one('a')]], { padding: 150, width: 50 });
    expect(contentBox(table, table.rows[0]?.[0] as never).width).toBe(0);
  });
});

describe('the rows of a table', () => {
  it('are as high as their highest cell, with padding', () => {
    const table = grid(
      [
        [para('a', 2), one('b')],
        [one('c'), para('d', 3)],
      ],
      { rule: 1, padding: 2 },
    );
    expect(table.rowHeights).toEqual([24, 34]);
    expect(table.height).toBe(61);
    expect(table.units.map(({ height }) => height)).toEqual([25, 35]);
  });

  it('that a cell spans are stretched at the last where it needs more', () => {
    const rows = (lines: number) => [
      [para('a', lines, { rowSpan: 2 }), one('b')],
      [null, one('c')],
    ];
    expect(grid(rows(2), { rule: 1, padding: 2 }).rowHeights).toEqual([14, 14]);
    expect(grid(rows(3), { rule: 1, padding: 2 }).rowHeights).toEqual([14, 19]);
    expect(grid(rows(3), { rule: 1, padding: 2 }).height).toBe(36);
  });

  it('are tied by a span, and each is a unit otherwise', () => {
    const tied = [
      [one('a', { rowSpan: 2 }), one('b')],
      [null, one('c')],
      [one('d'), one('e')],
    ];
    expect(units(grid(tied))).toEqual([
      [0, 2],
      [0, 2],
      [2, 3],
    ]);
    const chained = [
      [one('a'), one('b', { rowSpan: 2 })],
      [one('c', { rowSpan: 2 }), null],
      [null, one('d')],
      [one('e'), one('f')],
    ];
    expect(units(grid(chained))).toEqual([
      [0, 3],
      [0, 3],
      [0, 3],
      [3, 4],
    ]);
    expect(units(grid([[one('a', { rowSpan: 9 })], [null]]))).toEqual([
      [0, 2],
      [0, 2],
    ]);
    expect(grid(tied, { rule: 1 }).units.map(({ height }) => height)).toEqual([22, 22, 11]);
  });

  it('of the header are one unit', () => {
    const rows = [[one('a')], [one('b')], [one('c')]];
    expect(units(grid(rows, { headerRows: 2 }))).toEqual([
      [0, 2],
      [0, 2],
      [2, 3],
    ]);
    expect(grid(rows, { headerRows: 2, rule: 1 })).toMatchObject({ headerRows: 2, headerHeight: 22, height: 34 });
    expect(grid(rows, { headerRows: 9 }).headerRows).toBe(3);
    expect(grid(rows)).toMatchObject({ headerRows: 0, headerHeight: 0 });
  });

  it('are a box where there is one cell', () => {
    expect(grid([[one('a')]]).isBox).toBe(true);
    expect(grid([[one('a'), one('b')]]).isBox).toBe(false);
    expect(grid([[one('a')], [one('b')]]).isBox).toBe(false);
  });

  it('that are torn need their rule, their padding and the beginning of every cell', () => {
    const paginator = newPaginator();
    const table = gridOf(
      paginator,
      tableOf(
        [
          [para('a', 9), para('b', 3)],
          [one('c'), one('d')],
        ],
        { rule: 1, padding: 2 },
      ),
      200,
    );
    expect(tornStart(paginator, table, 0, 100)).toBe(35);
    expect(tornStart(paginator, table, 1, 100)).toBe(15);
    expect(tornStart(paginator, table, 7, 100)).toBe(5);
  });
});

it('a table that was not measured is a fault of ours', () => {
  expect(() => gridOf(newPaginator(), {}, 200)).toThrow('a table that was not measured');
  expect(() => gridOf(newPaginator(), { ...tableOf([[one('a')]]), _layout: undefined } as never, 200)).toThrow();
});
