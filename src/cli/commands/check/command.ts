import { Option } from 'commander';
import { DIAGNOSTIC_FORMATS } from '../../../diagnostics/print.js';
import type { AddCommand } from '../../add-command.js';
import type { CheckOptions } from '../../options.js';
import { readDay } from '../../today.js';

const EXAMPLES = `
Examples:
  briefpress check                               every brief in briefs/
  briefpress check visit.yaml --format json      for a program
  briefpress check --format sarif > out.sarif    for a code scanner
  briefpress check --format github               as annotations of a pull request

Exit codes: 0 nothing is wrong, 1 a brief has problems, 2 anything else.
`;

export const addCheck: AddCommand = (program, context, exit) => {
  program
    .command('check')
    .description('say what is wrong with briefs, and make nothing')
    .argument('[briefs...]', 'files, folders or patterns; - is standard input (default: briefs/)')
    .addOption(new Option('--format <format>', 'how to print problems').choices(DIAGNOSTIC_FORMATS).default('pretty'))
    .addOption(new Option('--today <date>', 'the day that the dates of a brief are held against').argParser(readDay))
    .option('--quiet', 'print nothing where nothing is wrong')
    .option('--config <file>', 'configuration (default: briefpress.config.yaml or .json, here or in a folder above)')
    .addHelpText('after', EXAMPLES)
    .action(async (targets: string[], options: CheckOptions) => {
      const { runCheck } = await import('./run.js');
      exit(await runCheck(targets, options, context));
    });
};
