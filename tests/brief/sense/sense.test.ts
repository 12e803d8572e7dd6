import { describe, expect, test } from 'vitest';
import { citedIn } from '../../../src/brief/citation-keys.js';
import { isLater, isPossible } from '../../../src/brief/sense/calendar.js';
import { wordsIn } from '../../../src/brief/sense/rules.js';
import { briefWith, diagnosticsOf, gist, pointedAt, read } from '../reading.js';

const QUOTE = 'speaker: s, text: w, source: press-0903';

describe('ids', () => {
  test('are unique over all lists', () => {
    const found = diagnosticsOf(
      'risks: [{id: first-visit, text: r}]\neditions: [{id: press-0903}]\nannexes: [{id: a, title: t, body: b}]',
    );
    expect(gist(found).sort()).toEqual(['sense-duplicate-id editions[0].id', 'sense-duplicate-id risks[0].id']);
  });

  test('the id of the brief is not one of them', () => {
    expect(diagnosticsOf('id: first-visit')).toEqual([]);
  });

  test('an edition is not named as a language: they would have one file name', () => {
    expect(gist(diagnosticsOf('editions: [{id: en}]'))).toEqual(['sense-duplicate-id editions[0].id']);
  });
});

describe('references', () => {
  test.each([
    ['keyFacts: [{text: t, sources: [pres-0903, press-0903]}]', 'keyFacts[0].sources[0]', 'pres-0903'],
    ['keyFacts: [{text: t, sources: [{source: other}, press-0903]}]', 'keyFacts[0].sources[0].source', 'other'],
    ['background: As we know [@press-0903; @nobody, p. 3].', 'background', 'nobody'],
    ['background: |\n  First [@press-0903].\n\n  - then [@nobody]', 'background', 'nobody'],
    [`quotes: [{${QUOTE}, stakeholder: first-visit}]`, 'quotes[0].stakeholder', 'first-visit'],
    ['judgements: [{text: t, basis: [press-0903]}]', 'judgements[0].basis[0]', 'press-0903'],
    ['distribution: [{copy: 1, role: r, edition: partners}]', 'distribution[0].edition', 'partners'],
    [`quotes: [{speaker: s, text: w, source: other}]`, 'quotes[0].source', 'other'],
  ])('%s', (fields, field, words) => {
    const text = briefWith(fields);
    const found = read(text).diagnostics;
    expect(gist(found)).toEqual([`sense-unknown-reference ${field}`]);
    expect(found[0] && pointedAt(text, found[0])).toBe(words);
  });

  test('say what was meant', () => {
    expect(diagnosticsOf('keyFacts: [{text: "t [@press-0903]", sources: [pres-0903]}]')[0]?.hints[0]).toBe(
      'Did you mean `press-0903`?',
    );
  });

  test('say at most twelve ids that there are, of the list that is meant', () => {
    const named = (count: number) =>
      Array.from({ length: count }, (_, i) => `{id: actor-${i + 1}, name: n${i}}`).join(', ');
    const hint = (count: number) =>
      diagnosticsOf(`stakeholders: [${named(count)}]\nquotes: [{${QUOTE}, stakeholder: zzz}]`)[0]?.hints[0];
    const twelve = Array.from({ length: 12 }, (_, i) => `actor-${i + 1}`).join(', ');
    expect(hint(12)).toBe(`There are: ${twelve}.`);
    expect(hint(13)).toBe(`There are: ${twelve} ….`);
  });

  test('that resolve are no problem', () => {
    const fields = `stakeholders: [{id: mn, name: Mongolia}]
quotes: [{${QUOTE}, stakeholder: mn, lang: en}]
judgements: [{text: "t [@press-0903, p. 2]", basis: [first-visit]}]
editions: [{id: partners}]
distribution: [{copy: 1, role: r, edition: partners}]`;
    expect(diagnosticsOf(fields)).toEqual([]);
  });

  test('in the words of a quote are words', () => {
    expect(diagnosticsOf('quotes: [{speaker: "[@a]", text: "[@nobody]", source: press-0903}]')).toEqual([]);
  });
});

