import { InvalidArgumentError, Option } from 'commander';
import type { AddCommand } from '../../add-command.js';
import { BRIEF_TYPES, type NewOptions } from '../../options.js';

const EXAMPLES = `
Examples:
  briefpress new visit                        briefs/visit.yaml, an information memo
  briefpress new visit --type read-ahead      for a meeting
  briefpress new ./other/folder/visit.yaml    wherever you say

The brief has a comment for every part and builds at once. A file that is there is never overwritten.
`;

export const addNew: AddCommand = (program, context, exit) => {
  program
    .command('new')
    .description('begin a brief')
    .argument('<name>', 'its name, or a path to the file', fileName)
    .addOption(new Option('--type <type>', 'kind of brief').choices(BRIEF_TYPES).default('information-memo'))
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, options: NewOptions) => {
      const { runNew } = await import('./run.js');
      exit(await runNew(name, options, context));
    });
};

function fileName(name: string): string {
  if (/(?:^|[\s/\\])$/.test(name)) throw new InvalidArgumentError('It does not name a file.');
  return name;
}
