import { type Diagnostic, info, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';
import type { RenderedPdf } from '../pdf/render.js';

/** How close a document is set: shares of the theme's space and leading. */
export interface Closeness {
  readonly space: number;
  readonly leading: number;
}

/** A last page with less on it than this share of a page looks like a mistake. */
const FULL_ENOUGH = 0.25;
/** Space gives way before leading does, and leading by no more than a reader does not see. */
const STEPS: readonly Closeness[] = [
  { space: 0.85, leading: 1 },
  { space: 0.7, leading: 1 },
  { space: 0.6, leading: 1 },
  { space: 0.5, leading: 0.98 },
];
const CLOSEST: Closeness = { space: 0.5, leading: 0.96 };

type Printed = Outcome<RenderedPdf> & { readonly ok: true };

/**
 * A document that ends on a nearly empty page, set as much closer as it takes to end on the page before; as it is where
 * that is not enough. An `info` says so.
 */
export async function fitted(
  printed: Printed,
  print: (closeness: Closeness) => Promise<Outcome<RenderedPdf>>,
): Promise<Outcome<RenderedPdf>> {
  if (!isNearlyEmpty(printed.value)) return printed;
  const { pages } = printed.value;
  const isShorter = (each: Outcome<RenderedPdf>): each is Printed => each.ok && each.value.pages < pages;
  const closest = await print(CLOSEST);
  if (!isShorter(closest)) return printed;
  for (const step of STEPS) {
    const closer = await print(step);
    if (isShorter(closer)) return said(closer, step);
  }
  return said(closest, CLOSEST);
}

function isNearlyEmpty({ contents }: RenderedPdf): boolean {
  const last = contents.at(-1);
  return contents.length > 1 && last !== undefined && last.filled < FULL_ENOUGH;
}

function said({ value, diagnostics }: Printed, step: Closeness): Outcome<RenderedPdf> {
  return outcomeOf(value, [...diagnostics, fitInfo(step)]);
}

function fitInfo({ space, leading }: Closeness): Diagnostic {
  const lines = leading === 1 ? '' : `, and lines ${percent(leading)} as far apart`;
  const message = `So that the last page is not nearly empty, blocks have ${percent(space)} of the usual space between them${lines}.`;
  return info('page-fit', message, {
    at: 'layout',
    hints: ['`layout.density` says how much space there is before that.'],
  });
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
