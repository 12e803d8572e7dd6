/** The changes that commands make to a brief. */
import { appendItem, type Edit, type Plain, setField } from '../syntax/edit.js';
import type { TextFormat } from '../syntax/format.js';
import { parseText } from '../syntax/parse.js';
import type { Quote, Snapshot } from './brief.js';

/** The fields of a brief in their usual order, as far as quotations stand behind them. */
const BEFORE_QUOTES = ['summary', 'request', 'meeting', 'keyFacts', 'judgements', 'stakeholders'];

/**
 * Writes what is known of a kept copy to the entry that the brief has for a source; what was written there before is
 * replaced. A source of a library is given an entry of the brief's own, with its id and the copy.
 */
export function keepSnapshot(id: string, snapshot: Snapshot): Edit {
  return (text, format) => {
    const entries = entriesOf(text, format);
    const index = entries.findIndex((entry) => entry?.id === id);
    if (index === -1) return appendItem('sources', { id, snapshot } as Plain, ['keyFacts'])(text, format);
    const path = ['sources', index, 'snapshot'] as const;
    if (entries[index]?.snapshot === undefined) return setField(path, snapshot as Plain)(text, format);
    return Object.entries(snapshot).reduce<string | null>(
      (changed, [name, value]) => changed && setField([...path, name], value)(changed, format),
      text,
    );
  };
}

type Entry = { readonly id?: unknown; readonly snapshot?: unknown } | null | undefined;

/** The list `sources` as the brief has it; nothing, where it names a library alone. */
function entriesOf(text: string, format: TextFormat): readonly Entry[] {
  const parsed = parseText(text, '', format);
  const whole = parsed.ok ? (parsed.value.value as { readonly sources?: unknown } | null) : null;
  return Array.isArray(whole?.sources) ? (whole.sources as readonly Entry[]) : [];
}

/** Adds a quotation to the brief. */
export function addQuote(quote: Quote): Edit {
  return appendItem('quotes', quote as unknown as Plain, BEFORE_QUOTES);
}
