import type { BriefLayout } from './brief/brief.js';
import { type Diagnostic, failure, type Outcome, outcomeOf } from './diagnostics/diagnostic.js';
import { layoutDocument } from './layout/layout.js';
import type { Theme } from './layout/theme-type.js';
import type { PrintDocument } from './markdown/document.js';
import { type PdfResources, type RenderedPdf, renderPdf } from './pdf/render.js';

/** Points: below this a page is not read in a meeting room, unless the brief says otherwise. */
const SMALLEST_BODY = 9;
/** Points from one try to the next. */
const STEP = 0.5;

interface PrintJob {
  readonly setting: Parameters<typeof layoutDocument>[1];
  readonly resources: PdfResources;
  readonly budget: BriefLayout | undefined;
}

/**
 * Sets and prints a document. One that has more pages than its brief allows is an error that says so, or is set in
 * smaller type, step by step down to `minBodyPt`, where the brief asks for it.
 */
export async function printWithinBudget(document: PrintDocument, job: PrintJob): Promise<Outcome<RenderedPdf>> {
  const { setting, resources, budget } = job;
  const first = await print(document, setting, resources);
  const maxPages = budget?.maxPages;
  if (!first.ok || maxPages === undefined || first.value.pages <= maxPages) return first;
  if (budget?.onOverflow !== 'tighten') return failure([overflow(first.value.pages, maxPages)]);

  const smallest = budget.minBodyPt ?? SMALLEST_BODY;
  for (let size = setting.theme.text.size - STEP; size >= smallest; size -= STEP) {
    const tightened = await print(document, { ...setting, theme: tighten(setting.theme, size) }, resources);
    if (!tightened.ok) return tightened;
    if (tightened.value.pages <= maxPages) {
      return outcomeOf(tightened.value, [...tightened.diagnostics, tightenedTo(size)]);
    }
  }
  return failure([overflow(first.value.pages, maxPages, smallest)]);
}

async function print(
  document: PrintDocument,
  setting: PrintJob['setting'],
  resources: PdfResources,
): Promise<Outcome<RenderedPdf>> {
  const definition = layoutDocument(document, setting);
  if (!definition.ok) return definition;
  const printed = await renderPdf(definition.value, resources);
  const diagnostics = [...definition.diagnostics, ...printed.diagnostics];
  return printed.ok ? outcomeOf(printed.value, diagnostics) : failure(diagnostics);
}

/** The theme with its type in proportion to a body of `size` points. What is small already stays as it is. */
function tighten(theme: Theme, size: number): Theme {
  const share = size / theme.text.size;
  const scaled = (points: number) => (points <= size ? points : Math.max(size, Math.round(points * share * 4) / 4));
  const sizes = Object.fromEntries(Object.entries(theme.sizes).map(([name, points]) => [name, scaled(points)]));
  const leading = Math.round(theme.text.leading * share * 4) / 4;
  return { ...theme, text: { ...theme.text, size, leading }, sizes: { ...theme.sizes, ...sizes } };
}

function overflow(pages: number, maxPages: number, smallest?: number): Diagnostic {
  const tried = smallest === undefined ? '' : ` even in type of ${smallest} points`;
  return {
    severity: 'error',
    code: 'page-overflow',
    message: `The document has ${pages} pages${tried}, and may have ${maxPages}.`,
    field: 'layout.maxPages',
    hint: `Shorten it, raise \`maxPages\`${smallest === undefined ? ', or set `onOverflow: tighten`' : ''}.`,
  };
}

function tightenedTo(size: number): Diagnostic {
  return {
    severity: 'info',
    code: 'page-overflow',
    message: `The type was set in ${size} points to keep to the number of pages.`,
    field: 'layout.maxPages',
  };
}