describe('citations in prose', () => {
  test.each([
    ['[@a]', ['a']],
    ['[@a, art. 87(7)] and [@b; @c, p. 3]', ['a', 'b', 'c']],
    ['[@{a--b}]', ['a--b']],
    ['[@a:b/c.d-e]', ['a:b/c.d-e']],
    ['[@a, see [2]; @b]', ['a', 'b']],
    ['@a alone, [a], mail@example.org, [see @a]', []],
    ['\\[@a] \\\\[@b]', ['b']],
    ['`[@a]` ``[@b] ` [@c]`` [@d]', ['d']],
    ['a ` lone backtick [@a]', ['a']],
    ['```\n[@a]\n```\n[@b]\n~~~~\n[@c]\n~~~\n~~~~\n', ['b']],
    ['```\n[@a] never closed', []],
    ['text\n\n    [@code]\n\ntext [@a]', ['a']],
    ['- item\n\n    [@a] in the item', ['a']],
    ['[@a](https://example.org) and [@b][c]', []],
    ['[@a', []],
    ['[@]', []],
  ])('%j', (prose, ids) => {
    expect(citedIn(prose)).toEqual(ids);
  });

  test('are none in openings without an end', () => {
    expect(citedIn('[@'.repeat(50_000))).toEqual([]);
    expect(citedIn('`'.repeat(50_000).replace(/``/g, '` '))).toEqual([]);
    expect(citedIn(Array.from({ length: 2000 }, (_, i) => '`'.repeat((i % 300) + 1)).join(' '))).toEqual([]);
  });
});

describe('dates', () => {
  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2024-04-31', false],
    ['2024-00-10', false],
    ['2024-13', false],
    ['2024', true],
    ['2024-09-04T23:59:60Z', false],
    ['2024-09-04T24:00Z', false],
    ['2024-09-04T12:00+14:00', true],
    ['2024-09-04T12:00+15:00', false],
  ])('%s exists: %s', (date, possible) => {
    expect(isPossible(date)).toBe(possible);
  });

  test.each([
    ['2024-09-05', '2024-09-04', true],
    ['2024-09-04', '2024-09-04T00:00Z', false],
    ['2024-09', '2024-09-04', false],
    ['2025', '2024-09-04', true],
    ['2024-09-04T01:00+02:00', '2024-09-04T00:30Z', false],
    ['2024-09-04T03:00+02:00', '2024-09-04T00:30Z', true],
  ])('%s is later than %s: %s', (a, b, later) => {
    expect(isLater(a, b)).toBe(later);
  });

  test('that do not exist are found wherever they stand', () => {
    const fields = `reviewBy: 2025-02-29
timeline: [{date: 2023-06-31, event: e}]
sources: [{id: press-0903, type: book, title: t, issued: 2023-02-29, accessed: {date-parts: [[2024, 2, 30]]}}]`;
    expect(gist(diagnosticsOf(fields)).sort()).toEqual([
      'sense-impossible-date reviewBy',
      'sense-impossible-date sources[0].accessed.date-parts[0]',
      'sense-impossible-date sources[0].issued',
      'sense-impossible-date timeline[0].date',
    ]);
  });

  test.each([
    ['keyFacts: [{text: t, sources: [press-0903], asOf: 2024-09-05}]', 'keyFacts[0].asOf'],
    [
      'keyFacts: [{text: t, sources: [press-0903], asOf: 2024-09-03, staleAfter: 2024-09-02}]',
      'keyFacts[0].staleAfter',
    ],
    ['timeline: [{date: 2024-10-24, event: e}]', 'timeline[0].date'],
    ['timeline: [{from: 2024-09-03, to: 2024-09-02, event: e}]', 'timeline[0].to'],
    [`quotes: [{${QUOTE}, date: 2024-09-05}]`, 'quotes[0].date'],
    [
      'openQuestions: [{question: q, status: answered, answer: a, answeredOn: 2024-10-24, sources: [press-0903]}]',
      'openQuestions[0].answeredOn',
    ],
    ['reviewBy: 2024-09-03', 'reviewBy'],
    ['request: {kind: note, deadline: 2024-09-03}', 'request.deadline'],
    ['issuedAt: 2024-09-03', 'issuedAt'],
    [
      'sources: [{id: press-0903, type: book, title: t, issued: 2024-09-03, accessed: 2024-09-02}]',
      'sources[0].accessed',
    ],
    ['sources: [{id: press-0903, type: book, title: t, issued: {date-parts: [["2024", 10]]}}]', 'sources[0].issued'],
  ])('in the wrong order: %s', (fields, field) => {
    const found = diagnosticsOf(fields);
    expect(gist(found.filter(({ severity }) => severity === 'error'))).toEqual([`sense-date-order ${field}`]);
  });

  test.each([
    ['openQuestions: [{question: q, due: 2024-09-03}]', 'openQuestions[0].due'],
    ['nextSteps: [{action: a, due: 2024-09-03}]', 'nextSteps[0].due'],
    ['nextSteps: [{action: a, due: 2024-09-03, status: blocked}]', 'nextSteps[0].due'],
    ['meeting: {at: 2024-09-03T09:00+02:00, purpose: p, objectives: [o]}', 'meeting.at'],
  ])('overdue, which is no mistake where it is so: %s', (fields, field) => {
    expect(gist(diagnosticsOf(fields))).toEqual([`sense-date-order ${field}`]);
    expect(diagnosticsOf(fields)[0]?.severity).toBe('warning');
  });

  test.each([
    'nextSteps: [{action: a, due: 2024-09-03, status: done}, {action: b, due: 2024-09-04}]',
    'nextSteps: [{action: a, due: 2024-09-03, status: dropped}]',
    'asOf: 2024-09-04T18:00+02:00\nreviewBy: 2024-09-04\nissuedAt: 2024-09-04\nrequest: {kind: note, deadline: 2024-09-04}',
    'openQuestions: [{question: q, status: overtaken, due: 2024-09-03}]',
    'timeline: [{from: 2024-09-02, to: 2024-09-03, event: e}, {from: 2024-09-03, event: e}]',
    'meeting: {at: 2024-09-06T09:00+02:00, purpose: p, objectives: [o]}',
    'sources: [{id: press-0903, type: book, title: t, issued: "2024", accessed: 2026-11-23}]',
  ])('in order: %s', (fields) => {
    expect(diagnosticsOf(fields)).toEqual([]);
  });

  test('a date that does not exist is in no order', () => {
    expect(gist(diagnosticsOf('asOf: 2024-09-31\nreviewBy: 2020-01-01'))).toEqual(['sense-impossible-date asOf']);
  });

  test('a stale fact is a warning', () => {
    expect(diagnosticsOf('keyFacts: [{text: t, sources: [press-0903], staleAfter: 2024-09-03}]')).toMatchObject([
      { code: 'sense-stale-fact', severity: 'warning' },
    ]);
  });
});

