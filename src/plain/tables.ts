import type { Table } from '../document/tree.js';
import type { PlainContext } from './context.js';
import { inlineText } from './inlines.js';
import { wrapped } from './lines.js';

/** A table as a list: what its first column says, and below it what the others say, each after the name of its column. */
export function tableLines(table: Table, context: PlainContext): string[][] {
  const [head, ...rows] = table.children.map(({ children }) =>
    children.map((cell) => inlineText(cell.children, context).replace(/\n/g, ' ').trim()),
  );
  return rows.map((cells) => rowLines(cells, head ?? [], context.width));
}

function rowLines(cells: readonly string[], names: readonly string[], width: number): string[] {
  const [first = '', ...others] = cells;
  const rest = others.flatMap((value, index) => {
    const name = names[index + 1] ?? '';
    return value === '' ? [] : wrapped(name === '' ? value : `${name}: ${value}`, width, { first: '  ', rest: '    ' });
  });
  const label = names[0] ?? '';
  const title = first === '' ? label : first;
  return [...wrapped(title, width, { first: '* ', rest: '  ' }), ...rest];
}
