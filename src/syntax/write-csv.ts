import { stringify } from 'csv-stringify/sync';

/**
 * Rows of cells as a table that spreadsheets open (RFC 4180): with a byte order mark, without which they take UTF-8 for
 * something else, and with nothing in it that they would take for a formula.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { bom: true, record_delimiter: 'windows', escape_formulas: true },
  );
}