describe('likelihood', () => {
  test('is a term of the chosen scale', () => {
    const icd =
      'likelihoodScale: icd203\nrisks: [{text: r, likelihood: roughly-even-chance}]\njudgements: [{text: j, likelihood: remote-chance}]';
    const [found, ...rest] = diagnosticsOf(icd);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      code: 'sense-likelihood-scale',
      severity: 'error',
      field: 'judgements[0].likelihood',
    });
    expect(found?.message).toContain(
      'almost-no-chance, very-unlikely, unlikely, roughly-even-chance, likely, very-likely, almost-certain',
    );
  });

  test.each(['unlikely', 'likely', 'almost-certain'])('%s is on both', (term) => {
    expect(diagnosticsOf(`openQuestions: [{question: q, likelihood: ${term}}]`)).toEqual([]);
    expect(diagnosticsOf(`likelihoodScale: icd203\nopenQuestions: [{question: q, likelihood: ${term}}]`)).toEqual([]);
  });
});

describe('languages', () => {
  const TWO = `languages: [en, sv]
title: {en: a, sv: b}
summary: {en: a, sv: b}
keyFacts: [{text: {en: a, sv: b}, sources: [press-0903]}]`;

  test('that are complete are no problem; a name serves them all', () => {
    expect(diagnosticsOf(`${TWO}\nfrom: {name: A. Example, unit: {en: desk, sv: enhet}}`)).toEqual([]);
  });

  test.each([
    ['title: {en: a, EN: b}', 'title.EN'],
    ['from: {unit: {sr-latn: a, sr-Latn: b, en: c}}', 'from.unit.sr-Latn'],
    ['languages: [en, EN]', 'languages[1]'],
    ['editions: [{ id: a, languages: [en, En] }]', 'editions[0].languages[1]'],
  ])('two spellings of one tag are an error, since one text would be lost: %s', (fields, field) => {
    expect(gist(diagnosticsOf(fields))).toEqual([`shape-format ${field}`]);
    expect(diagnosticsOf(fields)[0]).toMatchObject({ severity: 'error' });
  });

  test('a text that lacks another language is a warning', () => {
    const found = diagnosticsOf(`${TWO}\nbackground: b\nfrom: {unit: {en: desk}}`);
    expect(found.every(({ severity, message }) => severity === 'warning' && message.includes('no text in sv'))).toBe(
      true,
    );
    expect(gist(found).sort()).toEqual(['sense-language-missing background', 'sense-language-missing from.unit']);
  });

  test('a text that lacks the main language is an error', () => {
    expect(
      diagnosticsOf('subtitle: {sv: b}')
        .map(({ severity, field }) => `${severity} ${field}`)
        .sort(),
    ).toEqual(['error subtitle', 'warning subtitle.sv']);
  });

  test('an override needs the languages of its edition alone', () => {
    const edition = (languages: string) => `${TWO}\neditions: [{id: p, ${languages}overrides: {title: {sv: t}}}]`;
    expect(diagnosticsOf(edition('languages: [sv], '))).toEqual([]);
    expect(diagnosticsOf(edition(''))).toMatchObject([{ severity: 'warning', field: 'editions[0].overrides.title' }]);
  });

  test('an edition asks for languages that there are', () => {
    expect(gist(diagnosticsOf('editions: [{id: p, languages: [de]}]'))).toEqual([
      'sense-language-missing editions[0].languages[0]',
    ]);
  });

  test('a quote is translated into each of them', () => {
    const quote = (more: string) => `quotes: [{${QUOTE}${more}}]`;
    expect(diagnosticsOf(quote(', lang: sv'))).toMatchObject([{ severity: 'warning', field: 'quotes[0].text' }]);
    expect(diagnosticsOf(quote(', lang: sv, translations: [{lang: en-GB, text: t, by: own}]'))).toEqual([]);
    expect(diagnosticsOf(quote(''))).toEqual([]);
  });

  test('tags are compared as BCP 47 does', () => {
    expect(diagnosticsOf('languages: [EN-gb]\ntitle: {en-GB: t}')).toEqual([]);
  });

  test.each(['languages: [en, en-a]', 'subtitle: {en: a, x1-: b}', `quotes: [{${QUOTE}, lang: sv-1}]`])(
    'malformed tags: %s',
    (fields) => {
      const found = diagnosticsOf(fields);
      expect(found.length).toBeGreaterThan(0);
      expect(found.every(({ code }) => code === 'shape-format' || code === 'shape-unknown-field')).toBe(true);
    },
  );
});

