import type { PrintNode } from '../../layout/definition.js';
import type { EngineNode } from '../engine/engine.js';
import { boxNode } from './box.js';
import { blocks, containerElement } from './container.js';
import { contentsNode } from './contents.js';
import type { Conversion, Inherited, Parent } from './conversion.js';
import { commonOf, inherit } from './conversion.js';
import { imageNode, ruleNode, svgNode } from './figure.js';
import { listNode } from './list.js';
import { tableNode } from './table.js';
import { textNode } from './text.js';

/**
 * One node of the definition as pdfmake's nodes, with its structure elements made on the way: so the structure tree is
 * in the definition's order, whatever layout does. `direct` puts a plain paragraph's words straight into `parent`.
 */
export function blockNode(
  node: PrintNode,
  parent: Parent,
  inherited: Inherited,
  conversion: Conversion,
  direct = false,
): EngineNode {
  const owner = node.artifact ? null : parent;
  if ('text' in node) return textNode(node, owner, inherited, conversion, direct);
  if ('stack' in node)
    return container(node, owner, inherited, (p, i) => ({ stack: blocks(node.stack, p, i, conversion) }));
  if ('columns' in node) {
    return container(node, owner, inherited, (p, i) => ({
      columnGap: node.columnGap,
      columns: node.columns.map((column) => ({
        // A picture has a width of its own, which is not its column's.
        stack: [blockNode(column, p, i, conversion)],
        width: column.width,
      })),
    }));
  }
  if ('list' in node) return listNode(node, owner, inherited, conversion);
  if ('table' in node) return tableNode(node, owner, inherited, conversion);
  if ('image' in node) return imageNode(node, owner, inherited, conversion);
  if ('svg' in node) return svgNode(node, owner, inherited, conversion);
  if ('rule' in node) return ruleNode(node);
  if ('contents' in node) return contentsNode(node, owner, inherited, conversion);
  return boxNode(node, owner, inherited, conversion);
}

function container(
  node: PrintNode,
  parent: Parent,
  inherited: Inherited,
  inner: (parent: Parent, inherited: Inherited) => EngineNode,
): EngineNode {
  const element = containerElement(node, parent, inherited);
  return { ...commonOf(node), ...inner(element, inherit(inherited, node)) };
}
