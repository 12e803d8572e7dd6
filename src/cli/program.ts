import { Command } from 'commander';
import { VERSION } from '../briefing/version.js';
import type { AddCommand } from './add-command.js';
import { addBuild } from './commands/build/command.js';
import { addCheck } from './commands/check/command.js';
import { addCompletion } from './commands/completion/command.js';
import { addCopies } from './commands/copies/command.js';
import { addDiff } from './commands/diff/command.js';
import { addDoctor } from './commands/doctor/command.js';
import { addEmail } from './commands/email/command.js';
import { addImpose } from './commands/impose/command.js';
import { addNew } from './commands/new/command.js';
import { addPreview } from './commands/preview/command.js';
import { addPrint } from './commands/print/command.js';
import { addQuoteCommand } from './commands/quote/command.js';
import { addSchema } from './commands/schema/command.js';
import { addSnapshot } from './commands/snapshot/command.js';
import { addTemplates } from './commands/templates/command.js';
import { addTrace } from './commands/trace/command.js';
import { addVerify } from './commands/verify/command.js';
import type { CommandContext, ExitCode } from './context.js';
import { withProgram } from './started-as.js';

/** In the order in which a person comes to need them. */
const COMMANDS: Readonly<Record<string, readonly AddCommand[]>> = {
  'From a brief to its documents:': [addNew, addPreview, addCheck, addBuild],
  'Sources and quotations:': [addSnapshot, addQuoteCommand],
  'Editions and finished documents:': [addDiff, addVerify],
  'To its readers:': [addCopies, addTrace, addEmail, addPrint, addImpose],
  'Look something up:': [addSchema, addTemplates, addDoctor, addCompletion],
};

const EXAMPLES = `
Examples:
  briefpress new --sample mongolia-icc      look at a finished brief first
  briefpress new visit --type read-ahead    begin one of your own: briefs/visit.yaml
  briefpress preview briefs/visit.yaml      write it, and see it in the browser
  briefpress check                          see what is wrong with the briefs in briefs/
  briefpress build                          make every brief in briefs/ into output/
  briefpress build visit.yaml --watch       make one, again at every change
  briefpress schema keyFacts                what a field means, and how it is written

The documentation lies in the package, in docs/: brief.md lists every field, diagnostics.md explains every message.
Exit codes: 0 done, 1 a brief has problems, 2 anything else.
`;

export function createProgram(context: CommandContext, exit: (code: ExitCode) => void): Command {
  const { stdout, stderr } = context.streams;
  const asStarted = (text: string) => withProgram(text, context.program);
  const program = new Command('briefpress')
    .description('Turns a brief file into a printed briefing (PDF) and a memo in Markdown.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addHelpCommand(
      new Command('help').argument('[command]').description('say more about a command').helpGroup('Look something up:'),
    )
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(briefpress --help lists the commands and options)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(asStarted(text)),
      writeErr: (text) => stderr.write(asStarted(text)),
      outputError: (text, write) => write(text + dashedFile(text)),
      getOutHelpWidth: () => stdout.columns,
      getErrHelpWidth: () => stderr.columns,
    });
  for (const [heading, group] of Object.entries(COMMANDS)) {
    program.commandsGroup(heading);
    for (const add of group) add(program, context, exit);
  }
  return program;
}

/** What to do about a file whose name looks like an option. */
function dashedFile(error: string): string {
  const name = /unknown option '(-[^']*\.(?:ya?ml|json))'/i.exec(error)?.[1];
  return name === undefined ? '' : `(if it is a file, write ./${name})\n`;
}
