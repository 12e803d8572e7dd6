/** The order of markings, and what a brief holds above its own. */
import { type Diagnostic, error } from '../diagnostics/diagnostic.js';
import type { Brief, LoadedBrief, Marking, Tlp } from './brief.js';
import { markingDefinitions } from './schema/marking.js';

/** From the widest to the narrowest (TLP 2.0, https://www.first.org/tlp/). */
const TLP_ORDER: readonly unknown[] = markingDefinitions.tlp.enum;
const TIERS: readonly unknown[] = markingDefinitions.tier.enum;

/** Whether what bears `mark` may be read by those who may read `limit`. A mark that nobody knows is above all limits. */
export function withinLimit(mark: unknown, limit: Tlp): boolean {
  const rank = TLP_ORDER.indexOf(mark);
  return rank !== -1 && rank <= TLP_ORDER.indexOf(limit);
}

/** Whether what bears a tier may stand in a document of another; in one that has none, only what has none may. */
export function withinTier(tier: string | null, limit: string | null): boolean {
  return tierRank(tier) <= tierRank(limit);
}

/** A tier that nobody knows is neither above nor below another. */
function tierRank(tier: string | null): number {
  if (tier === null) return -1;
  const known = TIERS.indexOf(tier);
  const stem = TIERS.indexOf(tier.replace(/-SENSITIVE$/, ''));
  // A tier with a suffix of its own is just above that tier.
  return known !== -1 ? known : stem !== -1 ? stem + 0.5 : Number.NaN;
}

/** The tier of a marking as one word, with `-SENSITIVE` where it applies; null where it has none. */
export function tierOf(marking: Marking | undefined): string | null {
  if (marking?.gscp === undefined) return null;
  const { tier, sensitive } = marking.gscp;
  return sensitive === true ? `${tier}-SENSITIVE` : tier;
}

/**
 * Everything in a brief that is marked above the brief itself: a page may not say GREEN over a RED fact. It is asked of
 * what goes into one document, since an edition for other readers may well leave all of it out.
 */
export function underMarked({ brief, placeOf }: Pick<LoadedBrief, 'brief' | 'placeOf'>): readonly Diagnostic[] {
  const marks = marksIn(brief);
  return [...aboveTlp(marks, brief), ...aboveTier(marks, brief)].map(({ field, message, hints }) =>
    error('sense-under-marked', message, { at: placeOf(field), hints }),
  );
}

interface Finding {
  readonly field: string;
  readonly message: string;
  readonly hints: readonly string[];
}

function aboveTlp(marks: readonly Mark[], { marking }: Brief): Finding[] {
  const own = marking?.tlp;
  const above = marks.filter(({ name, mark }) => name === 'tlp' && (own === undefined || !withinLimit(mark, own)));
  const [highest] = above.map(({ mark }) => mark).sort((a, b) => TLP_ORDER.indexOf(b) - TLP_ORDER.indexOf(a));
  const bears = own === undefined ? 'bears no TLP marking' : `is marked TLP:${own}`;
  return above.map(({ owner, mark }) => ({
    field: `${owner}.tlp`,
    message: `\`${owner}\` is marked TLP:${mark}, and the document ${bears}.`,
    hints: [
      own === undefined ? `Add \`marking: { tlp: ${highest} }\`.` : `Raise \`marking.tlp\` to ${highest}.`,
      `Or build an edition, which leaves out what is above it: \`--max-tlp ${own ?? 'GREEN'}\`.`,
    ],
  }));
}

function aboveTier(marks: readonly Mark[], { marking }: Brief): Finding[] {
  const own = tierOf(marking);
  const above = marks.filter(({ name, mark }) => name === 'tier' && !withinTier(mark, own));
  const [highest = ''] = above.map(({ mark }) => mark).sort((a, b) => tierRank(b) - tierRank(a));
  const [tier = ''] = highest.split('-');
  const gscp = tier === highest ? `{ tier: ${tier} }` : `{ tier: ${tier}, sensitive: true }`;
  const bears = own === null ? 'bears no security classification' : `is marked ${own}`;
  return above.map(({ owner, mark }) => ({
    field: `${owner}.tier`,
    message: `\`${owner}\` is marked ${mark}, and the document ${bears}.`,
    hints: [
      own === null ? `Add \`gscp: ${gscp}\` to \`marking\`.` : `Raise \`marking.gscp\` to \`${gscp}\`.`,
      `Or name an edition that leaves out what is above it, with \`tier: ${own ?? 'OFFICIAL'}\`.`,
    ],
  }));
}

interface Mark {
  /** The field that is marked. */
  readonly owner: string;
  readonly name: 'tlp' | 'tier';
  readonly mark: string;
}

/** What stands in `editions` is said in place of the brief, by documents that have markings of their own. */
export function marksIn({ marking: _, editions: __, ...content }: Brief): readonly Mark[] {
  return Object.entries(content).flatMap(([name, value]) => marksWithin(name, value));
}

function marksWithin(path: string, value: unknown): readonly Mark[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => marksWithin(`${path}[${index}]`, item));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    (name === 'tlp' || name === 'tier') && typeof inner === 'string'
      ? [{ owner: path, name, mark: inner }]
      : marksWithin(`${path}.${name}`, inner),
  );
}
