import { Option } from 'commander';
import { IMPOSITIONS } from '../../../imposition/sheet-order.js';
import type { AddCommand } from '../../add-command.js';
import { type ImposeOptions, notEmpty } from '../../options.js';
import { pageRanges } from '../../page-ranges.js';

const EXAMPLES = `
Examples:
  briefpress impose output/visit.pdf                          output/visit.booklet.pdf, to be folded in the middle
  briefpress impose output/visit.pdf --imposition 2-up --pages 1-4
  briefpress print output/visit.pdf --imposition booklet      to a printer at once

The sheets are for paper alone: a screen reader cannot read them, and they are no archival PDF. Print them on both sides,
flipped on the short edge. Exit codes: 0 done, 2 anything else.
`;

export const addImpose: AddCommand = (program, context, exit) => {
  program
    .command('impose')
    .description('put two pages of a PDF on each side of a sheet, as a booklet or side by side')
    .argument('<pdf>', 'a finished PDF')
    .addOption(
      new Option('--imposition <how>', 'to be folded, or side by side').choices(IMPOSITIONS).default('booklet'),
    )
    .addOption(new Option('--pages <numbers>', 'these pages alone, such as 1-2,5').argParser(pageRanges))
    .addOption(new Option('-o, --output <file>', 'default: beside the PDF, as x.booklet.pdf').argParser(notEmpty))
    .option('--force', 'write over a file that is there')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (pdf: string, options: ImposeOptions) => {
      const { runImpose } = await import('./run.js');
      exit(await runImpose(pdf, options, context));
    });
};
