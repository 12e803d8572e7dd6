import { type Diagnostic, distinct } from '../../../diagnostics/diagnostic.js';
import { type Materials, makeDocument } from '../../../materials/make-document.js';
import type { OpenedBrief } from '../../../materials/open-brief.js';
import type { Workspace } from '../../../workspace/workspace.js';
import { faultDiagnostic } from '../../fault.js';
import { type BuildSettings, briefingChoices } from '../../settings.js';
import { notOurs, writtenKey } from './overwriting.js';
import type { Job, PlannedBrief } from './plan.js';

/** A file that was written. */
export interface MadeFile {
  readonly path: string;
  readonly format: 'pdf' | 'md';
  /** BCP 47. */
  readonly language: string;
  /** Null for a memo. */
  readonly pages: number | null;
  /** The names of the files inside it. */
  readonly attachments: readonly string[];
  readonly bytes: number;
}

/** What became of a brief. */
export interface BriefReport {
  readonly file: string;
  readonly outputs: readonly MadeFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Press {
  readonly workspace: Workspace;
  readonly materials: Materials;
  readonly settings: BuildSettings;
  /** Whether files are written over that are not ours. */
  readonly force: boolean;
  /** What this process has written: see `writtenKey`. */
  readonly written: Set<string>;
  /** The files that this build has written so far, as messages name them. */
  readonly names: string[];
}

/**
 * Makes and writes the documents of a brief in every language wanted. A fault of ours in one brief is reported as such
 * and does not stop the others.
 */
export async function makeBrief(plan: PlannedBrief, press: Press): Promise<BriefReport> {
  const { file } = plan.opened;
  const outputs: MadeFile[] = [];
  const diagnostics = [...plan.diagnostics];
  for (const job of plan.jobs) {
    const made = await makeJob(job, plan.opened, press).catch((fault: unknown) => ({
      outputs: [],
      diagnostics: [faultDiagnostic(fault, press.workspace, file)],
    }));
    outputs.push(...made.outputs);
    diagnostics.push(...made.diagnostics);
  }
  return { file, outputs, diagnostics: distinct(diagnostics) };
}

type Made = Omit<BriefReport, 'file'>;

async function makeJob(job: Job, opened: OpenedBrief, press: Press): Promise<Made> {
  const { workspace, settings } = press;
  const briefing = await makeDocument(job.loaded, briefingChoices(settings, job.language), opened, press.materials);
  const diagnostics = [...briefing.diagnostics];
  if (!briefing.ok) {
    const leaks = diagnostics.some(({ code }) => code === 'edition-leak');
    const removed = leaks ? job.outputs.flatMap((path) => workspace.remove(path).diagnostics) : [];
    return { outputs: [], diagnostics: [...diagnostics, ...removed] };
  }
  const { name, language, pages, attachments, pdf, memo } = briefing.value;
  const contents = { pdf, md: memo === undefined ? undefined : new TextEncoder().encode(memo) };
  const outputs = settings.formats.flatMap((format) => {
    const bytes = contents[format];
    return bytes === undefined
      ? []
      : [{ path: workspace.resolve(settings.output, `${name}.${format}`), format, bytes }];
  });
  const refused = press.force ? [] : notOurs(outputs, workspace, press.written);
  if (refused.length > 0) return { outputs: [], diagnostics: [...diagnostics, ...refused] };
  const made: MadeFile[] = [];
  for (const { path, format, bytes } of outputs) {
    const written = workspace.write(path, bytes);
    diagnostics.push(...written.diagnostics.map((each) => withWritten(each, press)));
    if (!written.ok) continue;
    press.written.add(writtenKey(path, bytes));
    press.names.push(workspace.name(path));
    const isPdf = format === 'pdf';
    const file = { path: workspace.name(path), format, language, bytes: bytes.length };
    made.push({ ...file, pages: isPdf ? pages : null, attachments: isPdf ? attachments : [] });
  }
  return { outputs: made, diagnostics };
}

/** Whoever has a full disk wants to know which files are the new ones. */
function withWritten(problem: Diagnostic, { names }: Press): Diagnostic {
  const written = names.length === 0 ? 'Nothing was written before it.' : `Written before it: ${names.join(', ')}.`;
  return { ...problem, hints: [...problem.hints, written] };
}
