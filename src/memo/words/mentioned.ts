/** How one part of a document mentions an item of another: a person by name, a fact by its number. */
import type { Inline } from '../../document/tree.js';
import type { EditionText } from '../../edition/text.js';
import type { Phrase } from '../template/placeholders.js';
import type { Labels } from './labels.js';

/** What links to an item lead to. */
export function itemName(number: number, list: string): string {
  return `item-${number}-${list}`;
}

/** In a row of items a person or stakeholder is mentioned by what names it, and others by their numbers, linked. */
export function mentioned(item: unknown, labels: Labels): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  const { kind, name, text, number } = item as Readonly<Record<string, unknown>>;
  if (kind === 'party') return item;
  if (name !== undefined && name !== null) return name;
  if (typeof number !== 'number' || text === undefined || kind !== undefined) return item;
  return linkedNumber(number, text as EditionText, labels);
}

function linkedNumber(number: number, { path }: EditionText, labels: Labels): Phrase {
  const [list = ''] = path.split('[');
  const title = list === 'keyFacts' ? labels.label('factNumber').replace('{number}', String(number)) : null;
  const words: Inline = { type: 'text', value: String(number) };
  return {
    kind: 'phrase',
    nodes: [{ type: 'link', url: `#${itemName(number, list)}`, title, children: [words] }],
  };
}
