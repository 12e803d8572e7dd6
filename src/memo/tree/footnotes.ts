import { mapBlocks } from '../../document/map.js';
import { joinTexts } from '../../document/texts.js';
import type { Block, Citation, CitationItem, FootnoteDefinition, Inline, Root } from '../../document/tree.js';
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
      letters.set(node.identifier, letterOf(letters.size));
    }
  });
  return renameAll(root, (identifier) => letters.get(identifier) ?? identifier.slice(identifier.indexOf('|') + 1));
}

/** a, b, … z, aa, ab, … */
function letterOf(index: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
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

/**
 * Citations as GitHub's footnotes, one for each source and place in it, numbered with the footnotes of prose in the
 * order in which a reader meets them. `describe` writes a citation out for its note.
 */
export function citationFootnotes(root: Root, describe: (item: CitationItem) => readonly Inline[]): Root {
  const notes = new Map<string, { readonly number: string; readonly item: CitationItem | null }>();
  const numberOf = (key: string, item: CitationItem | null): string => {
    const note = notes.get(key) ?? { number: String(notes.size + 1), item };
    notes.set(key, note);
    return note.number;
  };
  collect(root, numberOf);
  const marked = renameAll(root, (identifier) => numberOf(`note ${identifier}`, null));
  const children = mapBlocks(marked.children, {
    inline: (node) => (node.type === 'citation' ? marks(node, numberOf) : undefined),
  });
  const definitions = [...notes.values()].flatMap(({ number, item }): FootnoteDefinition[] =>
    item === null
      ? []
      : [
          {
            type: 'footnoteDefinition',
            identifier: number,
            children: [{ type: 'paragraph', children: describe(item) }],
          },
        ],
  );
  const own = children.filter((block) => block.type === 'footnoteDefinition');
  const all = [...own, ...definitions].toSorted((a, b) => Number(a.identifier) - Number(b.identifier));
  return { ...root, children: [...children.filter((block) => block.type !== 'footnoteDefinition'), ...all] };
}

function collect(root: Root, numberOf: (key: string, item: CitationItem | null) => string): void {
  walkTree(root.children, (node) => {
    if (node.type === 'footnoteReference') numberOf(`note ${node.identifier}`, null);
    if (node.type === 'citation') for (const item of node.items) numberOf(keyOf(item), item);
  });
}

/** Two marks side by side would read as one number, so a space stands between them. */
function marks(citation: Citation, numberOf: (key: string, item: CitationItem) => string): Inline[] {
  return citation.items.flatMap((item, i): Inline[] => {
    const mark: Inline = { type: 'footnoteReference', identifier: numberOf(keyOf(item), item) };
    return i === 0 ? [mark] : [{ type: 'text', value: ' ' }, mark];
  });
}

function keyOf({ source, locator }: CitationItem): string {
  return `source ${JSON.stringify([source, locator])}`;
}
