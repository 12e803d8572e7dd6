/** The marking that an edition bears. */
import type { Brief } from '../brief/brief.js';
import { tierOf } from '../brief/markings.js';
import { type Diagnostic, warning } from '../diagnostics/diagnostic.js';
import type { Redaction } from './choose-redaction.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The edition's marking is its limit. Where that is below the brief's, the other parts of the brief's marking were
 * chosen for the whole brief and may reveal something about it, so they are left out. The Chatham House rule and portion
 * marks apply to every edition.
 */
export function markingFor({ marking }: Brief, redaction: Redaction, isLower: boolean): Fields {
  const { restrictions, chathamHouse, portions } = marking ?? {};
  const gscp = !isLower && redaction.tier === tierOf(marking) ? marking?.gscp : gscpOf(redaction.tier);
  return {
    ...(redaction.bearsTlp && { tlp: redaction.limit }),
    ...(gscp !== undefined && { gscp }),
    ...(!isLower && restrictions !== undefined && { restrictions }),
    ...(chathamHouse !== undefined && { chathamHouse }),
    ...(portions !== undefined && { portions }),
  };
}

function gscpOf(tier: string | null): Fields | undefined {
  const [, name, suffix] = /^(.*?)(-SENSITIVE)?$/.exec(tier ?? '') ?? [];
  if (tier === null) return undefined;
  return { tier: name, ...(suffix !== undefined && { sensitive: true }) };
}

/** Nobody should find out from the page that the edition does not bear the tier of the brief. */
export function tierProblems({ marking }: Brief, kept: Brief, redaction: Redaction): Diagnostic[] {
  const tier = tierOf(marking);
  if (tier === null || kept.marking?.gscp !== undefined) return [];
  return [
    warning(
      'edition-tier',
      `The edition "${redaction.name}" bears TLP:${redaction.limit} alone, and not the tier of the brief, ${tier}.`,
      {
        at: 'marking.gscp',
        hints: [
          redaction.isNamed
            ? `Give the edition its own: \`${redaction.field}.tier\`. What is classified higher is then withheld.`
            : 'Make sure that what it shows may leave that tier.',
        ],
      },
    ),
  ];
}
