import type { EngineLine, EnginePage, Inline } from './engine/node-shapes.js';
import { fieldAreas } from './field-areas.js';
import type { PageContent } from './resources.js';

/** Lines whose tops are no further apart, in points, are beside each other. */
const SAME_LINE = 2;

/** Counts the lines of a page, and names the fields that its text comes from. */
export function contentOf(page: EnginePage): PageContent {
  const lines: EngineLine[] = [];
  const fields = new Set<string>();
  for (const item of page.items) {
    if (item.type !== 'line' || !isText(item.item)) continue;
    lines.push(item.item);
    for (const word of item.item.inlines) addOrigin(word, fields);
  }
  const [width, height] = [page.pageSize.width, page.pageSize.height];
  return {
    lines: countLines(lines.map((line) => line.y)),
    filled: filledOf(page, lines),
    fields: [...fields],
    ...(page.blank && { isBlank: true }),
    size: { width, height },
    // Seldom asked for, and a document is laid out more often than it is printed.
    get areas() {
      return fieldAreas(page);
    },
  };
}

function filledOf({ pageSize, pageMargins }: EnginePage, lines: readonly EngineLine[]): number {
  const { top, bottom } = pageMargins;
  const end = Math.max(top, ...lines.map((line) => line.y + line.getHeight()));
  return Math.min(1, (end - top) / (pageSize.height - top - bottom));
}

/** Headers and footers are in a region; decoration has no element. */
function isText({ inlines }: EngineLine): boolean {
  return inlines.some((word) => word.element !== undefined && word.region === undefined && word.text.trim() !== '');
}

function addOrigin({ origin }: Inline & { readonly origin?: unknown }, fields: Set<string>): void {
  if (typeof origin === 'string') fields.add(origin);
}

function countLines(tops: readonly number[]): number {
  let last = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (const top of tops.toSorted((a, b) => a - b)) {
    if (top - last <= SAME_LINE) continue;
    last = top;
    count++;
  }
  return count;
}
