import { InvalidArgumentError, Option } from 'commander';
import type { Tlp } from '../../../brief/brief.js';
import { TLP_LABELS } from '../../../brief/schema/marking.js';
import { ATTACHMENT_CHOICES } from '../../../briefing/build-record.js';
import { FORMATS, type Format } from '../../../briefing/choices.js';
import { DIAGNOSTIC_FORMATS } from '../../../diagnostics/print.js';
import { IMPOSITION_CHOICES } from '../../../imposition/sheet-order.js';
import { STANDARDS } from '../../../pdf/document/standard.js';
import type { AddCommand } from '../../add-command.js';
import {
  addChoiceOptions,
  type BuildOptions,
  collect,
  jobsOf,
  notEmpty,
  outputOption,
  paperOption,
  setOption,
  shardOf,
} from '../../options.js';
import { readDay } from '../../reading.js';

const EXAMPLES = `
Examples:
  briefpress build                                    briefs/ to output/
  briefpress build visit.yaml -o /tmp --format pdf    one brief, the PDF alone
  briefpress build 'briefs/**/*.yaml' --lang all      every language that each brief has
  briefpress build visit.yaml --edition partners      what the edition "partners" may show
  briefpress build --template my-pack --theme ministry.yaml
  briefpress build visit.yaml --set status=issued     with another value in one field, the file as it is
  generate | briefpress build -                       a brief from standard input

A brief that has problems is not made; the others are.
Exit codes: 0 done, 1 a brief has problems, 2 anything else.
`;

export const addBuild: AddCommand = (program, context, exit) => {
  const command = program
    .command('build')
    .addHelpOption(new Option('-h, --help', 'print help').helpGroup('While building:'))
    .description('make PDFs and Markdown memos of briefs')
    .argument('[briefs...]', 'files, folders or patterns; - is standard input (default: briefs/)')
    .optionsGroup('What is made:')
    .addOption(outputOption('the documents'))
    .addOption(
      new Option(
        '--format <formats>',
        'pdf, md, html or txt; several with commas, or repeated (default: pdf,md)',
      ).argParser(formatsOf),
    )
    .addOption(paperOption())
    .addOption(setOption())
    .addOption(
      new Option(
        '--attach <what>',
        'files inside the PDF: brief is the brief without its comments, the memo and the build record; all adds the edition before (default: brief)',
      ).choices(ATTACHMENT_CHOICES),
    )
    .addOption(
      new Option(
        '--standard <name>',
        'what the PDF conforms to: ua1 is PDF/UA-1 with PDF/A-3a, ua2 is PDF/UA-2 with PDF/A-4f (default: ua1)',
      ).choices(STANDARDS),
    )
    .addOption(
      new Option(
        '--imposition <how>',
        'each PDF once more, for paper alone: two pages on a side, to be folded, or side by side',
      ).choices(IMPOSITION_CHOICES),
    )
    .addOption(
      new Option('--lang <tag>', 'language of the documents, or all (default: the first of each brief)').argParser(
        notEmpty,
      ),
    )
    .optionsGroup('For other readers:')
    .addOption(
      new Option('--edition <id>', 'an edition that the brief names, in place of the whole; may be repeated')
        .argParser(collect)
        .conflicts(['allEditions', 'maxTlp', 'audience']),
    )
    .addOption(
      new Option('--all-editions', 'the whole brief and every edition it names').conflicts(['maxTlp', 'audience']),
    )
    .addOption(new Option('--max-tlp <label>', 'withhold what is marked higher').choices(TLP_LABELS).argParser(tlpOf))
    .addOption(
      new Option('--audience <name>', 'withhold what is for other readers; may be repeated').argParser(collect),
    );
  addChoiceOptions(command.optionsGroup('How it looks:'))
    .optionsGroup('While building:')
    .option(
      '--force',
      'write over files that Briefpress did not make, and over signed PDFs; make what is unchanged too',
    )
    .option('--incremental', 'leave a brief as it is if nothing that it is made of has changed since it was made')
    .addOption(new Option('--no-incremental', 'make every brief, whatever the configuration says').hideHelp())
    .addOption(
      new Option('--jobs <number>', 'briefs to make at a time (default: as many as there are processors)').argParser(
        jobsOf,
      ),
    )
    .addOption(
      new Option(
        '--shard <part>',
        'make a part of the briefs alone, such as 2/4: every fourth from the second',
      ).argParser(shardOf),
    )
    .option('--watch', 'make a brief again when it, or what it is made of, changes')
    .option('--json', 'print what was made as JSON')
    .option('--quiet', 'print problems alone')
    .addOption(
      new Option('--today <date>', 'the day that the dates of a brief are compared with (default: today)').argParser(
        readDay,
      ),
    )
    .addOption(
      new Option('--diagnostics <format>', 'how to print problems').choices(DIAGNOSTIC_FORMATS).default('pretty'),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (targets: string[], options: BuildOptions) => {
      const { runBuild } = await import('./run.js');
      exit(await runBuild(targets, options, context));
    });
};

function formatsOf(value: string, before: readonly Format[] | undefined): readonly Format[] {
  const wanted = value.split(',').map((format) => format.trim().toLowerCase());
  const isAll = wanted.every((format) => FORMATS.some((each) => each === format));
  if (!isAll) throw new InvalidArgumentError(`It is one of ${FORMATS.join(', ')}, or several with commas: pdf,html.`);
  return FORMATS.filter((format) => wanted.includes(format) || before?.includes(format) === true);
}

function tlpOf(value: string): Tlp {
  const label = value.toUpperCase().replace(/^TLP:/, '');
  const found = TLP_LABELS.find((each) => each === label);
  if (found === undefined) throw new InvalidArgumentError(`It is ${TLP_LABELS.join(', ')}.`);
  return found;
}
