import type { FileRead } from '../brief/read.js';
import { onlyCaseDiffers } from '../brief/referenced-files.js';
import { type Diagnostic, error, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';

import type { Root } from '../document/tree.js';
import { walkTree } from '../document/walk.js';

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
    const field = [node, ...ancestors.toReversed()].find((each) => 'origin' in each && each.origin);
    if (read.ok) images.set(node.url, read.bytes);
    else problems.set(node.url, imageProblem(address, read, field && 'origin' in field ? field.origin : undefined));
  });
  return outcomeOf(images, [...problems.values()]);
}

/** Markdown holds addresses, in which a space is `%20`. */
function pathOf(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

type Unread = Exclude<FileRead, { ok: true }>;
type Reason = Unread['reason'];

const REASONS = {
  missing: ['image-missing', 'is not there', 'Its path is relative to the folder of the brief.'],
  outside: [
    'file-outside-folder',
    'is not in the folder of the brief',
    'Save the picture beside the brief, and give its path from there.',
  ],
  unreadable: ['file-unreadable', 'cannot be read', 'It must be a file that you may read.'],
  'too-large': ['image-too-large', 'is too large', 'Save it smaller: 300 pixels for an inch of paper are enough.'],
} as const satisfies Record<Reason, readonly [string, string, string]>;

function imageProblem(address: string, { reason, otherCase }: Unread, field: string | undefined): Diagnostic {
  const [code, what, hint] = REASONS[reason];
  const message = `The picture \`${address}\` ${what}.`;
  return error(code, message, { at: field, hints: [otherCase === undefined ? hint : onlyCaseDiffers(otherCase)] });
}
