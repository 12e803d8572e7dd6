/** What is on a page besides its text: running heads, page numbers, footnotes. */
import { type Line, textOfLine } from './lines.js';

/** How many lines at the top and at the bottom of a page may be running heads. */
const MOST_LINES = 3;
/** How many pages away the same running head may be: left and right pages may have different ones. */
const NEAR = 2;
/** By how many points a running head may move from page to page. */
const SHIFT = 3;

/** For each page, the lines that may be left out of a sentence that continues on the next one. */
export function furnitureOf(pages: readonly (readonly Line[])[]): readonly ReadonlySet<Line>[] {
  const edges = pages.map(edgeLines);
  const body = bodySize(pages.flat());
  return pages.map((lines, at) => {
    const near = edges.slice(Math.max(0, at - NEAR), at + NEAR + 1).filter((each) => each !== edges[at]);
    const heads = (edges[at] ?? []).filter((line) => near.flat().some((other) => areAlike(line, other)));
    const found = new Set([...heads, ...lines.filter(({ isArtifact }) => isArtifact)]);
    return new Set([
      ...found,
      ...notesAtFoot(
        lines.filter((line) => !found.has(line)),
        body,
      ),
    ]);
  });
}

function edgeLines(lines: readonly Line[]): readonly Line[] {
  const ordered = [...lines].sort((a, b) => b.y - a.y);
  return [...new Set([...ordered.slice(0, MOST_LINES), ...ordered.slice(-MOST_LINES)])];
}

/** The same words at the same height, whatever the numbers in them. */
function areAlike(one: Line, other: Line): boolean {
  return Math.abs(one.y - other.y) <= SHIFT && keyOf(one) === keyOf(other);
}

function keyOf(line: Line): string {
  return textOfLine(line)
    .replace(/\p{N}+|\b[ivxlc]+\b/gu, '#')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Footnotes: lines in smaller letters below everything else. */
function notesAtFoot(lines: readonly Line[], body: number): readonly Line[] {
  const ordered = [...lines].sort((a, b) => a.y - b.y);
  const end = ordered.findIndex(({ size }) => size > 0.92 * body);
  return end === -1 ? [] : ordered.slice(0, end);
}

/** The most common height of letters. */
function bodySize(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    counts.set(size, (counts.get(size) ?? 0) + textOfLine(line).length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
