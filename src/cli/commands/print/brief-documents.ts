import type { LoadedBrief } from '../../../brief/brief.js';
import { makeCopies } from '../../../copies/make-copies.js';
import { copyFileName, writeCopies } from '../../../copies/write-copies.js';
import { type Delivery, planDelivery, readerName } from '../../../delivery/plan.js';
import { type Diagnostic, type Outcome, outcomeOf, success } from '../../../diagnostics/diagnostic.js';
import { sha256Of } from '../../../digest/sha256.js';
import { pageSizes } from '../../../evidence/extract/pdf/page-sizes.js';
import { Materials, makeDocument } from '../../../materials/make-document.js';
import type { OpenedBrief } from '../../../materials/open-brief.js';
import { redactAsAsked } from '../../../redaction/redact-brief.js';
import type { Workspace } from '../../../workspace/workspace.js';
import type { PrintOptions } from '../../options.js';
import { type BuildSettings, briefingChoices, timeOf } from '../../settings.js';
import { type Printable, type Printables, paperOf } from './printable.js';

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
  return outcomeOf({ documents, before: () => success(null) }, diagnostics);
}
