import type { Theme } from './theme-type.js';

/** Points: what is smaller is not read on paper. */
export const SMALLEST_TYPE = 7;

/** The smallest size of a theme; nothing is made smaller to have room. */
export function smallestType({ text, sizes }: Pick<Theme, 'text' | 'sizes'>): number {
  return Math.max(SMALLEST_TYPE, Math.min(text.size, ...Object.values(sizes)));
}

/** How much larger than wished a size of the theme may be, and from where on a size of its own is read as well. */
const TOO_LARGE = 1.3;
const LARGE_ENOUGH = 9;

/**
 * The size of the theme that is nearest to a wish, and can be read: marks, codes and raised numbers are in proportion to
 * the text around them, and a document has few sizes all the same. In a theme of large sizes alone, it is the wish.
 */
export function sizeNear(wish: number, { text, sizes }: Pick<Theme, 'text' | 'sizes'>): number {
  const all = [text.size, ...Object.values(sizes)].filter((size) => size >= SMALLEST_TYPE);
  const nearest = all.reduce((best, size) => (Math.abs(size - wish) < Math.abs(best - wish) ? size : best), text.size);
  return nearest > wish * TOO_LARGE && wish >= LARGE_ENOUGH ? Math.round(wish * 2) / 2 : nearest;
}
