/** One brief → the brief that other readers may have: decided on its data, before anything is resolved or rendered. */

import type { Brief, LoadedBrief } from '../brief/brief.js';
import { languagesOf } from '../brief/languages.js';
import { tierOf } from '../brief/markings.js';
import { formatOf, readWritten, writeBrief } from '../brief/write.js';
import {
  type Diagnostic,
  error,
  failure,
  type Outcome,
  outcomeOf,
  type Place,
  placedBy,
} from '../diagnostics/diagnostic.js';

import { aroundItems, chooseRedaction, isBelow, type Redaction, type RedactionChoice } from './choose-redaction.js';
import { nameProblems } from './document-name.js';
import { markingFor, tierProblems } from './edition-marking.js';
import { withNeutralNames } from './neutral-names.js';
import { Redactor } from './redactor.js';
import { brokenReferences, citedSources } from './references.js';
import { sectionsInPlace } from './section-places.js';
import { SHOWN_FRAME, SHOWN_ITEMS, SHOWN_PROSE, type ShownFields } from './shown-fields.js';
import { type Around, mayShow, STRICTEST } from './tlp.js';
import { shownTexts, type WithheldText, withheldTexts } from './withheld.js';

/** A redacted brief, complete in itself, and what was left out of it, for the proof. */
export interface RedactedBrief extends LoadedBrief {
  readonly redaction: Redaction;
  readonly withheld: readonly WithheldText[];
  /** Every text that it has. */
  readonly shown: readonly string[];
  /** What a field of this brief is called in the brief that it was made from. */
  originOf(field: string): string;
  /** Where a withheld field is written; `placeOf` is for the fields of this brief. */
  placeOfWithheld(field: string): Place;
}

/** A brief as the requested readers may see it. Errors: those of `chooseRedaction` and `redactBrief`, with their places. */
export function redactAsAsked(loaded: LoadedBrief, choice: RedactionChoice): Outcome<RedactedBrief> {
  const redaction = chooseRedaction(loaded.brief, choice);
  const problems = redaction.diagnostics.map((each) => ({ ...each, place: loaded.placeOf(each.field ?? '') }));
  if (!redaction.ok) return failure(problems);
  const made = redactBrief(loaded, redaction.value);
  return { ...made, diagnostics: [...problems, ...made.diagnostics] };
}

/** Whether a brief was redacted, so that documents made from it must be proved. */
export function isRedacted(loaded: LoadedBrief): loaded is RedactedBrief {
  return 'withheld' in loaded;
}

/**
 * Keeps what the redaction may show. The result is a brief in its own right: `text` is its file, written anew from what
 * was kept, and `brief` is the content of that text. Errors, all reported at once: `edition-override-missing`,
 * `edition-refers-to-withheld`, `edition-sources-withheld`, `edition-incomplete`, `sense-language-missing`.
 */
export function redactBrief(loaded: LoadedBrief, redaction: Redaction): Outcome<RedactedBrief> {
  const { brief } = loaded;
  const own = aroundItems(brief, redaction);
  const sources = new Set(brief.sources.filter((each) => mayShow(each, own, redaction)).map(({ id }) => id));
  const redactor = new Redactor({ redaction, mainLanguage: languagesOf(brief)[0], sources });
  const sections = sectionsInPlace(brief, redaction);
  const data = { ...withAnnexBodies(loaded), ...(sections && { sections }) };
  const kept = keepRoot(data, { redaction, own, redactor });
  const draft = { ...kept.fields, sources: citedSources(kept.fields) };
  renumber(kept.fields.sources, draft.sources, redactor.origins);
  const originOf = originIn(redactor.origins);
  const problems = [...kept.problems, ...redactor.problems, ...brokenReferences(brief, draft, { redaction, originOf })];
  if (problems.length > 0) return failure(problems.map((each) => placed(each, loaded, redaction)));
  return rebuilt(loaded, draft, { redaction, originOf });
}

