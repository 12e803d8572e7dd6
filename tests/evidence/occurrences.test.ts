import { describe, expect, test } from 'vitest';
import { normalForm } from '../../src/evidence/normal-form.js';
import { chainsOf, occurrencesOf } from '../../src/evidence/occurrences.js';

type Level = 'exact' | 'unified';

const placesOf = (words: string, text: string, level: Level = 'exact') =>
  occurrencesOf(normalForm(words, level), normalForm(text, level));
const chainsIn = (parts: readonly string[], text: string) =>
  chainsOf(
    parts.map((part) => normalForm(part, 'exact')),
    normalForm(text, 'exact'),
  );

describe('the places of words', () => {
  test('are all of them, those that overlap too', () => {
    expect(placesOf('a b', 'a b a b')).toEqual([
      [0, 3],
      [4, 7],
    ]);
    expect(placesOf('a b a', 'a b a b a')).toEqual([
      [0, 5],
      [4, 9],
    ]);
  });

  test('are none for no words, and none in no text', () => {
    expect(placesOf('', 'a b')).toEqual([]);
    expect(placesOf('a', '')).toEqual([]);
  });

  test('are not within words', () => {
    expect(placesOf('legal', 'illegal, legally, legal')).toEqual([[18, 23]]);
  });

  test('are counted to ten thousand, however many there are', () => {
    expect(placesOf('a', 'a '.repeat(10_050))).toHaveLength(10_000);
  });
});

describe('marks between words', () => {
  test.each<[string, string, Level]>([
    ['non-binding', 'non-binding', 'exact'],
    ['non\u2010binding', 'non-binding', 'unified'],
    ['non-binding', 'non\u2010binding', 'unified'],
    ['2021-2027', '2021–2027', 'unified'],
    ['nonbinding', 'non-\nbinding', 'exact'],
    ['non-binding', 'non-\nbinding', 'exact'],
    ['non-\nbinding', 'non-binding', 'exact'],
    ['non-\nbinding', 'nonbinding', 'exact'],
    ['non-\nbinding', 'non-\nbinding', 'exact'],
    ['and/or', 'and/\nor', 'exact'],
    ['and/ or', 'and/\nor', 'exact'],
    ['and/\nor', 'and/or', 'exact'],
    ['2021-2027', '2021–\n2027', 'unified'],
    ['pre- and', 'pre- and', 'exact'],
  ])('%j is in %j (%s)', (words, text, level) => {
    expect(placesOf(words, text, level)).toHaveLength(1);
  });

  test.each<[string, string, Level]>([
    ['nonbinding', 'non-binding', 'exact'],
    ['non-binding', 'nonbinding', 'exact'],
    ['non\u2010binding', 'non-binding', 'exact'],
    ['non/binding', 'non-binding', 'unified'],
    ['non-binding', 'non/binding', 'unified'],
    ['and-or', 'and/\nor', 'unified'],
    ['andor', 'and/\nor', 'exact'],
    ['talks/long', 'talks-\nlong', 'exact'],
    ['talks—long', 'talks-\nlong', 'exact'],
    ['pre-and', 'pre- and', 'exact'],
    ['pre- and', 'pre-and', 'exact'],
    ['2021 2027', '2021-\n2027', 'exact'],
  ])('%j is not in %j (%s)', (words, text, level) => {
    expect(placesOf(words, text, level)).toEqual([]);
  });

  test('before the first word and after the last do not matter', () => {
    expect(placesOf('talks', 'so—talks—long')).toEqual([[2, 7]]);
  });

  test('each is compared, the last too', () => {
    expect(placesOf('a-b-c', 'a-b/c')).toEqual([]);
    expect(placesOf('a-b-c', 'x a-b-c')).toHaveLength(1);
    expect(placesOf('a b-c', 'a b-c')).toHaveLength(1);
  });
});

describe('invisible characters', () => {
  test('of the words must be in the text, at the same place', () => {
    expect(placesOf('we \u2067agree', 'so we \u2067agree')).toHaveLength(1);
    expect(placesOf('we \u2067agree', 'so we agree')).toEqual([]);
    expect(placesOf('we \u2067agree', 'so \u2067we agree')).toEqual([]);
    expect(placesOf('we agree', 'so we \u2067agree')).toHaveLength(1);
    expect(placesOf('we \u2067agree\uFE0F', 'so we \u2067agree')).toEqual([]);
  });
});

describe('several parts', () => {
  test('none make no passage, one makes one for each place', () => {
    expect(chainsIn([], 'a b')).toEqual([]);
    expect(chainsIn(['a'], 'a b a')).toEqual([[[0, 1]], [[4, 5]]]);
  });

  test('stand in order, each as close to the next as possible', () => {
    expect(chainsIn(['a', 'c'], 'a b c')).toEqual([
      [
        [0, 1],
        [4, 5],
      ],
    ]);
    expect(chainsIn(['a', 'c'], 'a a c')).toEqual([
      [
        [2, 3],
        [4, 5],
      ],
    ]);
    expect(chainsIn(['a', 'b', 'c'], 'a b a b x c')).toEqual([
      [
        [4, 5],
        [6, 7],
        [10, 11],
      ],
    ]);
  });

  test('do not overlap', () => {
    expect(chainsIn(['a b', 'b c'], 'a b c')).toEqual([]);
    expect(chainsIn(['a', 'a'], 'a')).toEqual([]);
    expect(chainsIn(['a b', 'a b'], 'a b a b')).toEqual([
      [
        [0, 3],
        [4, 7],
      ],
    ]);
  });

  test('make several passages, each with its own beginning', () => {
    expect(chainsIn(['a', 'c'], 'a c a c')).toEqual([
      [
        [0, 1],
        [2, 3],
      ],
      [
        [4, 5],
        [6, 7],
      ],
    ]);
  });

  test('are whole words, where the nearest is looked for too', () => {
    expect(chainsIn(['a', 'c'], 'a ba c')).toEqual([
      [
        [0, 1],
        [5, 6],
      ],
    ]);
    expect(chainsIn(['a', 'c'], 'x a aa aaa c')).toEqual([
      [
        [2, 3],
        [11, 12],
      ],
    ]);
  });

  test('out of order, or not all there, make none', () => {
    expect(chainsIn(['c', 'a'], 'a c')).toEqual([]);
    expect(chainsIn(['a', 'd'], 'a c')).toEqual([]);
    expect(chainsIn(['a', ''], 'a c')).toEqual([]);
  });

  test('are counted to a hundred passages', () => {
    expect(chainsIn(['a', 'c'], 'a c '.repeat(150))).toHaveLength(100);
  });
});
