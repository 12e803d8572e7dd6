import { Option } from 'commander';
import { ATTACHMENT_CHOICES } from '../../../briefing/build-record.js';
import { MAIL_BODIES } from '../../../briefing/mail-text.js';
import type { AddCommand } from '../../add-command.js';
import {
  addChoiceOptions,
  collect,
  type EmailOptions,
  editionOption,
  notEmpty,
  onlyOption,
  outputOption,
  paperOption,
  setOption,
} from '../../options.js';

const EXAMPLES = `
Examples:
  briefpress email visit.yaml                          a draft, to open in your mail program: output/visit.eml
  briefpress email visit.yaml --dry-run                who would get what
  briefpress email visit.yaml --edition partners --to 'Anna Berg <anna@example.org>'
  briefpress email visit.yaml --send --smtp smtps://desk%40example.org@mail.example.org

Readers are those of \`to\`, \`cc\` and \`distribution\` that have an \`email\`. The password for --send comes from
BRIEFPRESS_SMTP_PASSWORD, or is asked for. What was sent is registered, and never sent to anybody twice by itself.
Exit codes: 0 done, 1 the brief has problems, 2 anything else.
`;

export const addEmail: AddCommand = (program, context, exit) => {
  const command = program
    .command('email')
    .addHelpOption(new Option('-h, --help', 'print help').helpGroup('While working:'))
    .description('make mails with the PDF attached, as drafts, or send them')
    .argument('<brief>', 'the brief')
    .optionsGroup('What is mailed:')
    .addOption(editionOption())
    .addOption(new Option('--lang <tag>', 'language of a mail that is no numbered copy').argParser(notEmpty))
    .addOption(
      new Option('--body <length>', 'bottom line, changes, facts and questions; or the whole text')
        .choices(MAIL_BODIES)
        .default('short'),
    )
    .option('--memo', 'attach the memo as well, and its pictures')
    .addOption(new Option('--attach <what>', 'files inside the PDF').choices(ATTACHMENT_CHOICES))
    .addOption(paperOption())
    .addOption(setOption())
    .optionsGroup('Who gets it:')
    .option('--to <address>', 'in place of the readers of the brief; may be repeated', collect)
    .option('--cc <address>', 'with a copy to; may be repeated', collect)
    .option('--from <address>', 'the sender (default: `from` of the brief, or whoever opens the draft)')
    .addOption(onlyOption())
    .option('--each', 'a mail for each reader, in place of one for all who get the same')
    .optionsGroup('Sending:')
    .option('--send', 'send them, in place of writing drafts')
    .option('--smtp <url>', 'the mail server: smtps://user@host, or smtp://user@host:587; never with a password')
    .option('--yes', 'do not ask before sending')
    .option('--again', 'send also to those who have got this edition, or may have');
  addChoiceOptions(command.optionsGroup('How it looks:'))
    .optionsGroup('While working:')
    .addOption(outputOption('drafts and the register'))
    .option('--force', 'write over files that Briefpress did not make')
    .option('--dry-run', 'show who gets what, and write and send nothing')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (brief: string, options: EmailOptions) => {
      const { runEmail } = await import('./run.js');
      exit(await runEmail(brief, options, context));
    });
};
