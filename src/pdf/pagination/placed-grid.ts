/** The geometry of a table: where its columns, cells and rows are. */
import type { ColumnMeasure, EngineNode, EngineTable, EngineTableLayout } from '../engine/node-shapes.js';
import type { Flow } from './flow.js';
import { columnWidths } from './widths.js';

export interface Cell {
  readonly node: EngineNode;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

/** Rows that a row span ties together, or a single row. */
export interface Unit {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly height: number;
}

export interface Grid {
  readonly node: EngineNode;
  readonly layout: EngineTableLayout;
  readonly width: number;
  /** The left side of each column's rule, and of the one after the last column, from the left of the table. */
  readonly edges: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  /** Heights with padding, without rules. */
  readonly rowHeights: readonly number[];
  /** The unit of every row. */
  readonly units: readonly Unit[];
  readonly headerRows: number;
  readonly headerHeight: number;
  readonly height: number;
  /** A single cell is a box around its content: it may be broken anywhere, a row of a table only where it must. */
  readonly isBox: boolean;
}

export function gridOf(flow: Flow, node: EngineNode, width: number): Grid {
  const table = node.table;
  const layout = node._layout;
  if (table === undefined || layout === undefined) throw new Error('a table that was not measured');
  const edges = edgesOf(node, table, layout, width);
  const rows = cellsOf(table);
  const grid = { node, layout, width, edges, rows };
  const rowHeights = heightsOf(flow, grid);
  const rule = (row: number): number => layout.hLineWidth(row, node);
  const sumOf = (from: number, to: number): number => {
    let total = 0;
    for (let row = from; row < to; row++) total += rule(row) + (rowHeights[row] ?? 0);
    return total;
  };
  const headerRows = Math.min(table.headerRows || 0, rows.length);
  const units = unitsOf(rows, headerRows).flatMap(([from, to]) => {
    const unit = { from, to, height: sumOf(from, to) };
    return Array.from({ length: to - from }, () => unit);
  });
  return {
    ...grid,
    rowHeights,
    units,
    headerRows,
    headerHeight: headerRows === 0 ? 0 : sumOf(0, headerRows),
    height: sumOf(0, rows.length) + rule(rows.length),
    isBox: rows.length === 1 && rows[0]?.length === 1,
  };
}

function edgesOf(node: EngineNode, table: EngineTable, layout: EngineTableLayout, width: number): number[] {
  const count = table.widths.length;
  let extra = layout.vLineWidth(count, node);
  for (let column = 0; column < count; column++) {
    extra += layout.vLineWidth(column, node) + layout.paddingLeft(column, node) + layout.paddingRight(column, node);
  }
  const inner = columnWidths(table.widths as readonly ColumnMeasure[], width - extra);
  const edges = [0];
  let x = 0;
  for (let column = 0; column < count; column++) {
    x += layout.vLineWidth(column, node) + layout.paddingLeft(column, node);
    x += (inner[column] ?? 0) + layout.paddingRight(column, node);
    edges.push(x);
  }
  return edges;
}

function cellsOf(table: EngineTable): Cell[][] {
  return table.body.map((row, rowIndex) =>
    row.flatMap((node, column) =>
      node._span === true
        ? []
        : [
            {
              node,
              row: rowIndex,
              column,
              columns: Math.min(node.colSpan ?? 1, row.length - column),
              rows: Math.min(node.rowSpan ?? 1, table.body.length - rowIndex),
            },
          ],
    ),
  );
}

/** The header is one unit, rows tied by a span are one, every other row is one. */
function unitsOf(rows: readonly (readonly Cell[])[], headerRows: number): [number, number][] {
  const units: [number, number][] = [];
  let from = 0;
  let to = Math.max(1, headerRows);
  for (let row = 0; row < rows.length; row++) {
    for (const cell of rows[row] ?? []) to = Math.max(to, row + cell.rows);
    if (row + 1 >= to) {
      units.push([from, row + 1]);
      from = row + 1;
      to = row + 2;
    }
  }
  return units;
}

type Bare = Pick<Grid, 'node' | 'layout' | 'width' | 'edges' | 'rows'>;

/** The left side of a cell's content from the left of the table, and its width. */
export function contentBox(grid: Bare, cell: Cell): { x: number; width: number } {
  const { layout, node, edges } = grid;
  const last = cell.column + cell.columns - 1;
  const left = (edges[cell.column] ?? 0) + layout.vLineWidth(cell.column, node) + layout.paddingLeft(cell.column, node);
  const right = (edges[last + 1] ?? 0) - layout.paddingRight(last, node);
  return { x: left, width: Math.max(0, right - left) };
}

export function paddingOf(grid: Bare, row: number): { top: number; bottom: number } {
  return { top: grid.layout.paddingTop(row, grid.node), bottom: grid.layout.paddingBottom(row, grid.node) };
}

/** Every row as high as its highest cell; a spanning cell that needs more stretches its last row. */
function heightsOf(flow: Flow, grid: Bare): number[] {
  const heights = grid.rows.map((cells, row) => {
    const { top, bottom } = paddingOf(grid, row);
    const content = cells.filter((cell) => cell.rows === 1).map((cell) => cellHeight(flow, grid, cell));
    return top + Math.max(0, ...content) + bottom;
  });
  for (const cell of grid.rows.flat()) {
    if (cell.rows === 1) continue;
    const end = cell.row + cell.rows;
    let room = 0;
    for (let row = cell.row; row < end; row++) {
      room += (heights[row] ?? 0) + (row > cell.row ? grid.layout.hLineWidth(row, grid.node) : 0);
    }
    const need = paddingOf(grid, cell.row).top + cellHeight(flow, grid, cell) + paddingOf(grid, end - 1).bottom;
    if (need > room) heights[end - 1] = (heights[end - 1] ?? 0) + need - room;
  }
  return heights;
}

function cellHeight(flow: Flow, grid: Bare, cell: Cell): number {
  return flow.height(cell.node, contentBox(grid, cell).width);
}

/** Space for the beginning of a row that is taller than a page. */
export function tornStart(flow: Flow, grid: Grid, row: number, full: number): number {
  const { top, bottom } = paddingOf(grid, row);
  const starts = (grid.rows[row] ?? []).map((cell) => flow.start(cell.node, contentBox(grid, cell).width, full));
  return grid.layout.hLineWidth(row, grid.node) + top + Math.max(0, ...starts) + bottom;
}
