import { error } from '../../../diagnostics/diagnostic.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import type { BuildOptions } from '../../options.js';
import { report } from '../../report.js';
import { settingsFor } from '../../settings.js';
import { buildOnce } from './build-once.js';

/** `briefpress build`. */
export async function runBuild(
  targets: readonly string[],
  options: BuildOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const settings = settingsFor(targets, options, context.workspace);
  if (!settings.ok) {
    report(settings.diagnostics, options.diagnostics, context);
    return EXIT.trouble;
  }
  if (
    options.imposition !== undefined &&
    settings.value.imposition !== undefined &&
    !settings.value.formats.includes('pdf')
  ) {
    report([noPdf()], options.diagnostics, context);
    return EXIT.trouble;
  }
  if (options.watch && !settings.value.input.includes('-')) {
    const { watchBriefs } = await import('./watch.js');
    return watchBriefs(settings.value, options, context);
  }
  const { exit } = await buildOnce(settings.value, options, context);
  return exit;
}

function noPdf() {
  return error('config-invalid', '--imposition puts the pages of a PDF on sheets, and no PDF is made.', {
    hints: ['Add pdf to --format, or leave --imposition out.'],
  });
}
