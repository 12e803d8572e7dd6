import { Option } from 'commander';
import type { AddCommand } from '../../add-command.js';
import type { SnapshotOptions } from '../../options.js';
import { readDay } from '../../reading.js';

const EXAMPLES = `
Examples:
  briefpress snapshot add visit.yaml press-0903 ~/Downloads/report.html
  briefpress snapshot add visit.yaml treaty treaty.pdf --today 2024-09-03
  briefpress snapshot add visit.yaml note note.txt --media-type 'text/plain; charset=windows-1252'

The file is copied to snapshots/ beside the brief. Its hash, its media type and the day are written to the source in
the brief; all else in the brief stays as it is, comments too. From then on what is quoted from the source is checked
word for word.
Exit codes: 0 done, 1 the brief or the copy has problems, 2 anything else.
`;

export const addSnapshot: AddCommand = (program, context, exit) => {
  const snapshot = program
    .command('snapshot')
    .description('keep copies of sources, which quotations are checked against');
  snapshot
    .command('add')
    .description('keep a copy of a source beside the brief')
    .argument('<brief>', 'the file of the brief')
    .argument('<source-id>', 'the source in it')
    .argument('<file>', 'plain text, Markdown, HTML or a PDF with text')
    .option('--media-type <type>', 'kind of the file (default: by the ending of its name)')
    .addOption(new Option('--today <date>', 'the day on which the copy was taken (default: today)').argParser(readDay))
    .addHelpText('after', EXAMPLES)
    .action(async (brief: string, source: string, file: string, options: SnapshotOptions) => {
      const { runSnapshotAdd } = await import('./run.js');
      exit(await runSnapshotAdd({ brief, source, file }, options, context));
    });
  snapshot.addHelpText('after', EXAMPLES);
};
