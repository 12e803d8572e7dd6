import { type Diagnostic, distinct } from '../../../diagnostics/diagnostic.js';
import { Materials } from '../../../materials/materials.js';
import type { OpenedBrief } from '../../../materials/open-brief.js';
import type { CommandContext, ExitCode } from '../../context.js';
import { exitCodeOf } from '../../exit-code.js';
import { openInputs, textsOf } from '../../inputs.js';
import type { BuildOptions } from '../../options.js';
import { readingOf } from '../../reading.js';
import { report } from '../../report.js';
import type { BuildSettings } from '../../settings.js';
import { type CommonWork, crewSize, wishOf } from './crew-work.js';
import { Incremental } from './incremental.js';
import type { BriefReport, Press } from './make.js';
import { aloneWith, withCrew } from './makers.js';
import { planBriefs } from './plan.js';
import { Progress } from './progress.js';
import { briefLine, insideLine, jsonReport, lastLine, sheetsLine } from './summary.js';

export interface Built {
  readonly exit: ExitCode;
  /** Everything that the documents are made of: absolute paths of files and folders. */
  readonly madeOf: ReadonlyMap<OpenedBrief, readonly string[]>;
}

/** Makes every brief that `settings` asks for, and says what it made. `written` is what this process has written before. */
export async function buildOnce(
  settings: BuildSettings,
  options: BuildOptions,
  context: CommandContext,
  written = new Set<string>(),
): Promise<Built> {
  const { workspace, streams } = context;
  const started = workspace.now().getTime();
  const reading = readingOf(options, workspace);
  const fingerprint = (settings.isIncremental && context.fingerprint?.()) || null;
  const incremental = fingerprint === null ? null : new Incremental(workspace, fingerprint, { settings, options });
  const open = incremental?.open.bind(incremental);
  const { briefs, problems } = await openInputs(settings.input, context, { ...reading, shard: options.shard, open });
  const materials = new Materials(workspace, settings.materials);
  const press: Press = { workspace, settings, materials, force: options.force === true, written, names: [] };
  const reports: BriefReport[] = [];
  const plans = planBriefs(briefs, wishOf(settings, options), workspace);
  const unchanged = new Map(plans.map((plan) => [plan, incremental?.unchanged(plan, press) ?? null]));
  const due = plans.filter((plan) => unchanged.get(plan) === null);
  const progress = new Progress(due.length, streams.stderr, options.quiet === true || options.json === true);
  const common: CommonWork = {
    kind: 'build',
    cwd: workspace.cwd,
    settings,
    options,
    reading,
    written: [...written],
    fingerprint,
  };
  const size = crewSize(due.length, options.jobs, context.workers?.cores ?? 1);
  const crew = size > 1 ? context.workers?.start(size, common) : undefined;
  const maker = crew === undefined ? aloneWith(press, incremental) : withCrew(crew, due, press);
  for (const plan of plans) {
    const before = unchanged.get(plan);
    if (before != null) {
      reports.push(before);
      continue;
    }
    progress.start(plan.opened.file);
    const made = await maker.make(plan);
    progress.finish();
    reports.push(made);
    if (isTalkative(options)) streams.stdout.write(briefLine(made));
    // A moment for Ctrl-C: making a brief hardly ever waits for anything.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await maker.end();
  const seconds = streams.stdout.isTerminal ? (workspace.now().getTime() - started) / 1000 : null;
  tell(reports, problems, { options, context, briefs, seconds });
  const diagnostics = [...problems, ...reports.flatMap((each) => each.diagnostics)];
  return { exit: exitCodeOf(diagnostics), madeOf: new Map(briefs.map((each) => [each, madeOf(each, press)])) };
}

interface Telling {
  readonly options: BuildOptions;
  readonly context: CommandContext;
  readonly briefs: readonly OpenedBrief[];
  readonly seconds: number | null;
}

function tell(reports: readonly BriefReport[], problems: readonly Diagnostic[], telling: Telling): void {
  const { options, context, briefs, seconds } = telling;
  if (options.json) {
    context.streams.stdout.write(jsonReport(reports, problems));
    return;
  }
  if (isTalkative(options) && reports.length > 0) {
    context.streams.stdout.write(insideLine(reports) + sheetsLine(reports) + lastLine(reports, seconds));
  }
  // What is wrong with the command line is wrong for every brief.
  const diagnostics = distinct([...problems, ...reports.flatMap((each) => each.diagnostics)]);
  report(diagnostics, options.diagnostics, context, textsOf(briefs, options.set));
}

/** What was made is printed for people, never into a stream that a program reads. */
function isTalkative({ quiet, json, diagnostics }: BuildOptions): boolean {
  return quiet !== true && json !== true && diagnostics === 'pretty';
}

function madeOf(opened: OpenedBrief, { workspace, materials }: Press): readonly string[] {
  const beside = opened.loaded.ok ? materials.watched(opened.loaded.value) : [];
  return [workspace.resolve(opened.file), ...opened.named, ...beside];
}
