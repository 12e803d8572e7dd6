/** Whether the quotations of a brief are in the kept copies of their sources, word for word. */
import type { Brief, LoadedBrief, Quote } from '../brief/brief.js';
import { languagesOf } from '../brief/languages.js';
import { type Diagnostic, type Outcome, outcomeOf, placedBy } from '../diagnostics/diagnostic.js';
import { editingProblems } from './editing.js';
import { findQuote, type QuoteContext } from './find-quote.js';
import type { KeptText } from './kept-text.js';
import { doubtful, type QuotePlace, quoteProblem, unchecked } from './quote-problems.js';
import { type ReadFile, readKept, readUnquoted } from './read-kept.js';

export interface Evidence {
  /** The sources with a kept copy that are quoted, by id; there is evidence only where all their quotations were found. */
  readonly checked: ReadonlyMap<string, { readonly retrievedAt: string | null }>;
}

/**
 * Compares every kept copy with its hash, and every quotation with the kept copy of its source. It depends on nothing but
 * the brief and its files: one result serves every language of a brief. Every diagnostic has its place in the brief.
 *
 * @param readFile reads a file by its path relative to the brief's folder; refuses files outside it
 */
export async function checkEvidence(loaded: LoadedBrief, readFile: ReadFile): Promise<Outcome<Evidence>> {
  const { brief } = loaded;
  const quotes = (brief.quotes ?? []).map((quote, index) => ({ quote, field: `quotes[${index}]` }));
  const diagnostics: Diagnostic[] = [];
  const checked = new Map<string, { retrievedAt: string | null }>();
  for (const [index, source] of brief.sources.entries()) {
    const own = quotes.filter(({ quote }) => sourceOf(quote) === source.id);
    const { snapshot } = source;
    if (snapshot === undefined) {
      diagnostics.push(...own.map(({ field }) => unchecked(field, source.id, brief.status ?? 'draft')));
      continue;
    }
    const place = `sources[${index}].snapshot`;
    if (own.length === 0) {
      diagnostics.push(...readUnquoted(snapshot, place, readFile).diagnostics);
      continue;
    }
    const kept = await readKept(snapshot, place, readFile);
    diagnostics.push(...kept.diagnostics);
    if (!kept.ok) continue;
    const languages = [...(source.language === undefined ? [] : [source.language]), ...languagesOf(brief)];
    const problems = own.flatMap((each) =>
      quotationProblems(each, { kept: kept.value, file: snapshot.file, languages }),
    );
    diagnostics.push(...problems);
    checked.set(source.id, { retrievedAt: snapshot.retrievedAt ?? null });
  }
  return outcomeOf({ checked }, placedBy(loaded.placeOf, diagnostics));
}

/** The evidence for an edition that quotes less: only the sources that it still quotes count as checked. */
export function evidenceFor({ quotes = [] }: Pick<Brief, 'quotes'>, { checked }: Evidence): Evidence {
  const quoted = new Set(quotes.map(sourceOf));
  return { checked: new Map([...checked].filter(([id]) => quoted.has(id))) };
}

export interface KeptSource {
  readonly kept: KeptText;
  readonly file: string;
  /** BCP 47: what the source and the brief are written in. */
  readonly languages: readonly string[];
}

/** What is wrong with the words of one quotation, or has to be looked at, against the kept copy of its source. */
export function quotationProblems(
  { quote, field }: { readonly quote: Quote; readonly field: string },
  { kept, file, languages }: KeptSource,
): readonly Diagnostic[] {
  const match = findQuote(quote.text, kept, contextOf(quote));
  const problem = quoteProblem(match, { field, file });
  const edited =
    'editing' in match
      ? editingProblems({
          field: `${field}.text`,
          words: quote.text,
          editing: match.editing,
          languages: [...(quote.lang === undefined ? [] : [quote.lang]), ...languages],
        })
      : [];
  const unsure = 'editing' in match ? doubts(quote, kept, { field, file }) : [];
  return [...(problem === null ? [] : [problem]), ...edited, ...unsure];
}

/** Words that are found only where a style sheet may not show them so. */
function doubts(quote: Quote, { sure }: KeptText, place: QuotePlace): readonly Diagnostic[] {
  if (sure === null || findQuote(quote.text, sure.text, contextOf(quote)).kind !== 'not-found') return [];
  return [doubtful(sure.because, place)];
}

function sourceOf({ source }: Quote): string {
  return typeof source === 'string' ? source : source.source;
}

function contextOf({ source }: Quote): QuoteContext {
  return typeof source === 'string' ? {} : { prefix: source.prefix, suffix: source.suffix };
}
