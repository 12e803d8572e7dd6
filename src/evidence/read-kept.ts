/** Reads the kept copy of a source, and makes sure that it is still the file that was kept. */

import type { Snapshot } from '../brief/brief.js';
import { type Diagnostic, error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import { type FileRead, type Unread, unreadFile } from '../diagnostics/unread.js';
import { sha256Of } from '../digest/sha256.js';
import { extractText } from './extract/extract.js';
import { KeptText } from './kept-text.js';

/** Reads a file by its path relative to the brief's folder; refuses files outside it. */
export type ReadFile = (path: string) => FileRead;

/** The text of a kept copy. Diagnostics refer to the fields below `field`, the snapshot in the brief. */
export async function readKept(snapshot: Snapshot, field: string, readFile: ReadFile): Promise<Outcome<KeptText>> {
  const bytes = readUnquoted(snapshot, field, readFile);
  if (!bytes.ok) return bytes;
  const extracted = await extractText(bytes.value, snapshot);
  if (extracted.ok) {
    const { text, withUnseen = null, sure } = extracted;
    return success(new KeptText(text, { withUnseen, sure }));
  }
  return failure([
    error('snapshot-unreadable', `The kept copy ${snapshot.file} ${extracted.reason}.`, {
      at: `${field}.file`,
      hints: [extracted.hint],
    }),
  ]);
}

/** The bytes of a kept copy that nothing is quoted from: its text is not needed. */
export function readUnquoted(snapshot: Snapshot, field: string, readFile: ReadFile): Outcome<Uint8Array> {
  const read = readFile(snapshot.file);
  if (!read.ok) return failure([unread(read, snapshot.file, `${field}.file`)]);
  const hash = sha256Of(read.bytes);
  if (hash === snapshot.sha256.toLowerCase()) return success(read.bytes);
  return failure([changed(snapshot.file, hash, `${field}.sha256`)]);
}

function unread(why: Unread, path: string, field: string): Diagnostic {
  return unreadFile(why, {
    subject: `The kept copy ${path}`,
    path,
    at: field,
    codes: { missing: 'snapshot-missing', unreadable: 'snapshot-unreadable', 'too-large': 'snapshot-unreadable' },
    hints: {
      missing:
        'Paths are relative to the folder of the brief; `briefpress snapshot add` copies a file to the right place.',
      outside: 'Copy it there: `briefpress snapshot add` does so.',
      'too-large': 'Keep only the part that you read, at most 20 MB.',
    },
  });
}

function changed(file: string, hash: string, field: string): Diagnostic {
  return error('snapshot-hash', `The kept copy ${file} has changed since it was kept: its SHA-256 is now ${hash}.`, {
    at: field,
    hints: ['Restore the copy as it was. If you mean the new one, read it, then run `briefpress snapshot add` again.'],
  });
}
