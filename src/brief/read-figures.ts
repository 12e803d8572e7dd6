/** The data of figures: written in the brief, or read from a CSV file beside it. */

import { type Diagnostic, error, type Place, warning } from '../diagnostics/diagnostic.js';
import { KEPT_DIGITS } from '../document/numbers.js';
import { type CsvTable, readCsv } from '../syntax/csv.js';
import type { ParsedText } from '../syntax/parse.js';
import { type LineIndex, markAt, type Range } from '../syntax/places.js';
import type { BriefContext, BriefFile, Cell, Figure } from './brief.js';
import type { PlaceOf } from './locate.js';
import { readReferenced } from './referenced-files.js';
import { CHART_KINDS } from './schema/figures.js';

export interface ReadFigures {
  readonly figures: readonly Figure[];
  /** The place of `figures[0].rows[2]` and `figures[0].columns` where they stand in a file of their own. */
  readonly places: ReadonlyMap<string, Place>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Every figure with its columns and rows. A figure whose file cannot be read is left without rows, and reported. */
export function readFigures({ figures = [] }: BriefFile, context: BriefContext, parsed: ParsedText): ReadFigures {
  const places = new Map<string, Place>();
  const diagnostics: Diagnostic[] = [];
  const read = figures.map(({ file, columns = [], rows = [], ...rest }, index): Figure => {
    const field = `figures[${index}]`;
    if (file === undefined) {
      const written = numbersAsWritten(columns, rows, { parsed, index });
      if (isChart(rest.kind)) diagnostics.push(...thousands(written, parsed.lines));
      return { ...rest, columns, rows };
    }
    const lines = readReferenced(file, `${field}.file`, context);
    diagnostics.push(...lines.diagnostics);
    if (!lines.ok) return { ...rest, columns: [], rows: [] };
    const table = readCsv(lines.value);
    diagnostics.push(...table.diagnostics);
    if (!table.ok) return { ...rest, columns: [], rows: [] };
    if (table.value.rows.length < 2) diagnostics.push(tooShort(lines.value));
    for (const [i, { range }] of table.value.rows.entries()) {
      places.set(i === 0 ? `${field}.columns` : `${field}.rows[${i - 1}]`, lines.value.place(range));
    }
    if (isChart(rest.kind)) diagnostics.push(...thousands(table.value, lines.value));
    return { ...rest, ...dataOf(table.value, isChart(rest.kind)) };
  });
  return { figures: read, places, diagnostics };
}

/** Finds the places of data that stand in a file of their own. */
export function withFigurePlaces(placeOf: PlaceOf, places: ReadonlyMap<string, Place>): PlaceOf {
  return (field) => {
    const data = /^figures\[\d+\]\.(?:columns|rows\[\d+\])/.exec(field)?.[0];
    return (data === undefined ? undefined : places.get(data)) ?? placeOf(field);
  };
}

export function isChart(kind: Figure['kind']): boolean {
  return CHART_KINDS.some((each) => each === kind);
}

/** A table whose cells may have places of their own. */
interface WrittenTable extends Pick<CsvTable, 'decimalComma'> {
  readonly rows: readonly (CsvTable['rows'][number] & { readonly ranges?: readonly Range[] })[];
}

function dataOf({ rows: [head, ...rest], decimalComma }: CsvTable, numbers: boolean): Pick<Figure, 'columns' | 'rows'> {
  const cellOf = (text: string, column: number): Cell =>
    text === '' ? null : numbers && column > 0 ? (numberOf(text, decimalComma) ?? text) : text;
  return { columns: head?.cells ?? [], rows: rest.map(({ cells }) => cells.map(cellOf)) };
}

/** The numbers of a brief's own data as its file has them: `1.200` has lost its noughts once it is read. */
function numbersAsWritten(
  columns: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  { parsed, index }: { readonly parsed: ParsedText; readonly index: number },
): WrittenTable {
  const names = columns.map((name, at) => (typeof name === 'string' ? name : String(at + 1)));
  const written = rows.map((row, at) => {
    const ranges = row.map((_, column) => markAt(parsed.mark, ['figures', index, 'rows', at, column]).mark.value);
    const cells = row.map((cell, column) => {
      const text = parsed.lines.text.slice(...(ranges[column] ?? [0, 0]));
      return typeof cell === 'number' && Number(text) === cell ? text : '';
    });
    return { cells, range: markAt(parsed.mark, ['figures', index, 'rows', at]).mark.value, ranges };
  });
  return { rows: [{ cells: names, range: [0, 0] }, ...written], decimalComma: false };
}

/** `1.200` is 1.2, and a thousand and two hundred where somebody has written it so: told where a column has no other. */
function thousands({ rows: [head, ...rest], decimalComma }: WrittenTable, lines: LineIndex): Diagnostic[] {
  return (head?.cells ?? []).flatMap((name, column) => {
    const parted = rest.filter(({ cells }) => /[.,]/.test(cells[column] ?? ''));
    const [first] = parted;
    if (column === 0 || first === undefined) return [];
    const isThousands = parted.every(({ cells }) =>
      /^[-+\u2212\u2013]?[1-9]\d{0,2}[.,]\d{3}$/.test(cells[column] ?? ''),
    );
    const written = first.cells[column] ?? '';
    const value = numberOf(written, decimalComma);
    if (!isThousands || value === null) return [];
    const other = written.replace(/[.,]/, '');
    const message = `All numbers with a separator in the column “${name}” are like ${written}, which is read as ${value}, and not as ${other}.`;
    const hints = [
      `If it is ${other}, leave out the separator of thousands. If it is ${value}, all is well; a number with two or four decimals says so.`,
    ];
    return [warning('sense-figure-data', message, { at: lines.place(first.ranges?.[column] ?? first.range), hints })];
  });
}

/** `1234.5`, or `1234,5` where the comma does not part cells. */
function numberOf(text: string, decimalComma: boolean): number | null {
  const written = text.replace(/^[\u2212\u2013]/, '-');
  const plain = decimalComma && /^-?\d+,\d+$/.test(written) ? written.replace(',', '.') : written;
  if (digitsIn(plain) > KEPT_DIGITS) return null;
  return /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

/** The digits of a number without those at its ends that only say how large it is. */
export function digitsIn(number: string): number {
  const [digits = ''] = number.toLowerCase().split('e');
  return digits.replace(/\D/g, '').replace(/^0+|0+$/g, '').length;
}

function tooShort(lines: LineIndex): Diagnostic {
  return error(
    'sense-figure-data',
    'The file has no data: it needs a line that names the columns, and a line for each row.',
    {
      at: lines.place([0, 0]),
      hints: ['For example: `Year,Issued` in the first line, and `2023,4` in the second.'],
    },
  );
}
