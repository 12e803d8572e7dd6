import type { LoadedBrief } from '../../../brief/brief.js';
import {
  type Diagnostic,
  error,
  failure,
  type Outcome,
  outcomeOf,
  placedBy,
  success,
} from '../../../diagnostics/diagnostic.js';
import { isDue, Ledger } from '../../../ledger/ledger.js';
import { USUAL_LIMITS } from '../../../printer/ipp-exchange.js';
import type { Attribute } from '../../../printer/ipp-message.js';
import { jobTicket } from '../../../printer/job-ticket.js';
import { mayBePrinted, printAll, printedEarlier, type Sheet, standingOf } from '../../../printer/print-all.js';
import { PRINTED_COPIES, type PrintRegister } from '../../../printer/printed-copies.js';
import { askAbilities } from '../../../printer/printer-abilities.js';
import { type PrinterAddress, readPrinter } from '../../../printer/printer-address.js';
import type { Workspace } from '../../../workspace/workspace.js';
import type { CommandContext } from '../../context.js';
import type { PrintOptions } from '../../options.js';
import { countOf } from '../../words.js';
import type { Printables } from './printable.js';
import type { ShownSheet } from './sheets.js';

interface Job extends Pick<Printables, 'before'> {
  readonly options: PrintOptions;
  readonly context: CommandContext;
  /** Of the register of numbered copies. */
  readonly folder: string;
  /** Null for a finished PDF. */
  readonly brief: LoadedBrief | null;
}

interface Done {
  readonly shown: readonly ShownSheet[];
  readonly diagnostics: readonly Diagnostic[];
  readonly last: string;
}

/** Asks each printer what it can do, prints what is due, and keeps the register. Where one cannot, nothing is printed. */
export async function printThem(shown: readonly ShownSheet[], job: Job): Promise<Done> {
  const { options, context, folder, brief } = job;
  const { workspace, streams } = context;
  const done = (diagnostics: readonly Diagnostic[], last = '', sheets = shown): Done => ({
    shown: sheets,
    diagnostics: brief === null ? diagnostics : placedBy(brief.placeOf, diagnostics),
    last,
  });
  const addressed = addressesOf(shown, workspace);
  const register = Ledger.read(PRINTED_COPIES, folder, workspace);
  // An address that is none may hold a password: the table would repeat it.
  if (!addressed.ok || !register.ok) return done([...addressed.diagnostics, ...register.diagnostics], '', []);
  const again = options.again === true;
  const standing = shown.map((each) => ({ ...each, standing: standingOf(each.document, register.value) }));
  const left = standing.flatMap((each) => (again ? [] : leftOut(each, register.value)));
  const due = standing.filter((each) => isDue(each.standing, again));
  if (options.dryRun) return done(left, '', standing);
  if (due.length === 0)
    return done(left, left.length === 0 ? 'Everything has been printed; nothing was printed.\n' : '', standing);
  const tickets = await ticketsFor(due, addressed.value, options);
  if (!tickets.ok) return done([...left, ...tickets.diagnostics], 'Nothing was printed.\n', standing);
  const written = job.before();
  if (!written.ok) return done([...left, ...written.diagnostics], 'Nothing was printed.\n', standing);
  const user = workspace.env.USER ?? workspace.env.USERNAME ?? 'briefpress';
  const sheets = due.flatMap(({ document, printer }): Sheet[] => {
    const address = addressed.value.get(printer ?? '');
    const ticket = tickets.value.get(document.name);
    if (address === undefined || ticket === undefined) return [];
    const { name, bytes, copy, delivery } = document;
    return [{ printer: address, name, user, bytes, ticket, copy, field: delivery?.field ?? null }];
  });
  const { printed, diagnostics } = await printAll(sheets, {
    register: register.value,
    limits: USUAL_LIMITS,
    again,
    now: () => workspace.now(),
    tell: (sentence) => streams.stderr.write(`${sentence}\n`),
  });
  const results = standing.map((each) => {
    const result = printed.find(({ sheet }) => sheet.name === each.document.name);
    return result === undefined ? each : { ...each, state: result.state, answer: result.answer };
  });
  const count = printed.filter(({ state }) => state === 'printed').length;
  const where = sheets.some(({ copy }) => copy !== null) ? ` The register is ${workspace.name(folder)}.` : '';
  const last = `Printed ${count} of ${countOf(due.length, 'document')}.${where}\n`;
  return done([...left, ...tickets.diagnostics, ...diagnostics], last, results);
}

