import { mapTree } from '../../document/map.js';
import type { Inline, Root } from '../../document/tree.js';

/** A text without the marks of its sources, and without links to places that are in another document. */
export function withoutCitations(root: Root): Root {
  return mapTree(root, { inline: withoutMark });
}

function withoutMark(node: Inline): readonly Inline[] | undefined {
  if (node.type === 'citation') return [];
  return node.type === 'link' && node.url.startsWith('#') ? node.children : undefined;
}
