/** What one reader of a brief may have of it. */
import type { Brief, DistributionCopy, Tlp } from '../brief/brief.js';
import { languagesOf } from '../brief/languages.js';
import { withinLimit } from '../brief/markings.js';
import { type Diagnostic, didYouMean, error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import { markingOf, namedRedactions } from '../redaction/choose-redaction.js';

/** A cut of the brief that may be handed out: the whole of it, or one of its editions. */
export interface Cut {
  /** The id of the edition; null for the whole brief. */
  readonly edition: string | null;
  readonly limit: Tlp;
  readonly languages: readonly string[];
  /** Those of whom a reader must be one; empty where anybody may read it. */
  readonly audiences: readonly string[];
}

type Holder = Pick<DistributionCopy, 'edition' | 'clearance' | 'groups' | 'language'>;

/**
 * The cut for the holder of a copy: the edition that is named; without one, the fullest that the clearance and the groups
 * allow; the whole brief where neither is given. Errors: `edition-unknown`, `delivery-clearance`.
 */
export function chooseCut(brief: Brief, holder: Holder, field: string): Outcome<Cut> {
  const cuts = cutsOf(brief);
  const isFree = holder.clearance === undefined && holder.groups === undefined;
  if (holder.edition !== undefined || isFree) {
    const cut = cuts.find(({ edition }) => edition === (holder.edition ?? null));
    if (cut === undefined) return failure([unknownEdition(cuts, holder.edition ?? '', field)]);
    const why = isFree ? null : reasonAgainst(cut, holder, brief);
    return why === null ? success(cut) : failure([notCleared(cut, why, field)]);
  }
  const allowed = cuts.filter((cut) => reasonAgainst(cut, holder, brief) === null);
  const [best] = allowed.toSorted((a, b) => preference(a, b, holder));
  return best === undefined ? failure([clearedForNone(cuts, holder, field)]) : success(best);
}

/** The whole brief and its editions, in the order of the file. */
function cutsOf(brief: Brief): readonly Cut[] {
  const whole: Cut = { edition: null, limit: markingOf(brief), languages: languagesOf(brief), audiences: [] };
  const named = namedRedactions(brief).map(({ name, limit, languages, audiences }) => ({
    edition: name,
    limit,
    languages,
    audiences,
  }));
  return [whole, ...named];
}

/** Why a reader may not have a cut; null where nothing is against it. */
function reasonAgainst(cut: Cut, { clearance, groups = [] }: Holder, brief: Brief): string | null {
  if (clearance !== undefined && !withinLimit(cut.limit, clearance)) {
    return `it is for readers up to TLP:${cut.limit}, and \`clearance\` is ${clearance}`;
  }
  const isIn = (audiences: readonly string[]) => audiences.some((each) => groups.includes(each));
  if (cut.edition === null) {
    const closed = audiencesIn(brief).find((audiences) => !isIn(audiences));
    return closed === undefined ? null : `it holds what is for ${closed.join(', ')} alone`;
  }
  return cut.audiences.length === 0 || isIn(cut.audiences) ? null : `it is for ${cut.audiences.join(', ')}`;
}

/** Every list of audiences that limits who may read a part of the brief. */
function audiencesIn(brief: Brief): readonly (readonly string[])[] {
  const { editions: _, distribution: __, ...content } = brief;
  return listsIn(content);
}

function listsIn(value: unknown): readonly (readonly string[])[] {
  if (Array.isArray(value)) return value.flatMap(listsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'audiences' && Array.isArray(inner) ? [inner.map(String)] : listsIn(inner),
  );
}

/** One in the reader's language first, then the one that shows most, then the one made for the reader's own group. */
function preference(a: Cut, b: Cut, { language }: Holder): number {
  const speaks = (cut: Cut) => language === undefined || languageIn(cut, language) !== undefined;
  if (speaks(a) !== speaks(b)) return speaks(a) ? -1 : 1;
  if (a.limit !== b.limit) return withinLimit(a.limit, b.limit) ? 1 : -1;
  if ((a.edition === null) !== (b.edition === null)) return a.edition === null ? -1 : 1;
  return Number(b.audiences.length > 0) - Number(a.audiences.length > 0);
}

/** A language of a cut, as the brief writes it. */
export function languageIn({ languages }: Pick<Cut, 'languages'>, tag: string): string | undefined {
  return languages.find((each) => each.toLowerCase() === tag.toLowerCase());
}

function nameOf({ edition }: Cut): string {
  return edition === null ? 'the whole brief' : `the edition "${edition}"`;
}

function unknownEdition(cuts: readonly Cut[], id: string, field: string): Diagnostic {
  const ids = cuts.flatMap(({ edition }) => edition ?? []);
  const others =
    ids.length > 0 ? `It has: ${ids.join(', ')}.` : 'Add it to `editions`, with its `id` and its `maxTlp`.';
  return error('edition-unknown', `The brief has no edition "${id}".`, {
    at: `${field}.edition`,
    hints: [didYouMean(id, ids) ?? others],
  });
}

function notCleared(cut: Cut, why: string, field: string): Diagnostic {
  return error('delivery-clearance', `\`${field}\` may not have ${nameOf(cut)}: ${why}.`, {
    at: cut.edition === null ? field : `${field}.edition`,
    hints: ['Name another edition, or leave `edition` out: `clearance` and `groups` then choose it.'],
  });
}

function clearedForNone(cuts: readonly Cut[], { clearance, groups = [] }: Holder, field: string): Diagnostic {
  const words = [clearance, ...groups].filter((each) => each !== undefined).join(', ');
  const has = cuts.map((cut) => {
    const audiences = cut.audiences.length > 0 ? `, ${cut.audiences.join(', ')}` : '';
    return `${nameOf(cut)} (${cut.limit}${audiences})`;
  });
  return error('delivery-clearance', `\`${field}\` (${words}) may read neither the brief nor any edition of it.`, {
    at: field,
    hints: [`There is: ${has.join('; ')}.`, 'Take the reader off the list, or add an edition to `editions`.'],
  });
}
