import type { Brief, LoadedBrief } from '../brief/brief.js';
import { readBrief } from '../brief/read.js';
import { readWritten } from '../brief/write.js';
import { makeBriefing } from '../briefing/briefing.js';
import { type BuildRecord, RECORD_NAME, readRecord, SUPERSEDED_PREFIX } from '../briefing/build-record.js';
import { type Briefing, type MaterialChoices, USUAL_FORMATS } from '../briefing/choices.js';
import { VERSION } from '../briefing/version.js';
import { type Diagnostic, error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import { sha256Of } from '../digest/sha256.js';
import { Materials } from '../materials/materials.js';
import { PdfFile } from '../proof/pdf/pdf-file.js';
import { formatOf } from '../syntax/format.js';
import { DOCUMENT_LIMIT, type Workspace } from '../workspace/workspace.js';
import { type AttachedFile, attachedFiles } from './attachments.js';
import { compareDocuments } from './compare-pdfs.js';
import { folderOf, type Material, originalsIn } from './material-folder.js';
import { type Appended, appendedTo } from './revisions.js';

export interface Verification {
  /** What the PDF was made with that is not in it. */
  readonly choices: MaterialChoices;
  /**
   * Where the files may lie that the brief names: the one that has the most of them counts, and is the limit of what the
   * brief may read.
   */
  readonly folders: readonly string[];
  /** The memo; null for the one beside the PDF, where there is one. */
  readonly memo: string | null;
}

export interface Verified {
  /** What differs, in words; none where every byte is the same, or all that was appended is signed and changes nothing. */
  readonly differences: readonly string[];
  /** What follows what was made; it is compared by itself. */
  readonly appended: Appended | null;
  /** The memo that was compared too. */
  readonly memo: string | null;
  /** Of Briefpress, that made the PDF. */
  readonly version: string;
  /** What the PDF was made to conform to. */
  readonly standard: BuildRecord['standard'];
}

/**
 * Makes a PDF again from the brief in it, and compares every byte. Errors: `verify-no-brief`, and `verify-incomplete`
 * where something is missing that it was made with.
 */
export async function verifyPdf(workspace: Workspace, path: string, given: Verification): Promise<Outcome<Verified>> {
  const bytes = workspace.read(path, DOCUMENT_LIMIT);
  if (!bytes.ok) return bytes;
  const taken = takeApart(bytes.value, workspace.name(path));
  if (!taken.ok) return taken;
  const { record } = taken.value;
  const missing = missingMaterials(record, given.choices);
  if (missing.length > 0) return failure(missing);
  const made = await makeAgain(workspace, taken.value, given);
  if (!made.ok) return made;
  const memo = given.memo ?? memoBeside(workspace, path);
  const text = memo === null ? null : workspace.read(memo, DOCUMENT_LIMIT);
  if (text?.ok === false) return text;
  const again = made.value.pdf ?? new Uint8Array();
  const { briefpress: version, standard } = record;
  const appended = appendedTo(bytes.value, again);
  const differences = [
    ...(appended === null ? compareDocuments(bytes.value, again) : appendedDifferences(appended)),
    ...(text === null || memo === null
      ? []
      : memoDifferences(workspace, { path: memo, bytes: text.value }, made.value)),
  ];
  return success({ differences, appended, memo: memo && workspace.name(memo), version, standard });
}

/** The memo, and the pictures that it shows. */
function memoDifferences(
  workspace: Workspace,
  memo: { readonly path: string; readonly bytes: Uint8Array },
  { memo: again = '', pictures }: Briefing,
): readonly string[] {
  const isSame = Buffer.compare(memo.bytes, Buffer.from(again)) === 0;
  const beside = pictures.flatMap(({ name, bytes }) => {
    const path = workspace.resolve(memo.path, '..', name);
    if (workspace.kind(path) !== 'file') return [`The picture ${name}, which the memo shows, is not beside it.`];
    const there = workspace.read(path, DOCUMENT_LIMIT);
    const isCopy = there.ok && Buffer.compare(there.value, bytes) === 0;
    return isCopy ? [] : [`The picture ${workspace.name(path)} was changed.`];
  });
  return [...(isSame ? [] : [`The memo ${workspace.name(memo.path)} was changed.`]), ...beside];
}

/** A signature may be appended to a document; anything else is a change. */
function appendedDifferences({ moreBytes, signatures, changes }: Appended): readonly string[] {
  if (changes.length > 0) return changes;
  return signatures.length > 0 ? [] : [`${moreBytes} bytes were appended to it, and none of them is a signature.`];
}

interface Taken {
  readonly brief: AttachedFile;
  readonly superseded: AttachedFile | null;
  readonly record: BuildRecord;
}

function takeApart(bytes: Uint8Array, name: string): Outcome<Taken> {
  const files = attachedFiles(new PdfFile(bytes));
  const brief = files.find(({ relationship }) => relationship === 'Source');
  const kept = files.find((file) => file.name === RECORD_NAME);
  const record = kept ? readRecord(new TextDecoder().decode(kept.bytes)) : null;
  if (brief === undefined || record === null) return failure([noBrief(name)]);
  const superseded = files.find(({ name: each }) => each.startsWith(SUPERSEDED_PREFIX)) ?? null;
  return success({ brief, superseded, record });
}

function noBrief(name: string): Diagnostic {
  return error('verify-no-brief', `${name} has no brief in it that it was made from, or is damaged.`, {
    hints: ['Name a PDF that Briefpress has made, as it came; one built with `--attach none` cannot be verified.'],
  });
}

/** What the PDF was made with, and is neither in it nor given. */
function missingMaterials({ briefpress, own }: BuildRecord, choices: MaterialChoices): Diagnostic[] {
  const incomplete = (message: string, hint: string): Diagnostic =>
    error('verify-incomplete', message, { hints: [hint] });
  const version =
    briefpress === VERSION
      ? []
      : [
          incomplete(
            `It was made with Briefpress ${briefpress}, and this is ${VERSION}: another version may set it otherwise.`,
            `Verify it with version ${briefpress}.`,
          ),
        ];
  const lacking = own.filter((each) => choices[each] === undefined);
  return [
    ...version,
    ...lacking.map((each) =>
      incomplete(`It was made with ${WORDS[each]} that is not part of the program.`, `Give it with --${each}.`),
    ),
  ];
}

const WORDS = {
  template: 'a template',
  theme: 'a theme',
  labels: 'a folder of labels',
  fonts: 'a folder of fonts',
} as const;

async function makeAgain(workspace: Workspace, taken: Taken, given: Verification): Promise<Outcome<Briefing>> {
  const { folder, originals } = materialFor(taken, given.folders, workspace);
  const read = readAttached(workspace, taken, folder);
  if (!read.ok) return incomplete(read.diagnostics);
  const loaded = { ...read.value, ...(originals.size > 0 && { originals }) };
  const { record } = taken;
  const named = { ...loaded, brief: withTemplate(loaded.brief, record.template) };
  const readFile = (path: string) => workspace.readWithin(folder, path, DOCUMENT_LIMIT);
  const materials = new Materials(workspace, given.choices).for(named, { folder, readFile });
  if (!materials.ok) return incomplete(materials.diagnostics);
  const { language, paper, created, attachments, standard } = record;
  const asBefore = { formats: USUAL_FORMATS, language, paper, created, attachments, standard };
  const made = await makeBriefing(loaded, asBefore, materials.value);
  return made.ok ? made : incomplete(made.diagnostics);
}

/**
 * The template of the record, as a brief names one: by its name alone. The record comes with the PDF, from anybody, and a
 * path in it would have whatever lies there run.
 */
function withTemplate(brief: Brief, template: string): Brief {
  return { ...brief, layout: { ...brief.layout, template } };
}

function materialFor({ brief, record }: Taken, folders: readonly string[], workspace: Workspace): Material {
  if (record.files !== undefined) return originalsIn(folders, record.files, workspace);
  const peeked = readWritten(new TextDecoder().decode(brief.bytes), brief.name, formatOf(brief.name));
  const folder = peeked.ok ? folderOf(peeked.value, folders, workspace) : (folders[0] ?? '.');
  return { folder, originals: new Map() };
}

/**
 * The brief as it stands in the PDF, everything else from the folder. The edition before is taken from the folder too, if
 * it is there as it was issued, and otherwise from the PDF.
 */
function readAttached(
  workspace: Workspace,
  { brief, superseded, record }: Taken,
  folder: string,
): Outcome<LoadedBrief> {
  const format = formatOf(brief.name);
  const peeked = readWritten(new TextDecoder().decode(brief.bytes), brief.name, format);
  const older = peeked.ok ? peeked.value.supersedes : undefined;
  const readFile = (path: string) => workspace.readWithin(folder, path, DOCUMENT_LIMIT);
  const issued = older?.file === undefined ? null : readFile(older.file);
  const isIssued = issued?.ok === true && sha256Of(issued.bytes) === older?.sha256?.toLowerCase();
  if (superseded === null || isIssued) return readBrief(brief.bytes, { file: brief.name, format, readFile });
  return readBrief(brief.bytes, {
    file: brief.name,
    format,
    ...(record.superseded !== undefined && { supersededHash: record.superseded }),
    readFile: (path) => (path === older?.file ? { ok: true, bytes: superseded.bytes } : readFile(path)),
  });
}

/** What went wrong on the way, and that it says nothing about the PDF. */
function incomplete(diagnostics: readonly Diagnostic[]): Outcome<never> {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return failure([
    ...errors,
    error('verify-incomplete', 'The brief in the PDF could not be made again, so nothing can be said of the PDF.', {
      hints: ['Name the folder of the brief with --from, and what else it was made with.'],
    }),
  ]);
}

function memoBeside(workspace: Workspace, path: string): string | null {
  const memo = path.replace(/\.pdf$/i, '.md');
  return memo !== path && workspace.kind(memo) === 'file' ? memo : null;
}
