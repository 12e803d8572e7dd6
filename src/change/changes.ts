/** What differs between two editions of a brief: plain data, named after the brief's fields. */

export interface Changes {
  readonly older: EditionName;
  readonly newer: EditionName;
  /** BCP 47: the language the texts were compared in, as far as both editions have it. */
  readonly language: string;
  /** Fields of the brief itself: title, summary, marking … */
  readonly fields: readonly FieldChange[];
  /** Items of its lists, list by list in the order of the brief format. */
  readonly items: readonly ItemChange[];
}

export interface EditionName {
  readonly edition: number;
  readonly asOf: string;
}

/** The lists of a brief whose items are identified by `id`, in the order of the brief format. */
export const ITEM_LISTS = [
  'keyFacts',
  'judgements',
  'stakeholders',
  'quotes',
  'openQuestions',
  'timeline',
  'figures',
  'risks',
  'speakingPoints',
  'defensives',
  'nextSteps',
  'sections',
  'glossary',
  'annexes',
  'sources',
  'clearances',
  'to',
  'cc',
  'distribution',
  'editions',
] as const;
export type ItemList = (typeof ITEM_LISTS)[number];

export type ItemChange = WholeItem | ChangedItem;

interface AnyItem {
  readonly list: ItemList;
  /** Null for an item without one, which was compared by its content. */
  readonly id: string | null;
  /** What names it to a reader: a fact's text, a stakeholder's name. Markdown where the field is. */
  readonly name: string;
  /** Its place in its list, from 0: in the newer edition, or in the older one where it was removed. */
  readonly index: number;
}

/** An item that only one of the two editions has. */
export interface WholeItem extends AnyItem {
  readonly kind: 'added' | 'removed';
}

export interface ChangedItem extends AnyItem {
  readonly kind: 'changed';
  /** An open question that has been answered. */
  readonly answered: boolean;
  readonly fields: readonly FieldChange[];
}

interface AnyField {
  /** `text`, `meeting.place`. */
  readonly field: string;
  /** The field's name in words, in English. */
  readonly title: string;
}

export type FieldChange = TextChange | ValueChange | ListChange | EstimateChange;

/** A text, its words marked; null where an edition does not have it. */
export interface TextChange extends AnyField {
  readonly kind: 'text';
  readonly before: string | null;
  readonly after: string | null;
  readonly words: readonly Words[];
}

/** A run of words that both texts have, or one of them. */
export interface Words {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A date, a number, a word of a closed list. */
export interface ValueChange extends AnyField {
  readonly kind: 'value' | 'status';
  readonly before: string | null;
  readonly after: string | null;
}

/** A list within an item: what it gained and lost. Its order does not matter. */
export interface ListChange extends AnyField {
  readonly kind: 'list';
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface EstimateChange extends AnyField {
  readonly kind: 'likelihood' | 'confidence';
  readonly before: string | null;
  readonly after: string | null;
  /** Null where one of the two is missing, or the scale is another. */
  readonly direction: 'up' | 'down' | null;
}

/** Whether nothing differs. */
export function isUnchanged({ fields, items }: Changes): boolean {
  return fields.length === 0 && items.length === 0;
}

/** Who may read an item, and its id: its reader sees neither. */
const UNSEEN: ReadonlySet<string> = new Set(['id', 'tlp', 'tier', 'audiences']);

/** The fields of a changed item whose change a reader of the document can see. */
export function seenFields({ fields }: Pick<ChangedItem, 'fields'>): readonly FieldChange[] {
  return fields.filter(({ field }) => !UNSEEN.has(field));
}
