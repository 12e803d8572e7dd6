import type { Block, Inline, ListItem, Root, TableCell, TableRow } from './tree.js';

/** Every kind of node there is. */
export type AnyNode = Root | Block | Inline | ListItem | TableRow | TableCell;

/** The nodes directly under a node; a leaf has none. */
function childrenOf(node: AnyNode): readonly AnyNode[] {
  if (node.type === 'figure') return [...(node.title ?? []), ...node.caption, ...node.children];
  return 'children' in node ? node.children : [];
}

/** Calls `visit` for every node in reading order, a node before its children; `false` passes over its children. */
export function walkTree(
  nodes: readonly AnyNode[],
  visit: (node: AnyNode, ancestors: readonly AnyNode[]) => unknown,
  ancestors: readonly AnyNode[] = [],
): void {
  for (const node of nodes) {
    if (visit(node, ancestors) === false) continue;
    const children = childrenOf(node);
    // Most nodes are texts, and a document is walked through a dozen times.
    if (children.length > 0) walkTree(children, visit, [...ancestors, node]);
  }
}

/**
 * The text a reader sees, without marks: a break is a line end, blocks and rows stand on lines of their own, cells are
 * parted by tabs. Citations and footnote references are not text; an image is its alternative text.
 */
export function plainText(nodes: readonly AnyNode[]): string {
  let text = '';
  let previous: AnyNode | undefined;
  for (const node of nodes) {
    const part = plainNode(node);
    if (previous !== undefined) text += separator(node);
    text += part;
    previous = node;
  }
  return text;
}

function separator(node: AnyNode): string {
  switch (node.type) {
    case 'tableCell':
      return '\t';
    case 'root':
    case 'heading':
    case 'paragraph':
    case 'blockquote':
    case 'list':
    case 'listItem':
    case 'code':
    case 'thematicBreak':
    case 'table':
    case 'tableRow':
    case 'alert':
    case 'footnoteDefinition':
    case 'directive':
    case 'figure':
      return '\n';
    default:
      return '';
  }
}

function plainNode(node: AnyNode): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
    case 'figure':
      return node.alt;
    case 'footnoteReference':
    case 'citation':
    case 'thematicBreak':
      return '';
    default:
      return plainText(childrenOf(node));
  }
}

/** The addresses of all images, each once, in the order of their first use. */
export function collectImages(root: Root): string[] {
  const urls = new Set<string>();
  walkTree(root.children, (node) => {
    if (node.type === 'image') urls.add(node.url);
  });
  return [...urls];
}
