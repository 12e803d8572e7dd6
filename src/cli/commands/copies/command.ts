import type { AddCommand } from '../../add-command.js';
import {
  addChoiceOptions,
  type CopiesOptions,
  onlyOption,
  outputOption,
  paperOption,
  setOption,
} from '../../options.js';

const EXAMPLES = `
Examples:
  briefpress copies visit.yaml --dry-run    who gets which edition, in which language
  briefpress copies visit.yaml              a PDF for each, and the register, in output/visit.copies/
  briefpress copies visit.yaml --only 3     the third copy alone

Who gets a copy stands in \`distribution\`; briefpress schema distribution says what can stand there.
Exit codes: 0 done, 1 the brief has problems, 2 anything else.
`;

export const addCopies: AddCommand = (program, context, exit) => {
  const command = program
    .command('copies')
    .description('make a numbered PDF for each reader')
    .argument('<brief>', 'the brief')
    .addOption(onlyOption())
    .addOption(outputOption('the folder of copies'))
    .addOption(paperOption())
    .addOption(setOption());
  addChoiceOptions(command)
    .option('--dry-run', 'show who gets what, and make nothing')
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'print problems alone')
    .addHelpText('after', EXAMPLES)
    .action(async (brief: string, options: CopiesOptions) => {
      const { runCopies } = await import('./run.js');
      exit(await runCopies(brief, options, context));
    });
};
