/** Reads the kept copy of a source, and sees that it is still the one that was kept. */

import type { FileRead, Snapshot } from '../brief/brief.js';
import { type Diagnostic, error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import { sha256Of } from '../digest/sha256.js';
import { extractText } from './extract/extract.js';
import { KeptText } from './kept-text.js';

/** Reads a file by its path relative to the brief's folder, and none outside it. */
export type ReadFile = (path: string) => FileRead;

/** The text of a kept copy. Diagnostics are about the fields of `field`, the snapshot in the brief. */
export async function readKept(snapshot: Snapshot, field: string, readFile: ReadFile): Promise<Outcome<KeptText>> {
  const bytes = readUnquoted(snapshot, field, readFile);
  if (!bytes.ok) return bytes;
  const extracted = await extractText(bytes.value, snapshot);
  if (extracted.ok) return success(new KeptText(extracted.text));
  return failure([
    error('snapshot-unreadable', `The kept copy ${snapshot.file} ${extracted.reason}.`, {
      at: `${field}.file`,
      hints: [extracted.hint],
    }),
  ]);
}

/** The bytes of a kept copy that nothing is quoted from: nobody needs its text. */
export function readUnquoted(snapshot: Snapshot, field: string, readFile: ReadFile): Outcome<Uint8Array> {
  const read = readFile(snapshot.file);
  if (!read.ok) return failure([unread(read.reason, snapshot.file, `${field}.file`)]);
  const hash = sha256Of(read.bytes);
  if (hash === snapshot.sha256.toLowerCase()) return success(read.bytes);
  return failure([changed(snapshot.file, hash, `${field}.sha256`)]);
}

function unread(reason: Extract<FileRead, { ok: false }>['reason'], file: string, field: string): Diagnostic {
  switch (reason) {
    case 'missing':
      return error('snapshot-missing', `The kept copy ${file} is not there.`, {
        at: field,
        hints: ['Paths begin at the folder of the brief; `briefpress snapshot add` copies a file to where it belongs.'],
      });
    case 'outside':
      return error('file-outside-folder', `The kept copy ${file} is not inside the folder of the brief.`, {
        at: field,
        hints: ['Copy it next to the brief: `briefpress snapshot add` does.'],
      });
    case 'unreadable':
    case 'too-large':
      return error(
        'snapshot-unreadable',
        `The kept copy ${file} ${reason === 'too-large' ? 'is larger than 20 MB' : 'cannot be read'}.`,
        {
          at: field,
          hints: [
            reason === 'too-large' ? 'Keep the part that you read.' : 'Name a file, and see that you may read it.',
          ],
        },
      );
  }
}

function changed(file: string, hash: string, field: string): Diagnostic {
  return error('snapshot-hash', `The kept copy ${file} is not the one that was kept: its SHA-256 is now ${hash}.`, {
    at: field,
    hints: ['Put the copy back as it was. If the new one is meant, read it, then `briefpress snapshot add` it again.'],
  });
}
