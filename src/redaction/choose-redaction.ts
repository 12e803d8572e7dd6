import type { Brief, EditionDefinition, Tlp } from '../brief/brief.js';
import { languagesOf } from '../brief/languages.js';
import { tierOf, withinLimit, withinTier } from '../brief/markings.js';
import {
  type Diagnostic,
  didYouMean,
  error,
  failure,
  type Outcome,
  outcomeOf,
  success,
  warning,
} from '../diagnostics/diagnostic.js';

import { type Around, STRICTEST } from './tlp.js';

/** What a user may ask for: a named edition, or a limit and readers given on the command line. */
export type RedactionChoice =
  | { readonly edition: string }
  | { readonly maxTlp?: Tlp; readonly audiences?: readonly string[] };

/** What one group of readers may see of a brief. */
export interface Redaction {
  /** Part of the file name: the id of the edition, or `green`, `green-partners` for an unnamed one. */
  readonly name: string;
  /** The field of the brief that defines it, or the root if no field does. */
  readonly field: string;
  /** Whether the brief names this edition. */
  readonly isNamed: boolean;
  /** The marking of the edition: anything marked higher is withheld. */
  readonly limit: Tlp;
  /** Whether it bears `limit` as its label: where brief and edition speak of tiers alone, it does not. */
  readonly bearsTlp: boolean;
  /** Its security classification, and whether the edition names it: then what is classified higher is withheld too. */
  readonly tier: string | null;
  readonly namesTier: boolean;
  /** Its readers; empty if it is for anybody. */
  readonly audiences: readonly string[];
  readonly languages: readonly string[];
  /** The fields that it replaces, and where they are written. */
  readonly overrides: { readonly values: NonNullable<EditionDefinition['overrides']>; readonly field: string };
}

/** The brief's own marking. A brief without one is treated as meant for its first readers alone. */
export function markingOf(brief: Brief): Tlp {
  return brief.marking?.tlp ?? STRICTEST;
}

/** Whether the edition may show less than the brief's own marking allows. */
export function isBelow(
  brief: Brief,
  { limit, tier, namesTier }: Pick<Redaction, 'limit' | 'tier' | 'namesTier'>,
): boolean {
  return !withinLimit(markingOf(brief), limit) || (namesTier && !withinTier(tierOf(brief.marking), tier));
}

/** The markings that an item has which says nothing of its own. */
export function aroundItems(brief: Brief, redaction: Redaction): Around {
  const isAsked = redaction.namesTier || !isBelow(brief, redaction);
  return { tlp: markingOf(brief), tier: isAsked ? tierOf(brief.marking) : null };
}

/** The requested redaction. Error: `edition-unknown`, which lists the brief's editions. */
export function chooseRedaction(brief: Brief, choice: RedactionChoice): Outcome<Redaction> {
  return 'edition' in choice ? chooseNamed(brief, choice.edition) : chooseUnnamed(brief, choice);
}

/** The editions that the brief names. */
export function namedRedactions(brief: Brief): readonly Redaction[] {
  return (brief.editions ?? []).map((edition, index) => namedRedaction(brief, edition, index));
}

function chooseNamed(brief: Brief, id: string): Outcome<Redaction> {
  const index = (brief.editions ?? []).findIndex((edition) => edition.id === id);
  const edition = brief.editions?.[index];
  if (edition !== undefined) return success(namedRedaction(brief, edition, index));
  const ids = (brief.editions ?? []).map((each) => each.id);
  const others =
    ids.length > 0 ? `It has: ${ids.join(', ')}.` : 'Add it to `editions`, with its `id` and its `maxTlp`.';
  return failure([
    error('edition-unknown', `The brief has no edition "${id}".`, {
      at: 'editions',
      hints: [didYouMean(id, ids) ?? others],
    }),
  ]);
}

