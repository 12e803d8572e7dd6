import type { Briefing, Format } from '../../../briefing/choices.js';
import { type SaidOfDocument, saidOfDocuments } from '../../../briefing/of-documents.js';
import { type Diagnostic, distinct, type Outcome, success } from '../../../diagnostics/diagnostic.js';
import { type Materials, makeDocument } from '../../../materials/make-document.js';
import type { OpenedBrief } from '../../../materials/open-brief.js';
import type { Workspace } from '../../../workspace/workspace.js';
import { faultDiagnostic } from '../../fault.js';
import { type BuildSettings, briefingChoices } from '../../settings.js';
import { outdated } from './beside.js';
import { notOurs, type Output, writtenKey } from './overwriting.js';
import { removePictures } from './pictures.js';
import { type Job, overwrites, type PlannedBrief, sheetsEnding } from './plan.js';
import { hasLeak, withdraw } from './withdraw.js';

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
  /** The file with its pages on sheets, for paper alone. */
  readonly sheets?: string;
  readonly bytes: number;
}

/** What became of a brief. */
export interface BriefReport {
  readonly file: string;
  readonly outputs: readonly MadeFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** It was made before, and making it again would change nothing. */
  readonly isUnchanged?: true;
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
  /** Told of each file that was written: its path, and its `writtenKey`. */
  readonly note?: (path: string, key: string) => void;
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
  const { workspace, settings, force, written } = press;
  const briefing = await makeDocument(job.loaded, briefingChoices(settings, job.language), opened, press.materials);
  const { diagnostics } = briefing;
  if (!briefing.ok) {
    const withdrawing = { opened, workspace, output: settings.output, force, written };
    const removed = hasLeak(diagnostics) ? withdraw(job, withdrawing) : [];
    return { outputs: [], diagnostics: [...diagnostics, ...removed] };
  }
  const sheets = await sheetsOf(briefing.value, press);
  if (!sheets.ok) return { outputs: [], diagnostics: [...diagnostics, ...sheets.diagnostics] };
  const outputs = outputsOf(briefing.value, sheets.value, press);
  const refused = refusals(outputs, opened, press);
  if (refused.length > 0) return { outputs: [], diagnostics: [...diagnostics, ...refused] };
  const all = outputs.flatMap((each) => [each, ...each.beside]);
  const older = outdated(job.name, all, { opened, workspace, output: settings.output });
  const made = outputs.map((output) => writeDocument(output, { briefing: briefing.value, opened, press }));
  return {
    outputs: made.flatMap((each) => each.outputs),
    diagnostics: [...diagnostics, ...made.flatMap((each) => each.diagnostics), ...older],
  };
}

/** A document, and what lies beside it: the pictures that a memo shows, the pages of a PDF on sheets. */
interface Document extends Output {
  readonly format: Format;
  readonly beside: readonly Output[];
}

/** The pages of the PDF on sheets, where they are wanted. */
async function sheetsOf({ name, pdf }: Briefing, { workspace, settings }: Press): Promise<Outcome<readonly Output[]>> {
  const { imposition, output } = settings;
  if (pdf === undefined || imposition === undefined) return success([]);
  // It brings a library of its own.
  const { impose } = await import('../../../imposition/impose.js');
  const made = await impose(pdf, { as: imposition, file: `${name}.pdf` });
  if (!made.ok) return made;
  const path = workspace.resolve(output, `${name}.${sheetsEnding(imposition)}`);
  return success([{ path, format: 'sheets', bytes: made.value.bytes }]);
}

function outputsOf(briefing: Briefing, sheets: readonly Output[], { workspace, settings }: Press): readonly Document[] {
  const { name, pdf, memo, html, txt, pictures } = briefing;
  const at = (file: string) => workspace.resolve(settings.output, file);
  const copies = pictures.map((each): Output => ({ path: at(each.name), format: 'picture', bytes: each.bytes }));
  const contents = { pdf, md: encoded(memo), html: encoded(html), txt: encoded(txt) };
  return settings.formats.flatMap((format) => {
    const bytes = contents[format];
    const beside = format === 'md' ? copies : format === 'pdf' ? sheets : [];
    return bytes === undefined ? [] : [{ path: at(`${name}.${format}`), format, bytes, beside }];
  });
}

function encoded(text: string | undefined): Uint8Array | undefined {
  return text === undefined ? undefined : new TextEncoder().encode(text);
}

/** Nothing of a brief is written where one of its files must not be: they belong together. */
function refusals(documents: readonly Document[], opened: OpenedBrief, press: Press): readonly Diagnostic[] {
  const { workspace, force, written } = press;
  const beside = documents.flatMap((each) => each.beside);
  const needed = beside.filter(({ path }) => opened.named.has(path));
  if (needed.length > 0) return needed.map(({ path }) => overwrites(opened, workspace.name(path)));
  return force ? [] : notOurs([...beside, ...documents], workspace, written);
}

interface Writing {
  readonly briefing: Briefing;
  readonly opened: OpenedBrief;
  readonly press: Press;
}

/** What lies beside a document comes before it, as the pictures before the memo that shows them; and what no memo shows any more goes after it. */
function writeDocument(document: Document, { briefing, opened, press }: Writing): Made {
  const { workspace } = press;
  for (const output of [...document.beside, document]) {
    const written = workspace.write(output.path, output.bytes);
    if (!written.ok) return { outputs: [], diagnostics: written.diagnostics.map((each) => withWritten(each, press)) };
    const key = writtenKey(output.path, output.bytes);
    press.written.add(key);
    press.note?.(output.path, key);
    press.names.push(workspace.name(output.path));
  }
  const { path, format, bytes } = document;
  const pictures = pathsOf(document, 'picture');
  const [sheets] = pathsOf(document, 'sheets');
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
    ...(sheets !== undefined && { sheets: workspace.name(sheets) }),
  };
  return { outputs: [made], diagnostics: stale };
}

function pathsOf({ beside }: Document, format: Output['format']): readonly string[] {
  return beside.filter((each) => each.format === format).map(({ path }) => path);
}

/** On a full disk it matters which files are the new ones. */
function withWritten(problem: Diagnostic, { names }: Press): Diagnostic {
  const written = names.length === 0 ? 'Nothing was written before it.' : `Written before it: ${names.join(', ')}.`;
  return { ...problem, hints: [...problem.hints, written] };
}
