/** The changes that commands make to a brief. */
import { appendItem, type Edit, type Plain, setField } from '../syntax/edit.js';
import { parseText } from '../syntax/parse.js';
import type { Quote, Snapshot } from './brief.js';

/** The fields of a brief in their usual order, as far as quotations stand behind them. */
const BEFORE_QUOTES = ['summary', 'request', 'meeting', 'keyFacts', 'judgements', 'stakeholders'];

/** The place of a source in the brief's own list; null where a file of sources lists it, or nothing does. */
export function sourceIndex(text: string, id: string): number | null {
  // JSON is read as YAML here: only the place in the list is wanted, and it is the same in both.
  const parsed = parseText(text, '', 'yaml');
  const whole = parsed.ok ? (parsed.value.value as { readonly sources?: unknown } | null) : null;
  const sources = whole?.sources;
  if (!Array.isArray(sources)) return null;
  const index = sources.findIndex((source: unknown) => (source as { readonly id?: unknown } | null)?.id === id);
  return index === -1 ? null : index;
}

/** Writes what is known of a kept copy to the source at `index`; what was written there before is replaced. */
export function keepSnapshot(index: number, hasOne: boolean, snapshot: Snapshot): Edit {
  const path = ['sources', index, 'snapshot'] as const;
  if (!hasOne) return setField(path, snapshot as Plain);
  return (text, format) =>
    Object.entries(snapshot).reduce<string | null>(
      (changed, [name, value]) => changed && setField([...path, name], value)(changed, format),
      text,
    );
}

/** Adds a quotation to the brief. */
export function addQuote(quote: Quote): Edit {
  return appendItem('quotes', quote as unknown as Plain, BEFORE_QUOTES);
}
