import type { AttachmentChoice } from '../briefing/build-record.js';
import { type BriefingChoices, type Format, type MaterialChoices, USUAL_FORMATS } from '../briefing/choices.js';
import { type Diagnostic, error, failure, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';
import type { Paper } from '../document/paper.js';
import type { Imposition } from '../imposition/sheet-order.js';
import type { Standard } from '../pdf/document/standard.js';
import type { Workspace } from '../workspace/workspace.js';
import { type Configuration, readConfiguration } from './config.js';
import type { BuildOptions, ChoiceOptions } from './options.js';

/** The variable of the environment that has the password of the mail server. */
export const MAIL_PASSWORD = 'BRIEFPRESS_SMTP_PASSWORD';

/** What a run works with: the command line over the configuration over the defaults. */
export interface BuildSettings {
  readonly input: readonly string[];
  readonly output: string;
  readonly formats: readonly Format[];
  readonly paper: Paper | undefined;
  readonly attachments: AttachmentChoice | undefined;
  readonly standard: Standard | undefined;
  /** How pages are put on sheets, for paper. */
  readonly imposition: Imposition | undefined;
  /** Whether a brief that has not changed since it was made is left as it is. */
  readonly isIncremental: boolean;
  readonly materials: MaterialChoices;
  /** The mail server, without a password. */
  readonly smtp: string | undefined;
  /** Who sends mails. */
  readonly mailFrom: string | undefined;
  /** Where copies are printed for which nobody says so. */
  readonly printer: string | undefined;
  /** ISO 8601; from SOURCE_DATE_EPOCH. */
  readonly created: string | undefined;
}

type SettingOptions = ChoiceOptions &
  Pick<BuildOptions, 'output' | 'format' | 'paper' | 'attach' | 'standard' | 'imposition' | 'incremental'>;

/** Reads the configuration, and lays the command line over it. */
export function settingsFor(
  targets: readonly string[],
  options: SettingOptions,
  workspace: Workspace,
): Outcome<BuildSettings> {
  const read = readConfiguration(workspace, options.config);
  if (!read.ok) return read;
  const config = read.value;
  const created = sourceDate(workspace.env.SOURCE_DATE_EPOCH);
  const imposition = options.imposition ?? config.imposition;
  const settings: BuildSettings = {
    input: targets.length > 0 ? targets : (config.input ?? ['briefs']),
    output: options.output ?? config.output ?? 'output',
    formats: options.format ?? config.formats ?? USUAL_FORMATS,
    paper: options.paper ?? config.paper,
    attachments: options.attach ?? config.attachments,
    standard: options.standard ?? config.standard,
    imposition: imposition === 'none' ? undefined : imposition,
    isIncremental: options.incremental ?? config.incremental ?? false,
    materials: materialChoices(options, config),
    smtp: config.smtp,
    mailFrom: config.mailFrom,
    printer: config.printer,
    created: created.ok ? created.value : undefined,
  };
  return outcomeOf(settings, [...read.diagnostics, ...created.diagnostics]);
}

/** What one document is made by, in a language or in the main one of its brief. */
export function briefingChoices(settings: BuildSettings, language?: string): BriefingChoices {
  const { formats, paper, attachments, standard, created } = settings;
  return {
    formats,
    ...(language !== undefined && { language }),
    ...(paper !== undefined && { paper }),
    ...(attachments !== undefined && { attachments }),
    ...(standard !== undefined && { standard }),
    ...(created !== undefined && { created }),
  };
}

/** When what a run makes is said to be made: ISO 8601, to the second. */
export function timeOf({ created }: BuildSettings, workspace: Workspace): string {
  return created ?? `${workspace.now().toISOString().slice(0, 19)}Z`;
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
function sourceDate(epoch: string | undefined): Outcome<string | undefined> {
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
