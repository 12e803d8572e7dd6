/** One brief → the brief that other readers may have: decided on its data, before anything is resolved or rendered. */

import type { Brief, LoadedBrief, Tlp } from '../brief/brief.js';
import { languagesOf } from '../brief/languages.js';
import { readWritten, writeBrief } from '../brief/write.js';
import { type Diagnostic, error, failure, type Outcome, outcomeOf, type Place } from '../diagnostics/diagnostic.js';

import { type Cut, type CutChoice, chooseCut, markingOf } from './choose-cut.js';
import { Keeper } from './keeper.js';
import { brokenReferences, citedSources } from './references.js';
import { SHOWN_FRAME, SHOWN_ITEMS, SHOWN_PROSE, type ShownFields } from './shown-fields.js';
import { mayShow, withinLimit } from './tlp.js';
import { shownTexts, type WithheldText, withheldTexts } from './withheld.js';

/** A brief that was cut: whole in itself, and what was left out of it, for the proof. */
export interface CutBrief extends LoadedBrief {
  readonly cut: Cut;
  readonly withheld: readonly WithheldText[];
  /** Every text that it has. */
  readonly shown: readonly string[];
  /** Where a field stands that was withheld; `placeOf` is for the fields of this brief. */
  placeOfWithheld(field: string): Place;
}

/** The cut that is asked for, of a brief. Errors: those of `chooseCut` and of `cutBrief`, each with its place. */
export function cutAsAsked(loaded: LoadedBrief, choice: CutChoice): Outcome<CutBrief> {
  const cut = chooseCut(loaded.brief, choice);
  const said = cut.diagnostics.map((each) => ({ ...each, place: loaded.placeOf(each.field ?? '') }));
  if (!cut.ok) return failure(said);
  const made = cutBrief(loaded, cut.value);
  return { ...made, diagnostics: [...said, ...made.diagnostics] };
}

/** Whether a brief is one that was cut, and what is made of it must be proved. */
export function isCut(loaded: LoadedBrief): loaded is CutBrief {
  return 'withheld' in loaded;
}

/**
 * Keeps what the cut may show. What comes back is a brief of its own: `text` is its file, written anew from what was
 * kept, and `brief` is what that text says. Errors: `edition-override-missing`, `edition-refers-to-withheld`,
 * `edition-sources-withheld`, `edition-incomplete`, `sense-language-missing`; all at once.
 */
export function cutBrief(loaded: LoadedBrief, cut: Cut): Outcome<CutBrief> {
  const { brief } = loaded;
  const own = markingOf(brief);
  const sources = new Set(brief.sources.filter((each) => mayShow(each, own, cut)).map(({ id }) => id));
  const keeper = new Keeper({ cut, mainLanguage: languagesOf(brief)[0], sources });
  const data = withAnnexBodies(loaded);
  const kept = keepRoot(data, { cut, own, keeper });
  const draft = { ...kept.fields, sources: citedSources(kept.fields) };
  renumber(kept.fields.sources, draft.sources, keeper.origins);
  const originOf = originIn(keeper.origins);
  const problems = [...kept.problems, ...keeper.problems, ...brokenReferences(brief, draft, { cut, originOf })];
  if (problems.length > 0) return failure(problems.map((each) => placed(each, loaded, cut)));
  return rebuilt(loaded, draft, { cut, originOf });
}

type Draft = Readonly<Record<string, unknown>>;

/** An annex in a file of its own becomes one that is written in the brief: the cut brief names no file of the whole one. */
function withAnnexBodies({ brief, annexBodies }: LoadedBrief): Draft {
  if (brief.annexes === undefined) return { ...brief };
  const annexes = brief.annexes.map((annex, index) => {
    const body = annexBodies.get(index);
    return body === undefined ? annex : { ...annex, body };
  });
  return { ...brief, annexes };
}

interface Cutting {
  readonly cut: Cut;
  /** The brief's own marking. */
  readonly own: Tlp;
  readonly keeper: Keeper;
}

