import { keepSnapshot } from '../../../brief/edit.js';
import type { LoadedBrief } from '../../../brief/read.js';
import { type Diagnostic, error, failure, type Outcome, success, wholeFile } from '../../../diagnostics/diagnostic.js';
import { sha256Of } from '../../../digest/sha256.js';
import { extractText, mediaTypeOf } from '../../../evidence/extract/extract.js';
import { openBrief } from '../../../materials/open-brief.js';
import type { Workspace } from '../../../workspace/workspace.js';
import { editBrief } from '../../brief-file.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import { exitCodeOf } from '../../exit-code.js';
import { findSource } from '../../find-source.js';
import type { SnapshotOptions } from '../../options.js';
import { dayOf } from '../../reading.js';
import { report } from '../../report.js';
import { shellWord } from '../../shell-word.js';

/** Bytes of a kept copy, which is what the check of a brief reads too. */
const FILE_LIMIT = 20 * 1024 * 1024;

interface Wanted {
  readonly brief: string;
  readonly source: string;
  readonly file: string;
}

/** `briefpress snapshot add`: copies the file beside the brief, and writes its hash into the brief. */
export async function runSnapshotAdd(
  wanted: Wanted,
  options: SnapshotOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const kept = await keep(wanted, options, context.workspace);
  report(kept.diagnostics, 'pretty', context);
  if (kept.ok)
    context.streams.stdout.write(`Kept ${kept.value}. Next: ${context.program} check ${shellWord(wanted.brief)}\n`);
  return kept.ok ? EXIT.done : exitCodeOf(kept.diagnostics);
}

/** The name of the copy that was kept. */
async function keep(wanted: Wanted, options: SnapshotOptions, workspace: Workspace): Promise<Outcome<string>> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(wanted.file)) return failure([notSaved(wanted)]);
  const { loaded, folder } = openBrief(workspace, wanted.brief);
  if (!loaded.ok) return loaded;
  const found = findSource(loaded.value, wanted.source);
  if (!found.ok) return found;
  const bytes = workspace.read(wanted.file, FILE_LIMIT);
  if (!bytes.ok) return bytes;
  const type = options.mediaType ?? mediaTypeOf(wanted.file);
  const extracted = await extractText(bytes.value, { file: wanted.file, sha256: '', ...(type && { mediaType: type }) });
  if (!extracted.ok) return failure([unreadable(workspace.name(wanted.file), extracted)]);
  const sha256 = sha256Of(bytes.value);
  const file = nameFor(loaded.value, wanted, sha256, (path) => {
    const there = workspace.read(workspace.resolve(folder, path), FILE_LIMIT);
    return there.ok ? sha256Of(there.value) : null;
  });
  const copy = workspace.resolve(folder, file);
  const written = copy === workspace.resolve(wanted.file) ? success(undefined) : workspace.write(copy, bytes.value);
  if (!written.ok) return written;
  const snapshot = {
    file,
    sha256,
    mediaType: type ?? 'text/plain',
    retrievedAt: dayOf(options.today, workspace),
  };
  const edit = keepSnapshot(wanted.source, snapshot);
  const edited = editBrief(
    workspace,
    wanted.brief,
    edit,
    `give the source the field snapshot: ${JSON.stringify(snapshot)}`,
  );
  return edited.ok ? success(workspace.name(copy)) : edited;
}

/**
 * The name of a copy in the brief's folder, after its source. A copy of another source, or a file that was there before,
 * is never written over; the source's own copy is.
 */
function nameFor(
  { brief }: LoadedBrief,
  { source, file }: Wanted,
  sha256: string,
  hashAt: (path: string) => string | null,
): string {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(file)?.[0].toLowerCase() ?? '.txt';
  const stem = `snapshots/${source.replace(/[^A-Za-z0-9._-]/g, '-')}`;
  const plain = `${stem}${ending}`;
  const own = brief.sources.find(({ id }) => id === source)?.snapshot?.file;
  const isOthers = brief.sources.some(({ id, snapshot }) => id !== source && snapshot?.file === plain);
  const there = hashAt(plain);
  const isFree = !isOthers && (own === plain || there === null);
  return isFree || there === sha256 ? plain : `${stem}-${sha256.slice(0, 8)}${ending}`;
}

/** A page on the web is another one tomorrow, and may look different to everyone who opens it: a person saves what they read. */
function notSaved({ brief, source, file }: Wanted): Diagnostic {
  return error('file-not-found', `${file} is an address; expected a file on this computer. Nothing is fetched.`, {
    hints: [
      'Open it in a browser and save the page first (Ctrl+S, or Cmd+S on a Mac), as a single file of HTML, or as a PDF.',
      `Then: briefpress snapshot add ${shellWord(brief)} ${shellWord(source)} SAVED-FILE`,
    ],
  });
}

function unreadable(file: string, { reason, hint }: { readonly reason: string; readonly hint: string }): Diagnostic {
  return error('snapshot-unreadable', `${file} ${reason}.`, { at: wholeFile(file), hints: [hint] });
}
