import type { AddCommand } from '../../add-command.js';
import { addChoiceOptions, type VerifyOptions } from '../../options.js';

const EXAMPLES = `
Examples:
  briefpress verify visit.pdf                          and visit.md, where it lies beside it
  briefpress verify output/visit.pdf --from briefs     kept copies and pictures lie in briefs/
  briefpress verify visit.pdf --theme ministry.yaml    made with a theme of your own

Takes the brief out of the PDF, makes it again, and compares every byte.
Exit codes: 0 the same, 1 something differs, 2 it cannot be verified.
`;

export const addVerify: AddCommand = (program, context, exit) => {
  const command = program
    .command('verify')
    .description('say whether a PDF is as Briefpress made it from the brief in it')
    .argument('<file>', 'the PDF')
    .option('--memo <file>', 'the memo in Markdown (default: the .md beside the PDF, where there is one)')
    .option(
      '--from <folder>',
      "where the files lie that the brief names (default: the briefs' folder, then the PDF's)",
    );
  addChoiceOptions(command)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: VerifyOptions) => {
      const { runVerify } = await import('./run.js');
      exit(await runVerify(file, options, context));
    });
};
