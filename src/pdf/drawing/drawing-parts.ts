import type { EngineNode } from '../engine/node-shapes.js';
import type { StructureElement } from '../structure/element.js';

/** A part of a drawing that is one marked content: a cell of the table that it shows, or what lies between two cells. */
interface DrawingPart {
  readonly node: EngineNode;
  readonly cell: StructureElement | null;
}

const CELL = /<g data-cell="(\d+ \d+)">.*?<\/g>/gs;

/** A drawing in parts, in the order in which they are painted; each of them is a drawing of the same size. */
export function drawingParts(node: EngineNode): DrawingPart[] {
  const { svg = '', cells } = node;
  const whole = /^(\s*<svg[^>]*>)(.*)(<\/svg>\s*)$/s.exec(svg);
  if (cells === undefined || cells.size === 0 || whole === null) return [{ node, cell: null }];
  const [, begin = '', inside = '', end = ''] = whole;
  const parts: DrawingPart[] = [];
  const add = (content: string, cell: StructureElement | null) => {
    if (content.trim() !== '') parts.push({ node: { ...node, svg: begin + content + end }, cell });
  };
  let from = 0;
  for (const { 0: group, 1: key = '', index } of inside.matchAll(CELL)) {
    add(inside.slice(from, index), null);
    add(group, cells.get(key) ?? null);
    from = index + group.length;
  }
  add(inside.slice(from), null);
  return parts;
}
