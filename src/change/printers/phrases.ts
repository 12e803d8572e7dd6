import {
  type ChangedItem,
  type Changes,
  type FieldChange,
  ITEM_LISTS,
  type ItemChange,
  type ItemList,
  seenFields,
} from '../changes.js';
import { listTitle } from '../names.js';

/** The changes of one list, under its title. */
export interface Section {
  readonly title: string;
  readonly items: readonly ItemChange[];
}

export function sectionsOf({ items }: Changes): readonly Section[] {
  return ITEM_LISTS.map((list: ItemList) => ({
    title: listTitle(list),
    items: items.filter((item) => item.list === list),
  })).filter((section) => section.items.length > 0);
}

/** `3 added, 1 removed, 8 changed, of these 1 answered` */
export function countLine({ items, fields }: Changes): string {
  const of = (kind: ItemChange['kind']) => items.filter((item) => item.kind === kind).length;
  const answered = items.filter((item) => item.kind === 'changed' && item.answered).length;
  const parts = [
    `${of('added')} added`,
    `${of('removed')} removed`,
    `${of('changed')} changed${answered > 0 ? ` (${answered} answered)` : ''}`,
  ];
  return `Items: ${parts.join(', ')}. Fields of the brief changed: ${fields.length}.`;
}

/** `answered`, `changed`, `added` … */
export function kindWord(item: ItemChange): string {
  return item.kind === 'changed' && (item as ChangedItem).answered ? 'answered' : item.kind;
}

/** A note where it matters: an item without an id that was changed counts as two. */
export function contentNote({ items }: Changes): string | null {
  const without = items.filter(({ id }) => id === null).length;
  return without === 0
    ? null
    : 'Items without an id are compared by their content: one that was changed counts as removed and added.';
}

/** `was likely, is now highly-likely (up)` */
export function moveWords(change: Exclude<FieldChange, { kind: 'text' | 'list' }>): string {
  const direction = 'direction' in change && change.direction !== null ? ` (${change.direction})` : '';
  if (change.before === null) return `is now ${change.after}`;
  if (change.after === null) return `was ${change.before}, is no longer given`;
  return `was ${change.before}, is now ${change.after}${direction}`;
}

/** An item that reads as before, and whose id or readers alone have changed. */
export function isRemarked(item: ItemChange): boolean {
  return item.kind === 'changed' && seenFields(item).length === 0;
}

/** Those items in one line: a brief that is marked for the first time has a mark on every item. */
export function remarkedLine(items: readonly ItemChange[], bullet: string): string[] {
  const remarked = items.filter(isRemarked);
  if (remarked.length === 0) return [];
  const names = remarked.map(({ id, name }) => id ?? name.slice(0, 40));
  return [`${bullet}marking or id alone changed: ${names.join(', ')}`];
}
