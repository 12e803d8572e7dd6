import { Option } from 'commander';
import type { AddCommand } from '../../add-command.js';
import { addChoiceOptions, type DoctorOptions, notEmpty } from '../../options.js';

const EXAMPLES = `
Examples:
  briefpress doctor                                                what works here, and what to do
  briefpress doctor --printer ipp://printer.example.org/ipp/print  what a printer can do
  briefpress doctor --smtp smtps://desk%40example.org@mail.example.org

Nothing is printed, sent or written. Exit codes: 0 all that is set up works, 2 something does not.
`;

export const addDoctor: AddCommand = (program, context, exit) => {
  const command = program
    .command('doctor')
    .description('say what works on this computer, and what to do about the rest')
    .addOption(
      new Option('--printer <uri|name>', 'a printer, in place of that of the configuration').argParser(notEmpty),
    )
    .option('--smtp <url>', 'a mail server, in place of that of the configuration; never with a password');
  addChoiceOptions(command)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (options: DoctorOptions) => {
      const { runDoctor } = await import('./run.js');
      exit(await runDoctor(options, context));
    });
};
