import type { ListItemNode, PrintDefinition, PrintNode } from '../layout/definition.js';

/** The nodes directly inside a node, in reading order. */
function childrenOf(node: PrintNode): readonly PrintNode[] {
  if ('stack' in node) return node.stack;
  if ('columns' in node) return node.columns;
  if ('list' in node) return node.items.flatMap((item) => item.content);
  if ('table' in node) return node.table.body.flat();
  return 'box' in node ? node.box.content : [];
}

function listItemsOf(node: PrintNode): readonly ListItemNode[] {
  return 'list' in node ? node.items : [];
}

function visit(nodes: readonly PrintNode[], see: (node: PrintNode) => void): void {
  for (const node of nodes) {
    see(node);
    visit(childrenOf(node), see);
  }
}

/** Every `id` that a link can lead to. */
export function destinationsOf(content: readonly PrintNode[]): Set<string> {
  const ids = new Set<string>();
  visit(content, (node) => {
    if (node.id !== undefined) ids.add(node.id);
    for (const item of listItemsOf(node)) if (item.id !== undefined) ids.add(item.id);
  });
  return ids;
}

/** The families that the definition names anywhere. */
export function familiesOf(definition: PrintDefinition): Set<string> {
  const families = new Set<string>(definition.defaultStyle.font ? [definition.defaultStyle.font] : []);
  const name = (style: { readonly font?: string }): void => {
    if (style.font !== undefined) families.add(style.font);
  };
  const { header, footer, watermark } = definition;
  const furniture = [header.first, header.rest, footer.first, footer.rest].filter((node) => node !== null);
  visit([...definition.content, ...furniture], (node) => {
    name(node);
    if ('text' in node && typeof node.text !== 'string') node.text.forEach(name);
    for (const item of listItemsOf(node)) if (item.label) name(item.label);
  });
  if (watermark) name(watermark);
  return families;
}
