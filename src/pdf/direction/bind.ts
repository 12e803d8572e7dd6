import type { EnginePage, PageItem } from '../engine/node-shapes.js';

/**
 * Moves what is on every second page to the side that is not bound, so that the room for the binding is between two pages that
 * lie open. `inwards`: points to the right that the first page has been given; below 0 where it is bound on its right.
 */
export function bindPages(pages: readonly EnginePage[], inwards: number): void {
  pages.forEach((page, at) => {
    if (at % 2 === 0) return;
    for (const item of page.items) moveItem(item, -inwards);
    page.moved = -inwards;
  });
}

function moveItem({ item }: PageItem, by: number): void {
  for (const key of ['x', 'x1', 'x2'] as const) {
    const at: Partial<Record<typeof key, number>> = item;
    const before = at[key];
    if (before !== undefined) at[key] = before + by;
  }
}
