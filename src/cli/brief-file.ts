import { error, failure, type Outcome, wholeFile } from '../diagnostics/diagnostic.js';
import { decodeText, MAX_BYTES } from '../syntax/decode.js';
import type { Edit } from '../syntax/edit.js';
import { formatOf } from '../syntax/format.js';

import type { Workspace } from '../workspace/workspace.js';

/**
 * Changes the file of a brief in one place and writes it whole or not at all. `byHand` says what a person has to do where
 * the file is written in a way that cannot be cut safely.
 */
export function editBrief(workspace: Workspace, path: string, edit: Edit, byHand: string): Outcome<void> {
  const bytes = workspace.read(path, MAX_BYTES);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, workspace.name(path));
  if (!text.ok) return text;
  const changed = edit(text.value, formatOf(path));
  if (changed === null) return failure([tooIntricate(workspace.name(path), byHand)]);
  const [first, second, third] = bytes.value;
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  return workspace.write(path, hasMark ? `\uFEFF${changed}` : changed);
}

function tooIntricate(file: string, byHand: string) {
  return error(
    'file-unwritable',
    `${file} is written in a way that cannot be changed without changing more than is meant; it is as it was.`,
    { at: wholeFile(file), hints: [`Change it by hand: ${byHand}`] },
  );
}
