import type { BriefLayout } from '../brief/brief.js';
import {
  type Diagnostic,
  diagnostic,
  failure,
  info,
  type Outcome,
  outcomeOf,
  success,
  warning,
} from '../diagnostics/diagnostic.js';
import type { PrintDocument } from '../document/document.js';
import type { PrintDefinition } from '../layout/definition.js';
import { layoutDocument } from '../layout/layout.js';
import { withSpace } from '../layout/space.js';
import type { Theme } from '../layout/theme/theme-type.js';
import { layOutPages, type PdfResources, type RenderedPdf, renderPdf } from '../pdf/render.js';
import { type Closeness, fitted, type Setter } from './page-fit.js';

/** Points: below this a page is not read in a meeting room, unless the brief says otherwise. */
const SMALLEST_BODY = 9;
/** Points from one try to the next. */
const STEP = 0.5;
/** The least leading, as a part of the type's size. */
const TIGHTEST = 1.22;

interface PrintJob {
  readonly setting: Parameters<typeof layoutDocument>[1];
  readonly resources: PdfResources;
  readonly budget: BriefLayout | undefined;
  /** The pages that the template is made for. */
  readonly usualPages: number | null;
  /** A draft is read by those who shorten it, so it is made whatever its length. */
  readonly isDraft: boolean;
}

/**
 * Sets and prints a document. One that has more pages than its brief allows is an error that names what does not fit and
 * by how many lines, or a warning in a draft; or, where the brief asks for it, is set with less space, then with its lines closer and then in smaller type, step by step down to
 * `minBodyPt`, which an `info` says.
 */
export async function printWithinBudget(document: PrintDocument, job: PrintJob): Promise<Outcome<RenderedPdf>> {
  const { setting, budget, usualPages, isDraft } = job;
  const density = SPACE[budget?.density ?? setting.theme.page.density];
  const setter = setterOf(document, job, density);
  const first = await setter.print({ space: 1, leading: 1 });
  const maxPages = budget?.maxPages;
  if (!first.ok) return first;
  if (maxPages === undefined && usualPages !== null && first.value.pages > usualPages) {
    return (
      (await spacedInto(usualPages, setter)) ??
      outcomeOf(first.value, [...first.diagnostics, longerThan(usualPages, first.value)])
    );
  }
  if (maxPages === undefined || first.value.pages <= maxPages) return fitted(first, setter);
  if (budget?.onOverflow !== 'tighten') return tooLong(first, { maxPages, isTightened: false, isDraft });

  const spaced = await spacedInto(maxPages, setter);
  if (spaced !== null) return spaced;
  const space = density * (SPACES.at(-1) ?? 1);
  const { text } = setting.theme;
  const steps = stepsFrom(text, budget.minBodyPt ?? SMALLEST_BODY);
  const tightened = (step: Step) => ({ ...setting, space, theme: tighten(setting.theme, step) });
  for (const step of steps) {
    const laid = await output(document, tightened(step), (definition) => layOutPages(definition, job.resources));
    if (!laid.ok) return laid;
    if (laid.value.pages > maxPages) continue;
    const printed = await print(document, tightened(step), job.resources);
    return printed.ok ? outcomeOf(printed.value, [...printed.diagnostics, tightenedTo(step, text)]) : printed;
  }
  const smallest = steps.at(-1);
  const closest = smallest === undefined ? first : await print(document, tightened(smallest), job.resources);
  return closest.ok ? tooLong(closest, { maxPages, isTightened: true, isDraft }) : closest;
}

/** How much of the theme's space a document has. */
const SPACE = { airy: 1.35, normal: 1, dense: 0.7 } as const;
/** Space gives way before lines and letters do. */
const SPACES: readonly number[] = [0.8, 0.6, 0.5];

/** With as much less space as it takes; null where that is not enough. */
async function spacedInto(pages: number, setter: Setter): Promise<Outcome<RenderedPdf> | null> {
  for (const space of SPACES) {
    const laid = await setter.layOut({ space, leading: 1 });
    if (!laid.ok) return laid;
    if (laid.value.pages > pages) continue;
    const spaced = await setter.print({ space, leading: 1 });
    return spaced.ok ? outcomeOf(spaced.value, [...spaced.diagnostics, spacedTo(space)]) : spaced;
  }
  return null;
}

function setterOf(document: PrintDocument, { setting, resources }: PrintJob, density: number): Setter {
  const closer = ({ space, leading }: Closeness) => ({
    ...setting,
    space: density * space,
    theme: withLeading(setting.theme, leading),
  });
  return {
    print: (closeness) => print(document, closer(closeness), resources),
    layOut: (closeness) => output(document, closer(closeness), (definition) => layOutPages(definition, resources)),
  };
}

function longerThan(usual: number, { pages }: RenderedPdf): Diagnostic {
  return warning('page-overflow', `The document has ${pages} pages, and its template is made for ${usual}.`, {
    at: 'layout',
    hints: ['Shorten it, or say with `layout.maxPages` how many it may have.'],
  });
}

function withLeading(theme: Theme, share: number): Theme {
  return share === 1 ? theme : { ...theme, text: { ...theme.text, leading: theme.text.leading * share } };
}

type Printed = Outcome<RenderedPdf> & { readonly ok: true };

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

type Setting = PrintJob['setting'] & { readonly space: number };

function print(document: PrintDocument, setting: Setting, resources: PdfResources): Promise<Outcome<RenderedPdf>> {
  return output(document, setting, (definition) => renderPdf(definition, resources));
}

async function output<T>(
  document: PrintDocument,
  { space, ...setting }: Setting,
  made: (definition: PrintDefinition) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const definition = layoutDocument(document, setting);
  if (!definition.ok) return definition;
  const printed = await made(withSpace(definition.value, space));
  const diagnostics = [...definition.diagnostics, ...printed.diagnostics];
  return printed.ok ? outcomeOf(printed.value, diagnostics) : failure(diagnostics);
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

function tooLong({ value, diagnostics }: Printed, excess: Excess): Outcome<RenderedPdf> {
  const problem = overflow(value, excess);
  return excess.isDraft ? success(value, [...diagnostics, problem]) : failure([problem]);
}

function overflow({ pages, contents }: RenderedPdf, { maxPages, isTightened, isDraft }: Excess): Diagnostic {
  const beyond = contents.slice(maxPages);
  const lines = beyond.reduce((sum, page) => sum + page.lines, 0);
  const tried = isTightened ? ' even as close and small as `minBodyPt` allows' : '';
  const what = listed([...new Set(beyond.flatMap(({ fields }) => fields.map(sectionOf)))]);
  const excess = lines === 0 ? '' : ` Too many by ${lines} ${lines === 1 ? 'line' : 'lines'}${what && `, of ${what}`}.`;
  const message = `The document has ${pages} pages${tried}, and may have ${maxPages}.${excess}`;
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
