/** Which lines of the brief are where on the pages. */
import type { Spot, Spots, TextRange } from '../../preview/protocol.js';

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

/** The spots of lines of the text, those of the first page that has any; the nearest above where none is of them. */
export function spotsOf({ spots }: Spots, { line, endLine }: Pick<TextRange, 'line' | 'endLine'>): readonly Spot[] {
  const of = spots.filter(({ range }) => range.line <= endLine && range.endLine >= line);
  const least = Math.min(...of.map(({ range }) => range.endLine - range.line));
  const closest = of.filter(({ range }) => range.endLine - range.line === least);
  const first = Math.min(...closest.map(({ page }) => page));
  return closest.filter(({ page }) => page === first);
}
