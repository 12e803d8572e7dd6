import { findSource } from '../../../brief/find-source.js';
import { type Diagnostic, error, failure, type Outcome, success } from '../../../diagnostics/diagnostic.js';
import { COPY_LIMIT, keepCopy } from '../../../materials/keep-copy.js';
import { openBrief } from '../../../materials/open-brief.js';
import type { Workspace } from '../../../workspace/workspace.js';
import { editBrief } from '../../brief-file.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import { exitCodeOf } from '../../exit-code.js';
import type { SnapshotOptions } from '../../options.js';
import { dayOf } from '../../reading.js';
import { report } from '../../report.js';
import { shellWord } from '../../shell-word.js';

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
  const { brief, source, file } = wanted;
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(file)) return failure([notSaved(wanted)]);
  const opened = openBrief(workspace, brief);
  if (!opened.loaded.ok) return opened.loaded;
  const found = findSource(opened.loaded.value, source);
  if (!found.ok) return found;
  const bytes = workspace.read(file, COPY_LIMIT);
  if (!bytes.ok) return bytes;
  const read = {
    source,
    file,
    path: workspace.resolve(file),
    bytes: bytes.value,
    retrievedAt: dayOf(options.today, workspace),
  };
  const { mediaType } = options;
  const kept = await keepCopy(workspace, opened, opened.loaded.value, { ...read, ...(mediaType && { mediaType }) });
  if (!kept.ok) return kept;
  const { copy, snapshot, edit } = kept.value;
  const byHand = `give the source the field snapshot: ${JSON.stringify(snapshot)}`;
  const edited = editBrief(workspace, brief, edit, byHand);
  return edited.ok ? success(workspace.name(copy)) : edited;
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
