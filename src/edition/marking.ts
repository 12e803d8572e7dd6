import type { Marking as BriefMarking } from '../brief/brief.js';
import { tierOf } from '../brief/markings.js';
import type { Marking } from './edition.js';
import type { Passages } from './passages.js';

/** The marking of a brief; null where it has none. */
export function resolveMarking(marking: BriefMarking | undefined, passages: Passages): Marking | null {
  if (marking === undefined) return null;
  const line = marking.gscp === undefined ? null : protectiveMarking(marking.gscp);
  return {
    tlp: marking.tlp === undefined ? null : `TLP:${marking.tlp}`,
    protective: line === null ? null : passages.words(line, 'marking.gscp', 'en'),
    restrictions: passages.optional(marking.restrictions, 'marking.restrictions', passages.plain),
    chathamHouse: marking.chathamHouse ?? false,
  };
}

/**
 * The protective marking as one line in capitals, after the UK's Government Security Classifications Policy: the tier,
 * `-SENSITIVE` where it applies, then handling instructions, then descriptors.
 */
function protectiveMarking(gscp: NonNullable<BriefMarking['gscp']>): string {
  return [tierOf({ gscp }), ...(gscp.handling ?? []), ...(gscp.descriptors ?? [])].join(' – ').toLocaleUpperCase('en');
}
