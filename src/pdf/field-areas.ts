import type { EngineLine, EnginePage, Inline } from './engine/node-shapes.js';
import type { FieldArea } from './resources.js';

/** Lines of one field whose distance is no more than this share of their height are one area. */
const CLOSE = 0.9;

/** Where the text of each field stands on a page: an area for each run of lines below each other. */
export function fieldAreas({ items }: EnginePage): readonly FieldArea[] {
  const areas: FieldArea[] = [];
  for (const item of items) {
    if (item.type !== 'line') continue;
    for (const part of partsOf(item.item)) {
      const above = areas.findLastIndex((area) => isBelow(part, area));
      const known = areas[above];
      if (known === undefined) areas.push(part);
      else areas[above] = around(known, part);
    }
  }
  return areas;
}

/** The words of a line, as far as those beside each other come from one field. */
function partsOf(line: EngineLine): readonly FieldArea[] {
  const parts: FieldArea[] = [];
  for (const word of line.inlines) {
    const field = originOf(word);
    if (field === null || word.region !== undefined || word.text.trim() === '') continue;
    const area = { field, x: line.x + word.x, y: line.y, width: word.width, height: line.getHeight() };
    const last = parts.at(-1);
    if (last?.field === field) parts[parts.length - 1] = around(last, area);
    else parts.push(area);
  }
  return parts;
}

function isBelow(part: FieldArea, area: FieldArea): boolean {
  const gap = part.y - (area.y + area.height);
  const isBeside = part.x < area.x + area.width && area.x < part.x + part.width;
  return part.field === area.field && isBeside && gap > -part.height && gap < part.height * CLOSE;
}

function around(a: FieldArea, b: FieldArea): FieldArea {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const [right, bottom] = [Math.max(a.x + a.width, b.x + b.width), Math.max(a.y + a.height, b.y + b.height)];
  return { field: a.field, x, y, width: right - x, height: bottom - y };
}

function originOf(word: Inline & { readonly origin?: unknown }): string | null {
  return typeof word.origin === 'string' ? word.origin : null;
}
