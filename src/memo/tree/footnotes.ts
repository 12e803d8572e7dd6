import { letterAt } from '../../document/letters.js';
import { mapBlocks } from '../../document/map.js';
import { joinTexts } from '../../document/texts.js';
import type { Block, Inline, Root } from '../../document/tree.js';
import { walkTree } from '../../document/walk.js';

/** A citation mark stands close to the word before it, in prose written `word [@id]` as well. */
export function tightenCitations(root: Root): Root {
  return { ...root, children: mapBlocks(root.children, { block: tightenBlock }) };
}

function tightenBlock(block: Block): Block[] | undefined {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [{ ...block, children: tighten(block.children) }];
    case 'table':
      return [
        {
          ...block,
          children: block.children.map((row) => ({
            ...row,
            children: row.children.map((cell) => ({ ...cell, children: tighten(cell.children) })),
          })),
        },
      ];
    default:
      return undefined;
  }
}

function tighten(nodes: readonly Inline[]): Inline[] {
  const tight = nodes.map((node, i): Inline => {
    const inside = 'children' in node ? { ...node, children: tighten(node.children) } : node;
    if (inside.type !== 'text' || nodes[i + 1]?.type !== 'citation') return inside;
    return { ...inside, value: inside.value.trimEnd() };
  });
  return joinTexts(tight);
}

/** Footnotes lettered in the order in which they are referred to; in print, numbers are the marks of sources. */
export function letterFootnotes(root: Root): Root {
  const letters = new Map<string, string>();
  walkTree(root.children, (node) => {
    if (node.type === 'footnoteReference' && !letters.has(node.identifier)) {
      letters.set(node.identifier, letterAt(letters.size));
    }
  });
  return renameAll(root, (identifier) => letters.get(identifier) ?? identifier.slice(identifier.indexOf('|') + 1));
}

function renameAll(root: Root, rename: (identifier: string) => string): Root {
  const children = mapBlocks(root.children, {
    inline: (node) =>
      node.type === 'footnoteReference' ? [{ ...node, identifier: rename(node.identifier) }] : undefined,
    block: (node) =>
      node.type === 'footnoteDefinition' ? [{ ...node, identifier: rename(node.identifier) }] : undefined,
  });
  const order = (block: Block) => (block.type === 'footnoteDefinition' ? block.identifier : '');
  const notes = children.filter((block) => block.type === 'footnoteDefinition');
  const rest = children.filter((block) => block.type !== 'footnoteDefinition');
  const sorted = notes.toSorted((a, b) => order(a).length - order(b).length || (order(a) < order(b) ? -1 : 1));
  return { ...root, children: [...rest, ...sorted] };
}