function keepRoot(brief: Draft, cutting: Cutting): { fields: Draft; problems: readonly Diagnostic[] } {
  const { cut, own, keeper } = cutting;
  const problems: Diagnostic[] = [];
  const fields: Record<string, unknown> = {};
  const overrides: Draft = cut.overrides.values;
  const isLower = !withinLimit(own, cut.limit);
  const names = [...new Set([...Object.keys(brief), ...Object.keys(overrides), 'languages', 'marking'])];
  for (const name of inOrder(names)) {
    if (name === 'languages') fields.languages = [...cut.languages];
    else if (name === 'marking') fields.marking = markingFor(brief as unknown as Brief, cut, isLower);
    else {
      const shown = fieldIn(SHOWN_FRAME, name) ?? fieldIn(SHOWN_PROSE, name) ?? fieldIn(SHOWN_ITEMS, name);
      if (shown === undefined) continue;
      const isFrame = fieldIn(SHOWN_FRAME, name) !== undefined;
      const isOverridden = !isFrame && Object.hasOwn(overrides, name);
      if (!isOverridden && isLower && fieldIn(SHOWN_PROSE, name) !== undefined) {
        if (mustBeOverridden(name)) problems.push(overrideMissing(name, cut, own));
        continue;
      }
      const spot = isOverridden
        ? { from: `${cut.overrides.field}.${name}`, to: name, around: cut.limit }
        : { from: name, to: name, around: isFrame ? cut.limit : own };
      const value = isOverridden ? overrides[name] : ofThisEdition(name, brief[name], cut);
      const kept = keeper.value(value, shown, spot);
      if (kept !== undefined) fields[name] = kept;
    }
  }
  return { fields: withPossibleType(fields), problems };
}

function fieldIn(shown: ShownFields, name: string) {
  return Object.hasOwn(shown, name) ? shown[name] : undefined;
}

/** The order of the format, so that overrides stand where what they replace would stand. */
function inOrder(names: readonly string[]): readonly string[] {
  const places = ['briefpress', 'edition', 'supersedes', 'type', 'status', 'title', 'subtitle', 'reference'];
  const order = [...places, 'languages', 'asOf', 'issuedAt', 'reviewBy', 'likelihoodScale', 'citationStyle', 'marking'];
  const all = [...order, 'from', 'to', 'cc', 'clearances', 'summary', ...Object.keys(SHOWN_ITEMS)];
  const rank = (name: string) => (all.includes(name) ? all.indexOf(name) : all.length);
  return names.toSorted((a, b) => rank(a) - rank(b));
}

/** Without these an edition would be misread; the others may simply not be there. */
function mustBeOverridden(name: string): boolean {
  return ['title', 'summary', 'background', 'analysis'].includes(name);
}

function overrideMissing(name: string, cut: Cut, own: Tlp): Diagnostic {
  return error(
    'edition-override-missing',
    `\`${name}\` bears the brief's marking, ${own}, and the edition "${cut.name}" shows nothing above ${cut.limit}.`,
    {
      at: name,
      hints: [
        cut.isNamed
          ? `Give the edition a text of its own: \`${cut.field}.overrides.${name}\`.`
          : `Name an edition of at most ${cut.limit} in \`editions\`, with \`overrides\` that have \`${name}\`.`,
      ],
    },
  );
}

/**
 * The edition's marking is its limit. Where that is below the brief's, the rest of the brief's marking was made for the
 * brief and may tell of it, so it is left out. That nobody may say who said what, and that each item bears its mark, hold
 * for every edition.
 */
function markingFor({ marking }: Brief, cut: Cut, isLower: boolean): Draft {
  const { gscp, restrictions, chathamHouse, portions } = marking ?? {};
  return {
    tlp: cut.limit,
    ...(!isLower && gscp !== undefined && { gscp }),
    ...(!isLower && restrictions !== undefined && { restrictions }),
    ...(chathamHouse !== undefined && { chathamHouse }),
    ...(portions !== undefined && { portions }),
  };
}

