/** Columns beside each other, each broken over pages for itself. */
import type { EngineNode } from '../engine/node-shapes.js';
import { type Flow, type Placed, type Placement, type Rest, WHOLE } from './flow.js';
import { columnWidths } from './widths.js';

interface Column {
  readonly node: EngineNode;
  /** From the left of the group. */
  readonly x: number;
  readonly width: number;
}

function columnsOf(node: EngineNode, width: number): Column[] {
  const nodes = node.columns ?? [];
  const gap = node._gap ?? 0;
  const widths = columnWidths(nodes, width - gap * Math.max(0, nodes.length - 1));
  let x = 0;
  return nodes.map((column, index) => {
    const at = x;
    x += (widths[index] ?? 0) + gap;
    return { node: column, x: at, width: widths[index] ?? 0 };
  });
}

export function columnsHeight(flow: Flow, node: EngineNode, width: number): number {
  return Math.max(0, ...columnsOf(node, width).map((column) => flow.height(column.node, column.width)));
}

export function columnsStart(flow: Flow, node: EngineNode, width: number, full: number): number {
  return Math.max(0, ...columnsOf(node, width).map((column) => flow.start(column.node, column.width, full)));
}

export function placeColumns(flow: Flow, node: EngineNode, { area, rest }: Placement): Placed {
  let y = area.y;
  const before = rest.kind === 'columns' ? rest.inner : [];
  const inner = columnsOf(node, area.width).map((column, index): Rest | null => {
    const begun = rest.kind === 'columns' ? (before[index] ?? null) : WHOLE;
    if (begun === null) return null;
    const placed = flow.place(column.node, {
      area: { ...area, x: area.x + column.x, width: column.width },
      rest: begun,
      after: 0,
    });
    y = Math.max(y, placed.y);
    return placed.rest;
  });
  if (inner.every((column) => column === null)) return { y, rest: null };
  const untouched = rest.kind === 'whole' && inner.every((column) => column?.kind === 'whole');
  return { y, rest: untouched ? WHOLE : { kind: 'columns', inner } };
}
