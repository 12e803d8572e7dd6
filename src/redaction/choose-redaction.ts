import type { Brief, EditionDefinition, Tlp } from '../brief/brief.js';
import { languagesOf } from '../brief/languages.js';
import { withinLimit } from '../brief/markings.js';
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

import { STRICTEST } from './tlp.js';

/** What a person may ask for: a named edition, or a limit and readers on the spot. */
export type RedactionChoice =
  | { readonly edition: string }
  | { readonly maxTlp?: Tlp; readonly audiences?: readonly string[] };

/** What one group of readers may see of a brief. */
export interface Redaction {
  /** Stands in the file name: the id of the edition, or `green`, `green-partners` for one that has no name. */
  readonly name: string;
  /** The field of the brief that asks for it, or the root where no field asks for it. */
  readonly field: string;
  /** Whether it is an edition that the brief names. */
  readonly isNamed: boolean;
  /** What is marked higher is withheld; it is the marking of the edition. */
  readonly limit: Tlp;
  /** Its readers; none where it is for anybody. */
  readonly audiences: readonly string[];
  readonly languages: readonly string[];
  /** What it says in place of the brief, and where that stands. */
  readonly overrides: { readonly values: NonNullable<EditionDefinition['overrides']>; readonly field: string };
}

/** The brief's own marking; a brief without one is taken to be for nobody but its first readers. */
export function markingOf(brief: Brief): Tlp {
  return brief.marking?.tlp ?? STRICTEST;
}

/** The redaction that is asked for. Error: `edition-unknown`, with the editions that there are. */
export function chooseRedaction(brief: Brief, choice: RedactionChoice): Outcome<Redaction> {
  return 'edition' in choice ? chooseNamed(brief, choice.edition) : chooseUnnamed(brief, choice);
}

/** Those that the brief names as its editions. */
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
    audiences: edition.audiences ?? [],
    languages: edition.languages ?? languagesOf(brief),
    overrides: { values: edition.overrides ?? {}, field: `${field}.overrides` },
  };
}

/**
 * An edition without a name has no words of its own. It takes those of the named edition that comes nearest to it from below:
 * what was written for GREEN may be read by whoever may read AMBER.
 */
function chooseUnnamed(
  brief: Brief,
  { maxTlp, audiences = [] }: Exclude<RedactionChoice, { edition: string }>,
): Outcome<Redaction> {
  const limit = maxTlp ?? markingOf(brief);
  const lenders = namedRedactions(brief)
    .filter((redaction) => withinLimit(redaction.limit, limit) && isForAll(redaction.audiences, audiences))
    .sort((a, b) => (withinLimit(a.limit, b.limit) ? 1 : -1));
  const unfit = audiences.filter((each) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(each));
  if (unfit.length > 0) return failure(unfit.map(noAudience));
  const words = maxTlp === undefined && audiences.length > 0 ? [] : [limit.toLowerCase().replace('+', '-')];
  const redaction: Redaction = {
    name: [...words, ...audiences].join('-'),
    field: '',
    isNamed: false,
    limit,
    audiences,
    languages: languagesOf(brief),
    overrides: lenders[0]?.overrides ?? { values: {}, field: '' },
  };
  return outcomeOf(redaction, unknownAudiences(brief, audiences));
}

/** Whether words for `readers` (anybody, if there are none) may be read by everyone in `wanted`. */
function isForAll(readers: readonly string[], wanted: readonly string[]): boolean {
  return readers.length === 0 || (wanted.length > 0 && wanted.every((each) => readers.includes(each)));
}

/** It goes into the name of a file. */
function noAudience(audience: string): Diagnostic {
  return error(
    'edition-unknown',
    `"${audience}" is not the name of an audience; expected lower-case letters and digits, joined by hyphens.`,
    { at: '' },
  );
}

/** A slip of the pen withholds more than was meant, and never less; it is said all the same. */
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
