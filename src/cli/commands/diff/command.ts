import { Option } from 'commander';
import type { AddCommand } from '../../add-command.js';
import { DIFF_FORMATS, type DiffOptions, notEmpty } from '../../options.js';

const EXAMPLES = `
Examples:
  briefpress diff visit.1.yaml visit.yaml                 in the terminal
  briefpress diff visit.1.yaml visit.yaml --format md     for a mail or a wiki
  briefpress diff visit.1.yaml visit.yaml --format json   for a program
  briefpress diff visit.1.yaml visit.yaml --lang sv       the Swedish texts

Items are matched by their id, and those without one by their content. Their order does not matter.
Exit codes: 0 compared, whether anything differs or not; 1 a brief has problems; 2 anything else.
`;

export const addDiff: AddCommand = (program, context, exit) => {
  program
    .command('diff')
    .description('say what has changed from one edition of a brief to another')
    .argument('<old>', 'the earlier edition')
    .argument('<new>', 'the later edition')
    .addOption(new Option('--format <format>', 'how to print it').choices(DIFF_FORMATS).default('pretty'))
    .addOption(
      new Option(
        '--lang <tag>',
        'language of the texts to compare (default: the first of the later edition)',
      ).argParser(notEmpty),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (older: string, newer: string, options: DiffOptions) => {
      const { runDiff } = await import('./run.js');
      exit(await runDiff(older, newer, options, context));
    });
};
