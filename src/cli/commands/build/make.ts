import type { Briefing, Format } from '../../../briefing/choices.js';
import { type SaidOfDocument, saidOfDocuments } from '../../../briefing/of-documents.js';
import { type Diagnostic, distinct } from '../../../diagnostics/diagnostic.js';
import { type Materials, makeDocument } from '../../../materials/make-document.js';
import type { OpenedBrief } from '../../../materials/open-brief.js';
import type { Workspace } from '../../../workspace/workspace.js';
import { faultDiagnostic } from '../../fault.js';
import { type BuildSettings, briefingChoices } from '../../settings.js';
import { notOurs, type Output, writtenKey } from './overwriting.js';
import { removePictures } from './pictures.js';
import { type Job, overwrites, type PlannedBrief } from './plan.js';

/** A file that was written. */
export interface MadeFile {
  readonly path: string;
  readonly format: Format;
  /** BCP 47. */
  readonly language: string;
  /** Null for a memo. */
  readonly pages: number | null;
  /** The names of the files inside it. */
  readonly attachments: readonly string[];
  /** The pictures that were written beside it. */
  readonly pictures: readonly string[];
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
  const said: SaidOfDocument[] = [];
  for (const job of plan.jobs) {
    const made = await makeJob(job, plan.opened, press).catch((fault: unknown) => ({
      outputs: [],
      diagnostics: [faultDiagnostic(fault, press.workspace, file)],
    }));
    outputs.push(...made.outputs);
    said.push({ name: job.name, diagnostics: made.diagnostics });
  }
  return { file, outputs, diagnostics: distinct([...plan.diagnostics, ...saidOfDocuments(said)]) };
}

type Made = Omit<BriefReport, 'file'>;

async function makeJob(job: Job, opened: OpenedBrief, press: Press): Promise<Made> {
  const { workspace, settings } = press;
  const briefing = await makeDocument(job.loaded, briefingChoices(settings, job.language), opened, press.materials);
  const { diagnostics } = briefing;
  if (!briefing.ok) {
    const leaks = diagnostics.some(({ code }) => code === 'edition-leak');
    const removed = leaks ? job.outputs.flatMap((path) => removeDocument(path, opened, workspace)) : [];
    return { outputs: [], diagnostics: [...diagnostics, ...removed] };
  }
  const outputs = outputsOf(briefing.value, press);
  const refused = refusals(outputs, opened, press);
  if (refused.length > 0) return { outputs: [], diagnostics: [...diagnostics, ...refused] };
  const made = outputs.map((output) => writeDocument(output, { briefing: briefing.value, opened, press }));
  return {
    outputs: made.flatMap((each) => each.outputs),
    diagnostics: [...diagnostics, ...made.flatMap((each) => each.diagnostics)],
  };
}

/** A document, and the pictures that it expects beside it. */
interface Document extends Output {
  readonly format: Format;
  readonly pictures: readonly Output[];
}

function outputsOf(briefing: Briefing, { workspace, settings }: Press): readonly Document[] {
  const { name, pdf, memo, html, txt, pictures } = briefing;
  const at = (file: string) => workspace.resolve(settings.output, file);
  const copies = pictures.map((each): Output => ({ path: at(each.name), format: 'picture', bytes: each.bytes }));
  const contents = { pdf, md: encoded(memo), html: encoded(html), txt: encoded(txt) };
  return settings.formats.flatMap((format) => {
    const bytes = contents[format];
    const beside = format === 'md' ? copies : [];
    return bytes === undefined ? [] : [{ path: at(`${name}.${format}`), format, bytes, pictures: beside }];
  });
}

function encoded(text: string | undefined): Uint8Array | undefined {
  return text === undefined ? undefined : new TextEncoder().encode(text);
}

/** Nothing of a brief is written where one of its files must not be: they belong together. */
function refusals(documents: readonly Document[], opened: OpenedBrief, press: Press): readonly Diagnostic[] {
  const { workspace, force, written } = press;
  const pictures = documents.flatMap((each) => each.pictures);
  const needed = pictures.filter(({ path }) => opened.named.has(path));
  if (needed.length > 0) return needed.map(({ path }) => overwrites(opened, workspace.name(path)));
  return force ? [] : notOurs([...pictures, ...documents], workspace, written);
}

interface Writing {
  readonly briefing: Briefing;
  readonly opened: OpenedBrief;
  readonly press: Press;
}

/** The pictures come before the memo that shows them, and what no memo shows any more goes after it. */
function writeDocument(document: Document, { briefing, opened, press }: Writing): Made {
  const { workspace } = press;
  for (const output of [...document.pictures, document]) {
    const written = workspace.write(output.path, output.bytes);
    if (!written.ok) return { outputs: [], diagnostics: written.diagnostics.map((each) => withWritten(each, press)) };
    press.written.add(writtenKey(output.path, output.bytes));
    press.names.push(workspace.name(output.path));
  }
  const { path, format, bytes } = document;
  const pictures = document.pictures.map((each) => each.path);
  const stale = format === 'md' ? removePictures(path, [...opened.named, ...pictures], workspace) : [];
  const isPdf = format === 'pdf';
  const made: MadeFile = {
    path: workspace.name(path),
    format,
    language: briefing.language,
    bytes: bytes.length,
    pages: isPdf ? briefing.pages : null,
    attachments: isPdf ? briefing.attachments : [],
    pictures: pictures.map((each) => workspace.name(each)),
  };
  return { outputs: [made], diagnostics: stale };
}

function removeDocument(path: string, opened: OpenedBrief, workspace: Workspace): readonly Diagnostic[] {
  return [...workspace.remove(path).diagnostics, ...removePictures(path, [...opened.named], workspace)];
}

/** On a full disk it matters which files are the new ones. */
function withWritten(problem: Diagnostic, { names }: Press): Diagnostic {
  const written = names.length === 0 ? 'Nothing was written before it.' : `Written before it: ${names.join(', ')}.`;
  return { ...problem, hints: [...problem.hints, written] };
}
