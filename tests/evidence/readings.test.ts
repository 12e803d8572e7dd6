import { describe, expect, test } from 'vitest';
import { readingsOf } from '../../src/evidence/readings.js';

const plain = { insertions: [], isCutBefore: false, isCutAfter: false };
/** The reading that knows brackets. */
const edited = (words: string) => readingsOf(words)[1];

test('words without brackets have one reading, those with brackets two, the plain one first', () => {
  expect(readingsOf('We regret it')).toEqual([{ ...plain, parts: ['We regret it'] }]);
  expect(readingsOf('We ] regret [it')).toEqual([{ ...plain, parts: ['We ] regret [it'] }]);
  expect(readingsOf('We [x] go')).toEqual([
    { ...plain, parts: ['We [x] go'] },
    { ...plain, parts: ['We go'], insertions: ['x'] },
  ]);
});

describe('what was left out', () => {
  test.each([
    ['We […] go', ['We', 'go'], []],
    ['We [...] go', ['We', 'go'], []],
    ['We [. . .] go', ['We', 'go'], []],
    ['We [ … ] go', ['We', 'go'], []],
    ['We [… Putin] go', ['We', 'go'], ['Putin']],
    ['We [Putin …] go', ['We', 'go'], ['Putin']],
    ['We [Putin...] go', ['We', 'go'], ['Putin']],
    ['We […] [so] go', ['We', 'go'], ['so']],
    ['We […] go […] home', ['We', 'go', 'home'], []],
  ])('%s', (words, parts, insertions) => {
    expect(edited(words)).toEqual({ parts, insertions, isCutBefore: false, isCutAfter: false });
  });

  test('an ellipsis in the middle of what was put in leaves nothing out', () => {
    expect(edited('We [so … so] go')).toMatchObject({ parts: ['We go'], insertions: ['so … so'] });
  });

  test.each([
    ['[…] We go', true, false],
    ['We go […]', false, true],
    [' […] We go […] ', true, true],
    ['[So] We go [now]', false, false],
    ['[…]', true, true],
  ])('at the beginning or the end: %s', (words, isCutBefore, isCutAfter) => {
    expect(edited(words)).toMatchObject({ isCutBefore, isCutAfter });
  });
});

describe('what was put in', () => {
  test.each([
    ['We [all] go', 'We go', 'all'],
    ['We [ all ] go', 'We go', 'all'],
    ['We  [all]  go', 'We go', 'all'],
    ['We [all], go', 'We, go', 'all'],
    ['We [all]; go', 'We; go', 'all'],
    ['We [all]) go', 'We) go', 'all'],
    ['We [all] , go', 'We , go', 'all'],
    ['We [all]— go', 'We — go', 'all'],
    ['[All] go', 'go', 'All'],
    ['go [all]', 'go', 'all'],
    ['(We) [all] go', '(We) go', 'all'],
    ['(We)[all]“go”', '(We)“go”', 'all'],
    ['So (we)[all]“go”', 'So (we)“go”', 'all'],
    ['(We)[all] “go”', '(We) “go”', 'all'],
    ['We [4] go', 'We go', '4'],
  ])('%s', (words, whole, insertion) => {
    expect(edited(words)).toEqual({
      parts: [whole],
      insertions: [insertion],
      isCutBefore: false,
      isCutAfter: false,
    });
  });

  test('several, and nothing', () => {
    expect(edited('We [a] go [b] home')).toMatchObject({ parts: ['We go home'], insertions: ['a', 'b'] });
    expect(edited('We [] go')).toMatchObject({ parts: ['We go'], insertions: [] });
    expect(edited('[It] [was]')).toEqual({ ...plain, parts: [], insertions: ['It', 'was'] });
  });
});

describe('a letter that was changed', () => {
  test.each([
    ['[T]he end', 'the end'],
    ['[t]he end', 'The end'],
    ['so [T]he end', 'so the end'],
    ['“[t]he end', '“The end'],
    ['[ö]ver', 'Över'],
    ['[ß]a', 'SSa'],
    ['a-[B]c', 'a-bc'],
  ])('%s', (words, whole) => {
    expect(edited(words)).toMatchObject({ parts: [whole], insertions: [] });
  });

  test.each([
    ['a[b]c', 'a[b]c'],
    ['4[b]c', '4[b]c'],
    ['ab[cd]ef', 'ab[cd]ef'],
    ['[cd]ef', '[cd]ef'],
    ['ab[cd]', 'ab[cd]'],
    ['𝒳[b]c', '𝒳[b]c'],
    ['a[b]', 'a[b]'],
    ['[4]b', '[4]b'],
    ['[b]4', '[b]4'],
  ])('is none within a word, where brackets are characters: %s', (words, whole) => {
    expect(edited(words)).toMatchObject({ parts: [whole], insertions: [] });
  });

  test('is none where no letter follows', () => {
    expect(edited('We [a] b')).toMatchObject({ parts: ['We b'], insertions: ['a'] });
  });
});
