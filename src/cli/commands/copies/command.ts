import { InvalidArgumentError, Option } from 'commander';
import type { AddCommand } from '../../add-command.js';
import { addChoiceOptions, type CopiesOptions } from '../../options.js';

const EXAMPLES = `
Examples:
  briefpress copies visit.yaml --dry-run    who gets which edition, in which language

Who gets a copy stands in \`distribution\`; briefpress schema distribution says what can stand there.
Exit codes: 0 done, 1 the brief has problems, 2 anything else.
`;

export const addCopies: AddCommand = (program, context, exit) => {
  const command = program
    .command('copies')
    .description('make a numbered PDF for each reader')
    .argument('<brief>', 'the brief')
    .addOption(new Option('--only <number>', 'the copy with this number; may be repeated').argParser(collectNumber));
  addChoiceOptions(command)
    .option('--dry-run', 'show who gets what, and make nothing')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (brief: string, options: CopiesOptions) => {
      const { runCopies } = await import('./run.js');
      exit(await runCopies(brief, options, context));
    });
};

/** `3`, `1-4` or several with commas. */
function collectNumber(value: string, before: readonly number[] = []): readonly number[] {
  const parts = value.split(',').map((part) => /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/.exec(part));
  const numbers = parts.flatMap((part) => {
    if (part === null) throw new InvalidArgumentError('It is the number of a copy, such as 3, or several: 1-4,7.');
    const from = Number(part[1]);
    const to = Number(part[2] ?? part[1]);
    if (to < from) throw new InvalidArgumentError(`It runs backwards: ${from}-${to}.`);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  return [...new Set([...before, ...numbers])];
}
