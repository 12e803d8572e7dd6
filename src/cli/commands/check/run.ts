import { checkOpened } from '../../../briefing/check-brief.js';
import { readConfiguration } from '../../config.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import { exitCodeOf } from '../../exit-code.js';
import { openInputs, textsOf } from '../../inputs.js';
import type { CheckOptions } from '../../options.js';
import { report } from '../../report.js';
import { dayOf } from '../../today.js';
import { countOf } from '../../words.js';

/** `briefpress check`: all that is wrong with the briefs, printed at once. */
export async function runCheck(
  targets: readonly string[],
  options: CheckOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const config = readConfiguration(context.workspace, options.config);
  if (!config.ok) {
    report(config.diagnostics, options.format, context);
    return EXIT.trouble;
  }
  const wanted = targets.length > 0 ? targets : (config.value.input ?? ['briefs']);
  const { briefs, problems } = await openInputs(wanted, context, dayOf(options.today, context.workspace));
  const diagnostics = [...problems];
  for (const brief of briefs) diagnostics.push(...(await checkOpened(brief)));
  report(diagnostics, options.format, context, textsOf(briefs));
  if (options.format === 'pretty' && !options.quiet && diagnostics.length === 0) {
    context.streams.stdout.write(`Nothing is wrong in ${countOf(briefs.length, 'brief')}.\n`);
  }
  return exitCodeOf(diagnostics);
}
