/** Whether the quotations of a brief stand in the kept copies of their sources, word for word. */
import type { FileRead, LoadedBrief, Quote } from '../brief/brief.js';
import { type Diagnostic, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';
import { findQuote } from './find-quote.js';
import { quoteProblem, unchecked } from './quote-problems.js';
import { readKept, readUnquoted } from './read-kept.js';

export interface Evidence {
  /** The sources whose quotations were all found in a kept copy, by id. */
  readonly checked: ReadonlyMap<string, { readonly retrievedAt: string | null }>;
}

/**
 * Compares every kept copy with its hash, and every quotation with the kept copy of its source. Every diagnostic has its
 * place in the brief.
 *
 * @param readFile reads a file by its path relative to the brief's folder, and none outside it
 */
export async function checkEvidence(
  loaded: LoadedBrief,
  readFile: (path: string) => FileRead,
): Promise<Outcome<Evidence>> {
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
    const { value } = kept;
    const problems = own.flatMap(({ quote, field }) => {
      const match = findQuote(quote.text, value, contextOf(quote));
      return quoteProblem(match, { field, file: snapshot.file }) ?? [];
    });
    diagnostics.push(...problems);
    if (problems.every(({ severity }) => severity !== 'error')) {
      checked.set(source.id, { retrievedAt: snapshot.retrievedAt ?? null });
    }
  }
  const placed = diagnostics.map((each) =>
    each.field === undefined ? each : { ...each, place: loaded.placeOf(each.field) },
  );
  return outcomeOf({ checked }, placed);
}

function sourceOf({ source }: Quote): string {
  return typeof source === 'string' ? source : source.source;
}

function contextOf({ source }: Quote): { prefix?: string | undefined; suffix?: string | undefined } {
  return typeof source === 'string' ? {} : { prefix: source.prefix, suffix: source.suffix };
}
