import type { LayoutContext } from '../context.js';
import { isRightToLeft } from '../text/right-to-left.js';
import { textWidth } from '../text/text-width.js';
import { type Face, rounded } from '../theme/typeface.js';
import { type SplitColumn, widestParts } from './decimals.js';

type Parts = ReturnType<typeof widestParts>;

/** The widest parts of each column of numbers: measured once, for all of its rows. */
export function besideSigns(
  numeric: ReadonlyMap<number, SplitColumn>,
  faceOf: (column: number) => Face,
): ReadonlyMap<number, Parts> {
  return new Map([...numeric].map(([column, numbers]) => [column, widestParts(numbers, faceOf(column))]));
}

/**
 * Points that a number keeps free at the edge of its column, so that its decimal sign stands under those above. Numbers run to
 * the right on a page that runs to the left, too: there, it is what is before the sign that differs.
 */
export function besideSign(
  number: SplitColumn[number] | undefined,
  widest: Parts | undefined,
  face: Face,
  { language }: LayoutContext,
): number {
  if (number == null || widest === undefined) return 0;
  const part = isRightToLeft(language) ? 'whole' : 'tail';
  return rounded(widest[part] - textWidth(number[part], face));
}
