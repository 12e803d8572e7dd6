/** Tables for the tests of page breaking. */
import type { EngineNode } from '../../../src/pdf/engine/node-shapes.js';
import { text } from './print.js';

interface TableSetting {
  readonly headerRows?: number;
  readonly widths?: (string | number)[];
  readonly padding?: number;
  readonly rule?: number;
}

export function table(rows: (string | EngineNode)[][], setting: TableSetting = {}): EngineNode {
  const { headerRows = 0, padding = 2, rule = 0.5 } = setting;
  const columns = rows[0]?.length ?? 0;
  return {
    table: {
      widths: setting.widths ?? Array.from({ length: columns }, () => '*'),
      headerRows,
      body: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? text(cell) : cell))),
    },
    layout: {
      hLineWidth: () => rule,
      vLineWidth: () => rule,
      hLineColor: () => '#333333',
      vLineColor: () => '#333333',
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => padding,
      paddingBottom: () => padding,
    },
  };
}

/** A box as the document room makes it: a table of one cell. */
export function box(content: EngineNode[], fill = '#eeeeff'): EngineNode {
  const node = table([[{ stack: content, fillColor: fill }]], { rule: 0, padding: 6 });
  return node;
}
