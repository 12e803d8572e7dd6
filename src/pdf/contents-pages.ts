import type { ContentsEntry, ListItemNode, PrintNode } from '../layout/print-nodes.js';

/** The nodes directly inside a node, in reading order. */
export function childrenOf(node: PrintNode): readonly PrintNode[] {
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

/** The entries of all tables of contents. */
export function contentsEntriesOf(content: readonly PrintNode[]): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  visit(content, (node) => {
    if ('contents' in node) entries.push(...node.contents.entries);
  });
  return entries;
}

/** The names of all places whose page is printed, but for those of a table of contents. */
export function placesWithPages(content: readonly PrintNode[]): string[] {
  const names: string[] = [];
  visit(content, (node) => {
    if (!('text' in node) || typeof node.text === 'string') return;
    for (const { pagesOf = [] } of node.text) names.push(...pagesOf);
  });
  return names;
}

const FAMILY = /font-family\s*[=:]\s*["']?([^"';>]+)/g;

/** The families that drawings name. */
export function drawnFamilies(content: readonly PrintNode[]): Set<string> {
  const families = new Set<string>();
  visit(content, (node) => {
    if (!('svg' in node)) return;
    for (const [, list = ''] of node.svg.matchAll(FAMILY)) {
      for (const family of list.split(',')) families.add(family.trim());
    }
  });
  return families;
}
