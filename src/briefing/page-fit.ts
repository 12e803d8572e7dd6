import { type Diagnostic, info, type Outcome } from '../diagnostics/diagnostic.js';
import type { Closeness, LaidOutDocument, LaidOutPages } from '../pdf/render.js';
import { type LaidOut, noted } from './laid-out.js';

/** Lays out one document, set more or less closely. */
export type LayOut = (closeness: Closeness) => Promise<Outcome<LaidOutDocument>>;

/** A last page with less on it than this share of a page looks like a mistake. */
const FULL_ENOUGH = 0.25;
/** One up to here leaves room for more space on all pages, or is saved where that takes little. */
const HALF = 0.5;
/** What is on the last page, for each of the others: so much they can take in, and a reader has a page less. */
const TAKEN_IN = 0.15;
/** Key facts on the second page: where they are no more, they are to join the others on the first. */
const MOST_STRAY_FACTS = 3;

/** Pages: in a longer document nobody misses one more, and each try sets all of it. */
const LONGEST = 40;

/** Space gives way before leading does, and leading by no more than a reader does not see. */
const CLOSER: readonly Closeness[] = [
  { space: 0.85, leading: 1 },
  { space: 0.7, leading: 1 },
  { space: 0.6, leading: 1 },
  { space: 0.5, leading: 0.98 },
  { space: 0.5, leading: 0.96 },
  { space: 0.3, leading: 0.96 },
];
/** Still a page with air: it is worth a page. */
const LITTLE = 0.6;
const WIDER: readonly Closeness[] = [1.15, 1.3, 1.45, 1.6].map((space) => ({ space, leading: 1 }));
/** A last page that looks as if it was meant to end there. */
const FULL = 0.6;

type Reason = 'fewer' | 'facts' | 'fuller';

/**
 * A document that is set a little closer, so that it does not end on a nearly empty page and its key facts are all on the
 * first, or a little wider, so that the last page is fuller; as it is where neither is needed or possible. An `info` says
 * what was done.
 */
export async function fitted(now: LaidOut, layOut: LayOut, density: number): Promise<Outcome<LaidOutDocument>> {
  if (now.value.pages > LONGEST) return now;
  const found = (await closer(now.value, layOut, density)) ?? (await wider(now.value, layOut));
  return found === null ? now : noted(found.then, fitInfo(found));
}

interface Found {
  readonly step: Closeness;
  readonly then: LaidOut;
  readonly reason: Reason;
}

/** The least that reaches all that can be reached. */
async function closer(now: LaidOutDocument, layOut: LayOut, density: number): Promise<Found | null> {
  const wanted: readonly Reason[] = [
    ...(lastOf(now) < HALF || canTakeIn(now) ? (['fewer'] as const) : []),
    ...(areFactsApart(now) ? (['facts'] as const) : []),
  ];
  if (wanted.length === 0) return null;
  const mayBeClose = lastOf(now) < FULL_ENOUGH || canTakeIn(now) || wanted.includes('facts');
  const steps = CLOSER.filter(({ space }) => mayBeClose || space >= LITTLE);
  // Each try lays the whole document out: where the closest does not help, none does.
  const closest = steps.at(-1);
  if (closest === undefined) return null;
  // Its heights tell of most documents that they will not fit, which is sooner than to set them.
  const isHopeless = ({ space, leading }: Closeness) =>
    !wanted.includes('facts') && now.exceeds(now.pages - 1, { space: density * space, leading });
  if (isHopeless(closest)) return null;
  const most = await layOut(closest);
  if (!most.ok || !wanted.some((reason) => isReached(reason, now, most.value))) return null;
  let best: { readonly found: Found; readonly reached: number } | null = null;
  for (const step of steps.filter((each) => each === closest || !isHopeless(each))) {
    const then = step === closest ? most : await layOut(step);
    if (!then.ok) return null;
    const reached = wanted.filter((reason) => isReached(reason, now, then.value));
    const [reason] = reached;
    if (reason === undefined || reached.length <= (best?.reached ?? 0)) continue;
    best = { found: { step, then, reason }, reached: reached.length };
    if (reached.length === wanted.length) break;
  }
  return best?.found ?? null;
}

/** Whether all other pages together might take in what is on the last. */
function canTakeIn(now: LaidOutPages): boolean {
  return lastOf(now) <= TAKEN_IN * (now.pages - 1);
}

function isReached(reason: Reason, now: LaidOutPages, then: LaidOutPages): boolean {
  if (reason === 'fewer') return then.pages < now.pages;
  const isNearlyEmpty = lastOf(then) < FULL_ENOUGH;
  return then.pages <= now.pages && !areFactsApart(then) && (!isNearlyEmpty || lastOf(now) < FULL_ENOUGH);
}

/** As much more space as makes the last page more than half full, and adds no page. */
async function wider(now: LaidOutPages, layOut: LayOut): Promise<Found | null> {
  if (lastOf(now) >= HALF) return null;
  const widest = WIDER.at(-1);
  const most = widest && (await layOut(widest));
  if (!most?.ok || (most.value.pages === now.pages && lastOf(most.value) < HALF)) return null;
  let found: Found | null = null;
  for (const step of WIDER) {
    const then = step === widest ? most : await layOut(step);
    if (!then.ok || then.value.pages > now.pages || areFactsApart(then.value) !== areFactsApart(now)) break;
    const last = lastOf(then.value);
    if (last >= HALF) found = { step, then, reason: 'fuller' };
    if (last >= FULL) break;
  }
  return found;
}

/** How full the last page is; a document of one page may end where it likes. */
function lastOf({ contents }: LaidOutPages): number {
  return contents.length > 1 ? (contents.at(-1)?.filled ?? 1) : 1;
}

/** Whether a few key facts stand on the second page, and the others on the first. */
function areFactsApart({ contents: [first, second] }: LaidOutPages): boolean {
  if (first === undefined || second === undefined || factsIn(first.fields).size === 0) return false;
  const stray = factsIn(second.fields).size;
  return stray > 0 && stray <= MOST_STRAY_FACTS;
}

function factsIn(fields: readonly string[]): ReadonlySet<string> {
  return new Set(fields.flatMap((field) => /^keyFacts\[\d+\]/.exec(field) ?? []));
}

const WHY: Readonly<Record<Reason, string>> = {
  fewer: 'So that the last page is not nearly empty',
  facts: 'So that all key facts are on the first page',
  fuller: 'So that the last page is fuller',
};

function fitInfo({ step: { space, leading }, reason }: Found): Diagnostic {
  const lines = leading === 1 ? '' : `, and lines ${percent(leading)} as far apart`;
  const message = `${WHY[reason]}, blocks have ${percent(space)} of the usual space between them${lines}.`;
  return info('page-fit', message, {
    at: 'layout',
    hints: ['`layout.density` says how much space there is before that.'],
  });
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
