import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.js';
import { type Item, isDue, type Standing } from '../ledger/ledger.js';
import { type PrintFate, type PrintJob, printJob, type Watching } from './print-job.js';
import type { PrintEntry, PrintRegister, PrintState } from './printed-copies.js';
import { printerWords } from './printer-address.js';
import { listOf } from './printer-state.js';

/** A job, and whose paper it is. */
export interface Sheet extends PrintJob {
  /** Of a numbered copy, which is registered; null for what has no number. */
  readonly copy: RegisteredSheet | null;
  /** The field of the brief that names the reader, for messages. */
  readonly field: string | null;
}

export interface RegisteredSheet {
  readonly item: Item;
  /** For people. */
  readonly reader: string;
  readonly marking: string | null;
  readonly sha256: string;
}

type Named = Pick<Sheet, 'copy' | 'name' | 'field'>;

export type SheetStanding = Standing<'printed'>;

/** What the register says of a copy; what has no number is printed as often as it is asked for. */
export function standingOf({ copy }: Pick<Sheet, 'copy'>, register: PrintRegister): SheetStanding {
  return copy === null ? 'new' : register.standing(copy.item, copy.sha256);
}

export interface Printing extends Omit<Watching, 'tell'> {
  readonly register: PrintRegister;
  /** Print also what has been printed, or may have been. */
  readonly again: boolean;
  now(): Date;
  /** Is told, in a sentence, what a person has to do while a printer stands still. */
  tell(sentence: string): void;
}

export interface PrintedSheet {
  readonly sheet: Sheet;
  /** Null where nothing was tried. */
  readonly state: PrintState | null;
  readonly answer: string | null;
}

/**
 * Prints one document after the other. A numbered copy stands in the register before it is handed to a printer. A printer
 * that has not printed one gets no more of them; other printers do.
 */
export async function printAll(
  sheets: readonly Sheet[],
  printing: Printing,
): Promise<{ readonly printed: readonly PrintedSheet[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { register, again, limits, tell, now } = printing;
  const printed: PrintedSheet[] = [];
  const diagnostics: Diagnostic[] = [];
  const stuck = new Set<string>();
  for (const sheet of sheets) {
    const { printer, copy } = sheet;
    const standing = standingOf(sheet, register);
    const skip = () => printed.push({ sheet, state: null, answer: null });
    if (!isDue(standing, again) || stuck.has(printer.uri)) {
      skip();
      continue;
    }
    const begun = copy === null ? null : begin(sheet, printing);
    diagnostics.push(...(begun?.diagnostics ?? []));
    // Whoever cannot write the register down must not print any further.
    if (begun !== null && !begun.ok) break;
    if (begun?.value === false) {
      diagnostics.push(mayBePrinted(sheet, 'another run has begun to print it'));
      skip();
      continue;
    }
    const watching = { limits, tell: (words: string) => tell(`The printer ${printerWords(printer)} ${words}.`) };
    const fate = await printJob(sheet, watching);
    const { state, answer } = fate;
    printed.push({ sheet, state, answer });
    diagnostics.push(...problemsOf(fate, sheet));
    if (copy !== null) {
      const ended = register.end(copy.item, { state, answer, ended: now().toISOString() });
      diagnostics.push(...ended.diagnostics);
      if (!ended.ok) break;
    }
    if (state !== 'printed') stuck.add(printer.uri);
  }
  if (sheets.some(({ copy }) => copy !== null)) diagnostics.push(...register.writeList().diagnostics);
  return { printed, diagnostics };
}

function begin({ copy, printer }: Sheet, { register, now }: Printing) {
  if (copy === null) throw new Error('Only numbered copies are registered.');
  const { item, reader, marking, sha256 } = copy;
  return register.begin({ ...item, reader, marking, sha256, printer: printer.uri, begun: now().toISOString() });
}

/** `copy 3`, or the name of the job. */
function what({ copy, name }: Named): string {
  return copy === null ? name : `copy ${copy.item.copy}`;
}

function problemsOf({ state, answer, ignored }: PrintFate, sheet: Sheet): readonly Diagnostic[] {
  const printer = printerWords(sheet.printer);
  const at = sheet.field ?? undefined;
  const left =
    ignored.length === 0
      ? []
      : [warning('print-ignored', `The printer ${printer} left out what was asked for: ${listOf(ignored)}.`)];
  const rest = sheet.copy === null ? '' : ' Copies that are printed are not printed twice.';
  const again = `Give the same command when it works.${rest}`;
  const message = `The printer ${printer} ${answer}: ${what(sheet)} is not printed.`;
  switch (state) {
    case 'printed':
      return left;
    case 'unclear':
      return [...left, mayBePrinted(sheet, `the printer ${printer} ${answer}`)];
    case 'cancelled':
      return [...left, error('print-cancelled', message, { at, hints: [`Look at what came out. ${again}`] })];
    case 'refused':
      return [...left, error('print-refused', message, { at, hints: [again] })];
    case 'not-sent':
      return [...left, error('print-printer', message, { at, hints: [again] })];
  }
}

/** A copy that is on paper already, from when the brief said something else. */
export function printedEarlier(sheet: Named, last: PrintEntry): Diagnostic {
  const day = (last.ended ?? last.begun).slice(0, 10);
  return warning('print-earlier', `On paper, ${what(sheet)} is of ${day}, when the brief said something else.`, {
    at: sheet.field ?? undefined,
    hints: ['Give the brief a new `edition`; or destroy that paper, and print once more with --again.'],
  });
}

export function mayBePrinted(sheet: Named, why: string): Diagnostic {
  return error('print-unclear', `Whether ${what(sheet)} is printed is not known: ${why}.`, {
    at: sheet.field ?? undefined,
    hints: ['Look at the printer and its queue.', ...(sheet.copy === null ? [] : ['--again prints it once more.'])],
  });
}
