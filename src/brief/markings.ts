/** The order of markings, and what a brief holds above its own. */
import { type Diagnostic, error } from '../diagnostics/diagnostic.js';
import type { Brief, LoadedBrief, Marking, Tlp } from './brief.js';
import { markingDefinitions } from './schema/marking.js';

/** From the widest to the narrowest (TLP 2.0, https://www.first.org/tlp/). */
const TLP_ORDER: readonly unknown[] = markingDefinitions.tlp.enum;
const TIERS: readonly unknown[] = markingDefinitions.gscp.properties.tier.enum;

/** Whether what bears `mark` may be read by those who may read `limit`. A mark that nobody knows is above all limits. */
export function withinLimit(mark: unknown, limit: Tlp): boolean {
  const rank = TLP_ORDER.indexOf(mark);
  return rank !== -1 && rank <= TLP_ORDER.indexOf(limit);
}

/** Whether the tier of one protective marking is no higher than that of another; OFFICIAL-SENSITIVE is above OFFICIAL. */
export function withinTier(gscp: Marking['gscp'], limit: Marking['gscp']): boolean {
  return tierRank(gscp) <= tierRank(limit);
}

function tierRank(gscp: Marking['gscp']): number {
  return gscp === undefined ? -1 : TIERS.indexOf(gscp.tier) + (gscp.sensitive === true ? 0.5 : 0);
}

/**
 * Everything in a brief that is marked above the brief itself: a page may not say GREEN over a RED fact. It is asked of
 * what goes into one document, since an edition for other readers may well leave all of it out.
 */
export function underMarked({ brief, placeOf }: Pick<LoadedBrief, 'brief' | 'placeOf'>): readonly Diagnostic[] {
  const own = brief.marking?.tlp;
  const above = marksIn(brief).filter(({ mark }) => own === undefined || !withinLimit(mark, own));
  const [highest] = above.map(({ mark }) => mark).sort((a, b) => TLP_ORDER.indexOf(b) - TLP_ORDER.indexOf(a));
  return above.map(({ owner, mark }) => {
    const bears = own === undefined ? 'bears no TLP marking' : `is marked TLP:${own}`;
    return error('sense-under-marked', `\`${owner}\` is marked TLP:${mark}, and the document ${bears}.`, {
      at: placeOf(`${owner}.tlp`),
      hints: [
        own === undefined ? `Add \`marking: { tlp: ${highest} }\`.` : `Raise \`marking.tlp\` to ${highest}.`,
        `Or build an edition, which leaves out what is above it: \`--max-tlp ${own ?? 'GREEN'}\`.`,
      ],
    });
  });
}

interface Mark {
  /** The field that is marked. */
  readonly owner: string;
  readonly mark: Tlp;
}

/** What stands in `editions` is said in place of the brief, by documents that have markings of their own. */
function marksIn({ marking: _, editions: __, ...content }: Brief): readonly Mark[] {
  return Object.entries(content).flatMap(([name, value]) => marksWithin(name, value));
}

function marksWithin(path: string, value: unknown): readonly Mark[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => marksWithin(`${path}[${index}]`, item));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'tlp' ? [{ owner: path, mark: inner as Tlp }] : marksWithin(`${path}.${name}`, inner),
  );
}
