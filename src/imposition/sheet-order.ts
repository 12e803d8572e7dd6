export const IMPOSITIONS = ['booklet', '2-up'] as const;
export type Imposition = (typeof IMPOSITIONS)[number];

/** As a person chooses it; `none` over what is configured. */
export const IMPOSITION_CHOICES = [...IMPOSITIONS, 'none'] as const;
export type ImpositionChoice = (typeof IMPOSITION_CHOICES)[number];

/** One side of a sheet: the pages on its left and its right, from 0; null where it stays empty. */
export type Side = readonly [left: number | null, right: number | null];

interface Order {
  readonly as: Imposition;
  /** The first of two pages stands on the right. */
  readonly isRightToLeft: boolean;
}

/**
 * The sides in the order in which they are printed, front and back of each sheet. A booklet is folded in the middle, all
 * sheets one in the other: the last page stands beside the first.
 */
export function sidesOf(pages: number, { as, isRightToLeft }: Order): readonly Side[] {
  const sides = as === 'booklet' ? bookletSides(pages) : pairs(pages);
  const there = (index: number | null) => (index === null || index >= pages ? null : index);
  return sides.map(([left, right]) => (isRightToLeft ? [there(right), there(left)] : [there(left), there(right)]));
}

function pairs(pages: number): readonly Side[] {
  return Array.from({ length: Math.ceil(pages / 2) }, (_, index) => [2 * index, 2 * index + 1]);
}

function bookletSides(pages: number): readonly Side[] {
  const whole = Math.ceil(pages / 4) * 4;
  return Array.from({ length: whole / 2 }, (_, side) =>
    side % 2 === 0 ? [whole - 1 - side, side] : [side, whole - 1 - side],
  );
}
