import { languagesOf } from '../../../brief/languages.js';
import type { LoadedBrief } from '../../../brief/read.js';
import { documentName } from '../../../briefing/document-name.js';
import { type Diagnostic, error, type Place } from '../../../diagnostics/diagnostic.js';
import type { Imposition } from '../../../imposition/sheet-order.js';
import type { OpenedBrief } from '../../../materials/open-brief.js';
import { unfitName } from '../../../workspace/file-name.js';
import type { Workspace } from '../../../workspace/workspace.js';
import { type EditionWish, editionsOf } from './editions.js';

/** One document to make, in one language. */
export interface Job {
  /** The whole brief, or what an edition keeps of it. */
  readonly loaded: LoadedBrief;
  readonly language: string | undefined;
  /** Of its files, without their endings. */
  readonly name: string;
  /** Absolute, one a format, and the sheets of the PDF. */
  readonly outputs: readonly string[];
}

/** Of a file with the pages of a PDF on sheets: `booklet.pdf`. */
export function sheetsEnding(imposition: Imposition): string {
  return `${imposition}.pdf`;
}

export interface PlannedBrief {
  readonly opened: OpenedBrief;
  /** The documents that can be made; an edition that cannot be is left out, and the others are made without it. */
  readonly jobs: readonly Job[];
  /** Of the brief, of its editions, and of what it would write. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Wish {
  readonly output: string;
  /** Of the names of files, behind the last dot of a document's name. */
  readonly endings: readonly string[];
  /** A language tag, `all`, or nothing for each brief's main language. */
  readonly language: string | undefined;
  readonly editions: EditionWish;
}

/**
 * Says beforehand which file every brief would write, so that two with one name, or one that would write over a file it
 * is made of, are found before anything is written.
 */
export function planBriefs(opened: readonly OpenedBrief[], wish: Wish, workspace: Workspace): readonly PlannedBrief[] {
  const owners = new Map<string, OpenedBrief>();
  const plans = opened.map((brief) => ({ brief, ...jobsOf(brief, wish, workspace) }));
  const clashes = new Map<OpenedBrief, Diagnostic>();
  for (const { brief, jobs } of plans) {
    for (const output of jobs.flatMap((job) => job.outputs)) {
      if (brief.named.has(output)) clashes.set(brief, overwrites(brief, workspace.name(output)));
      // Disks of Windows and macOS take names that differ in case, or in how letters are composed, for one.
      const key = output.normalize('NFC').toLowerCase();
      const owner = owners.get(key);
      owners.set(key, owner ?? brief);
      if (owner === undefined || owner === brief) continue;
      clashes.set(brief, clash(brief, owner, workspace.name(output)));
      clashes.set(owner, clash(owner, brief, workspace.name(output)));
    }
  }
  return plans.map(({ brief, jobs, diagnostics }) => {
    const found = [clashes.get(brief), unfit(brief)].filter((each) => each !== undefined);
    const all = [...brief.loaded.diagnostics, ...diagnostics, ...found];
    return { opened: brief, jobs: found.length > 0 ? [] : jobs, diagnostics: all };
  });
}

interface Jobs {
  readonly jobs: readonly Job[];
  /** Of editions that cannot be made. */
  readonly diagnostics: readonly Diagnostic[];
}

function jobsOf({ loaded }: OpenedBrief, wish: Wish, workspace: Workspace): Jobs {
  if (!loaded.ok) return { jobs: [], diagnostics: [] };
  const wanted = editionsOf(loaded.value, wish.editions);
  const jobs = wanted.flatMap((each) => (each.ok ? jobsInLanguages(each.value, wish, workspace) : []));
  return { jobs, diagnostics: wanted.flatMap(({ diagnostics }) => diagnostics) };
}

function jobsInLanguages(loaded: LoadedBrief, wish: Wish, workspace: Workspace): readonly Job[] {
  const wanted = wish.language === 'all' ? languagesOf(loaded.brief) : [wish.language];
  return wanted.map((language) => {
    const name = documentName(loaded, language);
    const outputs = wish.endings.map((ending) => workspace.resolve(wish.output, `${name}.${ending}`));
    return { loaded, language, name, outputs };
  });
}

function clash(brief: OpenedBrief, other: OpenedBrief, output: string): Diagnostic {
  const message = `${brief.file} and ${other.file} would both be written to ${output}.`;
  const hint = 'Give one of them another `id`, or another file name; or build them to different folders with --output.';
  return { ...error('sense-duplicate-id', message, { at: placeOfId(brief), hints: [hint] }), field: 'id' };
}

function unfit(brief: OpenedBrief): Diagnostic | undefined {
  const id = brief.loaded.ok ? brief.loaded.value.id : '';
  const why = unfitName(id);
  if (why === null) return undefined;
  const message = `The documents of ${brief.file} cannot be called ${JSON.stringify(id)}: ${why}.`;
  const hints = ['Give the brief another `id`, or its file another name.'];
  return { ...error('file-unwritable', message, { at: placeOfId(brief), hints }), field: 'id' };
}

export function overwrites(brief: OpenedBrief, output: string): Diagnostic {
  return error('file-unwritable', `${output} would be written over, and ${brief.file} is made of it.`, {
    at: placeOfId(brief),
    hints: ['Build to another folder with --output.'],
  });
}

function placeOfId({ loaded }: OpenedBrief): Place | undefined {
  return loaded.ok ? placeIn(loaded.value) : undefined;
}

function placeIn(loaded: LoadedBrief) {
  return loaded.placeOf(loaded.brief.id === undefined ? 'title' : 'id');
}
