import type { EnginePage, PageItem, Vector } from '../engine/node-shapes.js';

/**
 * Mirrors finished pages for a language that is written from right to left. A definition and its layout are for a
 * page that is read from the left; here everything moves to the same distance from the other edge: margins, columns,
 * the columns of tables, bars, labels, header and footer. Nothing in a line, a picture or a drawing changes.
 */
export function mirrorPages(pages: readonly EnginePage[]): void {
  for (const page of pages) {
    const { width } = page.pageSize;
    for (const item of page.items) mirrorItem(item, width);
  }
}

function mirrorItem(item: PageItem, width: number): void {
  switch (item.type) {
    case 'line':
      item.item.x = width - item.item.x - item.item.maxWidth;
      return;
    case 'vector':
      mirrorVector(item.item, width);
      return;
    case 'image':
    case 'svg':
      item.item.x = width - (item.item.x ?? 0) - (item.item._width ?? 0);
      return;
  }
}

function mirrorVector(vector: Vector, width: number): void {
  if (vector.x !== undefined) vector.x = width - vector.x - (vector.type === 'rect' ? (vector.w ?? 0) : 0);
  if (vector.x1 !== undefined) vector.x1 = width - vector.x1;
  if (vector.x2 !== undefined) vector.x2 = width - vector.x2;
}
