/** Words of a kept copy → the quotation of them that a brief can have. */
import type { Quote, Source } from '../brief/brief.js';
import { findSource } from '../brief/find-source.js';
import { languagesOf } from '../brief/languages.js';
import type { LoadedBrief } from '../brief/read.js';
import { type Diagnostic, error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import { quotationProblems } from './check-evidence.js';
import { contextOf, surroundings, wordsAt } from './context.js';
import { findQuote, type Passage, type QuoteContext } from './find-quote.js';
import type { KeptText } from './kept-text.js';
import { quoteProblem } from './quote-problems.js';
import { type ReadFile, readKept } from './read-kept.js';

/** What is to be quoted, and what a person says of it. */
export interface Wanted {
  readonly source: string;
  readonly words: string;
  /** Which passage, from 1, where there are several. */
  readonly nth?: number | undefined;
  readonly speaker?: string | undefined;
  readonly date?: string | undefined;
  readonly venue?: string | undefined;
  readonly lang?: string | undefined;
  readonly locator?: string | undefined;
}

/** The quotation, if its words are in the kept copy of its source, with what `check` will say of it. */
export async function makeQuote(wanted: Wanted, loaded: LoadedBrief, readFile: ReadFile): Promise<Outcome<Quote>> {
  const found = findSource(loaded, wanted.source);
  if (!found.ok) return found;
  const index = loaded.brief.sources.findIndex(({ id }) => id === wanted.source);
  const source = loaded.brief.sources[index];
  if (source?.snapshot === undefined) return failure([notKept(wanted.source)]);
  const field = `sources[${index}].snapshot`;
  const kept = await readKept(source.snapshot, field, readFile);
  if (!kept.ok)
    return failure(kept.diagnostics.map((each) => ({ ...each, place: loaded.placeOf(each.field ?? field) })));
  const passage = choosePassage(wanted, kept.value, source.snapshot.file);
  if (!passage.ok) return passage;
  const entry = entryFor(passage.value, wanted, source, loaded);
  const { brief } = loaded;
  const languages = [...(source.language === undefined ? [] : [source.language]), ...languagesOf(brief)];
  const quoted = { quote: entry, field: `quotes[${brief.quotes?.length ?? 0}]` };
  return success(entry, quotationProblems(quoted, { kept: kept.value, file: source.snapshot.file, languages }));
}

interface Chosen {
  readonly words: string;
  readonly context: QuoteContext;
}

function choosePassage({ words, nth, source }: Wanted, kept: KeptText, file: string): Outcome<Chosen> {
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
      const { field: _, ...problem } = quoteProblem(match, { field: 'words', file }) ?? notKept(source);
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

function notKept(source: string): Diagnostic {
  return error('quote-unchecked', `The source "${source}" has no kept copy to quote from.`, {
    hints: [`Keep one first: briefpress snapshot add BRIEF ${source} FILE`],
  });
}

function entryFor(chosen: Chosen, options: Wanted, source: Source, { brief }: LoadedBrief): Quote {
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

/** Only the reader of the source knows whose words they are; unless they say, they are the source's. */
export function authorOf({ author, title }: Source): string {
  const [first] = typeof author === 'string' ? [author] : (author ?? []);
  if (typeof first === 'string') return first;
  return first?.literal ?? ([first?.given, first?.family].filter((part) => part !== undefined).join(' ') || title);
}
