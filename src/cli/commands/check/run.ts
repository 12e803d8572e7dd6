import { distinct } from '../../../diagnostics/diagnostic.js';
import { checkOpened, Materials } from '../../../materials/make-document.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import { exitCodeOf } from '../../exit-code.js';
import { faultDiagnostic } from '../../fault.js';
import { openInputs, textsOf } from '../../inputs.js';
import type { CheckOptions } from '../../options.js';
import { readingOf } from '../../reading.js';
import { report } from '../../report.js';
import { briefingChoices, settingsFor } from '../../settings.js';
import { countOf } from '../../words.js';
import { planBriefs } from '../build/plan.js';

/** `briefpress check`: all that is wrong with the briefs, printed at once. */
export async function runCheck(
  targets: readonly string[],
  options: CheckOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { workspace, streams } = context;
  const { format: _, ...choices } = options;
  const read = settingsFor(targets, choices, workspace);
  if (!read.ok) {
    report(read.diagnostics, options.format, context);
    return EXIT.trouble;
  }
  const settings = read.value;
  const { briefs, problems } = await openInputs(settings.input, context, readingOf(options, workspace));
  const materials = new Materials(workspace, settings.materials);
  const everything = {
    output: settings.output,
    endings: settings.formats,
    language: 'all',
    editions: { allEditions: true },
  };
  const diagnostics = [...problems];
  for (const { opened, diagnostics: planned } of planBriefs(briefs, everything, workspace)) {
    const found = await checkOpened(opened, briefingChoices(settings), materials).catch((fault: unknown) => [
      faultDiagnostic(fault, workspace, opened.file),
    ]);
    diagnostics.push(...distinct([...planned, ...found]));
  }
  report(distinct(diagnostics), options.format, context, textsOf(briefs, options.set));
  if (options.format === 'pretty' && !options.quiet && diagnostics.length === 0) {
    streams.stdout.write(`Nothing is wrong in ${countOf(briefs.length, 'brief')}.\n`);
  }
  return exitCodeOf(diagnostics);
}
