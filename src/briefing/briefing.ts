import { underMarked } from '../brief/markings.js';
import type { LoadedBrief } from '../brief/read.js';
import { type Diagnostic, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';
import type { PrintDocument } from '../document/document.js';
import { resolveEdition } from '../edition/resolve.js';
import { checkEvidence } from '../evidence/check-evidence.js';
import { composeMemo, composePrint } from '../memo/compose.js';
import type { Attachment } from '../pdf/resources.js';
import { isRedacted } from '../redaction/redact-brief.js';
import { sinceOf } from '../redaction/since.js';
import { briefFile, memoFile, recordFile, supersededFile } from './attachments.js';
import type { BriefingMaterials } from './briefing-materials.js';
import type { Briefing, BriefingChoices } from './choices.js';
import { readImages } from './images.js';
import { Notes } from './notes.js';
import { proveBriefing } from './prove-edition.js';
import { VERSION } from './version.js';

/** A checked brief → its printed document and its memo. Every problem has its place in the brief's file. */
export async function makeBriefing(
  loaded: LoadedBrief,
  choices: BriefingChoices,
  materials: BriefingMaterials,
): Promise<Outcome<Briefing>> {
  const notes = new Notes(loaded);
  const marked = notes.keep(outcomeOf(true, underMarked(loaded)));
  const evidence = notes.keep(await checkEvidence(loaded, materials.readFile));
  const { since, ...told } = sinceOf(loaded);
  const edition = notes.keep(
    withNotes(resolveEdition(loaded, { ...choices, ...evidence, ...(since && { since }) }), told.diagnostics),
  );
  if (marked === null || evidence === null || edition === null) return notes.failed();

  const memo = notes.keep(composeMemo(edition, materials.pack));
  const created = choices.created ?? dateOf(loaded);
  const document = choices.formats.includes('pdf')
    ? notes.keep(composePrint(edition, materials.pack, { created, version: VERSION }))
    : undefined;
  if (memo === null || document === null) return notes.failed();

  const name = edition.language === edition.languages[0] ? edition.id : `${edition.id}.${edition.language}`;
  const attachments = [
    memoFile(name, memo, created),
    briefFile(loaded, created),
    ...(since === undefined ? [] : [supersededFile(since, created)]),
    recordFile({ edition, created, paper: paperOf(loaded, choices, materials), materials }),
  ];
  const printed = document && notes.keep(await print(document, { loaded, choices, materials, attachments }));
  if (printed === null) return notes.failed();

  const briefing: Briefing = {
    name,
    language: edition.language,
    pages: printed?.pages ?? 0,
    ...(printed && { pdf: printed.bytes }),
    ...(choices.formats.includes('md') && { memo }),
  };
  if (isRedacted(loaded)) {
    const makeWith = (plain: LoadedBrief, other: BriefingMaterials) => makeBriefing(plain, choices, other);
    if (notes.keep(await proveBriefing(loaded, { briefing, materials, makeWith })) === null) return notes.failed();
  }
  return notes.outcome(briefing);
}

interface PrintJob {
  readonly loaded: LoadedBrief;
  readonly choices: BriefingChoices;
  readonly materials: BriefingMaterials;
  readonly attachments: readonly Attachment[];
}

/** The page setter and the printer take a tenth of a second to load: only when there is something to print. */
async function print(document: PrintDocument, { loaded, choices, materials, attachments }: PrintJob) {
  const images = readImages(document.root, materials.readFile);
  if (!images.ok) return images;
  const { printWithinBudget } = await import('./page-budget.js');
  const { layout } = loaded.brief;
  const paper = paperOf(loaded, choices, materials);
  const { theme, logo, readFont, colorProfile } = materials;
  const setting = { theme, paper, images: images.value, logo };
  return printWithinBudget(document, { setting, resources: { readFont, colorProfile, attachments }, budget: layout });
}

function paperOf({ brief }: LoadedBrief, choices: BriefingChoices, { theme }: BriefingMaterials): 'A4' | 'LETTER' {
  return choices.paper ?? brief.layout?.paper ?? theme.page.paper;
}

function withNotes<T>(outcome: Outcome<T>, diagnostics: readonly Diagnostic[]): Outcome<T> {
  return { ...outcome, diagnostics: [...diagnostics, ...outcome.diagnostics] };
}

/** The date that a brief gives its documents: when it was issued, or what time it speaks of. */
function dateOf({ brief }: LoadedBrief): string {
  const date = brief.issuedAt ?? brief.asOf;
  return date.includes('T') ? date : `${date}T00:00:00Z`;
}
