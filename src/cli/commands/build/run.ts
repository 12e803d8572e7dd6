import { failure, type Outcome, outcomeOf } from '../../../diagnostics/diagnostic.js';
import { readConfiguration } from '../../config.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import type { BuildOptions } from '../../options.js';
import { report } from '../../report.js';
import { type BuildSettings, buildSettings } from '../../settings.js';
import { buildOnce } from './build-once.js';

/** `briefpress build`. */
export async function runBuild(
  targets: readonly string[],
  options: BuildOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const settings = settingsFor(targets, options, context);
  if (!settings.ok) {
    report(settings.diagnostics, options.diagnostics, context);
    return EXIT.trouble;
  }
  if (options.watch && !settings.value.input.includes('-')) {
    const { watchBriefs } = await import('./watch.js');
    return watchBriefs(settings.value, options, context);
  }
  const { exit } = await buildOnce(settings.value, options, context);
  return exit;
}

function settingsFor(
  targets: readonly string[],
  options: BuildOptions,
  { workspace }: CommandContext,
): Outcome<BuildSettings> {
  const config = readConfiguration(workspace, options.config);
  if (!config.ok) return config;
  const settings = buildSettings(targets, options, config.value, workspace);
  if (!settings.ok) return failure([...config.diagnostics, ...settings.diagnostics]);
  return outcomeOf(settings.value, [...config.diagnostics, ...settings.diagnostics]);
}
