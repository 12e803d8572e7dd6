import {
  type ChangedItem,
  type Changes,
  type EstimateChange,
  type ItemChange,
  type ItemList,
  seenFields,
  type ValueChange,
} from '../change/changes.js';
import type { Inline } from '../document/tree.js';
import { plainText } from '../document/walk.js';
import { parseInline } from '../markdown/parse.js';
import { changeDigest } from './change-digest.js';
import type {
  EditionChanges,
  ItemRange,
  ListedChange,
  ListedChanges,
  MovedDate,
  MovedEstimate,
  RemovedItems,
} from './changes-shape.js';
import { calendarDate } from './dates.js';
import type { Edition } from './edition.js';
import type { ItemMark } from './item-shapes.js';
import { likelihoodOf } from './likelihood.js';
import { shortened } from './shortened.js';
import type { PlainText } from './text.js';

/** The mark of every item that is new or has changed, by its path in the newer brief: `keyFacts[3]`. */
export function itemMarks({ items }: Changes): ReadonlyMap<string, ItemMark> {
  return new Map(
    items.flatMap((item): [string, ItemMark][] => {
      const mark = markOf(item);
      return mark === null ? [] : [[`${item.list}[${item.index}]`, mark]];
    }),
  );
}

function markOf(item: ItemChange): ItemMark | null {
  if (item.kind !== 'changed') return item.kind === 'added' ? 'new' : null;
  if (item.answered) return 'answered';
  return seenFields(item).length > 0 ? 'changed' : null;
}

/** Lists whose changes show where they are printed: the box does not report them. */
const SEEN_IN_PLACE: readonly ItemList[] = ['sources', 'clearances', 'to', 'cc', 'distribution', 'editions'];

/** Long prose. The box says that it was rewritten, since no item carries a mark. */
const PASSAGES = ['title', 'summary', 'background', 'analysis', 'request', 'meeting'];

/** What of the resolved edition the box repeats. */
type Resolved = Pick<Edition, 'language' | 'likelihoodScale' | 'openQuestions'>;

/** What has changed, for the box at the head of the document: what matters most to its reader first. */
export function resolveChanges(changes: Changes, edition: Resolved): EditionChanges {
  const { language } = edition;
  const listedItems = changes.items.filter(({ list }) => !SEEN_IN_PLACE.includes(list));
  const altered = listedItems.filter(
    (item): item is ChangedItem => item.kind === 'changed' && seenFields(item).length > 0,
  );
  // A moved likelihood has a line of its own; the mark in the text tells the reader to read the item again.
  const rest = altered.filter((item) => !item.answered && !seenFields(item).some(isMove));
  const fields = new Set(changes.fields.map(({ field }) => field.split('.')[0] ?? field));
  const all: Omit<EditionChanges, 'digest'> = {
    edition: changes.older.edition,
    asOf: calendarDate(changes.older.asOf),
    answered: altered.filter(({ answered }) => answered).map((item) => answeredQuestion(item, edition)),
    likelihoods: altered.flatMap((item) => moves(item, 'likelihood', edition)),
    confidences: altered.flatMap((item) => moves(item, 'confidence', edition)),
    statuses: altered.filter(({ answered }) => !answered).flatMap((item) => statusMoves(item, language)),
    dates: altered.filter(({ answered }) => !answered).flatMap((item) => dateMoves(item, language)),
    added: grouped(
      listedItems.filter(({ kind }) => kind === 'added'),
      language,
    ),
    changed: grouped(rest, language),
    removed: counted(listedItems.filter(({ kind }) => kind === 'removed')),
    passages: PASSAGES.filter((field) => fields.has(field)),
    sourcesAdded: changes.items.filter(({ list, kind }) => list === 'sources' && kind === 'added').length,
  };
  return { ...all, digest: changeDigest(all, altered.length) };
}

type Seen = ReturnType<typeof seenFields>[number];

/** Moves have lines of their own. An answered question no longer has an estimate. */
function isMove({ kind, field }: Seen): boolean {
  return kind === 'likelihood' || kind === 'confidence' || kind === 'status' || field === DUE;
}

/** The day by which something is to be done, of next steps and of open questions. */
const DUE = 'due';

