import { makeCopies } from '../../../copies/make-copies.js';
import { REGISTER_NAME, TABLE_NAME } from '../../../copies/register.js';
import { type WrittenCopy, writeCopies } from '../../../copies/write-copies.js';
import { type Delivery, planDelivery } from '../../../delivery/plan.js';
import { planRecords, planTable, tableOf } from '../../../delivery/plan-table.js';
import { type Diagnostic, distinct } from '../../../diagnostics/diagnostic.js';
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
  const done = (diagnostics: readonly Diagnostic[]): ExitCode => {
    const all = distinct([...before, ...plan.diagnostics, ...diagnostics]);
    report(all, 'pretty', context, textsOf([opened], options.set));
    return exitCodeOf(all);
  };
  if (!plan.ok) return done([]);
  if (options.dryRun) {
    tellPlan(brief, plan.value, options, context);
    return done([]);
  }
  const made = await madeCopies(opened, plan.value, { settings: settings.value, options, context });
  return done(made);
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
): Promise<readonly Diagnostic[]> {
  const { workspace } = context;
  const materials = new Materials(workspace, settings.materials);
  const copies = await makeCopies(plan, { opened, materials, choices: briefingChoices(settings) });
  if (!copies.ok || !opened.loaded.ok) return copies.diagnostics;
  const { id } = opened.loaded.value;
  const folder = workspace.resolve(settings.output, `${id}.copies`);
  const written = writeCopies(copies.value, { brief: id, folder, now: timeOf(settings, workspace) }, workspace);
  if (written.ok) tellCopies(written.value, { folder, options, context });
  return [...copies.diagnostics, ...written.diagnostics];
}

function tellPlan(
  brief: string,
  plan: readonly Delivery[],
  { json }: CopiesOptions,
  { streams }: CommandContext,
): void {
  streams.stdout.write(json ? `${JSON.stringify({ brief, copies: planRecords(plan) }, null, 2)}\n` : planTable(plan));
}

interface Telling {
  readonly folder: string;
  readonly options: CopiesOptions;
  readonly context: CommandContext;
}

function tellCopies(copies: readonly WrittenCopy[], { folder, options, context }: Telling): void {
  const { workspace, streams } = context;
  const [register, table] = [REGISTER_NAME, TABLE_NAME].map((name) => workspace.name(workspace.resolve(folder, name)));
  if (options.json) {
    const records = copies.map((copy) => ({ ...copy, path: workspace.name(copy.path) }));
    streams.stdout.write(`${JSON.stringify({ register, copies: records }, null, 2)}\n`);
    return;
  }
  if (options.quiet) return;
  const rows = copies.map(({ words, name, role, edition, language, path }) => [
    words,
    name ?? role ?? '–',
    edition ?? 'whole brief',
    language,
    workspace.name(path),
  ]);
  streams.stdout.write(`${tableOf(rows)}Made ${countOf(copies.length, 'copy', 'copies')}. Who has which: ${table}.\n`);
}
