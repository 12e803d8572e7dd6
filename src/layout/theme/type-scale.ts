import type { Theme } from './theme-type.js';

/** Points: what is smaller is not read on paper. */
export const SMALLEST_TYPE = 7;

/**
 * The size of the theme that is nearest to a wish, and can be read: marks, codes and raised numbers are in proportion to
 * the text around them, and a document has few sizes all the same.
 */
export function sizeNear(wish: number, { text, sizes }: Pick<Theme, 'text' | 'sizes'>): number {
  const all = [text.size, ...Object.values(sizes)].filter((size) => size >= SMALLEST_TYPE);
  return all.reduce((best, size) => (Math.abs(size - wish) < Math.abs(best - wish) ? size : best), text.size);
}