function namedRedaction(brief: Brief, edition: EditionDefinition, index: number): Redaction {
  const field = `editions[${index}]`;
  return {
    name: edition.id,
    field,
    isNamed: true,
    limit: edition.maxTlp ?? markingOf(brief),
    tier: edition.tier ?? tierWithin(brief, edition.maxTlp ?? markingOf(brief)),
    namesTier: edition.tier !== undefined,
    bearsTlp: (edition.maxTlp ?? brief.marking?.tlp) !== undefined || edition.tier === undefined,
    audiences: edition.audiences ?? [],
    languages: edition.languages ?? languagesOf(brief),
    overrides: { values: edition.overrides ?? {}, field: `${field}.overrides` },
  };
}

/** The tier of an edition that names none. */
function tierWithin(brief: Brief, limit: Tlp): string | null {
  return withinLimit(markingOf(brief), limit) ? tierOf(brief.marking) : null;
}

/**
 * An unnamed edition has no replacement texts of its own. Where it is marked below the brief, it takes those of the
 * nearest named edition with a marking no higher than its own: what was written for GREEN may be read by anyone who may
 * read AMBER. Otherwise its readers have the brief's own words, unless a named edition replaces them for these readers.
 */
function chooseUnnamed(
  brief: Brief,
  { maxTlp, audiences = [] }: Exclude<RedactionChoice, { edition: string }>,
): Outcome<Redaction> {
  const limit = maxTlp ?? markingOf(brief);
  const isLower = !withinLimit(markingOf(brief), limit);
  const tier = tierWithin(brief, limit);
  const lenders = namedRedactions(brief)
    .filter((redaction) => withinLimit(redaction.limit, limit) && isForAll(redaction.audiences, audiences))
    .filter((redaction) => !redaction.namesTier || withinTier(redaction.tier, tier))
    .filter((redaction) => isLower || redaction.audiences.length > 0)
    .sort((a, b) => isHigher(b, a) - isHigher(a, b) || isParticular(b) - isParticular(a));
  const unfit = audiences.filter((each) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(each));
  if (unfit.length > 0) return failure(unfit.map(noAudience));
  const words = maxTlp === undefined && audiences.length > 0 ? [] : [limit.toLowerCase().replace('+', '-')];
  const redaction: Redaction = {
    name: [...words, ...audiences].join('-'),
    field: '',
    isNamed: false,
    limit,
    tier,
    namesTier: false,
    bearsTlp: true,
    audiences,
    languages: languagesOf(brief),
    overrides: lenders[0]?.overrides ?? { values: {}, field: '' },
  };
  return outcomeOf(redaction, unknownAudiences(brief, audiences));
}

function isHigher(a: Redaction, b: Redaction): number {
  return Number(!withinLimit(a.limit, b.limit));
}

function isParticular({ audiences }: Redaction): number {
  return Number(audiences.length > 0);
}

/** Whether everyone in `wanted` may read texts written for `readers` (for anybody, if empty). */
function isForAll(readers: readonly string[], wanted: readonly string[]): boolean {
  return readers.length === 0 || (wanted.length > 0 && wanted.every((each) => readers.includes(each)));
}

/** The name becomes part of a file name. */
function noAudience(audience: string): Diagnostic {
  return error(
    'edition-unknown',
    `"${audience}" is not the name of an audience; expected lower-case letters and digits, joined by hyphens.`,
    { at: '' },
  );
}

/** A misspelt audience can only withhold more than was intended; it is reported all the same. */
function unknownAudiences(brief: Brief, audiences: readonly string[]): Diagnostic[] {
  const known = [...new Set(audiencesIn(brief))];
  return audiences
    .filter((each) => !known.includes(each))
    .map((each) => {
      const others = known.length > 0 ? `It names: ${known.join(', ')}.` : null;
      return warning(
        'edition-unknown',
        `Nothing in the brief is for the audience "${each}": what is for particular readers is withheld.`,
        { at: '', hints: [didYouMean(each, known) ?? others] },
      );
    });
}

function audiencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(audiencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'audiences' && Array.isArray(inner) ? inner.map(String) : audiencesIn(inner),
  );
}
