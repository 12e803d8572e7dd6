import { type Diagnostic, isWholeFile, type Place, type Severity } from '../diagnostic.js';
import type { Palette } from '../palette.js';
import { type Cell, cellsOf, visible, visibleName } from './cells.js';

export interface PrettyOptions {
  sourceText(file: string): string | undefined;
  readonly palette: Palette;
  /** Columns of the terminal. */
  readonly width: number;
}

/**
 * For people:
 *
 *     brief.yaml:5:1: error: The brief has no field `keyfacts`. [shape-unknown-field]
 *       5 | keyfacts:
 *         | ^^^^^^^^
 *         Did you mean `keyFacts`?
 */
export function printPretty(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  if (diagnostics.length === 0) return '';
  const texts = new Map<string, readonly string[] | undefined>();
  const linesOf = (file: string): readonly string[] | undefined => {
    if (!texts.has(file)) texts.set(file, linesIn(options.sourceText(file)));
    return texts.get(file);
  };
  const parts = diagnostics.map((diagnostic) => printOne(diagnostic, linesOf, options));
  return `${parts.join('\n')}\n${count(diagnostics, options.palette)}\n`;
}

/** A file without a single line feed has lines that end in CR alone, if it has several. */
function linesIn(text: string | undefined): readonly string[] | undefined {
  return text?.replace(/^\uFEFF/, '').split(text.includes('\n') ? '\n' : '\r');
}

function printOne(
  { severity, code, message, place, hints }: Diagnostic,
  linesOf: (file: string) => readonly string[] | undefined,
  { palette, width }: PrettyOptions,
): string {
  const text = place ? message.replaceAll(place.file, visibleName(place.file)) : message;
  const where = place ? `${palette.strong(`${visibleName(place.file)}:${place.line}:${place.column}:`)} ` : '';
  const head = `${where}${palette[severity](`${severity}:`)} ${palette.strong(visible(text))} ${palette.muted(`[${code}]`)}\n`;
  // A line that is not what is wrong would only lead astray, above all one of a PDF.
  const line = place && !isWholeFile(place) ? linesOf(place.file)?.[place.line - 1] : undefined;
  const gutter = `  ${place ? String(place.line) : ''}`;
  const shown =
    place && line !== undefined && line.trim() !== '' ? excerpt(line, place, { gutter, width, palette, severity }) : '';
  const advice = hints.map((hint) => `${' '.repeat(gutter.length + 1)}${palette.hint(visible(hint))}\n`).join('');
  return `${head}${shown}${advice}`;
}

interface Excerpt {
  /** Blanks and the number of the line. */
  readonly gutter: string;
  /** Cells of the terminal. */
  readonly width: number;
  readonly palette: Palette;
  readonly severity: Severity;
}

/** The line with its number, and a caret under what it is about. */
function excerpt(line: string, place: Place, { gutter, width, palette, severity }: Excerpt): string {
  const { text, before, under } = markedLine(line.replace(/\r$/, ''), place, width - gutter.length - 5);
  const rule = palette.muted('|');
  return (
    `${palette.muted(gutter)} ${rule} ${text}\n` +
    `${' '.repeat(gutter.length)} ${rule} ${' '.repeat(before)}${palette[severity]('^'.repeat(under))}\n`
  );
}

/** What is shown of a line, in `room` cells, and the cells before the caret and under it. */
function markedLine(line: string, place: Place, room: number): { text: string; before: number; under: number } {
  const start = place.column - 1;
  const end = place.endLine > place.line ? line.length : Math.max(place.endColumn - 1, start + 1);
  // A line may have a million characters, and a file a hundred problems: only what can be shown is looked at.
  const skipped = Math.max(0, start - room * 4);
  const cells = cellsOf(line.slice(skipped, start + room * 4));
  const indexOf = (offset: number): number => {
    const index = cells.findIndex((cell) => cell.offset >= offset - skipped);
    return index === -1 ? cells.length : index;
  };
  const from = indexOf(start);
  const to = Math.max(indexOf(end), from + 1);
  const window = windowAround(cells, from, room);
  const isCutBefore = skipped > 0 || window.from > 0;
  const isCutAfter = start + room * 4 < line.length || window.to < cells.length;
  return {
    text: `${isCutBefore ? '…' : ''}${textOf(cells.slice(window.from, window.to))}${isCutAfter ? '…' : ''}`.trimEnd(),
    before: widthOf(cells.slice(window.from, from)) + (isCutBefore ? 1 : 0),
    under: Math.max(1, widthOf(cells.slice(from, Math.min(to, window.to)))),
  };
}

/** The part of a long line that is shown: a third of the room before what it is about, the rest from there on. */
function windowAround(cells: readonly Cell[], from: number, room: number): { from: number; to: number } {
  if (widthOf(cells) <= room) return { from: 0, to: cells.length };
  let used = 0;
  let left = from;
  let right = from;
  const fits = (cell: Cell | undefined, limit: number): boolean => {
    if (!cell || used + cell.width > limit) return false;
    used += cell.width;
    return true;
  };
  // Two cells are kept for the marks of what was cut.
  while (fits(cells[left - 1], Math.floor(room / 3))) left -= 1;
  while (fits(cells[right], room - 2)) right += 1;
  while (fits(cells[left - 1], room - 2)) left -= 1;
  return { from: left, to: right };
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ shown }) => shown).join('');
}

/** `2 errors and 1 warning in 1 file` */
function count(diagnostics: readonly Diagnostic[], palette: Palette): string {
  const severities: readonly Severity[] = ['error', 'warning', 'info'];
  const names = { error: 'error', warning: 'warning', info: 'remark' } as const;
  const counts = severities.flatMap((severity) => {
    const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return number === 0 ? [] : [palette[severity](`${number} ${names[severity]}${number === 1 ? '' : 's'}`)];
  });
  const files = new Set(diagnostics.flatMap(({ place }) => (place ? [place.file] : []))).size;
  const where = files > 0 ? ` in ${files} file${files === 1 ? '' : 's'}` : '';
  const last = counts.pop() ?? '';
  return `${counts.length > 0 ? `${counts.join(', ')} and ` : ''}${last}${where}`;
}
