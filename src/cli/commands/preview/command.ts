import { InvalidArgumentError, Option } from 'commander';
import type { AddCommand } from '../../add-command.js';
import { addChoiceOptions, type PreviewOptions, paperOption } from '../../options.js';
import { readDay } from '../../reading.js';

const EXAMPLES = `
Examples:
  briefpress preview                        the briefs in briefs/
  briefpress preview briefs/visit.yaml      one of them, and those beside it
  briefpress preview visit.yaml --no-open   print the address alone

The page shows the PDF, the memo and what is wrong, again after every save, and the brief can be written there. Nobody but
you can open it: it is served on this computer alone, and its address has a key. Ctrl-C ends it.
Exit codes: 0 ended by Ctrl-C, 2 it cannot be served.
`;

export const addPreview: AddCommand = (program, context, exit) => {
  const command = program
    .command('preview')
    .description('show a brief in the browser while it is written')
    .argument('[brief]', 'a file, or a folder with briefs (default: briefs/)');
  addChoiceOptions(command)
    .addOption(paperOption())
    .addOption(new Option('--port <number>', 'port to listen on (default: any that is free)').argParser(portOf))
    .option('--no-open', 'do not open the browser')
    .addOption(
      new Option('--today <date>', 'the day that the dates of a brief are compared with (default: today)').argParser(
        readDay,
      ),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (brief: string | undefined, options: PreviewOptions) => {
      const { runPreview } = await import('./run.js');
      exit(await runPreview(brief, options, context));
    });
};

function portOf(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port < 1024 || port > 65535) throw new InvalidArgumentError('It is a number from 1024 to 65535.');
  return port;
}
