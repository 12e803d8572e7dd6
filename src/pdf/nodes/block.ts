import type { NodeCommon, PrintNode, Role } from '../../layout/definition.js';
import type { EngineNode } from '../engine.js';
import type { StructureType } from '../structure/element.js';
import { boxNode } from './box.js';
import type { Conversion, Inherited, Parent } from './conversion.js';
import { commonOf, inherit, langAttribute, newElement } from './conversion.js';
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
  return boxNode(node, owner, inherited, conversion);
}

/** Several nodes in order. */
export function blocks(
  nodes: readonly PrintNode[],
  parent: Parent,
  inherited: Inherited,
  conversion: Conversion,
): EngineNode[] {
  return nodes.map((node) => blockNode(node, parent, inherited, conversion));
}

/** The element of a node with others inside: its role; else a Div where a language has to be said; else none. */
export function containerElement(node: NodeCommon, parent: Parent, inherited: Inherited): Parent {
  const attributes = langAttribute(node, inherited);
  const type = containerType(node.role);
  if (type !== null) return newElement(type, parent, attributes);
  return attributes.lang === undefined ? parent : newElement('Div', parent, attributes);
}

/**
 * A role that holds text alone, or that is only valid in one place (a list's body, a figure without its alternative
 * text), groups as a Div when a container claims it.
 */
function containerType(role: Role | undefined): StructureType | null {
  switch (role) {
    case undefined:
      return null;
    case 'Sect':
    case 'Div':
    case 'Part':
    case 'Art':
    case 'BlockQuote':
    case 'Note':
    case 'Caption':
      return role;
    case 'H1':
    case 'H2':
    case 'H3':
    case 'H4':
    case 'H5':
    case 'H6':
    case 'P':
    case 'Quote':
    case 'Code':
    case 'Figure':
    case 'Lbl':
    case 'LBody':
    case 'Span':
    case 'Reference':
      return 'Div';
  }
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
