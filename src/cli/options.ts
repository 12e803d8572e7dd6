import { type Command, InvalidArgumentError, Option } from 'commander';
import { THEMES } from '../brief/schema/document.js';
import type { BriefType } from '../brief/schema/head.js';
import type { TLP_LABELS } from '../brief/schema/marking.js';
import type { AttachmentChoice } from '../briefing/build-record.js';
import type { Format } from '../briefing/choices.js';
import type { MailBody } from '../briefing/mail-text.js';
import type { DiagnosticFormat } from '../diagnostics/print.js';
import { PAPERS, type Paper } from '../document/paper.js';
import type { Imposition, ImpositionChoice } from '../imposition/sheet-order.js';
import type { Standard } from '../pdf/document/standard.js';
import type { PrintWish } from '../printer/print-wish.js';
import type { Assignment } from '../syntax/assigned-lines.js';
import { copyNumbers } from './copy-numbers.js';
import type { PageRange } from './page-ranges.js';

export type { BriefType } from '../brief/schema/head.js';

/** What several commands let a person choose, over what briefpress.config.yaml says. */
export interface ChoiceOptions {
  readonly template?: string;
  readonly templates?: readonly string[];
  readonly theme?: string;
  readonly labels?: string;
  readonly fonts?: string;
  readonly config?: string;
}

export interface BuildOptions extends ChoiceOptions {
  readonly output?: string;
  readonly format?: readonly Format[];
  readonly paper?: Paper;
  readonly attach?: AttachmentChoice;
  readonly standard?: Standard;
  readonly imposition?: ImpositionChoice;
  readonly set?: readonly Assignment[];
  readonly lang?: string;
  readonly edition?: readonly string[];
  readonly allEditions?: boolean;
  readonly maxTlp?: (typeof TLP_LABELS)[number];
  readonly audience?: readonly string[];
  readonly force?: boolean;
  readonly incremental?: boolean;
  readonly jobs?: number;
  readonly shard?: Shard;
  readonly watch?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly today?: string;
  readonly diagnostics: DiagnosticFormat;
}

/** A part of the briefs, so that several machines share a list: the `index`-th of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export interface CheckOptions extends ChoiceOptions {
  readonly set?: readonly Assignment[];
  readonly format: DiagnosticFormat;
  readonly paper?: Paper;
  readonly quiet?: boolean;
  readonly today?: string;
}

export interface TemplatesOptions {
  readonly templates?: readonly string[];
  readonly config?: string;
  readonly json?: boolean;
}

export interface NewOptions {
  readonly type: BriefType;
  readonly sample?: string;
  readonly preview?: boolean;
  readonly open: boolean;
}

export const DIFF_FORMATS = ['pretty', 'md', 'json'] as const;

export interface DiffOptions {
  readonly format: (typeof DIFF_FORMATS)[number];
  readonly lang?: string;
}

export interface VerifyOptions extends ChoiceOptions {
  readonly memo?: string;
  readonly from?: string;
  readonly json?: boolean;
}

export interface CopiesOptions extends ChoiceOptions {
  readonly only?: readonly number[];
  readonly output?: string;
  readonly paper?: Paper;
  readonly set?: readonly Assignment[];
  readonly today?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export interface TraceOptions {
  readonly register?: readonly string[];
  readonly json?: boolean;
}

export interface EmailOptions extends ChoiceOptions {
  readonly edition?: readonly string[];
  readonly lang?: string;
  readonly body: MailBody;
  readonly memo?: boolean;
  readonly attach?: AttachmentChoice;
  readonly paper?: Paper;
  readonly set?: readonly Assignment[];
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly from?: string;
  readonly only?: readonly number[];
  readonly each?: boolean;
  readonly send?: boolean;
  readonly smtp?: string;
  readonly yes?: boolean;
  readonly again?: boolean;
  readonly output?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export interface PrintOptions extends ChoiceOptions, PrintWish {
  readonly edition?: readonly string[];
  readonly lang?: string;
  readonly only?: readonly number[];
  readonly set?: readonly Assignment[];
  readonly printer?: string;
  readonly imposition?: ImpositionChoice;
  readonly paper?: Paper;
  readonly again?: boolean;
  readonly output?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export interface ImposeOptions {
  readonly imposition: Imposition;
  readonly pages?: readonly PageRange[];
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

export interface DoctorOptions extends ChoiceOptions {
  readonly printer?: string;
  readonly smtp?: string;
  readonly json?: boolean;
}

export interface PreviewOptions extends ChoiceOptions {
  readonly paper?: Paper;
  readonly port?: number;
  readonly open: boolean;
  readonly today?: string;
}

export interface SnapshotOptions {
  readonly mediaType?: string;
  readonly today?: string;
}

export interface QuoteOptions {
  readonly speaker?: string;
  readonly date?: string;
  readonly venue?: string;
  readonly lang?: string;
  readonly locator?: string;
  readonly nth?: number;
}

export function addChoiceOptions(command: Command): Command {
  return command
    .option('--template <name|folder>', 'template pack (default: chosen by the type of the brief)')
    .option('--templates <folder>', 'folder with template packs of your own; may be repeated', collect)
    .option('--theme <file|name>', `theme file: fonts, colours, sizes, margins, logo; or ${THEMES.join(', ')}`)
    .option('--labels <folder>', 'folder with labels of your own: sv.yaml and so on')
    .option('--fonts <folder>', 'folder with font files of your own')
    .option('--config <file>', 'configuration (default: briefpress.config.yaml or .json, here or in a folder above)');
}

export function paperOption(): Option {
  return new Option('--paper <size>', 'size of the paper').choices(PAPERS).argParser((value: string) => {
    const paper = PAPERS.find((each) => each === value.toUpperCase());
    if (paper === undefined) throw new InvalidArgumentError(`It is ${PAPERS.join(' or ')}.`);
    return paper;
  });
}

export function setOption(): Option {
  return new Option(
    '--set <field=value>',
    'set a field for this run alone, such as marking.tlp=GREEN; may be repeated',
  ).argParser(collectAssignment);
}

export function editionOption(): Option {
  return new Option('--edition <id>', 'an edition that the brief names; may be repeated (default: all)').argParser(
    collect,
  );
}

export function onlyOption(): Option {
  return new Option('--only <number>', 'the copy with this number; may be repeated').argParser(copyNumbers);
}

/** The folder that a command writes to; `what` says what it is for. */
export function outputOption(what: string): Option {
  return new Option('-o, --output <folder>', `folder for ${what} (default: output/)`).argParser(notEmpty);
}

function collectAssignment(value: string, before: readonly Assignment[] = []): readonly Assignment[] {
  const [, field, rest] = /^\s*([A-Za-z][\w-]*(?:\.[A-Za-z_][\w-]*|\[\d{1,6}\])*)\s*=([\s\S]*)$/.exec(value) ?? [];
  if (field === undefined || rest === undefined) {
    throw new InvalidArgumentError('It is FIELD=VALUE, such as status=issued or keyFacts[0].status=disputed.');
  }
  return [...before, { field, value: rest.trim() }];
}

export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

export function jobsOf(value: string): number {
  const jobs = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (jobs < 1) throw new InvalidArgumentError('It is a number from 1 to 999.');
  return jobs;
}

export function shardOf(value: string): Shard {
  const [, index = 0, count = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? []).map(Number);
  if (index < 1 || index > count) throw new InvalidArgumentError('It is a part of a whole, such as 1/4 or 4/4.');
  return { index, count };
}

export function notEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.');
  return value;
}
