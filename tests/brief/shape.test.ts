import { describe, expect, test } from 'vitest';
import { briefWith, diagnosticsOf, gist, pointedAt, read, SMALLEST } from './reading.js';

/** `code "words pointed at" message | hint`, of the only diagnostic. */
function only(fields: string): string {
  const text = briefWith(fields);
  const found = read(text).diagnostics;
  expect(gist(found)).toHaveLength(1);
  const [diagnostic] = found;
  return diagnostic ? `${diagnostic.code} ${JSON.stringify(pointedAt(text, diagnostic))} ${diagnostic.message}` : '';
}

function hint(fields: string): string | undefined {
  return diagnosticsOf(fields)[0]?.hints[0];
}

describe('the smallest brief', () => {
  test('has no problem, in YAML and in JSON', () => {
    expect(read(SMALLEST)).toMatchObject({ ok: true, diagnostics: [], value: { id: 'x' } });
  });

  test('lacks nothing that it needs', () => {
    expect(diagnosticsOf('', {}).length).toBe(0);
    const empty = read('{}').diagnostics;
    expect(empty.map(({ message }) => /lacks `(\w+)`/.exec(message)?.[1])).toEqual([
      'briefpress',
      'title',
      'asOf',
      'summary',
      'keyFacts',
      'sources',
    ]);
    expect(empty.every(({ hints }) => hints[0]?.startsWith('For example: `'))).toBe(true);
  });

  test.each(['- a', 'text', '5', 'null'])('is a map of fields, not %s', (text) => {
    expect(gist(read(text).diagnostics)).toEqual(['shape-type ']);
    expect(read(text).diagnostics[0]?.message).toMatch(/^The brief is .+; expected a map of fields\.$/);
  });
});

describe('types', () => {
  test.each([
    [
      'reference: 2024',
      'shape-type "2024" `reference` is the number 2024; expected text.',
      'Write it in quotes: "2024".',
    ],
    [
      'title: 1.10',
      'shape-type "1.10" `title` is the number 1.1; expected text, or a map from language tag to text.',
      'Write it in quotes: "1.10".',
    ],
    ['reference: true', 'shape-type "true" `reference` is true; expected text.', 'Write it in quotes: "true".'],
    [
      'asOf: 20240904',
      'shape-type "20240904" `asOf` is the number 20240904; expected a date, or a date and time with its offset from UTC (Z, +02:00).',
      'Did you mean `2024-09-04`?',
    ],
    ['edition: "2"', 'shape-type "\\"2\\"" `edition` is "2"; expected a whole number.', 'Write it without quotes.'],
    [
      'edition: 1.5',
      'shape-type "1.5" `edition` is the number 1.5; expected a whole number.',
      'For example: `edition: 2`',
    ],
    [
      'marking: {chathamHouse: yes}',
      'shape-type "yes" `marking.chathamHouse` is "yes"; expected true or false.',
      'Did you mean `true`?',
    ],
    [
      'to: The Minister',
      'shape-type "The Minister" `to` is "The Minister"; expected a list.',
      'Say what it is, a `name`, a `role`, a `unit` or an `organisation`: `to: [{ role: The Minister }]`.',
    ],
    [
      'from: [a]',
      'shape-type "from" `from` is a list; expected a map of fields.',
      'For example: `from: { unit: Eurasia desk, organisation: Ministry of Foreign Affairs }`',
    ],
  ])('%s', (fields, message, advice) => {
    expect(only(fields)).toBe(message);
    expect(hint(fields)).toBe(advice);
  });

  test('an empty field is told to be empty', () => {
    expect(only('reviewBy:')).toBe('shape-type "reviewBy" `reviewBy` is empty; expected a date as year-month-day.');
    expect(only('subtitle: ""')).toBe('shape-value "\\"\\"" `subtitle` is empty; expected text.');
    expect(only('to: []')).toBe('shape-value "to" `to` is a list of 0; expected 1 or more.');
    expect(only('layout: {}')).toBe('shape-value "layout" `layout` is empty; expected at least one field.');
  });

  test('dates stay dates without quotes', () => {
    expect(diagnosticsOf('asOf: 2024-09-04')).toEqual([]);
    expect(diagnosticsOf('asOf: 2024-09-04T18:00:00.5+02:00')).toEqual([]);
  });
});

describe('unknown fields', () => {
  test.each([
    ['keyFact: []', 'The brief has no field `keyFact`.', 'Did you mean `keyFacts`?'],
    ['key_facts: []', 'The brief has no field `key_facts`.', 'Did you mean `keyFacts`?'],
    ['Summary: x', 'The brief has no field `Summary`.', 'Did you mean `summary`?'],
    ['from: {unti: x, unit: y}', '`from` has no field `unti`.', 'Did you mean `unit`?'],
    ['__proto__: {x: 1}', 'The brief has no field `__proto__`.', undefined],
    [
      'subtitle: {english: x, en: y}',
      '`subtitle` has the key `english`, which is not a language tag; expected tags such as en or sv.',
      undefined,
    ],
  ])('%s', (fields, message, advice) => {
    const [found] = diagnosticsOf(fields);
    expect(found).toMatchObject({ code: 'shape-unknown-field', message });
    if (advice) expect(found?.hints[0]).toBe(advice);
  });

  test('are pointed at by their names', () => {
    expect(only('meeting: {at: 2024-09-06, purpose: p, objectives: [o], wher: Room 3}')).toContain('"wher"');
  });
});

