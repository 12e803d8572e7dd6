import type { BriefLayout } from '../brief/brief.js';
import { type Diagnostic, diagnostic, failure, info, type Outcome, warning } from '../diagnostics/diagnostic.js';
import type { PrintDocument } from '../document/document.js';
import type { LayoutSetting } from '../layout/layout.js';
import type { Theme } from '../layout/theme/theme-type.js';
import type { LaidOutDocument, LaidOutPages, PdfResources } from '../pdf/render.js';
import type { PageContent } from '../pdf/resources.js';
import { type LaidOut, noted, Typesetter } from './laid-out.js';
import { fitted, type LayOut } from './page-fit.js';

/** Points: below this a page is not read in a meeting room, unless the brief says otherwise. */
const SMALLEST_BODY = 9;
/** Points from one try to the next. */
const STEP = 0.5;
/** The least leading, as a part of the type's size. */
const TIGHTEST = 1.22;

interface PrintJob {
  readonly setting: LayoutSetting;
  readonly resources: PdfResources;
  readonly budget: BriefLayout | undefined;
  /** The pages that the template is made for. */
  readonly usualPages: number | null;
  /** A draft is read by those who shorten it, so it is made whatever its length. */
  readonly isDraft: boolean;
}

/**
 * Sets a document, ready to be printed. One that has more pages than its brief allows is an error that names what does not fit and
 * by how many lines, or a warning in a draft; or, where the brief asks for it, is set with less space, then with its lines closer and then in smaller type, step by step down to
 * `minBodyPt`, which an `info` says.
 */
export async function setWithinBudget(document: PrintDocument, job: PrintJob): Promise<Outcome<LaidOutDocument>> {
  const { setting, resources, budget, usualPages, isDraft } = job;
  const { theme } = setting;
  const density = SPACE[budget?.density ?? theme.page.density];
  const typesetter = new Typesetter(document, setting, resources);
  const layOut = layOutBy(typesetter, theme, density);
  const first = await layOut({ space: 1, leading: 1 });
  const maxPages = budget?.maxPages;
  if (!first.ok) return first;
  if (maxPages === undefined && usualPages !== null && lengthOf(first.value) > usualPages) {
    return (await spacedInto(usualPages, layOut)) ?? noted(first, longerThan(usualPages, first.value));
  }
  if (maxPages === undefined || lengthOf(first.value) <= maxPages) return fitted(first, layOut, density);
  if (budget?.onOverflow !== 'tighten') return tooLong(first, { maxPages, isTightened: false, isDraft });

  const spaced = await spacedInto(maxPages, layOut);
  if (spaced !== null) return spaced;
  const space = density * (SPACES.at(-1) ?? 1);
  const steps = stepsFrom(theme.text, budget.minBodyPt ?? SMALLEST_BODY);
  let closest = first;
  for (const step of steps) {
    const laid = await typesetter.layOut(space, tighten(theme, step));
    if (!laid.ok) return laid;
    if (lengthOf(laid.value) <= maxPages) return noted(laid, tightenedTo(step, theme.text));
    closest = laid;
  }
  return tooLong(closest, { maxPages, isTightened: true, isDraft });
}

/** The pages that there is something on: those that are left empty before a right-hand page make no document too long. */
function lengthOf({ contents }: LaidOutPages): number {
  return contents.filter(isWritten).length;
}

function isWritten({ isBlank = false }: PageContent): boolean {
  return !isBlank;
}

/** How much of the theme's space a document has. */
const SPACE = { airy: 1.35, normal: 1, dense: 0.7 } as const;
/** Space gives way before lines and letters do. */
const SPACES: readonly number[] = [0.8, 0.6, 0.5];

/** With as much less space as it takes; null where that is not enough. */
async function spacedInto(pages: number, layOut: LayOut): Promise<Outcome<LaidOutDocument> | null> {
  for (const space of SPACES) {
    const laid = await layOut({ space, leading: 1 });
    if (!laid.ok) return laid;
    if (lengthOf(laid.value) <= pages) return noted(laid, spacedTo(space));
  }
  return null;
}

/** A theme for each leading: what was made ready for one is found again. */
function layOutBy(typesetter: Typesetter, theme: Theme, density: number): LayOut {
  const themes = new Map<number, Theme>();
  return ({ space, leading }) => {
    const set = themes.get(leading) ?? withLeading(theme, leading);
    themes.set(leading, set);
    return typesetter.layOut(density * space, set);
  };
}

