import { InvalidArgumentError, Option } from 'commander';
import { IMPOSITION_CHOICES } from '../../../imposition/sheet-order.js';
import { COLOURS, DUPLEX } from '../../../printer/print-wish.js';
import type { AddCommand } from '../../add-command.js';
import {
  addChoiceOptions,
  editionOption,
  notEmpty,
  onlyOption,
  outputOption,
  type PrintOptions,
  paperOption,
  setOption,
} from '../../options.js';
import { pageRanges } from '../../page-ranges.js';

const EXAMPLES = `
Examples:
  briefpress print visit.yaml --dry-run                       which copies are for paper, and which printer each goes to
  briefpress print visit.yaml --printer ipp://printer.example.org/ipp/print
  briefpress print visit.yaml --printer Office_2 --only 3     a printer that this computer knows (CUPS)
  briefpress print output/visit.pdf --copies 5 --duplex short

Of a brief with \`distribution\`, the numbered copies are printed that do not go by e-mail, each once: a register says
which were. Of one without, the document is printed, as often as --copies says.
Exit codes: 0 printed, 1 the brief has problems, 2 anything else.
`;

export const addPrint: AddCommand = (program, context, exit) => {
  const command = program
    .command('print')
    .addHelpOption(new Option('-h, --help', 'print help').helpGroup('While working:'))
    .description('print the numbered copies of a brief, or a PDF')
    .argument('<brief|pdf>', 'the brief, or a finished PDF')
    .optionsGroup('What is printed:')
    .addOption(editionOption())
    .addOption(new Option('--lang <tag>', 'language of what is no numbered copy').argParser(notEmpty))
    .addOption(onlyOption())
    .addOption(new Option('--pages <numbers>', 'these pages alone, such as 1-2,5').argParser(pageRanges))
    .addOption(setOption())
    .optionsGroup('How it is printed:')
    .addOption(
      new Option('--printer <uri|name>', 'in place of those that the brief and the configuration name').argParser(
        notEmpty,
      ),
    )
    .addOption(new Option('--copies <number>', 'how many of what has no number (default: 1)').argParser(copiesOf))
    .addOption(new Option('--duplex <edge>', 'both sides (default: long, where the printer can)').choices(DUPLEX))
    .addOption(new Option('--colour <what>', 'with colours or without (default: as the printer does)').choices(COLOURS))
    .addOption(
      new Option('--imposition <how>', 'two pages on each side: to be folded, or side by side').choices(
        IMPOSITION_CHOICES,
      ),
    )
    .addOption(paperOption())
    .option('--again', 'print also copies that have been printed, or may have been');
  addChoiceOptions(command.optionsGroup('How it looks:'))
    .optionsGroup('While working:')
    .addOption(outputOption('copies and the register'))
    .option('--dry-run', 'show what would be printed where, and print nothing')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (target: string, options: PrintOptions) => {
      const { runPrint } = await import('./run.js');
      exit(await runPrint(target, options, context));
    });
};

function copiesOf(value: string): number {
  const copies = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (copies < 1) throw new InvalidArgumentError('It is a number from 1 to 999.');
  return copies;
}
