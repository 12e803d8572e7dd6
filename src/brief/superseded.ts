/** The edition that a brief supersedes: read so that what has changed since can be said. */

import { type Diagnostic, error, type Outcome } from '../diagnostics/diagnostic.js';
import { leavesItsFolder } from '../diagnostics/unread.js';
import { sha256Of } from '../digest/sha256.js';
import { formatOf } from '../syntax/format.js';
import type { BriefContext, BriefFile, LoadedBrief } from './brief.js';
import { referencedName, unread } from './referenced-files.js';

type Read = (bytes: Uint8Array, context: BriefContext) => Outcome<LoadedBrief>;

/**
 * Reads the file that `supersedes` names, if it names one. Its hash and its edition must be those that are stated, and it
 * must be a brief without errors. What it itself supersedes is not read: nobody asks what changed before that.
 */
export function readSuperseded(
  { edition = 1, supersedes }: BriefFile,
  context: BriefContext,
  read: Read,
): { readonly superseded: LoadedBrief | null; readonly diagnostics: readonly Diagnostic[] } {
  if (supersedes === undefined) return { superseded: null, diagnostics: [] };
  if (supersedes.edition >= edition) return failed(notOlder(supersedes.edition, edition));
  const { file } = supersedes;
  const stated = context.supersededHash ?? supersedes.sha256?.toLowerCase();
  if (file === undefined || context.isSuperseded === true) return { superseded: null, diagnostics: [] };
  // A path that leaves the folder is reported with all other paths, and not read.
  if (leavesItsFolder(file)) return { superseded: null, diagnostics: [] };
  const bytes = context.readFile(file);
  if (!bytes.ok) return failed(unread(bytes, file, 'supersedes.file'));
  const found = sha256Of(bytes.bytes);
  if (stated !== undefined && stated !== found) return failed(otherHash(file, stated, found));
  const older = read(bytes.bytes, contextOf(file, context));
  if (!older.ok) return failed(invalid(file, older.diagnostics));
  const itsEdition = older.value.brief.edition ?? 1;
  if (itsEdition !== supersedes.edition) return failed(otherEdition(file, itsEdition, supersedes.edition));
  return { superseded: older.value, diagnostics: [] };
}

function failed(diagnostic: Diagnostic) {
  return { superseded: null, diagnostics: [diagnostic] };
}

/** The paths in the older file are relative to its own folder, and stay in the folder of the newer one. */
function contextOf(path: string, context: BriefContext): BriefContext {
  const folder = path.replace(/[^/]*$/, '');
  return {
    file: referencedName(context.file, path),
    format: formatOf(path),
    readFile: (inner) => context.readFile(folder + inner),
    isSuperseded: true,
  };
}

function notOlder(older: number, edition: number): Diagnostic {
  return error(
    'supersedes-edition',
    `\`supersedes.edition\` is ${older}, and this is edition ${edition}; expected an earlier one.`,
    {
      at: 'supersedes.edition',
      hints: [`Give this brief \`edition: ${older + 1}\`, or correct which one it supersedes.`],
    },
  );
}

function otherEdition(file: string, found: number, stated: number): Diagnostic {
  return error('supersedes-edition', `\`supersedes.edition\` is ${stated}, and "${file}" is edition ${found}.`, {
    at: 'supersedes.edition',
    hints: ['Name the file of the edition that this one supersedes, or correct the number.'],
  });
}

function otherHash(file: string, stated: string, found: string): Diagnostic {
  return error(
    'supersedes-hash',
    `The SHA-256 of "${file}" is ${found}, and \`supersedes.sha256\` is ${stated}: the file was changed after it was named here.`,
    {
      at: 'supersedes.sha256',
      hints: ['Put back the file as it was issued; if the change was meant, write the hash anew.'],
    },
  );
}

function invalid(file: string, diagnostics: readonly Diagnostic[]): Diagnostic {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  const where = first?.place === undefined ? '' : ` (line ${first.place.line})`;
  return error(
    'supersedes-invalid',
    `\`supersedes.file\` names "${file}", which has errors${first ? `: ${first.message}${where}` : '.'}`,
    { at: 'supersedes.file', hints: ['`briefpress check` with that file says all that is wrong with it.'] },
  );
}