/** Who holds a copy of the whole brief, or of another edition, is no matter of this one. */
function ofThisEdition(name: string, value: unknown, cut: Cut): unknown {
  if (name !== 'distribution' || !Array.isArray(value)) return value;
  return value.map((copy: { readonly edition?: string }) => (cut.isNamed && copy.edition === cut.name ? copy : null));
}

/** What a type needs may have been withheld: a submission that asks for nothing is an information memo. */
function withPossibleType(fields: Readonly<Record<string, unknown>>): Draft {
  const needs: Readonly<Record<string, string>> = {
    'action-memo': 'request',
    submission: 'request',
    'read-ahead': 'meeting',
    assessment: 'judgements',
  };
  const { type, layout, ...rest } = fields;
  const needed = needs[String(type)];
  if (needed === undefined || Object.hasOwn(fields, needed)) return fields;
  const { template, ...otherLayout } = (layout ?? {}) as Draft;
  return Object.keys(otherLayout).length > 0 ? { ...rest, layout: otherLayout } : rest;
}

/** Sources that nothing cites have gone: those after them have other places now. */
function renumber(before: unknown, after: readonly unknown[], origins: Map<string, string>): void {
  const old = new Map(origins);
  for (const field of old.keys()) if (/^sources\[\d+\]\./.test(field)) origins.delete(field);
  const places = new Map((Array.isArray(before) ? before : []).map((source, index) => [source, index]));
  for (const [index, source] of after.entries()) {
    const origin = old.get(`sources[${places.get(source)}]`);
    if (origin !== undefined) origins.set(`sources[${index}]`, origin);
  }
}

/** Finds the field of the whole brief that a field of the cut one came from. */
function originIn(origins: ReadonlyMap<string, string>): (field: string) => string {
  return (field) => {
    for (
      let end = field.length;
      end > 0;
      end = Math.max(field.lastIndexOf('.', end - 1), field.lastIndexOf('[', end - 1))
    ) {
      const origin = origins.get(field.slice(0, end));
      if (origin !== undefined) return origin + field.slice(end);
    }
    return field;
  };
}

interface Rebuilding {
  readonly cut: Cut;
  originOf(field: string): string;
}

/** Writes what was kept, and goes on with what was written: nothing else can come along. */
function rebuilt(loaded: LoadedBrief, draft: Draft, { cut, originOf }: Rebuilding): Outcome<CutBrief> {
  const format = loaded.file.toLowerCase().endsWith('.json') ? 'json' : 'yaml';
  const id = `${loaded.id}.${cut.name}`;
  const text = writeBrief(draft, format);
  const read = readWritten(text, `${id}.${format}`, format);
  if (!read.ok) return failure(read.diagnostics.map((each) => incomplete(each, loaded, { cut, originOf })));
  const value: CutBrief = {
    brief: read.value,
    id,
    file: loaded.file,
    text,
    placeOf: (field) => loaded.placeOf(originOf(field)),
    annexBodies: new Map(),
    cut,
    withheld: withheldTexts(loaded, read.value),
    shown: [id, ...shownTexts(read.value)],
    placeOfWithheld: (field) => loaded.placeOf(field),
  };
  return outcomeOf(value, []);
}

/** What is left may be too little to be a brief: no key fact, a decision between one option. */
function incomplete(
  { message, field = '' }: Diagnostic,
  loaded: LoadedBrief,
  { cut, originOf }: Rebuilding,
): Diagnostic {
  const about = originOf(field) || cut.field;
  const said = error('edition-incomplete', `What the edition "${cut.name}" keeps is no whole brief: ${message}`, {
    at: loaded.placeOf(about),
    hints: ['Mark what it needs so that the edition may show it, or withhold what needs it.'],
  });
  return { ...said, field: about };
}

function placed(diagnostic: Diagnostic, loaded: LoadedBrief, cut: Cut): Diagnostic {
  return diagnostic.place === undefined
    ? { ...diagnostic, place: loaded.placeOf(diagnostic.field ?? cut.field) }
    : diagnostic;
}