/** The printers by what was written. A dry run is content where nobody has said which. */
function addressesOf(
  shown: readonly ShownSheet[],
  { env }: Pick<Workspace, 'env'>,
): Outcome<ReadonlyMap<string, PrinterAddress>> {
  const found = new Map<string, PrinterAddress>();
  const problems: Diagnostic[] = [];
  for (const { printer: written, document } of shown) {
    if (written === null || found.has(written)) continue;
    const read = readPrinter(written, env);
    const { printer, delivery } = document;
    // Of one that the command line or the configuration names, no field speaks.
    const field = written === printer && delivery !== null ? `${delivery.field}.printer` : null;
    problems.push(...read.diagnostics.map((each) => (field === null ? each : inField(each, field, written))));
    if (read.ok) found.set(written, read.value);
  }
  return problems.length > 0 ? failure(problems) : success(found);
}

/** With its place in the brief; where the address may hold a password, only the name of the field, for a place shows its line. */
function inField(problem: Diagnostic, field: string, written: string): Diagnostic {
  if (!written.includes('@')) return { ...problem, field };
  return { ...problem, hints: [`It is \`${field}\` in the brief.`, ...problem.hints] };
}

/** What is not printed, since it has been or may have been: said each time. */
function leftOut({ document, standing }: ShownSheet, register: PrintRegister): readonly Diagnostic[] {
  const { name, copy, delivery } = document;
  const last = copy === null ? null : register.last(copy.item);
  if (last === null) return [];
  const sheet = { name, copy, field: delivery?.field ?? null };
  if (standing === 'earlier') return [printedEarlier(sheet, last)];
  if (standing !== 'unclear') return [];
  const why =
    last.state === 'begun'
      ? `printing it was begun at ${last.begun}, and how it ended was not recorded`
      : `the printer ${last.answer}`;
  return [mayBePrinted(sheet, why)];
}

/** What goes with each document, by its name. */
async function ticketsFor(
  due: readonly ShownSheet[],
  addresses: ReadonlyMap<string, PrinterAddress>,
  options: PrintOptions,
): Promise<Outcome<ReadonlyMap<string, readonly Attribute[]>>> {
  const problems: Diagnostic[] = due
    .filter(({ printer }) => printer === null)
    .map(({ document }) => noPrinter(document.name, document.delivery?.field ?? null));
  if (problems.length > 0) return failure(problems);
  const abilities = new Map<string, Awaited<ReturnType<typeof askAbilities>>>();
  const tickets = new Map<string, readonly Attribute[]>();
  for (const { document, printer } of due) {
    const address = addresses.get(printer ?? '');
    if (address === undefined) continue;
    const known = abilities.get(address.uri) ?? (await askAbilities(address, USUAL_LIMITS));
    if (!abilities.has(address.uri)) problems.push(...known.diagnostics);
    abilities.set(address.uri, known);
    if (!known.ok) continue;
    const ticket = jobTicket(options, document.paper, { printer: address, abilities: known.value });
    problems.push(...ticket.diagnostics);
    if (ticket.ok) tickets.set(document.name, ticket.value);
  }
  return outcomeOf(tickets, problems);
}

function noPrinter(name: string, field: string | null): Diagnostic {
  return error('print-printer', `Nothing says which printer prints ${name}.`, {
    at: field ?? undefined,
    hints: [
      'Add --printer ipp://printer.example.org/ipp/print, or the name of a printer of this computer.',
      'Or put `printer` into `distribution`, or into briefpress.config.yaml.',
    ],
  });
}
