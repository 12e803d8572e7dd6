import { describe, expect, test } from 'vitest';
import type { Brief } from '../../src/brief/brief.js';
import { compareBriefs } from '../../src/change/compare.js';
import { nameOf } from '../../src/change/names.js';
import { markWords } from '../../src/change/word-diff.js';

type Fact = Brief['keyFacts'][number];

const brief = (more: Partial<Brief>): Brief => ({
  briefpress: 1,
  title: 'A visit',
  asOf: '2024-09-04',
  summary: 'One thing.',
  keyFacts: [],
  sources: [],
  ...more,
});
const items = (older: Partial<Brief>, newer: Partial<Brief>, language = 'en') =>
  compareBriefs({ brief: brief(older) }, { brief: brief(newer) }, language).items;
const fields = (older: Partial<Brief>, newer: Partial<Brief>, language = 'en') =>
  compareBriefs({ brief: brief(older) }, { brief: brief(newer) }, language).fields;
const gist = (older: readonly Fact[], newer: readonly Fact[]) =>
  items({ keyFacts: [...older] }, { keyFacts: [...newer] }).map(({ kind, id, index }) => `${kind} ${id} ${index}`);

const fact = (id: string | undefined, text = 'The same words.', more: Partial<Fact> = {}): Fact => ({
  ...(id !== undefined && { id }),
  text,
  sources: ['s'],
  ...more,
});

describe('which item is which', () => {
  test('another id with the same text is another item', () => {
    expect(gist([fact('a')], [fact('b')])).toEqual(['added b 0', 'removed a 0']);
  });

  test('an item that has been given an id, or lost it, is the same', () => {
    expect(gist([fact(undefined)], [fact('b')])).toEqual(['changed b 0']);
    expect(gist([fact('a')], [fact(undefined)])).toEqual(['changed null 0']);
  });

  test('an item that has been marked is the same, with or without an id', () => {
    const marked = fact(undefined, 'The same words.', { tlp: 'GREEN', audiences: ['x'] });
    expect(gist([fact(undefined)], [marked])).toEqual(['changed null 0']);
  });

  test('an item that moved is not a change; its index is that of the newer edition', () => {
    expect(gist([fact('a', 'A'), fact('b', 'B')], [fact('b', 'B'), fact('a', 'A')])).toEqual([]);
    expect(gist([fact('a', 'A'), fact('b', 'B')], [fact('b', 'C'), fact('a', 'A')])).toEqual(['changed b 0']);
    expect(gist([fact('a', 'A'), fact('b', 'B')], [fact('a', 'A')])).toEqual(['removed b 1']);
  });

  test('an id that is used twice is matched in order', () => {
    const older = [fact('a', 'One'), fact('a', 'Two')];
    expect(gist(older, older)).toEqual([]);
    expect(gist(older, [fact('a', 'One')])).toEqual(['removed a 1']);
  });

  test('two items without an id are matched one to one', () => {
    const twice = [fact(undefined), fact(undefined)];
    expect(gist(twice, twice)).toEqual([]);
    expect(gist(twice, [fact(undefined)])).toEqual(['removed null 1']);
    expect(gist([fact(undefined)], twice)).toEqual(['added null 1']);
  });
});

describe('an answer is news once', () => {
  const question = { id: 'q', question: 'What now?' };
  const answered = { ...question, status: 'answered' as const, answer: 'This.', answeredOn: '2024-09-04' };
  const answers = (older: object, newer: object) =>
    items({ openQuestions: [older as typeof question] }, { openQuestions: [newer as typeof question] }).map(
      (item) => item.kind === 'changed' && item.answered,
    );

  test('when the question was open before', () => {
    expect(answers(question, answered)).toEqual([true]);
    expect(answers({ ...question, status: 'overtaken' }, answered)).toEqual([true]);
  });

  test('not when it was answered before, whatever else has changed', () => {
    expect(answers(answered, answered)).toEqual([]);
    expect(answers(answered, { ...answered, answer: 'That.' })).toEqual([false]);
  });

  test('not when it is open again, and not for what is no question', () => {
    expect(answers(answered, question)).toEqual([false]);
    const status = (value: string) => ({ id: 'x', by: 'Legal', status: value });
    const clearances = (value: string) => ({ clearances: [status(value)] }) as unknown as Partial<Brief>;
    expect(items(clearances('pending'), clearances('answered'))).toMatchObject([{ answered: false }]);
  });
});

