import type { TableNode, TableRules } from '../../layout/print-nodes.js';
import type { EngineNode, EngineTableLayout } from '../engine/node-shapes.js';
import { shareOf } from '../pagination/space.js';
import { containerElement } from './container.js';
import type { Context } from './conversion.js';
import { commonOf, contextWithin, langAttribute, newElement } from './conversion.js';
import { lessReady } from './readiness.js';
import type { CellGrid, PlacedCell } from './table-grid.js';
import { placeCells } from './table-grid.js';

/** A table, as data or as a grid for layout only. A table without cells is left out. */
export function tableNode(node: TableNode, context: Context): EngineNode {
  const grid = placeCells(node.table.body, node.table.widths.length, node.table.headerRows);
  if (grid.columns === 0 || grid.rows.length === 0) return { ...commonOf(node), stack: [] };
  const rows = node.presentation ? presentationRows(node, grid, context) : dataRows(node, grid, context);
  const body = rows.map((row) => Array.from({ length: grid.columns }, (_, column) => row.get(column) ?? { text: '' }));
  const widths = Array.from({ length: grid.columns }, (_, column) => node.table.widths[column] ?? '*');
  return {
    ...commonOf(node),
    table: { widths, headerRows: grid.headerRows, body },
    layout: tableLayout(node.rules, grid.rows.length, grid.columns, grid.headerRows),
  };
}

type EngineRow = Map<number, EngineNode>;

function presentationRows(node: TableNode, grid: CellGrid, context: Context): EngineRow[] {
  const inside = contextWithin(node, containerElement(node, context), context);
  const { conversion } = context;
  return grid.rows.map((row) => new Map(row.map((at) => [at.column, cellNode(at, conversion.block(at.cell, inside))])));
}

function dataRows(node: TableNode, grid: CellGrid, context: Context): EngineRow[] {
  const { parent, inherited } = context;
  const table = newElement('Table', parent, { ...langAttribute(node, inherited), summary: node.summary });
  // A THead without a TBody is invalid: rows that are all heads are a body of heads.
  const hasBody = grid.rows.length > grid.headerRows;
  const head = grid.headerRows > 0 && hasBody ? newElement('THead', table) : null;
  const body = newElement('TBody', table);
  return grid.rows.map((row, index) => {
    const heads = index < grid.headerRows;
    const line = newElement('TR', heads && hasBody ? head : body);
    return new Map(row.map((at) => [at.column, dataCell(at, heads, contextWithin(node, line, context))]));
  });
}

function dataCell(at: PlacedCell, headsColumn: boolean, row: Context): EngineNode {
  const { inherited, conversion } = row;
  // A corner without words heads nothing.
  const heads = (headsColumn && !isBlank(at.cell)) || at.cell.scope !== undefined;
  const element = newElement(heads ? 'TH' : 'TD', row.parent, {
    scope: heads ? (at.cell.scope ?? 'Column') : undefined,
    colSpan: at.colSpan,
    rowSpan: at.rowSpan,
  });
  const ready = heads ? lessReady(inherited.ready, 'if-too-wide') : inherited.ready;
  const inside: Context = { parent: element, inherited: { ...inherited, ready }, conversion };
  return cellNode(at, conversion.block(at.cell, inside, true));
}

function isBlank(cell: PlacedCell['cell']): boolean {
  return 'text' in cell && cell.text === '';
}

function cellNode(at: PlacedCell, node: EngineNode): EngineNode {
  if (at.colSpan > 1) node.colSpan = at.colSpan;
  if (at.rowSpan > 1) node.rowSpan = at.rowSpan;
  if (at.cell.fillColor !== undefined) node.fillColor = at.cell.fillColor;
  return node;
}

function tableLayout(rules: TableRules, rows: number, columns: number, headerRows: number): EngineTableLayout {
  const [left, top, right, bottom] = rules.padding;
  const spacing = { share: 1 };
  return {
    hLineWidth: (row) => {
      if (row === 0) return rules.top;
      if (row === rows) return rules.bottom;
      return row === headerRows ? rules.head : rules.between;
    },
    vLineWidth: (column) => {
      if (column === 0) return rules.left;
      return column === columns ? rules.right : rules.inner;
    },
    hLineColor: (row) => (row > 0 && row !== headerRows ? (rules.betweenColor ?? rules.color) : rules.color),
    vLineColor: () => rules.color,
    paddingLeft: () => left,
    paddingRight: () => right,
    paddingTop: () => shareOf(top, spacing.share),
    paddingBottom: () => shareOf(bottom, spacing.share),
    spacing,
  };
}
