import type { TableCellNode } from '../../layout/print-nodes.js';

/** A cell at its place, with spans that stay inside the table and on its side of the head. */
export interface PlacedCell {
  readonly cell: TableCellNode;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
}
export interface CellGrid {
  readonly columns: number;
  readonly headerRows: number;
  readonly rows: readonly (readonly PlacedCell[])[];
}

const FILLER: TableCellNode = { text: '' };

/**
 * Puts the cells of a table on a regular grid, as PDF/UA-1, 7.5 requires: every position is covered by exactly one
 * cell. Positions that a span covers may be left out of the rows (as in HTML) or hold a placeholder (as in pdfmake);
 * a row with one cell for every column has placeholders. Missing cells are filled, and a row that is too long makes the
 * table wider: nothing written is lost.
 */
export function placeCells(body: readonly (readonly TableCellNode[])[], columns: number, headerRows: number): CellGrid {
  const heads = Math.max(0, Math.min(headerRows, body.length));
  const taken: boolean[][] = body.map(() => []);
  const rows = body.map((cells, row) => {
    return placeRow(cells, { row, columns, lastRow: row < heads ? heads : body.length, taken });
  });
  const width = Math.max(columns, ...taken.map((row) => row.length));
  const used = taken.some((row) => row.length > 0) ? width : 0;
  return {
    columns: used,
    headerRows: heads,
    rows: rows.map((placed, row) => fillRow(placed, taken[row] ?? [], used)),
  };
}

/** Where a row is in its table. */
interface RowPlace {
  readonly row: number;
  /** Of the table. */
  readonly columns: number;
  /** A span ends before this row: the end of the head, or of the table. */
  readonly lastRow: number;
  /** By row and column: what is covered already. */
  readonly taken: boolean[][];
}

function placeRow(cells: readonly TableCellNode[], { row, columns, lastRow, taken }: RowPlace): PlacedCell[] {
  const covered = taken[row] ?? [];
  const own = cells.reduce((sum, cell) => sum + span(cell.colSpan), 0);
  const withPlaceholders = cells.length === columns && own + covered.filter(Boolean).length > columns;
  const placed: PlacedCell[] = [];
  let column = 0;
  cells.forEach((cell, index) => {
    if (withPlaceholders) {
      if (covered[index]) return;
      column = index;
    } else while (covered[column]) column++;
    const room = withPlaceholders ? columns - column : Number.POSITIVE_INFINITY;
    const colSpan = freeSpan(covered, column, Math.min(span(cell.colSpan), room));
    const rowSpan = Math.min(span(cell.rowSpan), lastRow - row);
    for (let r = row; r < row + rowSpan; r++) {
      const line = taken[r] ?? [];
      for (let c = column; c < column + colSpan; c++) line[c] = true;
    }
    placed.push({ cell, column, colSpan, rowSpan });
    column += colSpan;
  });
  return placed;
}

/** A span ends before a cell that reaches down from a row above. */
function freeSpan(covered: readonly boolean[], column: number, wanted: number): number {
  let width = 1;
  while (width < wanted && !covered[column + width]) width++;
  return width;
}

function span(value: number | undefined): number {
  return Number.isInteger(value) && value !== undefined && value > 1 ? value : 1;
}

function fillRow(placed: readonly PlacedCell[], covered: readonly boolean[], columns: number): PlacedCell[] {
  const filled = [...placed];
  for (let column = 0; column < columns; column++) {
    if (!covered[column]) filled.push({ cell: FILLER, column, colSpan: 1, rowSpan: 1 });
  }
  return filled.sort((a, b) => a.column - b.column);
}