describe('what a field says', () => {
  test('a value that is left out is its default', () => {
    expect(fields({ status: 'draft' }, {})).toEqual([]);
    expect(fields({ status: 'cleared' }, {})).toMatchObject([{ kind: 'status', before: 'cleared', after: 'draft' }]);
  });

  test('a field that appears or goes is a change, with null on the other side', () => {
    expect(fields({}, { background: 'New.' })).toMatchObject([
      { field: 'background', kind: 'text', before: null, after: 'New.', words: [{ kind: 'added', text: 'New.' }] },
    ]);
    expect(fields({ background: 'Old.' }, {})).toMatchObject([
      { before: 'Old.', after: null, words: [{ kind: 'removed', text: 'Old.' }] },
    ]);
  });

  test('a list says what it gained and what it lost, each as often as it did', () => {
    const sources = (list: readonly string[]) => ({
      keyFacts: [fact('a', 'A', { sources: [...list] as NonNullable<Fact['sources']> })],
    });
    expect(items(sources(['s', 't']), sources(['t', 'u', 'u']))).toMatchObject([
      { fields: [{ field: 'sources', kind: 'list', added: ['u', 'u'], removed: ['s'] }] },
    ]);
    expect(items(sources(['s', 't']), sources(['t', 's']))).toEqual([]);
  });

  test('the order of the languages says which is the main one', () => {
    const title = { en: 'A', sv: 'B' };
    expect(fields({ languages: ['en', 'sv'], title }, { languages: ['sv', 'en'], title })).toMatchObject([
      { field: 'languages', before: 'en, sv', after: 'sv, en' },
    ]);
  });

  test('a list is compared in a language that all of its entries have in both editions', () => {
    const points = (list: readonly unknown[]) =>
      ({
        languages: ['en', 'sv'],
        meeting: { at: '2024-09-05', purpose: 'P', objectives: list },
      }) as unknown as Partial<Brief>;
    const both = (en: string, sv: string) => ({ en, sv });
    expect(fields(points([both('A', 'B')]), points([both('A', 'C')]), 'en')).toEqual([]);
    expect(fields(points([both('A', 'B')]), points([both('A', 'C')]), 'sv')).toMatchObject([
      { kind: 'list', field: 'meeting.objectives', added: ['C'], removed: ['B'] },
    ]);
    // The older edition was not translated yet: it is compared in the language that it had.
    expect(fields(points(['A', 'D']), points([both('A', 'B'), both('D', 'E')]), 'sv')).toEqual([]);
    expect(fields(points([both('A', 'B'), 'D']), points([both('A', 'B'), both('D', 'E')]), 'sv')).toEqual([]);
    expect(fields(points([]), points(['A']))).toMatchObject([{ added: ['A'], removed: [] }]);
  });

  test('a date and a word of a list are values, a status is one', () => {
    expect(fields({ asOf: '2024-09-01' }, {})).toMatchObject([{ kind: 'value', field: 'asOf', title: 'As of' }]);
    expect(fields({ status: 'cleared' }, {})).toMatchObject([{ kind: 'status' }]);
  });

  test('a text that both editions have is marked word by word', () => {
    expect(fields({ summary: 'One thing.' }, { summary: 'One other thing.' })).toMatchObject([
      { words: [{ kind: 'same', text: 'One ' }, { kind: 'added', text: 'other ' }, { kind: 'same' }] },
    ]);
  });

  test('the lines of an annex say something, and spaces at its end do not', () => {
    const annexes = (body: string): Partial<Brief> => ({ annexes: [{ id: 'x', title: 'X', body }] });
    expect(items(annexes('a\nb'), annexes('a b'))).toHaveLength(1);
    expect(items(annexes('a\n'), annexes('a'))).toEqual([]);
    expect(
      items({ annexes: [{ id: 'x', title: 'X', body: 'a\nb' }] }, { annexes: [{ id: 'x', title: 'X' }] as never }),
    ).toHaveLength(1);
  });

  test('an annex in a file is compared by what the file says, beside one that is not', () => {
    const annexes: Brief['annexes'] = [
      { id: 'x', title: 'X', body: 'Here.' },
      { id: 'y', title: 'Y', file: 'y.md' },
    ];
    const edition = (text: string) => ({ brief: brief({ annexes }), annexBodies: new Map([[1, text]]) });
    expect(compareBriefs(edition('One.'), edition('Two.'), 'en').items).toMatchObject([
      { id: 'y', fields: [{ field: 'body', before: 'One.', after: 'Two.' }] },
    ]);
  });

  test('a nested field has its path', () => {
    const meeting = (place: string) => ({ meeting: { place, at: '2024-09-05' } }) as unknown as Partial<Brief>;
    expect(fields(meeting('Here'), meeting('There'))).toMatchObject([{ field: 'meeting.place' }]);
  });

  test('an estimate moves with a direction on its scale, and without one where there was none', () => {
    const judged = (likelihood?: 'likely' | 'unlikely') =>
      ({ judgements: [{ id: 'j', text: 'So.', ...(likelihood && { likelihood }) }] }) as unknown as Partial<Brief>;
    expect(items(judged('unlikely'), judged('likely'))).toMatchObject([{ fields: [{ direction: 'up' }] }]);
    expect(items(judged('likely'), judged('unlikely'))).toMatchObject([{ fields: [{ direction: 'down' }] }]);
    expect(items(judged(), judged('likely'))).toMatchObject([{ fields: [{ before: null, direction: null }] }]);
    expect(items(judged('likely'), judged())).toMatchObject([{ fields: [{ after: null, direction: null }] }]);
  });

  test('editions and days are those of the two briefs', () => {
    const changes = compareBriefs(
      { brief: brief({ asOf: '2024-09-01' }) },
      { brief: brief({ edition: 3, asOf: '2024-09-04' }) },
      'sv',
    );
    expect(changes).toMatchObject({
      older: { edition: 1, asOf: '2024-09-01' },
      newer: { edition: 3, asOf: '2024-09-04' },
      language: 'sv',
    });
    expect(changes.fields.map(({ field }) => field)).toEqual(['asOf']);
  });
});

