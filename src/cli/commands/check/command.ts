import { Option } from 'commander';
import { DIAGNOSTIC_FORMATS } from '../../../diagnostics/print.js';
import type { AddCommand } from '../../add-command.js';
import { addChoiceOptions, type CheckOptions, paperOption, setOption } from '../../options.js';
import { readDay } from '../../reading.js';

const EXAMPLES = `
Examples:
  briefpress check                               every brief in briefs/
  briefpress check visit.yaml --format json      for a program
  briefpress check --format sarif > out.sarif    for a code scanner
  briefpress check --format github               as annotations of a pull request

Makes every document that the briefs can become, in every language and edition, and keeps none: where nothing is wrong
here, \`build\` succeeds with the same options.
Exit codes: 0 nothing is wrong, 1 a brief has problems, 2 anything else.
`;

export const addCheck: AddCommand = (program, context, exit) => {
  const command = program
    .command('check')
    .description('say what is wrong with briefs, and make nothing')
    .argument('[briefs...]', 'files, folders or patterns; - is standard input (default: briefs/)')
    .addOption(new Option('--format <format>', 'how to print problems').choices(DIAGNOSTIC_FORMATS).default('pretty'))
    .addOption(new Option('--today <date>', 'the day that the dates of a brief are compared with').argParser(readDay))
    .option('--quiet', 'print nothing where nothing is wrong')
    .addOption(paperOption())
    .addOption(setOption());
  addChoiceOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (targets: string[], options: CheckOptions) => {
      const { runCheck } = await import('./run.js');
      exit(await runCheck(targets, options, context));
    });
};
