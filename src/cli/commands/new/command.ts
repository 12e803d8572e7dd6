import { type Command, Option } from 'commander';
import { BRIEF_TYPES } from '../../../brief/schema/head.js';
import type { AddCommand } from '../../add-command.js';
import type { NewOptions } from '../../options.js';

const EXAMPLES = `
Examples:
  briefpress new visit                        briefs/visit.yaml, an information memo
  briefpress new visit --type read-ahead      for a meeting
  briefpress new visit --preview              and write it in the browser
  briefpress new ./other/folder/visit.yaml    wherever you say
  briefpress new --sample mongolia-icc        a finished brief, with the files that it names

The brief has a comment for every part and builds at once. A file that is there is never overwritten.
`;

export const addNew: AddCommand = (program, context, exit) => {
  program
    .command('new')
    .description('begin a brief, with a comment for every part')
    .argument('[name]', 'its name, or a path to the file')
    .addOption(new Option('--type <type>', 'kind of brief').choices(BRIEF_TYPES).default('information-memo'))
    .addOption(
      new Option('--sample <sample>', 'begin with a copy of a finished brief: mongolia-icc').conflicts([
        'type',
        'preview',
      ]),
    )
    .option('--preview', 'show it in the browser, where it can be written in a form')
    .option('--no-open', 'with --preview: do not open the browser')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, options: NewOptions, command: Command) => {
      const { sample } = options;
      if (sample !== undefined) {
        const { copySample } = await import('./copy-sample.js');
        exit(await copySample(sample, name ?? 'briefs/', context));
        return;
      }
      const { runNew } = await import('./run.js');
      exit(await runNew(fileName(name, command), options, context));
    });
};

/** Where there is a sample, its name and the folder `briefs/` do. */
function fileName(name: string | undefined, command: Command): string {
  if (name === undefined) command.error("error: missing required argument 'name'");
  if (/(?:^|[\s/\\])$/.test(name))
    command.error(`error: '${name}' is not a name for a brief. It does not name a file.`);
  return name;
}
