import { areJoined, joinTexts } from './texts.js';
import type { Block, Inline, ListItem, Root, TableRow } from './tree.js';

/**
 * What to put in a node's place: any number of nodes, or undefined to keep it. A node is handed over after its
 * children were mapped, and what it is replaced by is not mapped again.
 */
export interface TreeMapping {
  readonly inline?: (node: Inline) => readonly Inline[] | undefined;
  readonly block?: (node: Block) => readonly Block[] | undefined;
  readonly item?: (node: ListItem) => readonly ListItem[] | undefined;
  readonly row?: (node: TableRow) => readonly TableRow[] | undefined;
}

/** A new tree with nodes replaced; adjacent texts are joined. */
export function mapTree(root: Root, mapping: TreeMapping): Root {
  return { ...root, children: mapBlocks(root.children, mapping) };
}

export function mapBlocks(blocks: readonly Block[], mapping: TreeMapping): Block[] {
  return blocks.flatMap((block) => {
    const mapped = mapInside(block, mapping);
    return mapping.block?.(mapped) ?? [mapped];
  });
}

export function mapInlines(inlines: readonly Inline[], mapping: TreeMapping): Inline[] {
  // Most mappings are of blocks alone, and a document is mapped a dozen times.
  if (mapping.inline === undefined && areJoined(inlines)) return [...inlines];
  const mapped = inlines.flatMap((inline) => {
    const inside = 'children' in inline ? { ...inline, children: mapInlines(inline.children, mapping) } : inline;
    return mapping.inline?.(inside) ?? [inside];
  });
  return joinTexts(mapped);
}

function mapInside(block: Block, mapping: TreeMapping): Block {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return { ...block, children: mapInlines(block.children, mapping) };
    case 'blockquote':
    case 'alert':
    case 'footnoteDefinition':
    case 'directive':
      return { ...block, children: mapBlocks(block.children, mapping) };
    case 'figure':
      return {
        ...block,
        ...(block.title && { title: mapInlines(block.title, mapping) }),
        caption: mapInlines(block.caption, mapping),
        children: mapBlocks(block.children, mapping),
      };
    case 'list':
      return { ...block, children: block.children.flatMap((item) => mapItem(item, mapping)) };
    case 'table':
      return { ...block, children: block.children.flatMap((row) => mapRow(row, mapping)) };
    case 'code':
    case 'thematicBreak':
      return block;
  }
}

function mapItem(item: ListItem, mapping: TreeMapping): readonly ListItem[] {
  const mapped = { ...item, children: mapBlocks(item.children, mapping) };
  return mapping.item?.(mapped) ?? [mapped];
}

function mapRow(row: TableRow, mapping: TreeMapping): readonly TableRow[] {
  const children = row.children.map((cell) => ({ ...cell, children: mapInlines(cell.children, mapping) }));
  const mapped = { ...row, children };
  return mapping.row?.(mapped) ?? [mapped];
}
