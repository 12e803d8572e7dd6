import { makeCopies } from '../../../copies/make-copies.js';
import { REGISTER_NAME, TABLE_NAME } from '../../../copies/register.js';
import { type WrittenCopy, writeCopies } from '../../../copies/write-copies.js';
import { type Delivery, planDelivery } from '../../../delivery/plan.js';
import { planRecords, planTable, tableOf } from '../../../delivery/plan-table.js';
import { type Diagnostic, distinct } from '../../../diagnostics/diagnostic.js';
import { diagnosticRecord } from '../../../diagnostics/printers/json.js';
import { Materials } from '../../../materials/make-document.js';
import { type OpenedBrief, openBrief } from '../../../materials/open-brief.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import { exitCodeOf } from '../../exit-code.js';
import { textsOf } from '../../inputs.js';
import type { CopiesOptions } from '../../options.js';
import { readingOf } from '../../reading.js';
import { report } from '../../report.js';
import { type BuildSettings, briefingChoices, settingsFor, timeOf } from '../../settings.js';
import { countOf } from '../../words.js';

/** `briefpress copies`. */
export async function runCopies(brief: string, options: CopiesOptions, context: CommandContext): Promise<ExitCode> {
  const { workspace } = context;
  const settings = settingsFor([brief], options, workspace);
  if (!settings.ok) {
    report(settings.diagnostics, 'pretty', context);
    return EXIT.trouble;
  }
  const opened = openBrief(workspace, brief, readingOf(options, workspace));
  const { only } = options;
  const plan = opened.loaded.ok
    ? planDelivery(opened.loaded.value, { purpose: 'copies', ...(only && { only }) })
    : opened.loaded;
  const before = opened.loaded.ok ? opened.loaded.diagnostics : [];
  const run: Run = { settings: settings.value, options, context };
  const told = !plan.ok
    ? { diagnostics: [], words: '', facts: { copies: [] } }
    : options.dryRun
      ? { diagnostics: [], words: planTable(plan.value), facts: { brief, copies: planRecords(plan.value) } }
      : await madeCopies(opened, plan.value, run);
  const all = distinct([...before, ...plan.diagnostics, ...told.diagnostics]);
  if (options.json) {
    const facts = { ...told.facts, diagnostics: all.map(diagnosticRecord) };
    context.streams.stdout.write(`${JSON.stringify(facts, null, 2)}\n`);
  } else {
    context.streams.stdout.write(told.words);
    report(all, 'pretty', context, textsOf([opened], options.set));
  }
  return exitCodeOf(all);
}

/** What is said of a run, to people or to programs. */
interface Told {
  readonly diagnostics: readonly Diagnostic[];
  readonly words: string;
  readonly facts: object;
}

interface Run {
  readonly settings: BuildSettings;
  readonly options: CopiesOptions;
  readonly context: CommandContext;
}

async function madeCopies(
  opened: OpenedBrief,
  plan: readonly Delivery[],
  { settings, options, context }: Run,
): Promise<Told> {
  const { workspace } = context;
  const materials = new Materials(workspace, settings.materials);
  const copies = await makeCopies(plan, { opened, materials, choices: briefingChoices(settings) });
  const none = { words: '', facts: { copies: [] } };
  if (!copies.ok || !opened.loaded.ok) return { ...none, diagnostics: copies.diagnostics };
  const { id } = opened.loaded.value;
  const folder = workspace.resolve(settings.output, `${id}.copies`);
  const written = writeCopies(copies.value, { brief: id, folder, now: timeOf(settings, workspace) }, workspace);
  const told = written.ok ? toldOfCopies(written.value, { folder, options, context }) : none;
  return { ...told, diagnostics: [...copies.diagnostics, ...written.diagnostics] };
}

interface Telling {
  readonly folder: string;
  readonly options: CopiesOptions;
  readonly context: CommandContext;
}

function toldOfCopies(
  copies: readonly WrittenCopy[],
  { folder, options, context: { workspace } }: Telling,
): Omit<Told, 'diagnostics'> {
  const [register, table] = [REGISTER_NAME, TABLE_NAME].map((name) => workspace.name(workspace.resolve(folder, name)));
  const rows = copies.map(({ words, name, role, edition, language, path }) => [
    words,
    name ?? role ?? '–',
    edition ?? 'whole brief',
    language,
    workspace.name(path),
  ]);
  const last = `Made ${countOf(copies.length, 'copy', 'copies')}. Who has which: ${table}.\n`;
  return {
    words: options.quiet ? '' : `${tableOf(rows)}${last}`,
    facts: { register, copies: copies.map((copy) => ({ ...copy, path: workspace.name(copy.path) })) },
  };
}
