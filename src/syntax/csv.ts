/** CSV text (RFC 4180; also with semicolons or tabs, as spreadsheets write it) → rows of cells, each with its place. */

import { CsvError, parse } from 'csv-parse/sync';
import { error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import type { LineIndex, Range } from './places.js';

export interface CsvRow {
  /** Cells as written, without the blanks around them. */
  readonly cells: readonly string[];
  /** Where the row stands, without its line end. */
  readonly range: Range;
}

export interface CsvTable {
  readonly rows: readonly CsvRow[];
  /** Whether numbers may have a decimal comma: they may where the comma does not part the cells. */
  readonly decimalComma: boolean;
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly raw: string;
}

/** Reads the whole table. Rows without any cell are left out. Errors: `sense-figure-data`, at the line that cannot be read. */
export function readCsv(lines: LineIndex): Outcome<CsvTable> {
  const delimiter = delimiterOf(lines.text);
  try {
    const records = parse(lines.text, {
      ...{ bom: true, delimiter, info: true, raw: true, relaxColumnCount: true, trim: true },
    }) as unknown as readonly CsvRecord[];
    let at = lines.text.startsWith('\uFEFF') ? 1 : 0;
    const rows = records.map(({ record, raw }): CsvRow => {
      const found = lines.text.indexOf(raw, at);
      const start = found === -1 ? at : found;
      at = start + raw.length;
      return { cells: record, range: [start, start + raw.trimEnd().length] };
    });
    return success({
      rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')),
      decimalComma: delimiter !== ',',
    });
  } catch (problem) {
    if (problem instanceof CsvError) return failure([unreadable(problem, lines)]);
    throw problem;
  }
}

/** The sign that is in the first line most often, outside quotation marks. */
function delimiterOf(text: string): string {
  // Names of columns are short: what lies further on is data.
  const [head = ''] = text
    .slice(0, 10_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/);
  const count = (sign: string) => head.split(sign).length - 1;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function unreadable(problem: CsvError, lines: LineIndex) {
  const line = typeof problem.lines === 'number' ? problem.lines : 1;
  const start = lines.offset(line, 1);
  const isOpen = problem.code === 'CSV_QUOTE_NOT_CLOSED';
  return error(
    'sense-figure-data',
    isOpen
      ? 'A quotation mark (") is opened here and never closed.'
      : `This line cannot be read as CSV: a quotation mark (") stands within a cell.`,
    {
      at: lines.place([start, start]),
      hints: [
        'A cell that has commas, line ends or quotation marks stands between quotation marks; those in it are doubled ("").',
      ],
    },
  );
}