describe('the summary', () => {
  const words = (count: number) => Array(count).fill('word').join(' ');

  test('has sixty words at most, citations apart, in each language', () => {
    expect(diagnosticsOf(`summary: ${words(60)} [@press-0903, p. 3 of it].`)).toEqual([]);
    expect(diagnosticsOf(`languages: [en]\nsummary: {en: ${words(61)}}`)).toMatchObject([
      { code: 'sense-long-summary', severity: 'warning', field: 'summary.en' },
    ]);
  });

  test('counts words as people do', () => {
    expect(wordsIn('The Court’s know-how – 3 % of it.')).toBe(6);
    expect(wordsIn('')).toBe(0);
    expect(wordsIn('蒙古国接待了普京总统')).toBeGreaterThan(3);
  });
});

describe('attribution', () => {
  test.each(['deep-background', 'off-record'])('%s may not be quoted', (attribution) => {
    expect(diagnosticsOf(`quotes: [{${QUOTE}, attribution: ${attribution}}]`)).toMatchObject([
      { code: 'sense-attribution', severity: 'error', field: 'quotes[0].attribution' },
    ]);
  });

  test.each(['on-record', 'background'])('%s may', (attribution) => {
    expect(diagnosticsOf(`quotes: [{${QUOTE}, attribution: ${attribution}}]`)).toEqual([]);
  });
});

describe('sources', () => {
  test('that nothing cites are a warning', () => {
    const other = '{id: other, type: book, title: t}';
    const press = '{id: press-0903, type: book, title: t}';
    expect(diagnosticsOf(`sources: [${press}, ${other}]`)).toMatchObject([
      { code: 'sense-unused-source', severity: 'warning', field: 'sources[1].id' },
    ]);
    expect(diagnosticsOf(`sources: [${press}, ${other}]\nanalysis: "[@other]"`)).toEqual([]);
  });
});