describe('languages', () => {
  const texts = (older: Brief['summary'], newer: Brief['summary'], language: string) =>
    fields({ languages: ['en', 'sv'], summary: older }, { languages: ['en', 'sv'], summary: newer }, language);

  test('the wanted one is compared where both editions have it, else one that both have', () => {
    expect(texts({ en: 'A', sv: 'B' }, { en: 'C', sv: 'B' }, 'sv')).toEqual([]);
    expect(texts({ en: 'A' }, { en: 'A', sv: 'B' }, 'sv')).toEqual([]);
    expect(texts({ en: 'A' }, { en: 'C', sv: 'B' }, 'sv')).toMatchObject([{ before: 'A', after: 'C' }]);
    expect(texts({ en: 'A' }, { sv: 'B' }, 'sv')).toMatchObject([{ before: 'A', after: 'B' }]);
    expect(texts({ EN: 'A' } as Brief['summary'], { en: 'A' }, 'en')).toEqual([]);
  });

  test('an item is named in the wanted language, else in the main one', () => {
    const named = (language: string) =>
      nameOf('keyFacts', { text: { en: 'One\n  thing', sv: 'En sak' } }, { language, main: 'en' });
    expect([named('sv'), named('en'), named('de')]).toEqual(['En sak', 'One thing', 'One thing']);
    expect(nameOf('to', { unit: 'Desk', email: 'a@b.c' }, { language: 'en', main: 'en' })).toBe('Desk');
    expect(nameOf('to', {}, { language: 'en', main: 'en' })).toBe('');
  });
});

describe('marked words', () => {
  test('a word that was put in, and one that was taken out', () => {
    expect(markWords('We will sign', 'We will not sign', 'en')).toEqual([
      { kind: 'same', text: 'We will ' },
      { kind: 'added', text: 'not ' },
      { kind: 'same', text: 'sign' },
    ]);
    expect(markWords('We will not sign', 'We will sign', 'en')[1]).toEqual({ kind: 'removed', text: 'not ' });
  });

  test('changes with only a space between them are one', () => {
    expect(markWords('one two three', 'four five three', 'en')).toEqual([
      { kind: 'removed', text: 'one two' },
      { kind: 'added', text: 'four five' },
      { kind: 'same', text: ' three' },
    ]);
  });

  test('a paragraph whose lines end elsewhere has not changed but for them', () => {
    expect(markWords('a b\nc d', 'a\nb c e', 'en')).toEqual([
      { kind: 'same', text: 'a\nb c ' },
      { kind: 'removed', text: 'd' },
      { kind: 'added', text: 'e' },
    ]);
    expect(markWords('a\nb', 'a b', 'en').some(({ kind }) => kind !== 'same')).toBe(true);
  });

  test('a language tag that is not one does not matter', () => {
    expect(markWords('a', 'a', 'x')).toEqual([{ kind: 'same', text: 'a' }]);
    expect(markWords('a b', 'a c', '!')).toHaveLength(3);
  });
});
