import { describe, expect, it } from 'vitest';
import type { Vector } from '../../../src/pdf/engine/node-shapes.js';
import type { Flow } from '../../../src/pdf/pagination/flow.js';
import type { Cell, Grid } from '../../../src/pdf/pagination/placed-grid.js';
import { drawRule, drawSides, groundsOf } from '../../../src/pdf/pagination/table-rules.js';

const cell = (row: number, column: number, more: object = {}): Cell =>
  ({ row, column, rows: 1, columns: 1, node: {}, ...more }) as Cell;

/** Three columns of 50 points, rules of one point, and rows 20 points high. */
function gridOf(rows: readonly (readonly Cell[])[], layout: object = {}, units?: Grid['units']): Grid {
  return {
    node: {},
    layout: { hLineWidth: () => 1, vLineWidth: () => 1, ...layout },
    edges: [0, 50, 100, 150],
    rows,
    units: units ?? rows.map((_, row) => ({ from: row, to: row + 1, height: 20 })),
  } as unknown as Grid;
}

function drawn(draw: (flow: Flow) => void): Vector[] {
  const vectors: Vector[] = [];
  draw({ addVector: (vector: Vector) => vectors.push(vector) } as unknown as Flow);
  return vectors;
}

const ends = ({ x1, y1, x2, y2 }: Vector) => [x1, y1, x2, y2];
const ROWS = [
  [cell(0, 0), cell(0, 1), cell(0, 2)],
  [cell(1, 0), cell(1, 1), cell(1, 2)],
];

describe('the rule above a row', () => {
  it('goes over all columns, and over the rule at their right', () => {
    const vectors = drawn((flow) => expect(drawRule(flow, gridOf(ROWS), 0, { x: 10, y: 100 })).toBe(1));
    expect(vectors.map(ends)).toEqual([[10, 100.5, 161, 100.5]]);
    expect(vectors[0]).toMatchObject({ type: 'line', lineWidth: 1, lineColor: 'black' });
  });

  it('has the colour of the layout, or the one that it gives for the row', () => {
    const colourOf = (hLineColor: unknown) =>
      drawn((flow) => drawRule(flow, gridOf(ROWS, { hLineColor }), 1, { x: 0, y: 0 }))[0]?.lineColor;
    expect(colourOf('#123456')).toBe('#123456');
    expect(colourOf((row: number, _node: unknown, column: number) => `#${row}${column}`)).toBe('#10');
  });

  it('of no width is not drawn', () => {
    const grid = gridOf(ROWS, { hLineWidth: () => 0 });
    expect(drawn((flow) => expect(drawRule(flow, grid, 0, { x: 0, y: 0 })).toBe(0))).toEqual([]);
  });

  it('is left out where a cell spans it, on either side or in the middle', () => {
    const tied = [
      { from: 0, to: 2, height: 40 },
      { from: 0, to: 2, height: 40 },
    ];
    const across = (spanning: number, columns = 1) => {
      const first = [0, 1, 2].map((column) => cell(0, column, column === spanning ? { rows: 2, columns } : {}));
      const grid = gridOf([first, []], {}, tied);
      return drawn((flow) => drawRule(flow, grid, 1, { x: 0, y: 0 })).map(({ x1, x2 }) => [x1, x2]);
    };
    expect(across(0)).toEqual([[50, 151]]);
    expect(across(1)).toEqual([
      [0, 50],
      [100, 151],
    ]);
    expect(across(2)).toEqual([[0, 100]]);
    expect(across(0, 2)).toEqual([[100, 151]]);
  });

  it('is whole above the rows that a cell spans, and below them', () => {
    const tied = [
      { from: 0, to: 2, height: 40 },
      { from: 0, to: 2, height: 40 },
    ];
    const grid = gridOf([[cell(0, 0, { rows: 2 }), cell(0, 1), cell(0, 2)], []], {}, tied);
    for (const row of [0, 2])
      expect(drawn((flow) => drawRule(flow, grid, row, { x: 0, y: 0 })).map(({ x1, x2 }) => [x1, x2])).toEqual([
        [0, 151],
      ]);
  });
});

describe('the rules at the sides of cells', () => {
  const band = ({ row }: Cell) => ({ x: 10, top: row * 20, bottom: row * 20 + 20 });

  it('stand on both sides, once between two cells of a row', () => {
    const vectors = drawn((flow) => drawSides(flow, gridOf(ROWS), ROWS[0] ?? [], band));
    expect(vectors.map(ends)).toEqual([
      [10.5, 0, 10.5, 20],
      [60.5, 0, 60.5, 20],
      [110.5, 0, 110.5, 20],
      [160.5, 0, 160.5, 20],
    ]);
  });

  it('are drawn row by row, and not again beside a cell that was higher', () => {
    const vectors = drawn((flow) => drawSides(flow, gridOf(ROWS), ROWS.flat(), band));
    expect(vectors).toHaveLength(8);
    const high = cell(0, 0, { rows: 2 });
    const bandOf = (each: Cell) => ({ x: 0, top: each.row * 20, bottom: (each.row + each.rows) * 20 });
    const beside = drawn((flow) => drawSides(flow, gridOf(ROWS), [high, cell(0, 1), cell(1, 1)], bandOf));
    expect(beside.filter(({ x1 }) => x1 === 50.5).map(ends)).toEqual([[50.5, 0, 50.5, 40]]);
    expect(beside.filter(({ x1 }) => x1 === 100.5)).toHaveLength(2);
  });

  it('are left out where the layout has none, and have its colours', () => {
    const layout = {
      vLineWidth: (column: number) => (column === 1 ? 0 : 2),
      vLineColor: (column: number, _node: unknown, row: number) => `#${column}${row}`,
    };
    const vectors = drawn((flow) => drawSides(flow, gridOf(ROWS, layout), [cell(1, 0), cell(1, 1)], band));
    expect(vectors.map(({ x1, lineWidth, lineColor }) => [x1, lineWidth, lineColor])).toEqual([
      [11, 2, '#01'],
      [111, 2, '#21'],
    ]);
  });
});

describe('the grounds of cells', () => {
  const band = () => ({ x: 10, top: 5, bottom: 25 });
  const grounds = (cells: Cell[], layout: object = {}) => groundsOf(gridOf([cells], layout), cells, band);

  it('reach from rule to rule', () => {
    expect(grounds([cell(0, 1, { columns: 2, node: { fillColor: '#eee' } })])).toEqual([
      { type: 'rect', x: 60, y: 5, w: 101, h: 20, lineWidth: 0, color: '#eee' },
    ]);
  });

  it('are those of the cell, else of the layout', () => {
    const fillColor = (row: number, _node: unknown, column: number) => (column === 0 ? `#${row}` : null);
    const colours = (cells: Cell[], layout: object) => grounds(cells, layout).map(({ color }) => color);
    expect(colours([cell(3, 0), cell(3, 1)], { fillColor })).toEqual(['#3']);
    expect(colours([cell(3, 0, { node: { fillColor: '#own' } }), cell(3, 1)], { fillColor: '#all' })).toEqual([
      '#own',
      '#all',
    ]);
  });

  it('are not drawn where there is no colour', () => {
    expect(grounds([cell(0, 0), cell(0, 1, { node: { fillColor: '' } })])).toEqual([]);
  });
});
