import { InvalidArgumentError, Option } from 'commander';
import type { AddCommand } from '../../add-command.js';
import { notEmpty, type QuoteOptions } from '../../options.js';
import { readDay } from '../../reading.js';

const EXAMPLES = `
Examples:
  briefpress quote visit.yaml press-0903 "We regret the delay" --speaker "Minister"
  briefpress quote visit.yaml press-0903 "We regret […] that we were late"
  briefpress quote visit.yaml press-0903 "the delay" --nth 2     the second of several passages

The words must be in the kept copy of the source (briefpress snapshot add). […] marks words that are left out,
[words] what you put in. The quotation is added to the brief, with the words before or after it where it needs them;
all else in the brief stays as it is.
Exit codes: 0 done, 1 the words are not there or the brief has problems, 2 anything else.
`;

export const addQuoteCommand: AddCommand = (program, context, exit) => {
  program
    .command('quote')
    .description('quote words from the kept copy of a source')
    .argument('<brief>', 'the file of the brief')
    .argument('<source-id>', 'the source in it')
    .argument('<words>', 'the words, verbatim')
    .option('--speaker <name>', 'who says it (default: the author of the source, or its title)')
    .addOption(new Option('--date <date>', 'when it was said').argParser(readDay))
    .option('--venue <place>', 'where it was said')
    .addOption(new Option('--lang <tag>', 'language of the words (default: that of the source)').argParser(notEmpty))
    .option('--locator <place>', 'where in the source, such as p. 3')
    .addOption(new Option('--nth <number>', 'which passage, where there are several').argParser(countOf))
    .addHelpText('after', EXAMPLES)
    .action(async (brief: string, source: string, words: string, options: QuoteOptions) => {
      const { runQuote } = await import('./run.js');
      exit(await runQuote({ brief, source, words }, options, context));
    });
};

function countOf(value: string): number {
  if (!/^[1-9]\d{0,4}$/.test(value)) throw new InvalidArgumentError('It is a number from 1.');
  return Number(value);
}
