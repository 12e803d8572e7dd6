import type { MaterialChoices } from '../briefing/choices.js';
import { type Diagnostic, error, failure, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';

import type { Workspace } from '../workspace/workspace.js';
import type { Configuration } from './config.js';
import type { BuildOptions, ChoiceOptions } from './options.js';

/** What a run works with: the command line over the configuration over the defaults. */
export interface BuildSettings {
  readonly input: readonly string[];
  readonly output: string;
  readonly formats: readonly ('pdf' | 'md')[];
  readonly paper: 'A4' | 'LETTER' | undefined;
  readonly materials: MaterialChoices;
  /** ISO 8601; from SOURCE_DATE_EPOCH. */
  readonly created: string | undefined;
}

export function buildSettings(
  targets: readonly string[],
  options: BuildOptions,
  config: Configuration,
  workspace: Workspace,
): Outcome<BuildSettings> {
  const created = sourceDate(workspace.env.SOURCE_DATE_EPOCH);
  const settings: BuildSettings = {
    input: targets.length > 0 ? targets : (config.input ?? ['briefs']),
    output: options.output ?? config.output ?? 'output',
    formats: options.format ?? config.formats ?? ['pdf', 'md'],
    paper: options.paper ?? config.paper,
    materials: materialChoices(options, config),
    created: created.ok ? created.value : undefined,
  };
  return outcomeOf(settings, created.diagnostics);
}

export function materialChoices(options: ChoiceOptions, config: Configuration): MaterialChoices {
  const { template = config.template, theme = config.theme, labels = config.labels, fonts = config.fonts } = options;
  return {
    templateFolders: [...(options.templates ?? []), ...(config.templates ?? [])],
    ...(template !== undefined && { template }),
    ...(theme !== undefined && { theme }),
    ...(labels !== undefined && { labels }),
    ...(fonts !== undefined && { fonts }),
  };
}

/** https://reproducible-builds.org/specs/source-date-epoch/: seconds since 1970, in place of any clock. */
export function sourceDate(epoch: string | undefined): Outcome<string | undefined> {
  if (epoch === undefined || epoch === '') return outcomeOf(undefined, []);
  const seconds = /^\d{1,12}$/.test(epoch) ? Number(epoch) : Number.NaN;
  // The last second of the year 9999: beyond it, no format we write has a date.
  if (seconds <= 253_402_300_799) return outcomeOf(new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'), []);
  const problem: Diagnostic = error(
    'config-invalid',
    `SOURCE_DATE_EPOCH is \`${epoch}\`, which is not a number of seconds since 1970.`,
    { hints: ['Unset it, or set it to something like 1725408000.'] },
  );
  return failure([problem]);
}
