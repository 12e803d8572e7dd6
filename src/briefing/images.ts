import { type Diagnostic, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';
import { type FileRead, type Unread, unreadFile } from '../diagnostics/unread.js';
import type { Root } from '../document/tree.js';
import { type AnyNode, walkTree } from '../document/walk.js';

/**
 * Reads the pictures of a document: address as written → bytes. They are files in the brief's folder alone, so that a
 * document never depends on the network and a brief from elsewhere cannot fetch anything.
 *
 * @param originals the addresses in the whole brief of pictures that an edition has under another name
 */
export function readImages(
  root: Root,
  readFile: (path: string) => FileRead,
  originals: ReadonlyMap<string, string> = new Map(),
): Outcome<ReadonlyMap<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>();
  const problems = new Map<string, Diagnostic>();
  walkTree(root.children, (node, ancestors) => {
    if (node.type !== 'image' || images.has(node.url) || problems.has(node.url)) return;
    const address = originals.get(node.url) ?? node.url;
    const read = readFile(originals.get(node.url) ?? pathOf(node.url));
    if (read.ok) images.set(node.url, read.bytes);
    else problems.set(node.url, imageProblem(address, read, fieldOf([node, ...ancestors.toReversed()])));
  });
  return outcomeOf(images, [...problems.values()]);
}

/** The field of the brief that a node comes from: its own, or that of the nearest around it. */
export function fieldOf(nodes: readonly AnyNode[]): string | undefined {
  const found = nodes.find((each) => 'origin' in each && each.origin);
  return found !== undefined && 'origin' in found ? found.origin : undefined;
}

/** Markdown holds addresses, in which a space is `%20`. */
export function pathOf(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function imageProblem(address: string, why: Unread, field: string | undefined): Diagnostic {
  return unreadFile(why, {
    subject: `The picture \`${address}\``,
    path: address,
    at: field,
    codes: { missing: 'image-missing', 'too-large': 'image-too-large' },
    hints: { 'too-large': 'Save it smaller: 300 pixels for an inch of paper are enough.' },
  });
}
