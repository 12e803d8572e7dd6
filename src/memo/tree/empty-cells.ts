import { mapBlocks } from '../../document/map.js';
import type { Inline, Root, Table } from '../../document/tree.js';
import { saysSomething } from './columns.js';

const DASH: readonly Inline[] = [{ type: 'span', role: 'absent', children: [{ type: 'text', value: '–' }] }];

/** A dash in every cell that says nothing: whoever sees or hears it knows that nothing has been left out. */
export function withDashes(root: Root): Root {
  return {
    ...root,
    children: mapBlocks(root.children, { block: (node) => (node.type === 'table' ? [dashed(node)] : undefined) }),
  };
}

function dashed(table: Table): Table {
  const [head, ...rows] = table.children;
  if (head === undefined) return table;
  const filled = rows.map((row) => ({
    ...row,
    children: row.children.map((cell) => (saysSomething(cell.children) ? cell : { ...cell, children: DASH })),
  }));
  return { ...table, children: [head, ...filled] };
}