function longerThan(usual: number, laidOut: LaidOutPages): Diagnostic {
  return warning(
    'page-overflow',
    `The document has ${lengthOf(laidOut)} pages, and its template is made for ${usual}.`,
    {
      at: 'layout',
      hints: ['Shorten it, or say with `layout.maxPages` how many it may have.'],
    },
  );
}

function withLeading(theme: Theme, share: number): Theme {
  return share === 1 ? theme : { ...theme, text: { ...theme.text, leading: theme.text.leading * share } };
}

interface Step {
  /** Points. */
  readonly size: number;
  readonly leading: number;
}

/** First the lines move together, as far as they stay easy to tell apart; then the type gets smaller with them. */
function stepsFrom({ size, leading }: Step, smallest: number): Step[] {
  const tight = Math.min(leading, quarter(size * TIGHTEST));
  const closer = [quarter((leading + tight) / 2), tight].filter((each) => each < leading);
  const steps = [...new Set(closer)].map((each) => ({ size, leading: each }));
  for (let smaller = size - STEP; smaller >= smallest; smaller -= STEP) {
    steps.push({ size: smaller, leading: quarter((tight * smaller) / size) });
  }
  return steps;
}

function quarter(points: number): number {
  return Math.round(points * 4) / 4;
}

/** The theme with its type in proportion to the body's. What is small already stays as it is. */
function tighten(theme: Theme, { size, leading }: Step): Theme {
  const share = size / theme.text.size;
  const scaled = (points: number) => (points <= size ? points : Math.max(size, quarter(points * share)));
  const sizes = Object.fromEntries(Object.entries(theme.sizes).map(([name, points]) => [name, scaled(points)]));
  return { ...theme, text: { ...theme.text, size, leading }, sizes: { ...theme.sizes, ...sizes } };
}

interface Excess {
  readonly maxPages: number;
  readonly isTightened: boolean;
  readonly isDraft: boolean;
}

function tooLong(laidOut: LaidOut, excess: Excess): Outcome<LaidOutDocument> {
  const problem = overflow(laidOut.value, excess);
  return excess.isDraft ? noted(laidOut, problem) : failure([problem]);
}

function overflow(laidOut: LaidOutPages, { maxPages, isTightened, isDraft }: Excess): Diagnostic {
  const written = laidOut.contents.filter(isWritten);
  const beyond = written.slice(maxPages);
  const lines = beyond.reduce((sum, page) => sum + page.lines, 0);
  const tried = isTightened ? ' even as close and small as `minBodyPt` allows' : '';
  const what = listed([...new Set(beyond.flatMap(({ fields }) => fields.map(sectionOf)))]);
  const excess = lines === 0 ? '' : ` Too many by ${lines} ${lines === 1 ? 'line' : 'lines'}${what && `, of ${what}`}.`;
  const message = `The document has ${written.length} pages${tried}, and may have ${maxPages}.${excess}`;
  const shorten = `Shorten it, raise \`maxPages\`${isTightened ? '' : ', or set `onOverflow: tighten`'}.`;
  return diagnostic(isDraft ? 'warning' : 'error', 'page-overflow', message, {
    at: 'layout.maxPages',
    hints: [shorten, isDraft ? 'A draft is made all the same; a brief that is cleared or issued is not.' : null],
  });
}

/** `keyFacts[2].text.en` → `keyFacts[2]` */
function sectionOf(field: string): string {
  return /^[^.[]+(?:\[\d+\])?/.exec(field)?.[0] ?? field;
}

/** More fields than these would not be read. */
const MOST_NAMED = 6;

function listed(fields: readonly string[]): string {
  const named = fields.slice(0, MOST_NAMED).map((field) => `\`${field}\``);
  return `${named.join(', ')}${fields.length > MOST_NAMED ? ' and more' : ''}`;
}

function spacedTo(space: number): Diagnostic {
  const message = `To keep to the number of pages, blocks have ${Math.round(space * 100)} % of the usual space between them.`;
  return info('page-overflow', message, { at: 'layout.maxPages' });
}

function tightenedTo({ size, leading }: Step, before: Step): Diagnostic {
  const closer = `lines are ${leading} points apart instead of ${before.leading}`;
  const smaller = size === before.size ? '' : `, and the type is ${size} points instead of ${before.size}`;
  return info('page-overflow', `To keep to the number of pages, ${closer}${smaller}.`, { at: 'layout.maxPages' });
}
