import { describe, expect, test } from 'vitest';
import { type SchemaPart, schemaAt } from '../../src/brief/schema-walk.js';
import { inLanguage, paired, textIn, textsOf, unfolded } from '../../src/change/languages.js';
import { isOrdered, isWords, leavesOf, lineOf } from '../../src/change/leaves.js';
import { markWords } from '../../src/change/word-diff.js';

const EN = { language: 'en', main: 'en' };
const partAt = (...steps: (string | number)[]): SchemaPart => schemaAt(steps) ?? {};

describe('the fields of a value', () => {
  test('are those of the maps in it, apart from texts, dates and citations', () => {
    const meeting = { at: '2024-09-05', purpose: { en: 'To agree' }, place: undefined };
    const found = leavesOf({ title: { en: 'A', sv: 'B' }, meeting, layout: { paper: 'A4' } }, []);
    expect([...found].map(([name, { field, value }]) => [name, field, value])).toEqual([
      ['title', 'title', { en: 'A', sv: 'B' }],
      ['meeting.at', 'meeting.at', '2024-09-05'],
      ['meeting.purpose', 'meeting.purpose', { en: 'To agree' }],
      ['layout.paper', 'layout.paper', 'A4'],
    ]);
    const issued = { 'date-parts': [[2024, 9]] };
    expect([...leavesOf({ issued }, ['sources', 0]).keys()]).toEqual(['issued']);
    expect([...leavesOf({ source: { source: 's' } }, ['quotes', 0]).keys()]).toEqual(['source']);
  });

  test('that the schema does not know are shown whole', () => {
    const [leaf] = leavesOf({ unheard: { of: 1 } }, []).values();
    expect(leaf).toEqual({ field: 'unheard', part: {}, value: { of: 1 } });
  });

  test('are words, or values', () => {
    expect([['title'], ['summary'], ['id'], ['asOf'], ['status']].map((steps) => isWords(partAt(...steps)))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(isWords({ $ref: '#/$defs/plain' })).toBe(true);
    expect(isWords({ $ref: '#/$defs/plain', enum: ['a'] })).toBe(false);
  });

  test('are lists in which the order says something, or not', () => {
    expect(isOrdered('languages', ['en', 'sv'])).toBe(true);
    expect(isOrdered('date-parts', [[2024, 9]])).toBe(true);
    expect(isOrdered('parts', [2024, 9])).toBe(true);
    expect(isOrdered('sources', ['s', 't'])).toBe(false);
    expect(isOrdered('rows', [[2024, 9]])).toBe(false);
  });
});

describe('a value as one line', () => {
  test.each([
    [{ source: 's' }, 's'],
    [{ source: 's', locator: 'p. 3' }, 's, p. 3'],
    [{ source: 's', locator: 'p. 3', prefix: 'see', suffix: 'and below' }, 's, p. 3, after "see", before "and below"'],
    [{ source: 's', suffix: 'and below' }, 's, before "and below"'],
  ])('of the citation %j', (citation, line) => {
    expect(lineOf(citation, partAt('keyFacts', 0, 'sources', 0), EN)).toBe(line);
  });

  test('of a list has its entries with commas between them, texts in the language', () => {
    const points = [{ en: 'One', sv: 'Ett' }, 'Two'];
    const part = partAt('meeting', 'objectives');
    expect(lineOf(points, part, { language: 'sv', main: 'en' })).toBe('Ett, Two');
    expect(lineOf([1, true], {}, EN)).toBe('1, true');
  });

  test('of a map names its fields, texts in the language', () => {
    const attendee = { name: { en: 'The minister', sv: 'Ministern' }, role: undefined, side: 'ours' };
    const part: SchemaPart = { properties: { name: partAt('title'), side: {}, role: true } };
    expect(lineOf(attendee, part, { language: 'sv', main: 'en' })).toBe('name: Ministern; side: ours');
    expect(lineOf({ a: { b: 1 } }, {}, EN)).toBe('a: b: 1');
  });
});

describe('a text in a language', () => {
  const prose = partAt('title');
  const label = { $ref: '#/$defs/label' };

  test('is the main one where it is one string, and a name serves every language', () => {
    expect([...textsOf('A', prose, 'EN-GB')]).toEqual([['en-gb', 'A']]);
    expect([...textsOf({ EN: 'A', sv: 'B' }, prose, 'en')]).toEqual([
      ['en', 'A'],
      ['sv', 'B'],
    ]);
    expect(inLanguage(textsOf('Name', label, 'en'), 'sv')).toBe('Name');
    expect(inLanguage(textsOf('A', prose, 'en'), 'sv')).toBeUndefined();
    expect([...textsOf(undefined, prose, 'en')]).toEqual([]);
  });

  test('is in the wanted one, else the main one, else any', () => {
    const texts = new Map([
      ['fr', 'un'],
      ['sv', 'ett'],
      ['en', 'one'],
    ]);
    expect(textIn(texts, { language: 'SV', main: 'en' })).toBe('ett');
    expect(textIn(texts, { language: 'de', main: 'EN' })).toBe('one');
    expect(textIn(texts, { language: 'de', main: 'nl' })).toBe('un');
    expect(textIn(new Map(), EN)).toBe('');
  });

  test('is compared in one that both editions have', () => {
    const older = new Map([
      ['en', 'one'],
      ['fr', 'un'],
    ]);
    const newer = new Map([
      ['sv', 'ett'],
      ['fr', 'deux'],
    ]);
    expect(paired(older, newer, { language: 'sv', main: 'sv' })).toEqual({
      before: 'un',
      after: 'deux',
      language: 'fr',
    });
    expect(paired(older, older, { language: 'FR', main: 'en' })).toEqual({ before: 'un', after: 'un', language: 'fr' });
    expect(paired(older, older, { language: 'de', main: 'EN' })).toMatchObject({ before: 'one', language: 'en' });
    const none = paired(new Map([['en', 'one']]), new Map([['sv', 'ett']]), { language: 'de', main: 'en' });
    expect(none).toEqual({ before: 'one', after: 'ett', language: 'de' });
  });

  test.each([
    ['one\ntwo', 'one two'],
    ['one \n  two', 'one two'],
    ['one  \ntwo', 'one\ntwo'],
    ['one\\\ntwo', 'one\ntwo'],
    ['one\n \t\n two ', 'one\n\ntwo'],
    ['  one  \t two\n\n\n', 'one two'],
    ['a\n\n\n\nb', 'a\n\n\n\nb'],
  ])('is unfolded: %j', (text, shown) => {
    expect(unfolded(text)).toBe(shown);
  });
});

describe('words that are marked', () => {
  const marked = (before: string, after: string, language = 'en') =>
    markWords(before, after, language).map(
      ({ kind, text }) => `${{ same: '=', added: '+', removed: '-' }[kind]}${text}`,
    );

  test.each([
    ['same', 'same', ['=same']],
    ['', '', ['=']],
    ['', 'new', ['+new']],
    ['old', '', ['-old']],
    ['a b c', 'a x c', ['=a ', '-b', '+x', '= c']],
    ['a one two c', 'a three four c', ['=a ', '-one two', '+three four', '= c']],
    ['a one, two c', 'a three, four c', ['=a ', '-one', '+three', '=, ', '-two', '+four', '= c']],
    ['a b', 'a c', ['=a ', '-b', '+c']],
    ['b a', 'c a', ['-b', '+c', '= a']],
    ['one\ntwo', 'one two', ['=one', '-\n', '+ ', '=two']],
    ['one\ntwo x', 'one two y', ['=one two ', '-x', '+y']],
  ])('%j to %j', (before, after, expected) => {
    expect(marked(before, after)).toEqual(expected);
  });

  test('in a language that nobody knows, too', () => {
    expect(marked('a b', 'a c', 'no_such language')).toEqual(['=a ', '-b', '+c']);
  });

  test('are not looked for in texts that have too little in common', () => {
    const text = (letter: string) => Array.from({ length: 1_100 }, (_, at) => `${letter}${at}`).join(' ');
    expect(marked(text('a'), text('b'))).toEqual([`-${text('a')}`, `+${text('b')}`]);
  });

  test('nor in the same words in another order', () => {
    const words = Array.from({ length: 1_100 }, (_, at) => `a${at}`);
    const [before, after] = [words.join(' '), words.toReversed().join(' ')];
    expect(marked(before, after)).toEqual([`-${before}`, `+${after}`]);
  });

  test('and are looked for up to that', () => {
    const words = Array.from({ length: 900 }, (_, at) => `a${at}`);
    const after = [...words.slice(450), 'and', ...words.slice(0, 450)];
    expect(marked(words.join(' '), after.join(' ')).some((run) => run.startsWith('='))).toBe(true);
  });
});
