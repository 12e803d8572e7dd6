import { describe, expect, test } from 'vitest';
import type { Brief, LoadedBrief } from '../../src/brief/brief.js';
import { withheldTexts } from '../../src/redaction/withheld.js';

/** What a brief of these fields withholds in an edition that keeps `kept`. */
function withheld(fields: object, { kept = {}, ...rest }: Partial<LoadedBrief> & { readonly kept?: object } = {}) {
  const whole = { brief: fields as Brief, file: 'x.yaml', text: '', annexBodies: new Map(), ...rest } as LoadedBrief;
  return withheldTexts(whole, kept as Brief);
}

test('every text that is not kept, with its field', () => {
  const fields = { title: 'T one', a: [{ b: { en: 'E one', sv: 'S one' } }, 'plain one'], n: 3, no: null, yes: true };
  expect(withheld(fields)).toEqual([
    { field: 'title', text: 'T one' },
    { field: 'a[0].b.en', text: 'E one' },
    { field: 'a[0].b.sv', text: 'S one' },
    { field: 'a[1]', text: 'plain one' },
  ]);
  expect(withheld(fields, { kept: { x: ['T one', { y: 'S one' }] } }).map(({ field }) => field)).toEqual([
    'a[0].b.en',
    'a[1]',
  ]);
});

test('no word of the format, and no bare date', () => {
  const words = ['likely', 'draft', 'GREEN', 'keyFacts', '2024', '2024-09', '2024-09-04', '1999-01-01T10:00Z'];
  const moments = ['2024-09-04T10:00:00.5+02:00', '2024-09-04T10:00-03:30'];
  expect(withheld({ words: [...words, ...moments] })).toEqual([]);
  const others = ['3024', '20245', '2024-9', 'in 2024', '2024-09-04-05', '2024-09-04T', '2024-09-04T10:00', '2024 '];
  const more = [
    '2024-09-04T10:00 02:00',
    '2024-09-04Tx+02:00',
    '2024-09-04T10:00+2:00',
    '2024-09-04T10:00+02:0',
    '202',
  ];
  expect(withheld({ others: [...others, ...more] })).toHaveLength(others.length + more.length);
});

describe('people', () => {
  const people = (fields: object) =>
    withheld(fields)
      .filter(({ isPerson }) => isPerson)
      .map(({ text }) => text);

  test('are named by name, speaker and translator', () => {
    expect(people({ to: [{ name: 'Ann One', role: 'Head' }] })).toEqual(['Ann One']);
    expect(people({ quotes: [{ speaker: { en: 'Ann Two' }, text: 'Words' }] })).toEqual(['Ann Two']);
    expect(people({ t: { translator: 'Ann Three', by: 'desk' } })).toEqual(['Ann Three']);
    expect(people({ title: 'Ann Four' })).toEqual([]);
  });

  test('are no ministries', () => {
    expect(people({ stakeholders: [{ kind: 'person', name: 'Ann One' }] })).toEqual(['Ann One']);
    expect(people({ stakeholders: [{ kind: 'organisation', name: 'The Office' }] })).toEqual([]);
  });

  test('as authors: both parts as one name', () => {
    expect(withheld({ author: [{ family: 'Nightjar', given: 'Ann' }] }).at(-1)).toEqual({
      field: 'author[0].family',
      text: 'Ann Nightjar',
      isPerson: true,
    });
    expect(people({ author: [{ family: 'Nightjar' }, { given: 'Ann' }, { literal: 'The Office' }] })).toEqual([]);
    expect(
      people({
        author: [
          { family: 'Nightjar', given: 3 },
          { family: 3, given: 'Ann' },
        ],
      }),
    ).toEqual([]);
  });
});

describe('comments', () => {
  const text = '# one\nkey: "#no" # two words \n  ### three#four\n#\n#  five\nx#six\n';
  const comment = (line: number, words: string) => ({ field: `the comment in line ${line}`, text: words });

  test('of YAML, by their lines', () => {
    expect(withheld({}, { text })).toEqual([
      comment(1, 'one'),
      comment(2, 'two words '),
      comment(3, 'three#four'),
      comment(5, 'five'),
    ]);
  });

  test('are not in JSON', () => {
    expect(withheld({}, { text, file: 'x.JSON' })).toEqual([]);
    expect(withheld({}, { text, file: '.json.yaml' })).toHaveLength(4);
  });
});

test('the files of annexes, and the edition before with its own', () => {
  const before = { brief: { title: 'Old one' }, annexBodies: new Map([[0, 'Old annex']]) } as unknown as LoadedBrief;
  const annexBodies = new Map([[1, 'Annex text']]);
  expect(withheld({}, { annexBodies, superseded: before })).toEqual([
    { field: 'annexes[1].file', text: 'Annex text' },
    { field: 'supersedes.file', text: 'Old one' },
    { field: 'supersedes.file', text: 'Old annex' },
  ]);
});
