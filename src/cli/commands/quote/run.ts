import type { Quote, Source } from '../../../brief/brief.js';
import { addQuote } from '../../../brief/edit.js';
import { languagesOf } from '../../../brief/languages.js';
import type { LoadedBrief } from '../../../brief/read.js';
import { type Diagnostic, error, failure, type Outcome, success } from '../../../diagnostics/diagnostic.js';

import { quotationProblems } from '../../../evidence/check-evidence.js';
import { contextOf, surroundings, wordsAt } from '../../../evidence/context.js';
import { findQuote, type Passage, type QuoteContext } from '../../../evidence/find-quote.js';
import type { KeptText } from '../../../evidence/kept-text.js';
import { quoteProblem } from '../../../evidence/quote-problems.js';
import { readKept } from '../../../evidence/read-kept.js';
import { openBrief } from '../../../materials/open-brief.js';
import { editBrief } from '../../brief-file.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import { exitCodeOf } from '../../exit-code.js';
import { findSource } from '../../find-source.js';
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
  const { loaded, readFile } = openBrief(workspace, wanted.brief);
  if (!loaded.ok) return loaded;
  const found = findSource(loaded.value, wanted.source);
  if (!found.ok) return found;
  const index = loaded.value.brief.sources.findIndex(({ id }) => id === wanted.source);
  const source = loaded.value.brief.sources[index];
  if (source?.snapshot === undefined) return failure([notKept(wanted)]);
  const field = `sources[${index}].snapshot`;
  const kept = await readKept(source.snapshot, field, readFile);
  if (!kept.ok)
    return failure(kept.diagnostics.map((each) => ({ ...each, place: loaded.value.placeOf(each.field ?? field) })));
  const passage = choosePassage(wanted, options.nth, kept.value, source.snapshot.file);
  if (!passage.ok) return passage;
  const entry = entryFor(passage.value, options, source, loaded.value);
  const byHand = `add to \`quotes\`: ${JSON.stringify(entry)}`;
  const edited = editBrief(workspace, wanted.brief, addQuote(entry), byHand);
  if (!edited.ok) return edited;
  const { brief } = loaded.value;
  const languages = [...(source.language === undefined ? [] : [source.language]), ...languagesOf(brief)];
  const quoted = { quote: entry, field: `quotes[${brief.quotes?.length ?? 0}]` };
  // What `check` will say of it, said at once.
  return success(entry, quotationProblems(quoted, { kept: kept.value, file: source.snapshot.file, languages }));
}

interface Chosen {
  readonly words: string;
  readonly context: QuoteContext;
}

function choosePassage(
  { words, brief }: Wanted,
  nth: number | undefined,
  kept: KeptText,
  file: string,
): Outcome<Chosen> {
  const match = findQuote(words, kept);
  // Where the editor has put in or left out nothing, the words are those of the source, with its marks.
  const verbatim = (passage: Passage) => (/[[\]]/.test(words) ? words.trim() : wordsAt(kept, passage));
  switch (match.kind) {
    case 'exact':
    case 'normalised':
      return success({ words: verbatim(match.passage), context: {} });
    case 'ambiguous': {
      const passage = nth === undefined ? undefined : match.passages[nth - 1];
      if (passage === undefined) return failure([severalPassages(match.passages, kept, file)]);
      const context = contextOf(words, kept, passage);
      if (context === null) return failure([severalPassages(match.passages, kept, file)]);
      return success({ words: verbatim(passage), context });
    }
    case 'not-found': {
      const { field: _, ...problem } = quoteProblem(match, { field: 'words', file }) ?? notKept({ brief, source: '' });
      return failure([{ ...problem, message: `The words are not in ${file}; nothing was changed.` }]);
    }
  }
}

/** Passages that are listed, so that a person can choose. */
const MOST_SHOWN = 5;

function severalPassages(passages: readonly Passage[], kept: KeptText, file: string): Diagnostic {
  const shown = passages.slice(0, MOST_SHOWN).map((passage, i) => {
    const { before, after } = surroundings(kept, passage);
    return `(${i + 1}) … ${before} «${wordsAt(kept, passage)}» ${after} …`;
  });
  const more = passages.length > MOST_SHOWN ? ` and ${passages.length - MOST_SHOWN} more` : '';
  return error('quote-ambiguous', `The words stand ${passages.length} times in ${file}; nothing was changed.`, {
    hints: [`Choose with --nth, or quote more of it: ${shown.join('; ')}${more}.`],
  });
}

function notKept({ brief, source }: Pick<Wanted, 'brief' | 'source'>): Diagnostic {
  return error('quote-unchecked', `The source "${source}" has no kept copy to quote from.`, {
    hints: [`Keep one first: briefpress snapshot add ${shellWord(brief)} ${shellWord(source)} FILE`],
  });
}

function entryFor(chosen: Chosen, options: QuoteOptions, source: Source, { brief }: LoadedBrief): Quote {
  const [main] = languagesOf(brief);
  const lang = options.lang ?? source.language;
  const { locator } = options;
  const isPlain = locator === undefined && Object.keys(chosen.context).length === 0;
  const { prefix, suffix } = chosen.context;
  return {
    speaker: options.speaker ?? authorOf(source),
    ...(options.date !== undefined && { date: options.date }),
    ...(options.venue !== undefined && { venue: options.venue }),
    text: chosen.words,
    ...(lang !== undefined && lang !== main && { lang }),
    source: isPlain
      ? source.id
      : { source: source.id, ...(locator && { locator }), ...(prefix && { prefix }), ...(suffix && { suffix }) },
  };
}

/** Only the reader of the source knows whose words they are; without `--speaker` they are the source's. */
function authorOf({ author, title }: Source): string {
  const [first] = typeof author === 'string' ? [author] : (author ?? []);
  if (typeof first === 'string') return first;
  return first?.literal ?? ([first?.given, first?.family].filter((part) => part !== undefined).join(' ') || title);
}
