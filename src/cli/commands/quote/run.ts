import type { Quote } from '../../../brief/brief.js';
import { addQuote } from '../../../brief/edit.js';
import { type Diagnostic, failure, type Outcome } from '../../../diagnostics/diagnostic.js';
import { makeQuote } from '../../../evidence/make-quote.js';
import { openBrief } from '../../../materials/open-brief.js';
import { editBrief } from '../../brief-file.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import { exitCodeOf } from '../../exit-code.js';
import type { QuoteOptions } from '../../options.js';
import { report } from '../../report.js';
import { shellWord } from '../../shell-word.js';

interface Wanted {
  readonly brief: string;
  readonly source: string;
  readonly words: string;
}

/** `briefpress quote`: adds a quotation to a brief if its words are in the kept copy of the source. */
export async function runQuote(wanted: Wanted, options: QuoteOptions, context: CommandContext): Promise<ExitCode> {
  const made = await quote(wanted, options, context);
  report(made.diagnostics, 'pretty', context);
  if (!made.ok) return exitCodeOf(made.diagnostics);
  const { speaker, text } = made.value;
  context.streams.stdout.write(`Quoted ${JSON.stringify(speaker)}: ${text}\n`);
  return EXIT.done;
}

async function quote(wanted: Wanted, options: QuoteOptions, { workspace }: CommandContext): Promise<Outcome<Quote>> {
  const { brief, source, words } = wanted;
  const { loaded, readFile } = openBrief(workspace, brief);
  if (!loaded.ok) return loaded;
  const made = await makeQuote({ ...options, source, words }, loaded.value, readFile);
  if (!made.ok) return failure(made.diagnostics.map((each) => withCommand(each, wanted)));
  const byHand = `add to \`quotes\`: ${JSON.stringify(made.value)}`;
  const edited = editBrief(workspace, brief, addQuote(made.value), byHand);
  return edited.ok ? made : edited;
}

/** A hint names the brief in question, as it is written in a shell. */
function withCommand({ hints, ...diagnostic }: Diagnostic, { brief, source }: Wanted): Diagnostic {
  const plain = `snapshot add BRIEF ${source} FILE`;
  const whole = `snapshot add ${shellWord(brief)} ${shellWord(source)} FILE`;
  return { ...diagnostic, hints: hints.map((hint) => hint.replace(plain, () => whole)) };
}
