import type { Anchor, EnginePage, PageItem } from '../engine/node-shapes.js';

/** The number of the page that each named place is on, the first page being 1. */
export function pagesOfNames(pages: readonly EnginePage[]): Map<string, number> {
  const found = new Map<string, number>();
  pages.forEach((page, index) => {
    for (const { id } of page.items.flatMap(anchorsOf)) {
      // In the head of a table that is repeated, the first is the place.
      if (id !== undefined && !found.has(id)) found.set(id, index + 1);
    }
  });
  return found;
}

function anchorsOf(item: PageItem): readonly Anchor[] {
  switch (item.type) {
    case 'line':
      return item.item.inlines.flatMap((word) => word.anchors ?? []);
    case 'vector':
    case 'image':
    case 'svg':
      return item.item.anchors ?? [];
  }
}
