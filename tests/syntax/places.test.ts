import { describe, expect, test } from 'vitest';
import type { Brief } from '../../src/brief/brief.js';
import { readBrief } from '../../src/brief/read.js';
import { fieldOf, LineIndex, stepsOf } from '../../src/syntax/places.js';
import { briefWith, contextOf, pointedAt, read } from '../brief/reading.js';

const TEXT = briefWith(`languages: [en, sv]
subtitle:
  en: First
  sv: Första
background: |
  One
  two
risks:
  - id: r
    text: &t Again
  - {text: *t}
meeting:
  at: 2024-09-06
  purpose: p
  objectives: [o, "quoted"]`);

function words(field: string): string {
  const loaded = readBrief(TEXT.replace('languages: [en, sv]\n', ''), contextOf());
  const bilingual = read(TEXT);
  const found = loaded.ok ? loaded : bilingual;
  if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
  return pointedAt(found.value.text, {
    severity: 'error',
    hints: [],
    code: 'internal',
    message: '',
    place: found.value.placeOf(field),
  });
}

describe('the place of a field', () => {
  test.each([
    ['title', 'Visit in spite of an arrest warrant'],
    ['subtitle.sv', 'Första'],
    ['subtitle', 'subtitle'],
    ['risks[0].text', 'Again'],
    ['risks[1].text', '*t'],
    ['meeting.objectives[1]', '"quoted"'],
    ['meeting.objectives', 'objectives'],
    ['keyFacts[0].sources[0]', 'press-0903'],
    ['sources[0].issued', '2024-09-03'],
    // What is not there is where it would be.
    ['meeting.place', 'meeting'],
    ['risks[7].text', 'risks'],
    ['risks[0]', 'id'],
    ['nothing', 'briefpress'],
    ['', 'briefpress'],
  ])('%s', (field, expected) => {
    expect(words(field)).toBe(expected);
  });

  test('a field path is read as it is written', () => {
    for (const path of ['keyFacts[2].text', 'summary.sv', 'a[0][1].b', 'sources[0].container-title']) {
      expect(fieldOf(stepsOf(path))).toBe(path);
    }
  });
});

describe('lines and columns', () => {
  test('count from 1, in UTF-16 code units, and stay within the text', () => {
    const index = new LineIndex('x', 'a\n😀b\r\n\nc');
    expect(index.place([0, 1])).toEqual({ file: 'x', line: 1, column: 1, endLine: 1, endColumn: 2 });
    expect(index.place([4, 5])).toMatchObject({ line: 2, column: 3, endColumn: 4 });
    expect(index.place([8, 99])).toMatchObject({ line: 4, column: 1, endLine: 4, endColumn: 2 });
    expect(index.place([-1, -5])).toMatchObject({ line: 1, column: 1, endLine: 1, endColumn: 1 });
  });
});

describe('the types', () => {
  test('are those of the schema', () => {
    const brief: Brief = {
      briefpress: 1,
      title: { en: 't' },
      asOf: '2024-09-04',
      summary: 's',
      keyFacts: [{ text: 't', sources: ['a', { source: 'a', locator: 'p. 1' }], status: 'reported' }],
      sources: [{ id: 'a', type: 'book', title: 't' }],
      meeting: { at: '2024-09-06', purpose: 'p', objectives: ['o'], attendees: ['A', { role: 'B' }] },
    };
    // @ts-expect-error a source is no string once the files are read
    const wrongSource: Brief['sources'] = ['a.json'];
    // @ts-expect-error a status is one of three words
    const wrongStatus: Brief['keyFacts'][number]['status'] = 'maybe';
    // @ts-expect-error a quote says who spoke
    const wrongQuote: NonNullable<Brief['quotes']>[number] = { text: 't', source: 'a' };
    expect([brief, wrongSource, wrongStatus, wrongQuote]).toHaveLength(4);
  });
});

describe('the id of a brief', () => {
  test.each([
    ['briefs/mongolia-icc.yaml', 'mongolia-icc'],
    ['x.yml', 'x'],
    ['a\\b.v2.YAML', 'b.v2'],
    ['-', '-'],
  ])('is the stem of its file: %s', (file, id) => {
    const loaded = readBrief(briefWith(''), { ...contextOf(), file });
    expect(loaded.ok && loaded.value.id).toBe(id);
  });

  test('or what it says', () => {
    const loaded = read(briefWith('id: other'));
    expect(loaded.ok && loaded.value.id).toBe('other');
  });
});
