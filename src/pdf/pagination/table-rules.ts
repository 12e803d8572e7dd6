/** Grounds and rules of a table. */
import type { Vector } from '../engine/node-shapes.js';
import type { Flow } from './flow.js';
import type { Cell, Grid } from './placed-grid.js';

/** pdfmake takes a colour or a function that gives one, and a ground from a cell or from the layout. */
type Painted = {
  hLineColor?: string | ((row: number, node: unknown, column: number) => string);
  vLineColor?: string | ((column: number, node: unknown, row: number) => string);
  fillColor?: string | null | ((row: number, node: unknown, column: number) => string | null);
};

export interface Band {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** The grounds of a row's cells; they are drawn before the content. */
export function groundsOf(grid: Grid, cells: readonly Cell[], band: (cell: Cell) => Band): Vector[] {
  const paint = grid.layout as Painted;
  return cells.flatMap((cell): Vector[] => {
    const own = cell.node.fillColor;
    const color = own ?? paintOf(paint.fillColor, cell.row, grid.node, cell.column);
    if (color === undefined || color === null || color === '') return [];
    const { x, top, bottom } = band(cell);
    const left = grid.edges[cell.column] ?? 0;
    const last = cell.column + cell.columns;
    const right = (grid.edges[last] ?? 0) + grid.layout.vLineWidth(last, grid.node);
    return [{ type: 'rect', x: x + left, y: top, w: right - left, h: bottom - top, lineWidth: 0, color }];
  });
}

/** The left of the table, and the upper side of the rule. */
interface RulePlace {
  readonly x: number;
  readonly y: number;
}

/** Draws the rule above `row` (or below the last), left out where a cell spans it; returns its width. */
export function drawRule(flow: Flow, grid: Grid, row: number, { x, y }: RulePlace): number {
  const width = grid.layout.hLineWidth(row, grid.node);
  if (!width) return 0;
  const spanned = columnsSpannedAt(grid, row);
  const columns = grid.edges.length - 1;
  const color = paintOf((grid.layout as Painted).hLineColor, row, grid.node, 0) ?? 'black';
  for (let from = 0; from < columns; from++) {
    if (spanned.has(from)) continue;
    let to = from + 1;
    while (to < columns && !spanned.has(to)) to++;
    const end = (grid.edges[to] ?? 0) + (to === columns ? grid.layout.vLineWidth(columns, grid.node) : 0);
    line(flow, { x1: x + (grid.edges[from] ?? 0), y1: y + width / 2, x2: x + end, y2: y + width / 2 }, width, color);
    from = to;
  }
  return width;
}

function columnsSpannedAt(grid: Grid, row: number): Set<number> {
  const spanned = new Set<number>();
  const unit = grid.units[row];
  if (unit === undefined || unit.from === row) return spanned;
  for (const cell of grid.rows.slice(unit.from, row).flat()) {
    if (cell.row + cell.rows <= row) continue;
    for (let column = cell.column; column < cell.column + cell.columns; column++) spanned.add(column);
  }
  return spanned;
}

/** The vertical rules at both sides of cells. */
export function drawSides(flow: Flow, grid: Grid, cells: readonly Cell[], band: (cell: Cell) => Band): void {
  const drawn = new Map<number, { top: number; bottom: number }[]>();
  for (const cell of cells) {
    const { x, top, bottom } = band(cell);
    for (const column of [cell.column, cell.column + cell.columns]) {
      const width = grid.layout.vLineWidth(column, grid.node);
      const before = drawn.get(column) ?? [];
      if (!width || before.some((other) => other.top <= top && other.bottom >= bottom)) continue;
      drawn.set(column, [...before, { top, bottom }]);
      const at = x + (grid.edges[column] ?? 0) + width / 2;
      const color = paintOf((grid.layout as Painted).vLineColor, column, grid.node, cell.row) ?? 'black';
      line(flow, { x1: at, y1: top, x2: at, y2: bottom }, width, color);
    }
  }
}

function line(
  flow: Flow,
  ends: { x1: number; y1: number; x2: number; y2: number },
  width: number,
  color: string,
): void {
  flow.addVector({ type: 'line', ...ends, lineWidth: width, lineColor: color }, 0, 0);
}

function paintOf<T>(
  value: T | ((first: number, node: unknown, second: number) => T) | undefined,
  first: number,
  node: unknown,
  second: number,
): T | undefined {
  return typeof value === 'function'
    ? (value as (first: number, node: unknown, second: number) => T)(first, node, second)
    : value;
}
