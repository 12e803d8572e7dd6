/** Which lines of the brief are where on the pages. */
import type { Spot, Spots } from '../../preview/protocol.js';
import type { PageState } from '../model.js';

/** How far beside a paragraph a click still means it, in points. */
const NEAR = 6;

/** The smallest spot at a point, so that an item counts before the list around it. */
export function spotAt(
  { spots }: Spots,
  page: number,
  { x, y }: { readonly x: number; readonly y: number },
): Spot | null {
  const around = spots.filter(
    (spot) =>
      spot.page === page &&
      x >= spot.x - NEAR &&
      x <= spot.x + spot.width + NEAR &&
      y >= spot.y - NEAR / 2 &&
      y <= spot.y + spot.height + NEAR / 2,
  );
  return around.sort((a, b) => a.width * a.height - b.width * b.height)[0] ?? null;
}

/** The spots of lines of the text or of a field, those of the first page that has any; the smallest around where there are several. */
export function spotsOf({ spots }: Spots, target: NonNullable<PageState['toPage']>): readonly Spot[] {
  const of = 'field' in target ? ofField(spots, target.field) : ofLines(spots, target.line, target.endLine);
  const first = Math.min(...of.map(({ page }) => page));
  return of.filter(({ page }) => page === first);
}

function ofField(spots: readonly Spot[], wanted: string): readonly Spot[] {
  const within = spots.filter(
    ({ field }) => field === wanted || (field.startsWith(wanted) && /^[.[]/.test(field.slice(wanted.length))),
  );
  if (within.length > 0) return within;
  const around = wanted.replace(/[.[][^.[]*$/, '');
  return around === wanted ? [] : ofField(spots, around);
}

function ofLines(spots: readonly Spot[], line: number, endLine: number): readonly Spot[] {
  const of = spots.filter(({ range }) => range.line <= endLine && range.endLine >= line);
  const least = Math.min(...of.map(({ range }) => range.endLine - range.line));
  return of.filter(({ range }) => range.endLine - range.line === least);
}
