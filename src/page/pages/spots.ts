/** Which field of the brief stands at a place of the pages, and where a field stands. */
import type { Spot } from '../../preview/protocol.js';
import type { Path } from '../../preview/protocol-editing.js';
import { fieldOf } from '../../syntax/places.js';

/** How far from its words a field still counts as meant, in points. */
const BESIDE = 3;

interface Point {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** The spot at a point; the smallest where one is within another. */
export function spotAt(spots: readonly Spot[], { page, x, y }: Point): Spot | null {
  const around = spots.filter(
    (spot) =>
      spot.page === page &&
      Math.abs(x - spot.x - spot.width / 2) <= spot.width / 2 + BESIDE &&
      Math.abs(y - spot.y - spot.height / 2) <= spot.height / 2 + BESIDE,
  );
  const size = ({ width, height }: Spot): number => width * height;
  return around.sort((a, b) => size(a) - size(b))[0] ?? null;
}

/** What a field says, or else what stands around it in its item, on the first page that has some of it. */
export function spotsOfPath(spots: readonly Spot[], path: Path): readonly Spot[] {
  const least = typeof path[1] === 'number' ? 2 : 1;
  for (let length = path.length; length >= least; length -= 1) {
    const name = fieldOf(path.slice(0, length));
    const found = spots.filter(
      ({ field }) => field === name || field.startsWith(`${name}.`) || field.startsWith(`${name}[`),
    );
    if (found.length > 0) return found.filter(({ page }) => page === found[0]?.page);
  }
  return [];
}
