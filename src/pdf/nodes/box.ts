import type { BoxNode } from '../../layout/print-nodes.js';
import type { EngineNode, EngineTableLayout } from '../engine/node-shapes.js';
import { blocks, containerElement } from './container.js';
import type { Context } from './conversion.js';
import { commonOf, contextWithin } from './conversion.js';

/** A box is a table of one cell for pdfmake, which draws its ground and lines on every page the box reaches. */
export function boxNode(node: BoxNode, context: Context): EngineNode {
  const inside = contextWithin(node, containerElement(node, context), context);
  const cell: EngineNode = { stack: blocks(node.box.content, inside) };
  if (node.box.fill !== null) cell.fillColor = node.box.fill;
  return {
    ...commonOf(node),
    table: { widths: ['*'], headerRows: 0, body: [[cell]] },
    layout: boxLayout(node.box),
  };
}

function boxLayout(box: BoxNode['box']): EngineTableLayout {
  const { bar, border } = box;
  const [left, top, right, bottom] = box.padding;
  const line = border?.width ?? 0;
  const color = border?.color ?? '#000000';
  return {
    hLineWidth: () => line,
    vLineWidth: (column) => (column === 0 && bar !== null ? bar.width : line),
    hLineColor: () => color,
    vLineColor: (column) => (column === 0 && bar !== null ? bar.color : color),
    paddingLeft: () => left,
    paddingRight: () => right,
    paddingTop: () => top,
    paddingBottom: () => bottom,
    hLineWhenBroken: false,
  };
}
