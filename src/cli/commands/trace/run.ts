import { holderOf, REGISTER_NAME, type Register, readRegister } from '../../../copies/register.js';
import { type Traced, traceCopies } from '../../../copies/trace.js';
import { type Diagnostic, error, failure, type Outcome, success } from '../../../diagnostics/diagnostic.js';
import { visibleName } from '../../../diagnostics/printers/cells.js';
import { diagnosticRecord } from '../../../diagnostics/printers/json.js';
import { pageTexts } from '../../../evidence/extract/pdf/page-texts.js';
import type { Workspace } from '../../../workspace/workspace.js';
import { readConfiguration } from '../../config.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import { exitCodeOf } from '../../exit-code.js';
import type { TraceOptions } from '../../options.js';
import { report } from '../../report.js';

/** Bytes of a document, and of a register. */
const LIMIT = 100 * 1024 * 1024;

/** `briefpress trace`. */
export async function runTrace(file: string, options: TraceOptions, context: CommandContext): Promise<ExitCode> {
  const registers = openRegisters(file, options, context.workspace);
  const bytes = registers.ok ? await bytesOf(file, context) : registers;
  if (!registers.ok || !bytes.ok) {
    tell(file, { options, context, traced: [], problems: (registers.ok ? bytes : registers).diagnostics });
    return EXIT.trouble;
  }
  const pages = (await pageTexts(bytes.value)) ?? textPages(bytes.value);
  const traced = traceCopies({ bytes: bytes.value, pages }, registers.value);
  const problems = traced.length > 0 ? [] : [unknown(file, registers.value)];
  return tell(file, { options, context, traced, problems, pages: pages.length });
}

interface Told {
  readonly options: TraceOptions;
  readonly context: CommandContext;
  readonly traced: readonly Traced[];
  readonly problems: readonly Diagnostic[];
  /** Of the document. */
  readonly pages?: number;
}

function tell(file: string, { options, context, traced, problems, pages = 0 }: Told): ExitCode {
  if (options.json) {
    const facts = { file, copies: traced.map(recordOf), diagnostics: problems.map(diagnosticRecord) };
    context.streams.stdout.write(`${JSON.stringify(facts, null, 2)}\n`);
  } else {
    if (traced.length > 0) context.streams.stdout.write(words(file, traced, pages));
    report(problems, 'pretty', context);
  }
  return exitCodeOf(problems);
}

async function bytesOf(file: string, { workspace, streams }: CommandContext): Promise<Outcome<Uint8Array>> {
  if (file !== '-') return workspace.read(file, LIMIT);
  const input = await streams.readInput(LIMIT);
  return input === null ? failure([tooLarge()]) : success(input);
}

function tooLarge(): Diagnostic {
  return error('file-too-large', `Standard input has more than ${LIMIT / (1024 * 1024)} MB.`);
}

/** The text of printed pages, as a scanner writes it: form feeds between them. A PDF that cannot be read has none. */
function textPages(bytes: Uint8Array): readonly string[] {
  const isPdf = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
  return isPdf ? [] : new TextDecoder().decode(bytes).replace(/\f$/, '').split('\f');
}

/** Those that are named; otherwise the one beside the file, and those of the folders of copies in the output folder. */
function openRegisters(file: string, options: TraceOptions, workspace: Workspace): Outcome<readonly Register[]> {
  const config = readConfiguration(workspace);
  if (!config.ok) return config;
  const isNamed = options.register !== undefined;
  const files = options.register?.map((path) => registerIn(path, workspace)) ?? [
    workspace.resolve(file, '..', REGISTER_NAME),
    ...foldersOfCopies(config.value.output ?? 'output', workspace),
  ];
  const there = [...new Set(files)].filter((path) => isNamed || workspace.kind(path) === 'file');
  const read = there.map((path) => {
    const text = workspace.readText(path, LIMIT);
    return text.ok ? readRegister(text.value, workspace.name(path)) : text;
  });
  const problems = read.flatMap(({ diagnostics }) => diagnostics);
  if (problems.length > 0) return failure(problems);
  return success(read.flatMap((each) => (each.ok ? [each.value] : [])));
}

function registerIn(path: string, workspace: Workspace): string {
  return workspace.kind(path) === 'folder' ? workspace.resolve(path, REGISTER_NAME) : workspace.resolve(path);
}

function foldersOfCopies(output: string, workspace: Workspace): readonly string[] {
  const entries = workspace.kind(output) === 'folder' ? workspace.list(output) : null;
  return (entries?.ok ? entries.value : [])
    .filter(({ name, kind }) => kind === 'folder' && name.endsWith('.copies'))
    .map(({ name }) => workspace.resolve(output, name, REGISTER_NAME));
}

const REASONS = {
  bytes: 'It is that file, byte for byte.',
  identifier: 'The file has been changed since, and keeps its identifier.',
  line: 'Its pages say so in their margin.',
  mark: 'The mark behind the text of its pages says so.',
} as const;

function words(file: string, traced: readonly Traced[], pages: number): string {
  const several = traced.length > 1 ? `${visibleName(file)} may be one of these, or pages of them put together:\n` : '';
  const lines = traced.map(({ copy, brief, by, pages: on }) => {
    const where = on.length === 0 || on.length === pages ? '' : ` (page ${on.join(', ')})`;
    const subject = traced.length > 1 ? 'Copy' : `${visibleName(file)} is copy`;
    const head = `${subject} ${copy.copy} of ${copy.of} of ${visibleName(brief)}: ${visibleName(holderOf(copy))}.`;
    const edition = copy.edition === null ? 'the whole brief' : `the edition ${visibleName(copy.edition)}`;
    return `${head}\n  ${REASONS[by]}${where}\n  Made ${visibleName(copy.made)}, of ${edition}, in ${visibleName(copy.language)}.\n`;
  });
  return several + lines.join('');
}

function recordOf({ copy, brief, by, pages }: Traced) {
  return { ...copy, brief, by, seenOn: pages };
}

function unknown(file: string, registers: readonly Register[]): Diagnostic {
  const count = registers.reduce((sum, { copies }) => sum + copies.length, 0);
  const message =
    registers.length === 0
      ? `There is no register of copies to find ${visibleName(file)} in.`
      : `${visibleName(file)} is none of the ${count} registered copies.`;
  return error('trace-unknown', message, {
    hints: ['Name the register with --register; it lies beside the copies, as copies.json.'],
  });
}
