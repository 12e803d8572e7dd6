/** A plan in the terminal, and for programs. */
import { cellsOf, visibleName } from '../diagnostics/printers/cells.js';
import { type Delivery, readerName } from './plan.js';

/** One line a reader, under heads: what a person looks at before anything is handed out. */
export function planTable(plan: readonly Delivery[]): string {
  const rows = plan.map((each) => [
    each.copy === null ? '–' : `${each.copy.number} of ${each.copy.of}`,
    readerName(each.reader) ?? each.email ?? '–',
    each.edition ?? 'whole brief',
    each.language,
    each.marking === null ? '–' : `TLP:${each.marking}`,
    wayOf(each),
  ]);
  return tableOf([['Copy', 'Reader', 'Edition', 'Language', 'Marking', 'By'], ...rows]);
}

function wayOf({ medium, email, printer }: Delivery): string {
  if (medium === 'email') return email === null ? 'e-mail' : `e-mail to ${email}`;
  if (medium === 'print') return printer === null ? 'paper' : `paper from ${withoutLogin(printer)}`;
  return 'hand';
}

/** An address as it may be shown; what stands before its @ may be a password, and whoever prints refuses it. */
function withoutLogin(address: string): string {
  return address.replace(/\/\/[^/]*@/, '//…@');
}

/** Rows with columns as wide as their widest cell, two spaces apart. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const shown = rows.map((row) => row.map(visibleName));
  const widths = (shown[0] ?? []).map((_, column) => Math.max(...shown.map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)))).join('  ');
  return shown.map((row) => `${line(row).trimEnd()}\n`).join('');
}

function widthOf(text: string): number {
  return cellsOf(text).reduce((sum, { width }) => sum + width, 0);
}

/** `--json`: the plan, one record a reader. */
export function planRecords(plan: readonly Delivery[]): readonly Readonly<Record<string, unknown>>[] {
  return plan.map(({ copy, reader, field, printer, ...rest }) => ({
    copy: copy?.number ?? null,
    of: copy?.of ?? null,
    ...reader,
    ...rest,
    printer: printer === null ? null : withoutLogin(printer),
    field,
  }));
}
