/** Paragraphs: which of their lines go on the current page. */
import type { EngineNode } from '../engine/node-shapes.js';
import { type Flow, type Paragraph, type Placed, type Placement, TOLERANCE, WHOLE } from './flow.js';

/** Lines that stay together at the foot and at the head of a page. */
const COMPANY = 2;
/** The height of the lines that a page may end with. */
export function textStart(paragraph: Paragraph): number {
  return sum(paragraph.heights, 0, leastStart(paragraph) ?? paragraph.lines.length);
}

/** A paragraph that is not broken; it travels as one piece with what it is kept with. */
export function isUndivided(paragraph: Paragraph): boolean {
  return leastStart(paragraph) === null;
}

/** The fewest lines of a paragraph that a page may end with; `null` if it stays in one piece. */
function leastStart(paragraph: Paragraph): number | null {
  for (let count = COMPANY; count <= paragraph.lines.length - COMPANY; count++) {
    if (mayEnd(paragraph, count)) return count;
  }
  return null;
}

/** A page does not end with half a word. */
function mayEnd(paragraph: Paragraph, count: number): boolean {
  return paragraph.lines[count - 1]?.divided !== true;
}

export function placeText(flow: Flow, node: EngineNode, { area, rest, after }: Placement): Placed {
  const paragraph = flow.paragraph(node, area.width);
  const from = rest.kind === 'lines' ? rest.from : 0;
  const count = linesHere(paragraph, from, area, after);
  let y = area.y;
  for (let index = from; index < from + count; index++) {
    const line = paragraph.lines[index];
    if (line === undefined) break;
    flow.addLine(line, area.x, y);
    y += paragraph.heights[index] ?? 0;
  }
  const next = from + count;
  if (next >= paragraph.lines.length) return { y, rest: null };
  return { y, rest: next === 0 ? WHOLE : { kind: 'lines', from: next } };
}

/**
 * How many lines go here: as many as fit, but a page neither ends nor begins with a single line of a paragraph, nor
 * ends with half a word, and a paragraph that is kept with what follows moves its last lines to the next page with it.
 * A fresh page takes a line in any case.
 */
function linesHere(paragraph: Paragraph, from: number, area: Placement['area'], after: number): number {
  const left = paragraph.lines.length - from;
  const fitting = countFitting(paragraph, from, area.bottom - area.y);
  if (fitting >= left) {
    const end = area.y + sum(paragraph.heights, from, from + left);
    if (after === 0 || end + after <= area.bottom + TOLERANCE) return left;
    return mostLines(paragraph, from, left - COMPANY) ?? (area.fresh ? left : 0);
  }
  const divided = mostLines(paragraph, from, Math.min(fitting, left - COMPANY));
  return divided ?? (area.fresh ? Math.max(1, fitting) : 0);
}

/** At most `most` lines, as many as a page may end with; `null` if there is no such number. */
function mostLines(paragraph: Paragraph, from: number, most: number): number | null {
  for (let count = most; count >= (from === 0 ? COMPANY : 1); count--) {
    if (mayEnd(paragraph, from + count)) return count;
  }
  return null;
}

function countFitting(paragraph: Paragraph, from: number, room: number): number {
  let height = 0;
  let count = 0;
  for (let index = from; index < paragraph.heights.length; index++) {
    height += paragraph.heights[index] ?? 0;
    if (height > room + TOLERANCE) break;
    count++;
  }
  return count;
}

function sum(heights: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let index = from; index < to; index++) total += heights[index] ?? 0;
  return total;
}
