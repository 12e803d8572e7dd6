/** Lines that print numbers of pages, which are others when all is placed. */
import type { EngineLine, EngineNode, EnginePage, Inline, PageItem } from '../engine/node-shapes.js';

interface NumberedLine {
  readonly node: EngineNode;
  readonly width: number;
  readonly index: number;
}

/** By the words of a line, which its copies on pages share. */
const known = new WeakMap<readonly Inline[], NumberedLine>();

export function noteLines(node: EngineNode, width: number, lines: readonly EngineLine[]): void {
  lines.forEach(({ inlines }, index) => {
    known.set(inlines, { node, width, index });
  });
}

/**
 * The pages with new lines of all text that prints numbers, each where it stood: what is as wide as before moves nothing.
 *
 * @param linesOf the lines of a text at a width, as they are now
 */
export function withNumbers(
  pages: readonly EnginePage[],
  linesOf: (node: EngineNode, width: number) => readonly EngineLine[],
): EnginePage[] {
  const renumbered = (item: PageItem): PageItem => {
    const found = item.type === 'line' ? known.get(item.item.inlines) : undefined;
    if (item.type !== 'line' || found === undefined) return item;
    const line = linesOf(found.node, found.width)[found.index]?.clone();
    if (line === undefined) throw new Error('a text that prints other numbers has fewer lines');
    line.x = item.item.x;
    line.y = item.item.y;
    return { type: 'line', item: line };
  };
  return pages.map((page) => ({ ...page, items: page.items.map(renumbered) }));
}