function answeredQuestion(item: ChangedItem, edition: Resolved): EditionChanges['answered'][number] {
  const question = edition.openQuestions[item.index];
  const answer = question?.answer ?? null;
  return {
    ...listed(item, WHOLE, edition.language),
    answer: answer && {
      kind: 'plain',
      text: firstSentence(wordsIn(answer.nodes)),
      path: answer.path,
      lang: answer.lang,
    },
    answeredOn: question?.answeredOn ?? null,
  };
}

function moves(
  item: ChangedItem,
  kind: 'likelihood' | 'confidence',
  { likelihoodScale, language }: Resolved,
): MovedEstimate[] {
  if (item.answered) return [];
  return seenFields(item)
    .filter((field): field is EstimateChange => field.kind === kind)
    .map(({ before, after, direction }) => ({
      ...listed(item, WHOLE, language),
      from: before,
      to: after,
      fromLikelihood: kind === 'likelihood' && before !== null ? likelihoodOf(before, likelihoodScale) : null,
      toLikelihood: kind === 'likelihood' && after !== null ? likelihoodOf(after, likelihoodScale) : null,
      direction: direction ?? 'other',
    }));
}

function statusMoves(item: ChangedItem, language: string): EditionChanges['statuses'] {
  return seenFields(item)
    .filter((field): field is ValueChange => field.kind === 'status')
    .map(({ before, after }) => ({ ...listed(item, WHOLE, language), from: before, to: after }));
}

function dateMoves(item: ChangedItem, language: string): MovedDate[] {
  return seenFields(item)
    .filter((field): field is ValueChange => field.field === DUE && field.kind === 'value')
    .map(({ before, after }) => ({
      ...listed(item, WHOLE, language),
      from: before === null ? null : calendarDate(before),
      to: after === null ? null : calendarDate(after),
    }));
}

/** The longest text of an item, in characters: on a line of its own, and on a line shared with others. */
const WHOLE = 72;
const SHORT = 64;
/** Items beyond this number are counted, not named. */
const MOST = 8;

function grouped(items: readonly ItemChange[], language: string): ListedChanges[] {
  const lists = [...new Set(items.map(({ list }) => list))];
  return lists.map((list) => {
    const all = items.filter((item) => item.list === list);
    return {
      list,
      items: all.slice(0, MOST).map((item) => listed(item, SHORT, language)),
      more: Math.max(0, all.length - MOST),
      count: all.length,
      ranges: NUMBERED.has(list) ? rangesOf(all, list) : [],
    };
  });
}

/** Lists that are printed with numbers, by which a reader finds an item. */
const NUMBERED: ReadonlySet<ItemList> = new Set(['keyFacts', 'judgements']);

function rangesOf(items: readonly ItemChange[], list: ItemList): ItemRange[] {
  const ranges: [first: number, last: number][] = [];
  for (const number of items.map(({ index }) => index + 1).sort((a, b) => a - b)) {
    const open = ranges.at(-1);
    if (open !== undefined && number === open[1] + 1) open[1] = number;
    else ranges.push([number, number]);
  }
  const target = (number: number) => `item-${number}-${list}`;
  return ranges.map(([first, last]) => ({ first, last, firstTarget: target(first), lastTarget: target(last) }));
}

function counted(items: readonly ItemChange[]): RemovedItems[] {
  const lists = [...new Set(items.map(({ list }) => list))];
  return lists.map((list) => ({ list, count: items.filter((item) => item.list === list).length }));
}

function listed(item: ItemChange, length: number, language: string): ListedChange {
  return {
    list: item.list,
    text: shortName(item, length, language),
    target: `item-${item.index + 1}-${item.list}`,
  };
}

/** An item's text without its citations, shortened at a word boundary. */
function shortName({ name, list, index }: ItemChange, length: number, language: string): PlainText {
  const isPlain = list === 'stakeholders' || list === 'quotes' || list === 'glossary';
  const { nodes } = parseInline(name, { directives: 'public', html: 'text' });
  const words = isPlain ? name : wordsIn(nodes);
  return { kind: 'plain', text: shortened(words, length), path: `${list}[${index}]`, lang: language };
}

/** What an answer begins with, which is what it comes to; the rest stands with its question. */
function firstSentence(words: string): string {
  const [first = words] = /^.+?[.!?…。](?=\s|$)/su.exec(words) ?? [];
  return shortened(first, WHOLE);
}

/** A removed citation takes the space before it along. */
function wordsIn(nodes: readonly Inline[]): string {
  return plainText(nodes)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:])/g, '')
    .trim();
}
