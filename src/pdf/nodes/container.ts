import type { NodeCommon, PrintNode, Role } from '../../layout/print-nodes.js';
import type { EngineNode } from '../engine/node-shapes.js';
import type { StructureType } from '../structure/element.js';
import type { Context, Parent } from './conversion.js';
import { langAttribute, newElement } from './conversion.js';

/** Several nodes in order. */
export function blocks(nodes: readonly PrintNode[], context: Context): EngineNode[] {
  return nodes.map((node) => context.conversion.block(node, context));
}

/**
 * The element of a node with others inside: its role; otherwise a Div where a language has to be given; otherwise none.
 */
export function containerElement(node: NodeCommon, { parent, inherited }: Context): Parent {
  const attributes = langAttribute(node, inherited);
  const type = containerType(node.role, parent);
  // Its labels are words, and no numbering is behind them.
  const numbering = type === 'L' ? ({ listNumbering: 'None' } as const) : {};
  if (type !== null) return newElement(type, parent, { ...attributes, ...numbering });
  return attributes.lang === undefined ? parent : newElement('Div', parent, attributes);
}

/**
 * A role that holds text alone, or that is only valid in one place (a list's body, a figure without its alternative
 * text), groups as a Div when a container claims it.
 */
function containerType(role: Role | undefined, parent: Parent): StructureType | null {
  switch (role) {
    case undefined:
      return null;
    case 'Sect':
    case 'Div':
    case 'Part':
    case 'Art':
    case 'BlockQuote':
    case 'Note':
      return role;
    case 'L':
      return 'L';
    case 'LI':
      return parent?.type === 'L' ? 'LI' : 'Div';
    case 'LBody':
      return parent?.type === 'LI' ? 'LBody' : 'Div';
    case 'H1':
    case 'H2':
    case 'H3':
    case 'H4':
    case 'H5':
    case 'H6':
    case 'P':
    case 'Quote':
    case 'Caption':
    case 'Code':
    case 'Figure':
    case 'Lbl':
    case 'Span':
    case 'Reference':
      return 'Div';
  }
}
