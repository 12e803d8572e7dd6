import type { LoadedBrief } from '../../../brief/brief.js';
import { makeCopies } from '../../../copies/make-copies.js';
import { copyFileName, writeCopies } from '../../../copies/write-copies.js';
import { type Delivery, planDelivery, readerName } from '../../../delivery/plan.js';
import { type Diagnostic, error, failure, type Outcome, outcomeOf, success } from '../../../diagnostics/diagnostic.js';
import { sha256Of } from '../../../digest/sha256.js';
import type { Paper } from '../../../document/paper.js';
import { pageSizes } from '../../../evidence/extract/pdf/page-sizes.js';
import { Materials, makeDocument } from '../../../materials/make-document.js';
import type { OpenedBrief } from '../../../materials/open-brief.js';
import type { RegisteredSheet } from '../../../printer/print-all.js';
import { redactAsAsked } from '../../../redaction/redact-brief.js';
import type { Workspace } from '../../../workspace/workspace.js';
import type { PrintOptions } from '../../options.js';
import type { PageRange } from '../../page-ranges.js';
import { type BuildSettings, briefingChoices, timeOf } from '../../settings.js';

/** A document that is to be printed. */
export interface Printable {
  /** What a printer and its queue show: a file name without an ending, and nothing of the reader. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Null where it is on another paper than we set documents on. */
  readonly paper: Paper | null;
  /** Who gets it, for a numbered copy. */
  readonly delivery: Delivery | null;
  readonly copy: RegisteredSheet | null;
  /** The printer that the brief names. */
  readonly printer: string | null;
}

export interface Printables {
  readonly documents: readonly Printable[];
  /** What has to be written before anything is printed. */
  before(): Outcome<unknown>;
}

const LIMIT = 200 * 1024 * 1024;

/** A finished PDF. Errors: those of reading it, `print-unable` for what is not a PDF. */
export async function finishedPdf(path: string, workspace: Workspace): Promise<Outcome<Printables>> {
  const read = workspace.read(path, LIMIT);
  if (!read.ok) return read;
  const sizes = await pageSizes(read.value);
  if (sizes === null || sizes.length === 0) {
    const hints = ['Name a brief (.yaml, .json), or a PDF that opens without a password.'];
    return failure([error('print-unable', `${workspace.name(path)} is not a PDF that can be read.`, { hints })]);
  }
  const name = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.pdf$/i, '');
  const document = { name, bytes: read.value, pages: sizes.length, paper: paperOf(sizes) };
  return success({ documents: [{ ...document, delivery: null, copy: null, printer: null }], before: nothing });
}

const nothing = () => success(null);

/** Points that a side may be longer or shorter: sizes are rounded in many ways. */
const NEAR = 3;
const SIZES: readonly (readonly [Paper, number, number])[] = [
  ['A4', 595, 842],
  ['LETTER', 612, 792],
];

function paperOf(sizes: readonly (readonly [number, number])[]): Paper | null {
  const [first] = sizes;
  if (first === undefined) return null;
  const [short, long] = first.toSorted((a, b) => a - b) as [number, number];
  const near = (a: number, b: number) => Math.abs(a - b) <= NEAR;
  return SIZES.find(([, width, height]) => near(short, width) && near(long, height))?.[0] ?? null;
}

interface Making {
  readonly options: PrintOptions;
  readonly settings: BuildSettings;
  readonly workspace: Workspace;
}

/** What of a brief goes on paper: its numbered copies, or the document where it has no list of them. */
export function planOf(loaded: LoadedBrief, { only, edition }: PrintOptions): Outcome<readonly Delivery[] | null> {
  if (loaded.brief.distribution === undefined && only === undefined) return success(null);
  return planDelivery(loaded, { purpose: 'print', ...(only && { only }), ...(edition && { editions: edition }) });
}

/** The numbered copies of a plan; they are written as `briefpress copies` writes them, so that they can be traced. */
export async function numberedCopies(
  opened: OpenedBrief,
  plan: readonly Delivery[],
  { settings, workspace }: Making,
): Promise<Outcome<Printables>> {
  if (!opened.loaded.ok) return opened.loaded;
  const { id, brief } = opened.loaded.value;
  const materials = new Materials(workspace, settings.materials);
  const made = await makeCopies(plan, { opened, materials, choices: briefingChoices(settings) });
  if (!made.ok) return made;
  const documents: Printable[] = [];
  for (const copy of made.value) {
    const { delivery, pages } = copy;
    const { bytes } = copy.file();
    const item = {
      edition: brief.edition ?? 1,
      cut: delivery.edition,
      language: delivery.language,
      copy: delivery.copy?.number ?? null,
      address: '',
    };
    const reader = readerName(delivery.reader) ?? '';
    documents.push({
      ...{ name: copyFileName(copy, id).replace(/\.pdf$/, ''), bytes, pages, delivery, printer: delivery.printer },
      paper: paperOf((await pageSizes(bytes)) ?? []),
      copy: { item, reader, marking: delivery.marking, sha256: sha256Of(bytes) },
    });
  }
  const folder = workspace.resolve(settings.output, `${id}.copies`);
  const where = { brief: id, folder, now: timeOf(settings, workspace) };
  return outcomeOf({ documents, before: () => writeCopies(made.value, where, workspace) }, made.diagnostics);
}

/** The document of a brief that has no numbered copies: whole, or each edition that is asked for. */
export async function plainDocuments(
  opened: OpenedBrief,
  { options, settings, workspace }: Making,
): Promise<Outcome<Printables>> {
  if (!opened.loaded.ok) return opened.loaded;
  const whole = opened.loaded.value;
  const materials = new Materials(workspace, settings.materials);
  const choices = briefingChoices({ ...settings, formats: ['pdf'], attachments: 'none' }, options.lang);
  const documents: Printable[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const edition of options.edition ?? [null]) {
    const cut = edition === null ? success(whole) : redactAsAsked(whole, { edition });
    const made = cut.ok ? await makeDocument(cut.value, choices, opened, materials) : cut;
    diagnostics.push(...cut.diagnostics, ...(made === cut ? [] : made.diagnostics));
    if (!made.ok || !('pdf' in made.value) || made.value.pdf === undefined) continue;
    const { name, pdf, pages } = made.value;
    const paper = paperOf((await pageSizes(pdf)) ?? []);
    documents.push({ name, bytes: pdf, pages, paper, delivery: null, copy: null, printer: null });
  }
  return outcomeOf({ documents, before: nothing }, diagnostics);
}

/** Pages that are asked for and that a document has not got. */
export function missingPages(
  documents: readonly Printable[],
  ranges: readonly PageRange[] = [],
): readonly Diagnostic[] {
  const last = ranges.at(-1)?.upper ?? 0;
  return documents
    .filter(({ pages }) => last > pages)
    .map(({ name, pages }) =>
      error('print-unable', `There is no page ${last}: ${name} ends with page ${pages}.`, {
        hints: ['Correct --pages.'],
      }),
    );
}
