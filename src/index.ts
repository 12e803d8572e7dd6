/**
 * Briefpress as a library. Importing it does nothing; the calls read the files that they are given and write none.
 *
 * @example
 * import { writeFile } from 'node:fs/promises';
 * import { buildBriefing } from 'briefpress';
 *
 * const result = await buildBriefing({ file: 'briefs/visit.yaml' });
 * if (result.ok) await writeFile('visit.pdf', result.value.pdf);
 * else for (const { message, place } of result.diagnostics) console.error(place?.line, message);
 */

import type { LoadedBrief, Tlp } from './brief/brief.js';
import {
  type Briefing,
  type BriefingChoices,
  type Format,
  type MaterialChoices,
  USUAL_FORMATS,
} from './briefing/choices.js';
import { type Diagnostic, failure, type Outcome, success } from './diagnostics/diagnostic.js';
import { type OpenedBrief, openBrief, openText } from './materials/open-brief.js';
import { redactAsAsked } from './redaction/redact-brief.js';
import type { TextFormat } from './syntax/format.js';
import { diskWorkspace, type Workspace } from './workspace/workspace.js';

export type { Tlp } from './brief/brief.js';
export type { Briefing, Format, MemoPicture } from './briefing/choices.js';
export type { MailBody, MailText } from './briefing/mail-text.js';
export { DIAGNOSTIC_CODES, type DiagnosticCode } from './diagnostics/codes.js';
export type { Diagnostic, Outcome, Place, Severity } from './diagnostics/diagnostic.js';

/** A brief: a file, or its text. */
export type BriefInput = BriefInFile | BriefInText;

export interface BriefInFile {
  /** The path, relative to `folder` of the process where it is not absolute. */
  readonly file: string;
}

export interface BriefInText {
  /** YAML or JSON; bytes are UTF-8. */
  readonly text: string | Uint8Array;
  /** What messages call it; its stem is the brief's id where the brief has none. `brief.yaml` without it. */
  readonly name?: string;
  /** By the ending of `name` without it. */
  readonly format?: TextFormat;
  /** The folder that the paths in the brief are relative to, and never leave; the current folder without it. */
  readonly folder?: string;
}

export interface BuildChoices
  extends MaterialChoices,
    Partial<Pick<BriefingChoices, 'language' | 'paper' | 'attachments' | 'standard' | 'mail'>> {
  /** The edition to make, by its id in the brief's `editions`; the whole brief without it. */
  readonly edition?: string;
  /** In place of `edition`: what is marked higher is withheld. */
  readonly maxTlp?: Tlp;
  /** In place of `edition`: the readers; what is for others is withheld. */
  readonly audiences?: readonly string[];
  /** What to make, of `pdf`, `md`, `html` and `txt`: `['pdf', 'md']` without it. */
  readonly formats?: readonly Format[];
  /** The day (ISO 8601) that the brief's own dates (`staleAfter`, `reviewBy`, `asOf`) are compared with; without it they are not compared. */
  readonly today?: string;
  /** The date that the documents bear. Without it the brief's own date, so that the same brief gives the same bytes. */
  readonly created?: Date;
}

/** What a check depends on besides the brief. */
export type CheckChoices = Pick<BuildChoices, keyof MaterialChoices | 'formats' | 'paper' | 'today'>;

/**
 * Makes the printed document and the memo of a brief. What is wrong with the brief, its templates or its theme comes back
 * in `diagnostics`, all of a stage at once; `ok` is false when one of them is an error. Throws for a fault of Briefpress
 * alone.
 */
export async function buildBriefing(input: BriefInput & BuildChoices): Promise<Outcome<Briefing>> {
  const workspace = diskWorkspace(process.cwd());
  const opened = open(workspace, input, input.today);
  if (!opened.loaded.ok) return failure(opened.loaded.diagnostics);
  const redacted = redactionFor(opened.loaded.value, input);
  const diagnostics = [...opened.loaded.diagnostics, ...redacted.diagnostics];
  if (!redacted.ok) return failure(diagnostics);
  const { makeDocument, Materials, withShippedKept } = await import('./materials/make-document.js');
  const materials = new Materials(withShippedKept(workspace), input);
  const made = await makeDocument(redacted.value, choicesOf(input), opened, materials);
  return { ...made, diagnostics: [...diagnostics, ...made.diagnostics] };
}

function redactionFor(loaded: LoadedBrief, { edition, maxTlp, audiences }: BuildChoices): Outcome<LoadedBrief> {
  if (edition !== undefined) return redactAsAsked(loaded, { edition });
  if (maxTlp === undefined && audiences === undefined) return success(loaded);
  return redactAsAsked(loaded, {
    ...(maxTlp !== undefined && { maxTlp }),
    ...(audiences !== undefined && { audiences }),
  });
}

/**
 * Everything that is wrong with a brief, with its materials, and with any document that it can become: the editions that
 * it names, in all their languages. Each is made and none is kept, so a brief without errors here is one that builds.
 */
export async function checkBrief(input: BriefInput & CheckChoices): Promise<readonly Diagnostic[]> {
  const workspace = diskWorkspace(process.cwd());
  const { checkOpened, Materials, withShippedKept } = await import('./materials/make-document.js');
  const opened = open(workspace, input, input.today);
  return checkOpened(opened, choicesOf(input), new Materials(withShippedKept(workspace), input));
}

function choicesOf(choices: BuildChoices): BriefingChoices {
  const { formats = USUAL_FORMATS, language, paper, attachments, standard, mail, created } = choices;
  return {
    formats,
    ...(language !== undefined && { language }),
    ...(paper !== undefined && { paper }),
    ...(attachments !== undefined && { attachments }),
    ...(standard !== undefined && { standard }),
    ...(mail !== undefined && { mail }),
    ...(created !== undefined && { created: created.toISOString() }),
  };
}

function open(workspace: Workspace, input: BriefInput, today: string | undefined): OpenedBrief {
  if ('file' in input) return openBrief(workspace, input.file, { ...(today && { today }) });
  const { text, name = 'brief.yaml', format, folder = '.' } = input;
  const place = { file: name, folder: workspace.resolve(folder) };
  return openText(workspace, { text, ...place, ...(format && { format }), ...(today && { today }) });
}
