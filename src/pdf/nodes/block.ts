import type { PrintNode } from '../../layout/print-nodes.js';
import type { EngineNode } from '../engine/node-shapes.js';
import { boxNode } from './box.js';
import { blocks, containerElement } from './container.js';
import { contentsNode } from './contents.js';
import type { Context } from './conversion.js';
import { commonOf, contextWithin } from './conversion.js';
import { captioned, imageNode, isCaptioned, ruleNode, svgNode } from './figure.js';
import { listNode } from './list.js';
import { tableNode } from './table.js';
import { textNode } from './text.js';

/**
 * One node of the definition as pdfmake's nodes, with its structure elements made on the way: so the structure tree is
 * in the definition's order, whatever layout does. `direct` puts a plain paragraph's words straight into the parent's
 * element.
 */
export function blockNode(node: PrintNode, around: Context, direct = false): EngineNode {
  const context: Context = node.artifact ? { ...around, parent: null } : around;
  if ('text' in node) return textNode(node, context, direct);
  if ('stack' in node && isCaptioned(node)) return captioned(node, context);
  if ('stack' in node) return container(node, context, (inside) => ({ stack: blocks(node.stack, inside) }));
  if ('columns' in node) {
    return container(node, context, (inside) => ({
      columnGap: node.columnGap,
      columns: node.columns.map(
        (column): EngineNode => ({
          // A picture has a width of its own, which is not its column's.
          stack: [blockNode(column, inside)],
          width: column.width,
        }),
      ),
    }));
  }
  if ('list' in node) return listNode(node, context);
  if ('table' in node) return tableNode(node, context);
  if ('image' in node) return imageNode(node, context);
  if ('svg' in node) return svgNode(node, context);
  if ('rule' in node) return ruleNode(node);
  if ('contents' in node) return contentsNode(node, context);
  return boxNode(node, context);
}

function container(node: PrintNode, context: Context, inner: (inside: Context) => EngineNode): EngineNode {
  const element = containerElement(node, context);
  return { ...commonOf(node), ...inner(contextWithin(node, element, context)) };
}
