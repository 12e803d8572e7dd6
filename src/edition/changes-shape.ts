import type * as E from './edition.js';
import { date, likelihood, list, number, record, type ShapeOf, text, word } from './shape.js';

/** The shape of what has changed since the edition before. */

const named = {
  list: word('the list it is in; in words: `{{term "part" list}}`'),
  text: text('its words, cut where they are long'),
  target: word('for a link to it: `[{{text}}](#{{target}})`; empty for what is gone'),
};

const estimates = (about: string): ShapeOf<readonly E.MovedEstimate[]> =>
  list(
    about,
    record('estimate that has moved', 'an estimate that has moved', {
      ...named,
      from: word('what it was'),
      to: word('what it is'),
      fromLikelihood: likelihood('what it was, with its range'),
      toLikelihood: likelihood('what it is, with its range'),
      direction: word('`up`, `down`, or `other` where one of the two is missing or on another scale'),
    }),
  );

const groups = (about: string): ShapeOf<readonly E.ListedChanges[]> =>
  list(
    about,
    record('changes in a list', 'what has changed in one list', {
      list: word('the list; in words: `{{term "part" list}}`'),
      items: list('the items, at most eight', record('changed item', 'an item', named)),
      more: number('how many more there are'),
    }),
  );

export const changes: ShapeOf<E.EditionChanges> = record('changes', 'what has changed since the edition before', {
  edition: number('the number of the edition before'),
  asOf: date('what that edition was as of'),
  answered: list(
    'questions that have been answered',
    record('answered question', 'a question that has been answered', {
      ...named,
      answer: text('the answer'),
      answeredOn: date('when it was answered'),
    }),
  ),
  likelihoods: estimates('likelihoods that have moved'),
  confidences: estimates('confidences that have moved'),
  statuses: list(
    'facts and questions whose status has moved',
    record('status that has moved', 'a status that has moved', {
      ...named,
      from: word('what it was'),
      to: word('what it is'),
    }),
  ),
  added: groups('what is new, list by list'),
  changed: groups('what says something else now, list by list'),
  removed: groups('what is gone, list by list'),
  passages: list('fields of the brief itself that have changed', word('such as `summary`; `{{term "part" this}}`')),
  sourcesAdded: number('how many sources are new'),
});
