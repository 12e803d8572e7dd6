import type { PrintDefinition } from '../../src/layout/definition.js';
import type { ListItemNode, PrintNode, TableCellNode } from '../../src/layout/print-nodes.js';

/**
 * A definition with `share` of the space between its blocks and in its tables; type and lines stay. Space stands below a
 * block alone, so the bottom margins are all there is of it; header and footer keep theirs.
 */
export function withSpace(definition: PrintDefinition, share: number): PrintDefinition {
  return share === 1 ? definition : { ...definition, content: definition.content.map((node) => spaced(node, share)) };
}

function spaced<Node extends PrintNode | TableCellNode>(node: Node, share: number): Node {
  return { ...below(node, share), ...inner(node, share) };
}

function below<Node extends PrintNode | ListItemNode>(node: Node, share: number): Node {
  const { margin } = node;
  if (margin === undefined || margin[3] <= 0) return node;
  return { ...node, margin: [margin[0], margin[1], margin[2], scaled(margin[3], share)] };
}

function inner(node: PrintNode, share: number): object {
  const all = (nodes: readonly PrintNode[]) => nodes.map((each) => spaced(each, share));
  if ('stack' in node) return { stack: all(node.stack) };
  if ('columns' in node) return { columns: node.columns.map((column) => spaced(column, share)) };
  if ('list' in node) {
    return { items: node.items.map((item) => ({ ...below(item, share), content: all(item.content) })) };
  }
  if ('table' in node) {
    const [left, top, right, bottom] = node.rules.padding;
    const body = node.table.body.map((row) => row.map((cell) => spaced(cell, share)));
    const padding = [left, scaled(top, share), right, scaled(bottom, share)] as const;
    return { table: { ...node.table, body }, rules: { ...node.rules, padding } };
  }
  if ('box' in node) return { box: { ...node.box, content: all(node.box.content) } };
  return {};
}

function scaled(points: number, share: number): number {
  return Math.round(points * share * 1000) / 1000;
}
