import { underMarked } from '../brief/markings.js';
import type { LoadedBrief } from '../brief/read.js';
import { type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';
import type { PrintDocument } from '../document/document.js';
import { resolveEdition } from '../edition/resolve.js';
import { checkEvidence, type Evidence, evidenceFor } from '../evidence/check-evidence.js';
import { type CopyMark, copyWords } from '../layout/copies.js';
import type { PictureFile } from '../layout/pictures/picture-file.js';
import { composeMail, composeMemo, composePrint } from '../memo/compose.js';
import { USUAL_STANDARD } from '../pdf/document/standard.js';
import { bareOf } from '../redaction/bare-brief.js';
import { isRedacted } from '../redaction/redact-brief.js';
import { sinceOf } from '../redaction/since.js';
import { attachmentsOf } from './attachments.js';
import type { BriefingMaterials } from './briefing-materials.js';
import type { Briefing, BriefingChoices, NumberedPdf } from './choices.js';
import { documentName } from './document-name.js';
import { mailTextOf } from './mail-text.js';
import { MemoPictures } from './memo-pictures.js';
import { Notes } from './notes.js';
import { pageOf, textOf } from './other-formats.js';
import { type PrintedPages, printBriefing } from './print-briefing.js';
import { proveBriefing } from './prove-edition.js';
import { isSurelyPrintable, isSurelySound } from './surely-printable.js';
import { VERSION } from './version.js';

/**
 * A checked brief → its printed document and its memo, in one language. Every problem has its place in the brief's file.
 *
 * @param checking the evidence of the whole brief: whoever makes several documents of it checks it once
 */
export async function makeBriefing(
  loaded: LoadedBrief,
  choices: BriefingChoices,
  given: BriefingMaterials,
  checking: Promise<Outcome<Evidence>> = checkEvidence(loaded, originalReader(loaded, given)),
): Promise<Outcome<Briefing>> {
  const { brief } = loaded;
  const materials = { ...given, readFile: readOnce(given.readFile) };
  const notes = new Notes(loaded);
  const marked = notes.keep(outcomeOf(true, underMarked(loaded)));
  const evidence = notes.keep(await checking);
  const since = notes.keep(sinceOf(loaded));
  // Nothing that is printed comes from an object that has what was withheld.
  const printable = isRedacted(loaded) ? bareOf(loaded) : loaded;
  const edition = notes.keep(
    resolveEdition(printable, { ...choices, ...since, ...(evidence && evidenceFor(brief, evidence)) }),
  );
  if (marked === null || evidence === null || edition === null) return notes.failed();

  const name = documentName(printable, edition.language);
  // What an edition withholds is searched for in the file, with all that is in it.
  const isCheck = choices.isCheck === true && !isRedacted(loaded);
  const { pack } = materials;
  const plan = { materials, pack, layout: brief.layout, usualPages: pack.pages, copies: choices.copies };
  const isPlain = isCheck && choices.mail === undefined && choices.formats.includes('pdf');
  if (isPlain && isSurelySound(edition, plan)) {
    return notes.outcome({ name, language: edition.language, pages: 0, attachments: [], pictures: [] });
  }
  const created = choices.created ?? dateOf(printable);
  const pictures = new Map<Uint8Array, PictureFile>();
  const beside = new MemoPictures({ name, materials, originals: printable.originals, pictures });
  const memo = notes.keep(composeMemo(edition, materials.pack, (root) => beside.place(root)));
  const stamp = { created, version: VERSION };
  const isSet = choices.formats.some((format) => format !== 'md') || choices.mail === 'whole';
  const document = isSet && notes.keep(composePrint(edition, materials.pack, stamp));
  const letter = choices.mail === 'short' ? notes.keep(composeMail(edition, materials.pack, stamp)) : document;
  if (memo === null || document === null || letter === null) return notes.failed();

  const paper = choices.paper ?? brief.layout?.paper ?? materials.theme.page.paper;
  const wished = choices.attachments ?? brief.layout?.attachments ?? 'brief';
  const choice = choices.copies === undefined ? wished : 'none';
  const standard = choices.standard ?? brief.layout?.standard ?? USUAL_STANDARD;
  const made = {
    loaded: printable,
    edition,
    name,
    memo,
    since: since?.since,
    materials,
    paper,
    created,
    choice,
    standard,
  };
  const attachments = isCheck ? [] : attachmentsOf(made);
  const isDraft = (brief.status ?? 'draft') === 'draft';
  const printing = {
    materials,
    pictures,
    attachments,
    paper,
    standard,
    layout: brief.layout,
    copies: choices.copies,
    usualPages: materials.pack.pages,
    isDraft,
    isCheck,
    originals: printable.originals,
  };
  const needsNoPages = isCheck && document && isSurelyPrintable(document, printing);
  const isPrinted = choices.formats.includes('pdf') && !needsNoPages;
  const printed = isPrinted && document && notes.keep(await printBriefing(document, printing));
  const page = choices.formats.includes('html') && document && notes.keep(await pageOf(document, printing));
  const txt = choices.formats.includes('txt') && document && (await textOf(document));
  const mail = choices.mail !== undefined && letter && (await mailTextOf(letter, materials.theme));
  if (printed === null || page === null) return notes.failed();

  const briefing: Briefing = {
    name,
    language: edition.language,
    pages: printed ? printed.pages : 0,
    attachments: printed ? attachments.map((each) => each.name) : [],
    ...(printed && choices.withAreas && { areas: printed.contents.map(({ size, areas }) => ({ ...size, areas })) }),
    ...(printed !== false && printed.bytes !== undefined && { pdf: printed.bytes }),
    ...(printed && document && choices.copies && { copies: numberedPdfs(printed, choices.copies, document) }),
    ...(choices.formats.includes('md') && { memo }),
    pictures: choices.formats.includes('md') ? beside.copies : [],
    ...(page !== false && { html: page }),
    ...(txt !== false && { txt }),
    ...(mail !== false && { mail }),
  };
  if (isRedacted(loaded)) {
    // What is compared with is written whole, in a check too.
    const whole = { ...choices, isCheck: false };
    const makeWith = (plain: LoadedBrief, other: BriefingMaterials) => makeBriefing(plain, whole, other, checking);
    notes.keep(await proveBriefing(loaded, { briefing, materials, makeWith, own: ownWords(choices) }));
  }
  return notes.outcome(briefing);
}

function numberedPdfs(
  { copies: files = [] }: PrintedPages,
  copies: readonly CopyMark[],
  { furniture: { copy: pattern = '' } }: PrintDocument,
): readonly NumberedPdf[] {
  return files.flatMap((file, index) => {
    const copy = copies[index];
    return copy === undefined ? [] : [{ words: copyWords({ ...copy, reader: null }, pattern), file }];
  });
}

/** What the first copy, which is the one that is proved, says of its own reader. */
function ownWords({ copies: [first] = [] }: BriefingChoices): readonly string[] {
  return first?.reader == null ? [] : [first.reader];
}

/** Reads a file that a brief names, where an edition has it under a neutral name. */
function originalReader({ originals }: LoadedBrief, { readFile }: BriefingMaterials): BriefingMaterials['readFile'] {
  return (path) => readFile(originals?.get(path) ?? path);
}

/** The memo and the printed document have the same pictures. */
function readOnce(readFile: BriefingMaterials['readFile']): BriefingMaterials['readFile'] {
  const files = new Map<string, ReturnType<typeof readFile>>();
  return (path) => {
    const file = files.get(path) ?? readFile(path);
    files.set(path, file);
    return file;
  };
}

/** The date that a brief gives its documents: when it was issued, or what time it speaks of. */
export function dateOf({ brief }: LoadedBrief): string {
  const date = brief.issuedAt ?? brief.asOf;
  return date.includes('T') ? date : `${date}T00:00:00Z`;
}
