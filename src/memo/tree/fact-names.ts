/** Facts bear names, so that judgements can lead to what they rest on. */
import type { Block, Inline, ListItem, Root, TableRow } from '../../document/tree.js';
import { walkTree } from '../../document/walk.js';
import type { Edition } from '../../edition/edition.js';
import { itemName } from '../words/mentioned.js';

/**
 * Names the first words of every fact, wherever a template prints it: text knows the field it comes from. One that has
 * changed has its name already, from its mark.
 */
export function withFactNames(root: Root, edition: Edition): Root {
  const wanted = new Map(edition.keyFacts.map(({ number, text }) => [text.path, itemName(number, 'keyFacts')]));
  walkTree([root], (node) => {
    if (node.type !== 'span' || node.id === undefined) return;
    for (const [path, name] of wanted) if (name === node.id) wanted.delete(path);
  });
  if (wanted.size === 0) return root;
  const namer = new Namer(wanted);
  return { ...root, children: namer.blocks(root.children) };
}

class Namer {
  constructor(private readonly wanted: Map<string, string>) {}

  blocks(blocks: readonly Block[], origin?: string): Block[] {
    return blocks.map((block) => this.block(block, block.origin ?? origin));
  }

  private block(block: Block, origin: string | undefined): Block {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return { ...block, children: this.line(block.children, origin) };
      case 'blockquote':
      case 'alert':
      case 'directive':
        return { ...block, children: this.blocks(block.children, origin) };
      case 'list':
        return { ...block, children: block.children.map((item) => this.item(item, origin)) };
      case 'table':
        return { ...block, children: block.children.map((row) => this.row(row, origin)) };
      case 'footnoteDefinition':
      case 'figure':
      case 'code':
      case 'thematicBreak':
        return block;
    }
  }

  private item(item: ListItem, origin: string | undefined): ListItem {
    return { ...item, children: this.blocks(item.children, item.origin ?? origin) };
  }

  private row(row: TableRow, origin: string | undefined): TableRow {
    const cells = row.children.map((cell) => ({
      ...cell,
      children: this.line(cell.children, cell.origin ?? row.origin ?? origin),
    }));
    return { ...row, children: cells };
  }

  private line(inlines: readonly Inline[], origin: string | undefined): Inline[] {
    return inlines.map((inline) => {
      const own = inline.origin ?? origin;
      const name = own === undefined ? undefined : this.wanted.get(own);
      if (own !== undefined && name !== undefined) {
        this.wanted.delete(own);
        return { type: 'span', id: name, children: [inline] };
      }
      return 'children' in inline ? { ...inline, children: this.line(inline.children, own) } : inline;
    });
  }
}
