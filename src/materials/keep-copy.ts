/** Keeps a copy of what was read, beside the brief. */
import type { LoadedBrief, Snapshot } from '../brief/brief.js';
import { keepSnapshot } from '../brief/edit.js';
import { findSource } from '../brief/find-source.js';
import { type Diagnostic, error, failure, type Outcome, success, wholeFile } from '../diagnostics/diagnostic.js';
import { sha256Of } from '../digest/sha256.js';
import { extractText, mediaTypeOf } from '../evidence/extract/extract.js';
import type { Edit } from '../syntax/edit.js';
import type { Workspace } from '../workspace/workspace.js';
import type { OpenedBrief } from './open-brief.js';

/** Bytes of a kept copy, which is what the check of a brief reads too. */
export const COPY_LIMIT = 20 * 1024 * 1024;

/** What was read: the file whose copy is kept for a source. */
export interface ReadSource {
  readonly source: string;
  /** Its name says what it is, where `mediaType` does not. */
  readonly file: string;
  /** Where it is on the disk, absolute, if it is there: the copy itself may be named. */
  readonly path?: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string | undefined;
  /** YYYY-MM-DD */
  readonly retrievedAt: string;
}

export interface KeptFile {
  /** Absolute. */
  readonly copy: string;
  readonly snapshot: Snapshot;
  /** Writes its hash into the brief. */
  readonly edit: Edit;
}

/** Writes the copy, unless it is the file itself, and says what the brief has to say of it. */
export async function keepCopy(
  workspace: Workspace,
  { folder }: Pick<OpenedBrief, 'folder'>,
  loaded: LoadedBrief,
  read: ReadSource,
): Promise<Outcome<KeptFile>> {
  const { source, file: given, bytes, retrievedAt } = read;
  const found = findSource(loaded, source);
  if (!found.ok) return found;
  const type = read.mediaType ?? mediaTypeOf(given);
  const extracted = await extractText(bytes, { file: given, sha256: '', ...(type && { mediaType: type }) });
  if (!extracted.ok) return failure([unreadable(workspace.name(given), extracted)]);
  const sha256 = sha256Of(bytes);
  const file = nameFor(loaded, read, sha256, (path) => {
    const there = workspace.read(workspace.resolve(folder, path), COPY_LIMIT);
    return there.ok ? sha256Of(there.value) : null;
  });
  const copy = workspace.resolve(folder, file);
  // A copy that no check could read is not kept; and nothing is written where a link in the folder says.
  const isOutside = [KEPT_IN, file].some((path) => {
    const there = workspace.readWithin(folder, path, COPY_LIMIT);
    return !there.ok && there.reason === 'outside';
  });
  if (isOutside) return failure([leadsOut(workspace.name(copy))]);
  const written = copy === read.path ? success(undefined) : workspace.write(copy, bytes);
  if (!written.ok) return written;
  const snapshot = { file, sha256, mediaType: type ?? 'text/plain', retrievedAt };
  return success({ copy, snapshot, edit: keepSnapshot(source, snapshot) });
}

/** The folder beside the brief. */
const KEPT_IN = 'snapshots';

/**
 * The name of a copy in the brief's folder, after its source. A copy of another source, or a file that was there before,
 * is never written over; the source's own copy is.
 */
function nameFor(
  { brief }: LoadedBrief,
  { source, file }: ReadSource,
  sha256: string,
  hashAt: (path: string) => string | null,
): string {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(file)?.[0].toLowerCase() ?? '.txt';
  const stem = `${KEPT_IN}/${source.replace(/[^A-Za-z0-9._-]/g, '-')}`;
  const plain = `${stem}${ending}`;
  const own = brief.sources.find(({ id }) => id === source)?.snapshot?.file;
  const isOthers = brief.sources.some(({ id, snapshot }) => id !== source && snapshot?.file === plain);
  const there = hashAt(plain);
  const isFree = !isOthers && (own === plain || there === null);
  return isFree || there === sha256 ? plain : `${stem}-${sha256.slice(0, 8)}${ending}`;
}

function unreadable(file: string, { reason, hint }: { readonly reason: string; readonly hint: string }): Diagnostic {
  return error('snapshot-unreadable', `${file} ${reason}.`, { at: wholeFile(file), hints: [hint] });
}

function leadsOut(file: string): Diagnostic {
  return error('file-unwritable', `${file} leads out of the folder of the brief.`, {
    at: wholeFile(file),
    hints: [`Make ${KEPT_IN} a folder of its own beside the brief.`],
  });
}
