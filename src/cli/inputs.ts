import { type Diagnostic, error, failure, wholeFile } from '../diagnostics/diagnostic.js';
import { type OpenedBrief, openBrief, openText, type Reading, unopened } from '../materials/open-brief.js';
import { type Assignment, assignmentText, COMMAND_LINE } from '../syntax/assigned-lines.js';
import { MAX_BYTES } from '../syntax/decode.js';
import { findBriefs } from '../workspace/find.js';
import type { CommandContext } from './context.js';
import type { Shard } from './options.js';

/** The name of a brief from standard input, in messages and as the stem of its documents. */
const STDIN_NAME = 'stdin';

export interface OpenedInputs {
  readonly briefs: readonly OpenedBrief[];
  /** Of targets that do not name a brief. */
  readonly problems: readonly Diagnostic[];
}

interface Opening extends Reading {
  readonly shard?: Shard | undefined;
  /** What opens a file, where it is not opened as usual. */
  readonly open?: ((file: string, reading: Reading) => OpenedBrief) | undefined;
}

/** Opens the briefs that files, folders, patterns and `-` stand for, read as asked; of these a part, where one is named. */
export async function openInputs(
  targets: readonly string[],
  context: CommandContext,
  { shard, open, ...reading }: Opening,
): Promise<OpenedInputs> {
  const { workspace } = context;
  const found = findBriefs(
    workspace,
    targets.filter((target) => target !== '-'),
  );
  const inputs = [...(targets.includes('-') ? [null] : []), ...found.files];
  const isIn = (position: number) => shard === undefined || position % shard.count === shard.index - 1;
  const openFile = open ?? ((file: string) => openBrief(workspace, file, reading));
  const briefs: OpenedBrief[] = [];
  for (const file of inputs.filter((_, position) => isIn(position))) {
    briefs.push(file === null ? await openInput(context, reading) : openFile(file, reading));
  }
  return { briefs, problems: found.problems };
}

async function openInput({ workspace, streams }: CommandContext, reading: Reading): Promise<OpenedBrief> {
  const bytes = await streams.readInput(MAX_BYTES);
  const folder = workspace.cwd;
  if (bytes === null) return unopened(STDIN_NAME, folder, failure([tooLarge()]));
  // JSON begins with a brace, and a brief in YAML hardly ever does.
  const format = /^\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 1024))) ? 'json' : 'yaml';
  const text = new TextDecoder().decode(bytes);
  return { ...openText(workspace, { text: bytes, file: STDIN_NAME, folder, format, ...reading }), text };
}

/** The texts of what is in no file, by name: briefs from standard input, and what the command line sets. */
export function textsOf(
  briefs: readonly OpenedBrief[],
  assignments: readonly Assignment[] = [],
): ReadonlyMap<string, string> {
  const texts = briefs.flatMap(({ file, text }) => (text === undefined ? [] : [[file, text] as const]));
  return new Map([...texts, [COMMAND_LINE, assignmentText(assignments)]]);
}

function tooLarge(): Diagnostic {
  return error('file-too-large', `Standard input has more than ${MAX_BYTES / (1024 * 1024)} MB.`, {
    at: wholeFile(STDIN_NAME),
    hints: ['Long texts belong in annexes with `file`.'],
  });
}
