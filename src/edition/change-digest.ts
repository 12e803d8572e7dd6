import type { ChangeDigest, EditionChanges, ListedChange } from './changes-shape.js';
import { shortened } from './shortened.js';

/** Estimates, and fields of the brief itself: so many are named. */
const MOST_MOVES = 2;
const MOST_PASSAGES = 3;
/** Characters: a name takes a line and a half of the rail with the word before it. */
const QUESTION = 42;
const ANSWER = 30;
const ESTIMATE = 32;

type Whole = Omit<EditionChanges, 'digest'>;

/**
 * What has changed in a dozen short lines: the most important by name, all else by number. Each item bears a mark of its
 * own where it stands. `altered` is how many items there are that say something else than before.
 */
export function changeDigest(whole: Whole, altered: number): ChangeDigest {
  const answered = whole.answered.slice(0, 1).map((each) => ({
    ...named(each, QUESTION),
    answer: each.answer && { ...each.answer, text: shortened(each.answer.text, ANSWER) },
  }));
  const likelihoods = whole.likelihoods.slice(0, MOST_MOVES).map((each) => named(each, ESTIMATE));
  const confidences = whole.confidences.slice(0, MOST_MOVES - likelihoods.length).map((each) => named(each, ESTIMATE));
  const added = whole.added.filter(({ ranges }) => ranges.length > 0).slice(0, 1);
  const isNamed = new Set([...likelihoods, ...confidences].map(({ target }) => target));
  return {
    answered,
    answeredMore: whole.answered.length - answered.length,
    likelihoods,
    confidences,
    added,
    addedMore: counted(whole.added) + whole.sourcesAdded - counted(added),
    changed: altered - whole.answered.length - isNamed.size,
    removed: counted(whole.removed),
    passages: whole.passages.slice(0, MOST_PASSAGES),
    passagesMore: Math.max(0, whole.passages.length - MOST_PASSAGES),
  };
}

function named<Item extends ListedChange>(item: Item, length: number): Item {
  return { ...item, text: { ...item.text, text: shortened(item.text.text, length) } };
}

function counted(lists: readonly { readonly count: number }[]): number {
  return lists.reduce((sum, { count }) => sum + count, 0);
}
