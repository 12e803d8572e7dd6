import type { Anchor, EnginePage, PageItem } from '../engine/node-shapes.js';

/** The number of the page that each named place is on, the first page being 1. */
export function pagesOfNames(pages: readonly EnginePage[]): Map<string, number> {
  const found = new Map<string, number>();
  pages.forEach((page, index) => {
    const note = (anchors: readonly Anchor[] | undefined): void => {
      for (const { id } of anchors ?? []) {
        // In the head of a table that is repeated, the first is the place.
        if (id !== undefined && !found.has(id)) found.set(id, index + 1);
      }
    };
    for (const item of page.items) eachOfItem(item, note);
  });
  return found;
}

function eachOfItem(item: PageItem, note: (anchors: readonly Anchor[] | undefined) => void): void {
  switch (item.type) {
    case 'line':
      for (const word of item.item.inlines) if (word.anchors !== undefined) note(word.anchors);
      return;
    case 'vector':
    case 'image':
    case 'svg':
      note(item.item.anchors);
  }
}
