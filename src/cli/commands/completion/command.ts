import type { RootCommand } from '@bomb.sh/tab';
import { Argument, Command } from 'commander';
import { BRIEF_TYPES } from '../../../brief/schema/head.js';
import type { AddCommand } from '../../add-command.js';
import { type CommandContext, EXIT } from '../../context.js';
import type { Shell } from './script.js';

const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish', 'powershell'];

const EXAMPLES = `
Add to ~/.bashrc:   source <(briefpress completion bash)
Add to ~/.zshrc:    source <(briefpress completion zsh)
config.fish:        briefpress completion fish | source
PowerShell profile: briefpress completion powershell | Out-String | Invoke-Expression

Where Briefpress is started with npx, the script also makes a command briefpress that starts it so.
`;

/**
 * `completion SHELL` prints a script, and that script asks `complete -- words…` what may come next. The answers come from
 * the program's own options and arguments, by way of @bomb.sh/tab, which prints them itself.
 */
export const addCompletion: AddCommand = (program, context, exit) => {
  program
    .command('completion')
    .description('print the script that completes commands in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText('after', EXAMPLES)
    .action(async (shell: Shell) => {
      const { completionScript } = await import('./script.js');
      context.streams.stdout.write(completionScript(shell, context.program));
      exit(EXIT.done);
    });
  const complete = new Command('complete')
    .argument('[words...]')
    .allowUnknownOption()
    .action(async (words: string[]) => {
      const { default: describe } = await import('@bomb.sh/tab/commander');
      const completion = describe(answering(program), { completionCommandName: 'completion' });
      addFiles(completion, words, context);
      if (words[0] === 'schema') await addFields(completion, words);
      if (words[0] === 'new') await addSamples(completion, context);
      completion.parse(words);
      exit(EXIT.done);
    });
  program.addCommand(complete, { hidden: true });
};

/** The program without the two commands above: @bomb.sh/tab adds its own of the same names. */
function answering(program: Command): Command {
  const described = new Command(program.name());
  for (const command of program.commands) {
    if (!['completion', 'complete'].includes(command.name())) described.addCommand(command);
  }
  return described;
}

/** The fields of a brief: its parts, and those within a part once its name is there. */
async function addFields(completion: RootCommand, words: readonly string[]): Promise<void> {
  const { formatFields } = await import('../../../brief/schema-fields.js');
  const depth = (words.at(-1) ?? '').split('.').length;
  const paths = formatFields().map(({ path }) => path);
  const offered = ['brief', ...paths.filter((path) => path.split('.').length <= depth)];
  const argument = completion.commands.get('schema')?.arguments.get('field');
  if (argument) argument.handler = (offer) => offerAll(offered, offer);
}

/** Further commands that take a brief: diff two of them. */
const FILE_ARGUMENTS = [
  ['diff', 'old'],
  ['diff', 'new'],
] as const;

function offerAll(words: readonly string[], offer: (word: string, description: string) => void): void {
  for (const word of words) offer(word, '');
}

/** Words that are not options of ours but are known: kinds of brief, and files under the word begun. */
function addFiles(completion: RootCommand, words: readonly string[], { workspace }: CommandContext): void {
  const begun = words.at(-1) ?? '';
  const folder = begun.replace(/[^/]*$/, '');
  const entries = workspace.list(folder === '' ? '.' : folder);
  const files = (entries.ok ? entries.value : [])
    .filter(({ name, kind }) => kind === 'folder' || /\.(ya?ml|json)$/i.test(name))
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .map(({ name, kind }) => folder + name + (kind === 'folder' ? '/' : ''));
  for (const name of ['build', 'check']) {
    const argument = completion.commands.get(name)?.arguments.get('briefs');
    if (argument) argument.handler = (offer) => offerAll(files, offer);
  }
  for (const [command, argument] of FILE_ARGUMENTS) {
    const found = completion.commands.get(command)?.arguments.get(argument);
    if (found) found.handler = (offer) => offerAll(files, offer);
  }
  const type = completion.commands.get('new')?.options.get('type');
  if (type) type.handler = (offer) => offerAll(BRIEF_TYPES, offer);
}

async function addSamples(completion: RootCommand, { workspace }: CommandContext): Promise<void> {
  const { sampleNames } = await import('../new/samples.js');
  const sample = completion.commands.get('new')?.options.get('sample');
  if (sample) sample.handler = (offer) => offerAll(sampleNames(workspace), offer);
}
