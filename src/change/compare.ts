/** Two editions of a brief → what has changed from the one to the other. */

import type { Brief, LoadedBrief } from '../brief/brief.js';
import { withoutDelivery } from '../brief/delivery-fields.js';
import { withoutComments } from '../brief/html-comments.js';
import { languagesOf } from '../brief/languages.js';
import { type Changes, ITEM_LISTS, type ItemChange, type ItemList, seenFields } from './changes.js';
import { type Comparison, compareFields } from './fields.js';
import { nameOf } from './names.js';

/** An edition as it is compared: a loaded brief, or a redacted one. */
export type Comparable = Pick<LoadedBrief, 'brief'> & Partial<Pick<LoadedBrief, 'annexBodies'>>;

/**
 * What has changed from `older` to `newer`. Items are matched by `id`, whatever list or order they stand in; items
 * without one by their content, so that a changed one counts as removed and added. The order of items and of the entries
 * of a list does not matter, and an added translation is not a change.
 * @param language BCP 47: the texts in this language are compared, where both editions have it
 */
export function compareBriefs(older: Comparable, newer: Comparable, language: string): Changes {
  // Comments and addresses are printed nowhere, and they are not in the brief that a PDF is made from again.
  const [before, after] = [printedPart(older), printedPart(newer)];
  const comparison: Comparison = {
    language,
    olderMain: languagesOf(before)[0],
    newerMain: languagesOf(after)[0],
    olderScale: before.likelihoodScale ?? 'phia',
    newerScale: after.likelihoodScale ?? 'phia',
  };
  return {
    older: { edition: before.edition ?? 1, asOf: before.asOf },
    newer: { edition: after.edition ?? 1, asOf: after.asOf },
    language,
    fields: compareFields(ownFields(before), ownFields(after), [], comparison),
    items: ITEM_LISTS.flatMap((list) => compareItems(list, itemsOf(before, list), itemsOf(after, list), comparison)),
  };
}

function printedPart(edition: Comparable): Brief {
  return withoutDelivery(withoutComments(withBodies(edition)));
}

/** An annex that is a file is compared by what the file says. */
function withBodies({ brief, annexBodies }: Comparable): Brief {
  if (annexBodies === undefined || annexBodies.size === 0) return brief;
  const annexes = brief.annexes?.map((annex, index) => {
    const body = annexBodies.get(index);
    return body === undefined ? annex : { ...annex, body };
  });
  return { ...brief, ...(annexes && { annexes }) };
}

/** What differs in every edition: it says which edition this is, and nothing about its subject. */
const NUMBERING: readonly string[] = ['briefpress', 'edition', 'supersedes'];

function ownFields(brief: Brief): object {
  const lists: readonly string[] = ITEM_LISTS;
  return Object.fromEntries(
    Object.entries(brief).filter(([name]) => !lists.includes(name) && !NUMBERING.includes(name)),
  );
}

type Item = Readonly<Record<string, unknown>>;

interface Placed {
  readonly item: Item;
  readonly index: number;
  readonly id: string | null;
}

function itemsOf(brief: Brief, list: ItemList): Placed[] {
  const items = (brief[list] ?? []) as unknown as readonly Item[];
  return items.map((item, index) => ({ item, index, id: typeof item.id === 'string' ? item.id : null }));
}

function compareItems(
  list: ItemList,
  older: readonly Placed[],
  newer: readonly Placed[],
  comparison: Comparison,
): ItemChange[] {
  const pairs = matched(list, older, newer, comparison);
  const found = new Set(pairs.values());
  const kept = newer.flatMap((placed): ItemChange[] => {
    const before = pairs.get(placed);
    if (before === undefined) return [{ kind: 'added', ...about(list, placed, comparison.newerMain, comparison) }];
    return changed(list, before, placed, comparison);
  });
  const gone = older
    .filter((placed) => !found.has(placed))
    .map((placed): ItemChange => ({ kind: 'removed', ...about(list, placed, comparison.olderMain, comparison) }));
  return [...kept, ...gone];
}

/** By newer item, its older one: first by id, then by content. */
function matched(
  list: ItemList,
  older: readonly Placed[],
  newer: readonly Placed[],
  comparison: Comparison,
): Map<Placed, Placed> {
  const pairs = new Map<Placed, Placed>();
  const byId = new Map<string, Placed[]>();
  for (const placed of older) if (placed.id !== null) byId.set(placed.id, [...(byId.get(placed.id) ?? []), placed]);
  for (const placed of newer) {
    // An id that is used twice is an error in the brief; its items are matched in order.
    const before = placed.id === null ? undefined : byId.get(placed.id)?.shift();
    if (before !== undefined) pairs.set(placed, before);
  }
  const taken = new Set(pairs.values());
  const free = new Set(older.filter((placed) => !taken.has(placed)));
  for (const placed of newer) {
    if (pairs.has(placed)) continue;
    // An item that has been given an id or another marking is still the same; another id is another item.
    const before = [...free].find(
      (each) => (each.id === null || placed.id === null) && isSame(list, each.item, placed.item, comparison),
    );
    if (before === undefined) continue;
    pairs.set(placed, before);
    free.delete(before);
  }
  return pairs;
}

function isSame(list: ItemList, older: Item, newer: Item, comparison: Comparison): boolean {
  return seenFields({ fields: compareFields(older, newer, [list, 0], comparison) }).length === 0;
}

function changed(list: ItemList, before: Placed, after: Placed, comparison: Comparison): ItemChange[] {
  const fields = compareFields(before.item, after.item, [list, 0], comparison);
  if (fields.length === 0) return [];
  const answered = list === 'openQuestions' && before.item.status !== 'answered' && after.item.status === 'answered';
  return [{ kind: 'changed', ...about(list, after, comparison.newerMain, comparison), answered, fields }];
}

function about(list: ItemList, { item, index, id }: Placed, main: string, { language }: Comparison) {
  return { list, id, name: nameOf(list, item, { language, main }), index };
}
