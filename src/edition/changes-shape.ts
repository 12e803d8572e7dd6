import { date, likelihood, list, number, optional, plain, record, type ValueOf, word } from './shape.js';

/** What has changed since the edition before. */

const named = {
  list: word('the list it is in; in words: `{{term "part" list}}`'),
  text: plain('its words, cut where they are long'),
  target: word('for a link to it: `[{{text}}](#{{target}})`'),
};

const changedItem = record('changed item', 'an item', named);
export type ListedChange = ValueOf<typeof changedItem>;

const answeredQuestion = record('answered question', 'a question that has been answered', {
  ...named,
  answer: optional(plain('the answer')),
  answeredOn: optional(date('when it was answered')),
});

const moved = { from: optional(word('what it was')), to: optional(word('what it is')) };

const movedEstimate = record('estimate that has moved', 'an estimate that has moved', {
  ...named,
  ...moved,
  fromLikelihood: optional(likelihood('what it was, with its range')),
  toLikelihood: optional(likelihood('what it is, with its range')),
  direction: word<'up' | 'down' | 'other'>(
    '`up`, `down`, or `other` where one of the two is missing or on another scale',
  ),
});
export type MovedEstimate = ValueOf<typeof movedEstimate>;

const movedStatus = record('status that has moved', 'a status that has moved', { ...named, ...moved });

const movedDate = record('date that has moved', 'a date by which something is to be done, and that has moved', {
  ...named,
  from: optional(date('what it was')),
  to: optional(date('what it is')),
});
export type MovedDate = ValueOf<typeof movedDate>;

const itemRange = record('range of items', 'items that follow each other', {
  first: number('the number of the first'),
  last: number('the number of the last, which may be the same'),
  firstTarget: word('for a link to the first'),
  lastTarget: word('for a link to the last'),
});
export type ItemRange = ValueOf<typeof itemRange>;

const listedChanges = record('changes in a list', 'what has changed in one list', {
  list: word('the list; in words: `{{term "part" list}}`'),
  items: list('the items, at most eight', changedItem),
  more: number('how many more there are'),
  count: number('how many there are in all'),
  ranges: list('the same items by their numbers, where the list is printed with numbers', itemRange),
});
export type ListedChanges = ValueOf<typeof listedChanges>;

/** Counted, not named: text that an author removed must appear nowhere in the new document. */
const removedItems = record('removed items', 'how many items of one list are gone', {
  list: word('the list; in words: `{{term "part" list}}`'),
  count: number('how many'),
});
export type RemovedItems = ValueOf<typeof removedItems>;

const changeDigest = record('changes in short', 'the same in short, for the rail of a page', {
  answered: list('the first question that has been answered', answeredQuestion),
  answeredMore: number('how many more have been answered'),
  likelihoods: list('the first likelihoods that have moved, at most two', movedEstimate),
  confidences: list('confidences that have moved, where less than two likelihoods have', movedEstimate),
  added: list('the first list that has something new, and is printed with numbers', listedChanges),
  addedMore: number('how many more items and sources are new'),
  changed: number('how many items have changed that are not named here'),
  removed: number('how many items are gone'),
  passages: list('fields of the brief itself that have changed, at most three', word('`{{term "part" this}}`')),
  passagesMore: number('how many more of these there are'),
});
export type ChangeDigest = ValueOf<typeof changeDigest>;

export const changes = record('changes', 'what has changed since the edition before', {
  edition: number('the number of the edition before'),
  asOf: date('what that edition was as of'),
  answered: list('questions that have been answered', answeredQuestion),
  likelihoods: list('likelihoods that have moved', movedEstimate),
  confidences: list('confidences that have moved', movedEstimate),
  statuses: list('facts and questions whose status has moved', movedStatus),
  dates: list('next steps and questions that are due on another day', movedDate),
  added: list('what is new, list by list', listedChanges),
  changed: list('what says something else now, list by list', listedChanges),
  removed: list('what is gone, list by list', removedItems),
  passages: list('fields of the brief itself that have changed', word('such as `summary`; `{{term "part" this}}`')),
  sourcesAdded: number('how many sources are new'),
  digest: changeDigest,
});
export type EditionChanges = ValueOf<typeof changes>;
