import type { Brief, Marking, Tlp } from '../brief/brief.js';
import type { Portion } from './edition.js';
import { protectiveTier } from './marking.js';

/** Title and prose, which have the marking of the whole brief. */
const PROSE = ['title', 'subtitle', 'summary', 'background', 'analysis'] as const;
/** Items that have the marking of the whole brief unless they have their own. */
const ITEMS = [
  ...(['keyFacts', 'judgements', 'stakeholders', 'quotes', 'openQuestions', 'timeline', 'risks'] as const),
  ...(['speakingPoints', 'defensives', 'nextSteps', 'figures', 'sections', 'glossary', 'annexes', 'sources'] as const),
] as const;
/** People are portions only where the brief marks them, or they have said something. */
const IF_MARKED = ['to', 'cc', 'clearances', 'distribution'] as const;

type Marked = { readonly tlp?: Tlp | undefined } | string;

/**
 * The mark of every portion of a brief that asks for portion marks; none for other briefs. By the rules of portion
 * marking, an item without its own mark has that of the item it belongs to, and finally that of the document.
 */
export function resolvePortions(brief: Brief): Portion[] {
  const { marking } = brief;
  if (marking?.portions !== true) return [];
  const own = documentMark(marking);
  const found: Portion[] = [];
  const add = (path: string, item: Marked | undefined, otherwise: string | null): string | null => {
    const mark = ownMark(item) ?? otherwise;
    if (item !== undefined && mark !== null) found.push({ path, mark });
    return mark;
  };
  const each = (path: string, items: readonly Marked[] | undefined, otherwise: string | null) => {
    for (const [i, item] of (items ?? []).entries()) add(`${path}[${i}]`, item, otherwise);
  };
  for (const name of PROSE) if (brief[name] !== undefined) add(name, {}, own);
  const request = add('request', brief.request, own);
  each('request.options', brief.request?.options, request);
  add('meeting', brief.meeting, own);
  each('meeting.attendees', brief.meeting?.attendees, null);
  add('from', brief.from, null);
  for (const name of ITEMS) each(name, brief[name], own);
  for (const name of IF_MARKED) {
    for (const [i, item] of (brief[name] ?? []).entries()) add(`${name}[${i}]`, item, hasWords(item) ? own : null);
  }
  return found;
}

function hasWords(item: Marked): boolean {
  return typeof item === 'object' && 'comment' in item;
}

function ownMark(item: Marked | undefined): string | null {
  return typeof item === 'object' && item.tlp !== undefined ? `TLP:${item.tlp}` : null;
}

function documentMark({ tlp, gscp }: Marking): string | null {
  if (tlp !== undefined) return `TLP:${tlp}`;
  return gscp === undefined ? null : protectiveTier(gscp);
}