describe('words', () => {
  test.each([
    ['status: isued', '`status` is "isued"; expected draft, cleared, issued or withdrawn.', 'Did you mean `issued`?'],
    [
      'marking: {tlp: "TLP:AMBER"}',
      '`marking.tlp` is "TLP:AMBER"; expected CLEAR, GREEN, AMBER, AMBER+STRICT or RED.',
      'Did you mean `AMBER`?',
    ],
    [
      'marking: {tlp: red}',
      '`marking.tlp` is "red"; expected CLEAR, GREEN, AMBER, AMBER+STRICT or RED.',
      'Did you mean `RED`?',
    ],
    ['briefpress: 2', '`briefpress` is the number 2; expected 1.', 'For example: `briefpress: 1`'],
    [
      'risks: [{text: r, likelihood: probable}]',
      /^`risks\[0\]\.likelihood` is "probable"; expected remote-chance, /,
      undefined,
    ],
  ])('%s', (fields, message, advice) => {
    const [found] = diagnosticsOf(fields);
    expect(found?.code).toBe('shape-value');
    expect(found?.message).toMatch(message);
    if (advice) expect(found?.hints[0]).toBe(advice);
  });
});

describe('a name where a person or an office is expected', () => {
  const say = 'Say what it is, a `name`, a `role`, a `unit` or an `organisation`: ';
  test.each([
    ['from: European Commission', '`from: { organisation: European Commission }`.'],
    ['from: Eurasia desk', '`from: { unit: Eurasia desk }`.'],
    ['from: desk@example.org', '`from: { email: "desk@example.org" }`.'],
    ['to: Permanent Secretary', '`to: [{ role: Permanent Secretary }]`.'],
    ['to: [European Commission]', '`- { organisation: European Commission }`.'],
  ])('%s', (fields, advice) => {
    expect(diagnosticsOf(fields)).toMatchObject([{ code: 'shape-type', hints: [say + advice] }]);
  });

  test('a whole paragraph is shown an example', () => {
    const hints = diagnosticsOf(`from: ${'word '.repeat(20)}`).flatMap(({ hints: all }) => all);
    expect(hints).toEqual(['For example: `from: { unit: Eurasia desk, organisation: Ministry of Foreign Affairs }`']);
  });
});

describe('forms', () => {
  test.each([
    ['reviewBy: 2024-9-4', 'Did you mean `2024-09-04`?'],
    ['reviewBy: 2024/09/04', 'Did you mean `2024-09-04`?'],
    [
      'asOf: 2024-09-04T18:00',
      'Say the offset from UTC as well: "2024-09-04T18:00+02:00" two hours before it, "2024-09-04T18:00Z" with none.',
    ],
    ['reviewBy: 4/9/2024', 'Did you mean `2024-09-04`, or `2024-04-09`?'],
    ['id: Übung 1', 'Did you mean `ubung-1`?'],
    ['from: {email: nobody}', 'For example: `email: "eurasia@example.org"`'],
    ['languages: [english]', 'Write `en`.'],
  ])('%s', (fields, advice) => {
    const [found] = diagnosticsOf(fields);
    expect(found).toMatchObject({ code: 'shape-format', hints: [advice] });
  });
});

describe('what a type, a status or another field asks for', () => {
  test.each([
    ['type: action-memo', 'request'],
    ['type: submission', 'request'],
    ['type: read-ahead', 'meeting'],
    ['type: assessment', 'judgements'],
    ['status: issued', 'issuedAt'],
    ['request: {kind: decide}', 'options'],
    ['openQuestions: [{question: q, status: answered}]', 'answer'],
    ['from: {tlp: RED}', '`name`, `role`'],
    ['distribution: [{copy: 1}]', '`name` or `role`'],
    ['timeline: [{event: e}]', '`date`, or `from`'],
    ['timeline: [{event: e, to: 2024-01-01}]', '`date`, or `from`'],
    ['annexes: [{title: t}]', '`body` or `file`'],
    ['meeting: {at: 2024-09-06, purpose: p, objectives: [o], attendees: [{tlp: RED}]}', '`name`, `role`'],
  ])('%s', (fields, words) => {
    const found = diagnosticsOf(fields);
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['shape-required']));
    expect(found[0]?.message).toContain(words);
  });

  test('deciding takes two options', () => {
    expect(only('request: {kind: decide, options: [{label: a}]}')).toContain('a list of 1; expected 2 or more.');
    expect(diagnosticsOf('request: {kind: decide, options: [{label: a}, {label: b}]}')).toEqual([]);
    expect(diagnosticsOf('request: {kind: agree}')).toEqual([]);
  });

  test.each([
    ['timeline: [{event: e, date: 2024-01-01, from: 2024-01-01}]', '`timeline[0]` has `date` already'],
    ['annexes: [{title: t, body: b, file: f.md}]', '`annexes[0]` has `body` already'],
  ])('what excludes each other: %s', (fields, words) => {
    expect(only(fields)).toContain(words);
  });

  test('every problem is reported, in the order of the file', () => {
    const text = briefWith(
      'type: read-ahead\nstatus: isued\nreviewBy: soon\nrisks:\n  - {text: 5}\n  - {txt: a, text: b}',
    );
    expect(gist(read(text).diagnostics)).toEqual([
      'shape-required ',
      'shape-value status',
      'shape-format reviewBy',
      'shape-type risks[0].text',
      'shape-unknown-field risks[1]',
    ]);
  });
});

describe('facts without a source', () => {
  test.each(['keyFacts: [{text: a}]', 'keyFacts: [{text: a, sources: []}]'])('%s', (fields) => {
    const errors = diagnosticsOf(fields).filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([{ code: 'sense-unsourced-fact' }]);
  });
});
