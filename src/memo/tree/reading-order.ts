import { mapTree } from '../../document/map.js';
import type { Block, Inline, Root } from '../../document/tree.js';

/** Embeddings, overrides and isolates (UAX #9, 2.1–2.4): what is around them is shown in another order than it is read. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text as it is read, whatever its characters want to have it shown as; the page leaves them out too. */
export function inReadingOrder(text: string): string {
  return text.replace(REORDERING, '');
}

/** The tree with every text in the order in which it is read. */
export function withReadingOrder(root: Root): Root {
  return mapTree(root, { inline, block });
}

function inline(node: Inline): readonly Inline[] | undefined {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [{ ...node, value: inReadingOrder(node.value) }];
    case 'image':
      return [{ ...node, alt: inReadingOrder(node.alt) }];
    default:
      return undefined;
  }
}

function block(node: Block): readonly Block[] | undefined {
  if (node.type === 'code') return [{ ...node, value: inReadingOrder(node.value) }];
  if (node.type === 'figure') return [{ ...node, alt: inReadingOrder(node.alt) }];
  return undefined;
}
