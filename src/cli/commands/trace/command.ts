import type { AddCommand } from '../../add-command.js';
import { collect, type TraceOptions } from '../../options.js';

const EXAMPLES = `
Examples:
  briefpress trace found.pdf                          by the registers below output/ and beside the file
  briefpress trace found.pdf --register copies.json   by this register
  briefpress trace scan.txt                           by the text of printed pages, from a scanner or typed

Exit codes: 0 it is a copy of somebody, 1 no register has it, 2 anything else.
`;

export const addTrace: AddCommand = (program, context, exit) => {
  program
    .command('trace')
    .description('say whose numbered copy a document is')
    .argument('<file>', 'a PDF, or the text of printed pages; - is standard input')
    .option('--register <file>', 'copies.json, or its folder; may be repeated', collect)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: TraceOptions) => {
      const { runTrace } = await import('./run.js');
      exit(await runTrace(file, options, context));
    });
};
