import { readerName } from '../../../delivery/plan.js';
import { tableOf } from '../../../delivery/plan-table.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { diagnosticRecord } from '../../../diagnostics/printers/json.js';
import { sha256Of } from '../../../digest/sha256.js';
import type { SheetStanding } from '../../../printer/print-all.js';
import type { PrintState } from '../../../printer/printed-copies.js';
import type { Printable } from './printable.js';

/** A document, where it is printed, and what became of it. */
export interface ShownSheet {
  readonly document: Printable;
  /** As it was written; null where nobody says so. */
  readonly printer: string | null;
  readonly standing: SheetStanding | null;
  readonly state: PrintState | null;
  readonly answer: string | null;
}

const STANDINGS: Readonly<Record<SheetStanding, string>> = {
  new: 'to be printed',
  again: 'to be printed; it failed before',
  printed: 'has been printed',
  earlier: 'has been printed when it said something else',
  unclear: 'may have been printed',
};

const STATES: Readonly<Record<PrintState, string>> = {
  printed: 'printed',
  refused: 'not printed',
  cancelled: 'not printed, or not whole',
  unclear: 'may be printed',
  'not-sent': 'not printed',
};

/** What is printed where, one line a document. */
export function sheetTable(sheets: readonly ShownSheet[]): string {
  if (sheets.length === 0) return '';
  const rows = sheets.map(({ document: { name, delivery, pages }, printer, standing, state }) => [
    delivery?.copy ? `${delivery.copy.number} of ${delivery.copy.of}` : '–',
    delivery === null ? name : (readerName(delivery.reader) ?? '–'),
    delivery === null ? '–' : (delivery.edition ?? 'whole brief'),
    delivery?.language ?? '–',
    delivery?.marking ? `TLP:${delivery.marking}` : '–',
    String(pages),
    printer ?? '–',
    state !== null ? STATES[state] : standing === null ? '' : STANDINGS[standing],
  ]);
  return tableOf([['Copy', 'Reader', 'Edition', 'Language', 'Marking', 'Pages', 'Printer', ''], ...rows]);
}

/** `--json`: each document with its printer and what became of it. */
export function sheetJson(sheets: readonly ShownSheet[], diagnostics: readonly Diagnostic[]): string {
  const records = sheets.map(({ document, printer, standing, state, answer }) => ({
    document: document.name,
    copy: document.delivery?.copy?.number ?? null,
    ...(document.delivery?.reader ?? {}),
    edition: document.delivery?.edition ?? null,
    language: document.delivery?.language ?? null,
    marking: document.delivery?.marking ?? null,
    pages: document.pages,
    sha256: sha256Of(document.bytes),
    ...{ printer, standing, state, answer },
  }));
  return `${JSON.stringify({ prints: records, diagnostics: diagnostics.map(diagnosticRecord) }, null, 2)}\n`;
}
