/** Lines that were written across two columns, and the rows of tables. */
import { BARRIER } from '../../structure.js';
import type { Line, Segment } from './lines.js';

/** With fewer lines side by side, it is a coincidence. */
const LEAST_ROWS = 3;
/** Cells of a table have fewer words than the lines of a column. */
const LEAST_WORDS = 2;

/** A line, or the columns of lines that stand side by side. */
export type Stretch =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'columns'; readonly columns: readonly (readonly string[])[] };

/** The lines of a page; those that were written across columns are put back into their columns. */
export function stretchesOf(lines: readonly Line[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = endOfRows(lines, at);
    const rows = lines.slice(at, end);
    if (rows.filter(({ segments }) => segments.length > 1).length >= LEAST_ROWS && isText(rows)) {
      stretches.push({ kind: 'columns', columns: columnsOf(rows) });
      at = end;
    } else {
      const line = lines[at];
      if (line !== undefined) stretches.push({ kind: 'line', line });
      at += 1;
    }
  }
  return stretches;
}

/** The words of a line; the words on both sides of a wide gap are not one sentence. */
export function rowOf({ segments }: Line): string {
  return segments.map(({ text }) => text).join(BARRIER);
}

/** The end of the rows whose columns are where those of the row at `from` are; a column may be shorter than another. */
function endOfRows(lines: readonly Line[], from: number): number {
  const [first] = lines.slice(from, from + 1);
  if (first === undefined || first.segments.length < 2) return from;
  let end = from + 1;
  while (end < lines.length && fits(lines[end]?.segments ?? [], first)) end += 1;
  return end;
}

function fits(segments: readonly Segment[], { segments: columns, size }: Line): boolean {
  return (
    segments.length > 0 &&
    segments.every((segment) => {
      const column = columns.findIndex(({ left }) => Math.abs(left - segment.left) < size);
      const next = columns[column + 1];
      return column !== -1 && (next === undefined || segment.right < next.left);
    })
  );
}

function columnsOf(rows: readonly Line[]): string[][] {
  const [first] = rows;
  const starts = first?.segments.map(({ left }) => left) ?? [];
  return starts.map((_, i) =>
    rows.flatMap(({ segments }) => segments.filter(({ left }) => columnAt(left, starts) === i).map(({ text }) => text)),
  );
}

function columnAt(left: number, starts: readonly number[]): number {
  const distances = starts.map((start) => Math.abs(start - left));
  return distances.indexOf(Math.min(...distances));
}

function isText(rows: readonly Line[]): boolean {
  return columnsOf(rows).every((column) => {
    const words = column
      .join(' ')
      .split(/\s+/)
      .filter((word) => /\p{L}/u.test(word));
    return words.length / column.length > LEAST_WORDS;
  });
}