type Draft = Readonly<Record<string, unknown>>;

/** An annex file becomes an annex written in the brief: the redacted brief names no file of the whole one. */
function withAnnexBodies({ brief, annexBodies }: LoadedBrief): Draft {
  if (brief.annexes === undefined) return { ...brief };
  const annexes = brief.annexes.map((annex, index) => {
    const body = annexBodies.get(index);
    return body === undefined ? annex : { ...annex, body };
  });
  return { ...brief, annexes };
}

interface Setup {
  readonly redaction: Redaction;
  /** The brief's own marking. */
  readonly own: Around;
  readonly redactor: Redactor;
}

function keepRoot(brief: Draft, setup: Setup): { fields: Draft; problems: readonly Diagnostic[] } {
  const { redaction, own, redactor } = setup;
  const problems: Diagnostic[] = [];
  const fields: Record<string, unknown> = {};
  const overrides: Draft = redaction.overrides.values;
  const whole = brief as unknown as Brief;
  const isLower = isBelow(whole, redaction);
  const ofEdition = { tlp: redaction.limit, tier: null };
  const names = [...new Set([...Object.keys(brief), ...Object.keys(overrides), 'languages', 'marking'])];
  for (const name of inOrder(names)) {
    if (name === 'languages') fields.languages = [...redaction.languages];
    else if (name === 'marking') fields.marking = markingFor(whole, redaction, isLower);
    else {
      const shown = fieldIn(SHOWN_FRAME, name) ?? fieldIn(SHOWN_PROSE, name) ?? fieldIn(SHOWN_ITEMS, name);
      if (shown === undefined) continue;
      const isFrame = fieldIn(SHOWN_FRAME, name) !== undefined;
      const isOverridden = !isFrame && Object.hasOwn(overrides, name);
      // `null` in an edition leaves the field out.
      if (isOverridden && overrides[name] === null) continue;
      if (!isOverridden && isLower && fieldIn(SHOWN_PROSE, name) !== undefined) {
        if (mustBeOverridden(name)) problems.push(overrideMissing(name, redaction, whole));
        continue;
      }
      const spot = isOverridden
        ? { from: `${redaction.overrides.field}.${name}`, to: name, around: ofEdition }
        : { from: name, to: name, around: isFrame ? ofEdition : own };
      const value = isOverridden ? overrides[name] : ofThisEdition(name, brief[name], redaction);
      const kept = redactor.value(value, shown, spot);
      if (kept !== undefined) fields[name] = kept;
    }
  }
  return { fields: withPossibleType(fields), problems };
}

function fieldIn(shown: ShownFields, name: string) {
  return Object.hasOwn(shown, name) ? shown[name] : undefined;
}

/** The order of the format, so that a replacement stands where the replaced field would. */
function inOrder(names: readonly string[]): readonly string[] {
  const places = ['briefpress', 'edition', 'supersedes', 'type', 'status', 'title', 'subtitle', 'reference'];
  const order = [...places, 'languages', 'asOf', 'issuedAt', 'reviewBy', 'likelihoodScale', 'citationStyle', 'marking'];
  const all = [...order, 'from', 'to', 'cc', 'clearances', 'summary', ...Object.keys(SHOWN_ITEMS)];
  const rank = (name: string) => (all.includes(name) ? all.indexOf(name) : all.length);
  return names.toSorted((a, b) => rank(a) - rank(b));
}

/** Fields without which an edition would be misread; the others may be absent. */
function mustBeOverridden(name: string): boolean {
  return ['title', 'summary', 'background', 'analysis'].includes(name);
}

