import type { Brief, Tier, Tlp } from '../brief/brief.js';
import { tierOf } from '../brief/markings.js';
import type { Portion } from './edition.js';

/** Title and prose, which have the marking of the whole brief. */
const PROSE = ['title', 'subtitle', 'summary', 'background', 'analysis'] as const;
/** Items that have the marking of the whole brief unless they have their own. */
const ITEMS = [
  ...(['keyFacts', 'judgements', 'stakeholders', 'quotes', 'openQuestions', 'timeline', 'risks'] as const),
  ...(['speakingPoints', 'defensives', 'nextSteps', 'figures', 'sections', 'glossary', 'annexes', 'sources'] as const),
] as const;
/** People are portions only where the brief marks them, or they have said something. */
const IF_MARKED = ['to', 'cc', 'clearances', 'distribution'] as const;

type Marked = { readonly tlp?: Tlp | undefined; readonly tier?: Tier | undefined } | string;

/** The two kinds of marks; null where there is none. */
interface Marks {
  readonly tlp: string | null;
  readonly tier: string | null;
}

const NONE: Marks = { tlp: null, tier: null };

/**
 * The mark of every portion of a brief that asks for portion marks; none for other briefs. By the rules of portion
 * marking, an item without its own mark has that of the item it belongs to, and finally that of the document.
 */
export function resolvePortions(brief: Brief): Portion[] {
  const { marking } = brief;
  if (marking?.portions !== true) return [];
  const own: Marks = { tlp: marking.tlp === undefined ? null : `TLP:${marking.tlp}`, tier: tierOf(marking) };
  const found: Portion[] = [];
  const add = (path: string, item: Marked | undefined, otherwise: Marks): Marks => {
    const marks = marksOf(item, otherwise);
    const mark = markOf(marks, own);
    if (item !== undefined && mark !== null) found.push({ path, mark });
    return marks;
  };
  const each = (path: string, items: readonly Marked[] | undefined, otherwise: Marks) => {
    for (const [i, item] of (items ?? []).entries()) add(`${path}[${i}]`, item, otherwise);
  };
  for (const name of PROSE) if (brief[name] !== undefined) add(name, {}, own);
  const request = add('request', brief.request, own);
  each('request.options', brief.request?.options, request);
  add('meeting', brief.meeting, own);
  each('meeting.attendees', brief.meeting?.attendees, NONE);
  add('from', brief.from, NONE);
  for (const name of ITEMS) each(name, brief[name], own);
  for (const name of IF_MARKED) {
    for (const [i, item] of (brief[name] ?? []).entries()) add(`${name}[${i}]`, item, hasWords(item) ? own : NONE);
  }
  return found;
}

function hasWords(item: Marked): boolean {
  return typeof item === 'object' && 'comment' in item;
}

function marksOf(item: Marked | undefined, otherwise: Marks): Marks {
  if (typeof item !== 'object') return otherwise;
  return {
    tlp: item.tlp === undefined ? otherwise.tlp : `TLP:${item.tlp}`,
    tier: item.tier ?? otherwise.tier,
  };
}

/** The tier of the document is on every page; beside a TLP label it is said where it is another. */
function markOf({ tlp, tier }: Marks, own: Marks): string | null {
  if (tlp === null) return tier;
  return tier === null || tier === own.tier ? tlp : `${tier}, ${tlp}`;
}
