import { describe, expect, it } from 'vitest';
import { changeDigest } from '../../src/edition/change-digest.js';
import type { EditionChanges, ListedChange } from '../../src/edition/changes-shape.js';

const item = (list: string, number: number, text = 'A few words'): ListedChange => ({
  list,
  text: { kind: 'plain', text, path: `${list}[${number - 1}]`, lang: 'en' },
  target: `item-${number}-${list}`,
});
const moved = (number: number, text?: string) => ({
  ...item('judgements', number, text),
  from: null,
  to: null,
  fromLikelihood: null,
  toLikelihood: null,
  direction: 'up' as const,
});
const listed = (list: string, count: number, isNumbered: boolean) => ({
  list,
  items: [item(list, 1)],
  more: 0,
  count,
  ranges: isNumbered ? [{ first: 1, last: count, firstTarget: 'a', lastTarget: 'b' }] : [],
});
const nothing: Omit<EditionChanges, 'digest'> = {
  edition: 1,
  asOf: { kind: 'date', iso: '2024-09-04' } as EditionChanges['asOf'],
  answered: [],
  likelihoods: [],
  confidences: [],
  statuses: [],
  dates: [],
  added: [],
  changed: [],
  removed: [],
  passages: [],
  sourcesAdded: 0,
};
const answered = (text: string, answer: string) => ({
  ...item('openQuestions', 1, text),
  answer: { kind: 'plain' as const, text: answer, path: 'openQuestions[0].answer', lang: 'en' },
  answeredOn: null,
});

describe('what has changed, in short', () => {
  it('is nothing where nothing has', () => {
    const { changed, removed, addedMore, passagesMore, ...lists } = changeDigest(nothing, 0);
    expect([changed, removed, addedMore, passagesMore]).toEqual([0, 0, 0, 0]);
    expect(Object.values(lists).flat()).toEqual([0]);
  });

  it('names one answer and two estimates, likelihoods first, and counts all else once', () => {
    const digest = changeDigest(
      {
        ...nothing,
        answered: [answered('Will it?', 'Yes'), answered('When?', 'Soon')],
        likelihoods: [moved(1)],
        confidences: [moved(2), moved(3)],
        added: [listed('timeline', 2, false), listed('keyFacts', 4, true)],
        removed: [{ list: 'risks', count: 2 }],
        passages: ['title', 'summary', 'background', 'analysis'],
        sourcesAdded: 3,
      },
      9,
    );
    expect(digest.answered.map(({ text }) => text.text)).toEqual(['Will it?']);
    expect(digest.answeredMore).toBe(1);
    expect(digest.likelihoods.map(({ target }) => target)).toEqual(['item-1-judgements']);
    expect(digest.confidences.map(({ target }) => target)).toEqual(['item-2-judgements']);
    // Two of the nine are answered and two named.
    expect(digest.changed).toBe(5);
    expect(digest.added.map(({ list }) => list)).toEqual(['keyFacts']);
    expect([digest.addedMore, digest.removed, digest.passagesMore]).toEqual([5, 2, 1]);
    expect(digest.passages).toEqual(['title', 'summary', 'background']);
  });

  it('counts an item whose likelihood and confidence have moved as one', () => {
    expect(changeDigest({ ...nothing, likelihoods: [moved(1)], confidences: [moved(1)] }, 1).changed).toBe(0);
  });

  it('cuts names between words', () => {
    const long = 'Some words of a question that goes on and on until its end';
    const digest = changeDigest({ ...nothing, answered: [answered(long, long)], likelihoods: [moved(1, long)] }, 2);
    expect(digest.answered[0]?.text.text).toBe('Some words of a question that goes on and …');
    expect(digest.answered[0]?.answer?.text).toBe('Some words of a question that …');
    expect(digest.likelihoods[0]?.text.text).toBe('Some words of a question that …');
  });
});