function overrideMissing(name: string, redaction: Redaction, { marking }: Brief): Diagnostic {
  const bears = [marking?.tlp ?? STRICTEST, redaction.namesTier ? tierOf(marking) : null].filter(
    (each) => each !== null,
  );
  const shows = [redaction.limit, redaction.namesTier ? redaction.tier : null].filter((each) => each !== null);
  return error(
    'edition-override-missing',
    `\`${name}\` bears the brief's marking, ${bears.join(', ')}, and the edition "${redaction.name}" shows nothing above ${shows.join(', ')}.`,
    {
      at: name,
      hints: [
        redaction.isNamed
          ? `Give the edition a text of its own: \`${redaction.field}.overrides.${name}\`.`
          : `Name an edition of at most ${redaction.limit} in \`editions\`, with \`overrides\` that have \`${name}\`.`,
      ],
    },
  );
}

/** Who holds a copy of the whole brief, or of another edition, does not concern this one. */
function ofThisEdition(name: string, value: unknown, redaction: Redaction): unknown {
  if (name !== 'distribution' || !Array.isArray(value)) return value;
  return value.map((copy: { readonly edition?: string }) =>
    redaction.isNamed && copy.edition === redaction.name ? copy : null,
  );
}

/** What a type requires may have been withheld: a submission that asks for nothing becomes an information memo. */
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

/** Sources that nothing cites are gone, so the sources after them have new indices. */
function renumber(before: unknown, after: readonly unknown[], origins: Map<string, string>): void {
  const old = new Map(origins);
  for (const field of old.keys()) if (/^sources\[\d+\]\./.test(field)) origins.delete(field);
  const places = new Map((Array.isArray(before) ? before : []).map((source, index) => [source, index]));
  for (const [index, source] of after.entries()) {
    const origin = old.get(`sources[${places.get(source)}]`);
    if (origin !== undefined) origins.set(`sources[${index}]`, origin);
  }
}

/** Finds the field of the whole brief from which a field of the redacted one came. */
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
  readonly redaction: Redaction;
  originOf(field: string): string;
}

/** Serialises what was kept and continues with the parsed result, so that nothing else can come along. */
function rebuilt(loaded: LoadedBrief, draft: Draft, { redaction, originOf }: Rebuilding): Outcome<RedactedBrief> {
  const format = formatOf(loaded.file);
  const id = `${loaded.id}.${redaction.name}`;
  const { value: neutral, originals } = withNeutralNames(draft);
  const text = writeBrief(neutral, format);
  const read = readWritten(text, `${id}.${format}`, format);
  if (!read.ok) return failure(read.diagnostics.map((each) => incomplete(each, loaded, { redaction, originOf })));
  const withheld = withheldTexts(loaded, read.value);
  const shown = shownTexts(read.value);
  const value: RedactedBrief = {
    brief: read.value,
    id,
    file: loaded.file,
    text,
    placeOf: (field) => loaded.placeOf(originOf(field)),
    annexBodies: new Map(),
    redaction,
    originOf,
    withheld,
    shown: [id, ...shown],
    originals,
    placeOfWithheld: (field) => loaded.placeOf(field),
  };
  const problems = [...nameProblems(id, { withheld, shown }), ...tierProblems(loaded.brief, read.value, redaction)];
  return outcomeOf(value, placedBy(loaded.placeOf, problems));
}

/** What is left may be too little for a brief: no key fact, a decision with a single option. */
function incomplete(
  { message, field = '' }: Diagnostic,
  loaded: LoadedBrief,
  { redaction, originOf }: Rebuilding,
): Diagnostic {
  const about = originOf(field) || redaction.field;
  const problem = error(
    'edition-incomplete',
    `What the edition "${redaction.name}" keeps is not a whole brief: ${message}`,
    {
      at: loaded.placeOf(about),
      hints: ['Mark what it needs so that the edition may show it, or withhold what needs it.'],
    },
  );
  return { ...problem, field: about };
}

function placed(diagnostic: Diagnostic, loaded: LoadedBrief, redaction: Redaction): Diagnostic {
  return diagnostic.place === undefined
    ? { ...diagnostic, place: loaded.placeOf(diagnostic.field ?? redaction.field) }
    : diagnostic;
}
