import { HeadingNames } from '../../document/headings.js';
import { mapBlocks } from '../../document/map.js';
import type { Block, FootnoteDefinition, Heading, Inline, Root } from '../../document/tree.js';
import { walkTree } from '../../document/walk.js';

/**
 * The notes that writers put into their prose, with the letters that they have on the page, under a heading of their
 * own. As footnotes of GitHub they would be counted with the sources, and take their numbers.
 * @param root with its footnotes lettered; notes that nothing refers to are left out, as on the page
 */
export function proseNotes(root: Root, title: string): Root {
  const referred = new Set<string>();
  walkTree(root.children, (node) => {
    if (node.type === 'footnoteReference') referred.add(node.identifier);
  });
  const body = root.children.filter(({ type }) => type !== 'footnoteDefinition');
  const notes = root.children.filter((block) => block.type === 'footnoteDefinition');
  const printed = notes.filter(({ identifier }) => referred.has(identifier));
  if (printed.length === 0) return { ...root, children: body };
  const heading: Heading = { type: 'heading', depth: 2, children: [{ type: 'text', value: title }] };
  const url = `#${nameAfter(body, heading)}`;
  const inline = (node: Inline) => (node.type === 'footnoteReference' ? reference(node.identifier, url) : undefined);
  return { ...root, children: mapBlocks([...body, heading, ...printed.flatMap(written)], { inline }) };
}

/** What GitHub calls a heading that comes after all others. */
function nameAfter(body: readonly Block[], heading: Heading): string {
  const names = new HeadingNames();
  walkTree(body, (node) => {
    if (node.type === 'heading') names.next(node);
  });
  return names.next(heading);
}

/** `word (a)` */
function reference(letter: string, url: string): Inline[] {
  const link: Inline = { type: 'link', url, title: null, children: [{ type: 'text', value: letter }] };
  return [{ type: 'text', value: ' (' }, link, { type: 'text', value: ')' }];
}

function written({ identifier, children, ...note }: FootnoteDefinition): Block[] {
  const letter: Inline = { type: 'strong', children: [{ type: 'text', value: `${identifier}.` }] };
  const [first, ...rest] = children.map((block) =>
    note.origin === undefined ? block : { origin: note.origin, ...block },
  );
  if (first?.type !== 'paragraph') {
    return [{ type: 'paragraph', children: [letter] }, ...(first === undefined ? [] : [first]), ...rest];
  }
  return [{ ...first, children: [letter, { type: 'text', value: ' ' }, ...first.children] }, ...rest];
}
