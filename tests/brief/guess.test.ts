import { describe, expect, test } from 'vitest';
import { withFieldWords } from '../../src/brief/field-words.js';
import { formatFields } from '../../src/brief/schema-fields.js';
import { guessField } from '../../src/brief/shape-guess.js';
import { stepsOf } from '../../src/syntax/places.js';
import { diagnosticsOf, gist, read, SMALLEST } from './reading.js';

describe('unknown fields are guessed across the whole format', () => {
  test.each([
    ['', 'facts', 'keyFacts'],
    ['', 'references', 'sources'],
    ['', 'deadline', 'request.deadline'],
    ['', 'recommendation', 'request.recommendation'],
    ['', 'classification', 'marking'],
    ['', 'tlp', 'marking.tlp'],
    ['', 'Date', 'asOf'],
    ['', 'talking_points', 'speakingPoints'],
    ['', 'maxPages', 'layout.maxPages'],
    ['from', 'languages', 'languages'],
    ['keyFacts[0]', 'source', 'keyFacts.sources'],
    ['judgements[1]', 'probability', 'judgements.likelihood'],
    ['timeline[0]', 'text', 'timeline.event'],
    ['sources[0]', 'newspaper', 'sources.container-title'],
    ['sources[0]', 'url', 'sources.URL'],
    ['request', 'type', 'request.kind'],
    ['request', 'reason', 'request.timingReason'],
    ['', 'Zusammenfassung', 'summary'],
    ['', 'xyzzy', null],
  ])('%s %s is %s', (around, name, meant) => {
    expect(guessField(stepsOf(around), name)).toBe(meant);
  });

  test('every guess by another name is a field', () => {
    const paths = new Set(formatFields().map(({ path }) => path));
    for (const name of ['facts', 'author', 'qa', 'events', 'context', 'todo', 'appendices', 'people'])
      expect(paths).toContain(guessField([], name));
  });

  test('the hint says where the field stands, or what is near', () => {
    const hint = (fields: string) => diagnosticsOf(fields)[0]?.hints.join(' ');
    expect(hint('deadline: 2024-10-01')).toBe(
      'Did you mean `request.deadline`? That is `deadline:` on an indented line below `request:`.',
    );
    expect(hint('from: { unit: x, languages: [en] }')).toBe(
      "Did you mean the brief's own `languages`, which begins at the left edge?",
    );
    expect(hint('questionnaire: x')).toMatch(
      /^Near it: `openQuestions`, .*`\. `briefpress schema brief` lists every field\.$/,
    );
    expect(hint('xyzzy: x')).toBe('`briefpress schema brief` lists every field.');
    expect(hint('glossary: [{ term: a, meaning: b, xyzzy: c }]')).toBe('It may have term and meaning.');
  });

  test('what stands there under another name is not missing as well', () => {
    expect(gist(read(SMALLEST.replace('keyFacts:', 'facts:')).diagnostics)).toEqual(['shape-unknown-field ']);
    expect(gist(read(SMALLEST.replace('    sources:', '    source:')).diagnostics)).toEqual([
      'shape-unknown-field keyFacts[0]',
    ]);
    expect(gist(read(SMALLEST.replace('asOf:', 'xyzzy:')).diagnostics)).toEqual([
      'shape-required ',
      'shape-unknown-field ',
    ]);
  });
});

describe('a word that is not in a closed list', () => {
  test.each([
    ['type: Entscheidungsvorlage', 'submission'],
    ['type: memorandum', 'information-memo'],
    ['status: Entwurf', 'draft'],
    ['status: final', 'issued'],
    ['keyFacts: [{ text: t, sources: [press-0903], status: bestätigt }]', 'established'],
    ['keyFacts: [{ text: t, sources: [press-0903], status: unconfirmed }]', 'reported'],
    ['stakeholders: [{ name: n, kind: organisation }]', 'international-organisation'],
    ['stakeholders: [{ name: n, kind: international organization }]', 'international-organisation'],
    ['stakeholders: [{ name: n, kind: Staat }]', 'state'],
    ['stakeholders: [{ name: n, kind: stat }]', 'state'],
    ['stakeholders: [{ name: n, position: against }]', 'opposes'],
    ['judgements: [{ text: t, confidence: medium }]', 'moderate'],
    ['judgements: [{ text: t, likelihood: probable }]', 'likely'],
    ['risks: [{ text: t, impact: hoch }]', 'high'],
    ['risks: [{ text: t, impact: moderate }]', 'medium'],
    ['clearances: [{ by: b, outcome: zugestimmt }]', 'concur'],
    ['clearances: [{ by: b, outcome: agreed with comments }]', 'concur-with-comment'],
    ['nextSteps: [{ action: a, status: pågår }]', 'in-progress'],
    ['sources: [{ id: s, type: Bericht, title: T }]', 'report'],
    ['sources: [{ id: s, type: website, title: T }]', 'webpage'],
    ['marking: { tlp: white }', 'CLEAR'],
  ])('%s', (fields, word) => {
    const found = diagnosticsOf(fields).find(({ code }) => code === 'shape-value');
    expect(found?.hints).toEqual([`Did you mean \`${word}\`?`]);
  });

  test('is not guessed where nothing means the same', () => {
    const found = diagnosticsOf('status: xyzzy').find(({ code }) => code === 'shape-value');
    expect(found?.hints[0]).toMatch(/^For example/);
  });
});

describe('what was meant by a value', () => {
  test.each([
    [
      'title: { en: A visit, in spite of it, sv: B }\nlanguages: [en, sv]',
      'Put the whole text in quotes: en: "A visit, in spite of it"',
    ],
    ['title: { english: A visit }', 'Write `en`.'],
    ['asOf: 4 September 2024', 'Did you mean `2024-09-04`?'],
    ['asOf: Sept. 4th, 2024', 'Did you mean `2024-09-04`?'],
    ['asOf: 2024-09-04;', 'Did you mean `2024-09-04`?'],
    ['asOf: 04/09/2024', 'Did you mean `2024-09-04`, or `2024-04-09`?'],
    ['asOf: 04.09.24', 'Did you mean `2024-09-04`?'],
    ['asOf: 04-09-24', 'For example: `asOf: 2024-09-04`'],
    ['languages: [“en”]', 'Did you mean `en`?'],
    ['timeline: [{ date: Oct 2026, event: e }]', 'Did you mean `2026-10`?'],
    ['timeline: [{ date: März 2026, event: e }]', 'Did you mean `2026-03`?'],
    ['timeline: [{ date: 10/2026, event: e }]', 'Did you mean `2026-10`?'],
    ['timeline: [{ date: about 2016, event: e }]', 'Write `date: 2016`, and `circa: true` beside it.'],
    ['timeline: [{ date: um Mai 2016, event: e }]', 'Write `date: 2016-05`, and `circa: true` beside it.'],
    ['timeline: [{ from: ~2016, event: e }]', 'Write `from: 2016`, and `circa: true` beside it.'],
    ['timeline: [{ date: 2013–2014, event: e }]', 'Write `from: 2013` and `to: 2014` in place of `date`.'],
    ['timeline: [{ date: 2013-2014, event: e }]', 'Write `from: 2013` and `to: 2014` in place of `date`.'],
    [
      'timeline: [{ date: May 2013 to 3 June 2014, event: e }]',
      'Write `from: 2013-05` and `to: 2014-06-03` in place of `date`.',
    ],
    ['timeline: [{ date: 2013 to 2014 to 2015, event: e }]', 'For example: `date: 2023-03-17`'],
    ['timeline: [{ date: about then, event: e }]', 'For example: `date: 2023-03-17`'],
    [
      'sources: [{ id: press-0903, type: report, title: t, issued: ca. 2016 }]',
      'Write `issued: { date-parts: [[2016]], circa: true }`.',
    ],
    [
      'sources: [{ id: press-0903, type: report, title: t, issued: 2014/2015 }]',
      'Write both ends: `issued: { date-parts: [[2014], [2015]] }`.',
    ],
    ['asOf: about 2016', 'For example: `asOf: 2024-09-04`'],
    [
      'asOf: 2024-09-04 9:30',
      'Say the offset from UTC as well: "2024-09-04T09:30+02:00" two hours before it, "2024-09-04T09:30Z" with none.',
    ],
    ['asOf: 31.12.2024', 'Did you mean `2024-12-31`?'],
    ['asOf: 4.9.2024', 'Did you mean `2024-09-04`?'],
    ['asOf: 31/12/2024', 'Did you mean `2024-12-31`?'],
    ['asOf: 12/31/2024', 'Did you mean `2024-12-31`?'],
    ['asOf: 32.12.2024', 'For example: `asOf: 2024-09-04`'],
    ['asOf: 4. März 2024', 'Did you mean `2024-03-04`?'],
    ['asOf: 1er août 2024', 'Did you mean `2024-08-01`?'],
    ['asOf: 31. Dezember 2024', 'Did you mean `2024-12-31`?'],
    ['marking: amber', 'Did you mean `{ tlp: AMBER }`?'],
    ['marking: TLP:White', 'Did you mean `{ tlp: CLEAR }`?'],
    ['marking: { chathamHouse: ja }', 'Did you mean `true`?'],
    ['marking: { chathamHouse: nein }', 'Did you mean `false`?'],
    [
      'judgements: [{ text: t, assumptions: "It rains, or not" }]',
      'Every item stands on a line of its own, after a dash. If it is one: `["It rains, or not"]`.',
    ],
    ['keyFacts: [{ text: t, sources: "press-0903, b" }]', 'Did you mean `[press-0903, b]`?'],
    ['keyFacts: { text: t, sources: [press-0903] }', 'Begin each item with a dash and a space: `- `.'],
    ['openQuestions: [What next?]', 'Say which field it is: `question: What next?`.'],
    ['annexes: [{ title: Law, file: "C:/docs/law.md" }]', undefined],
    [
      'annexes: [{ title: Law, file: C:\\docs\\law.md }]',
      "Copy the file into the brief's folder, and name it from there: `annexes/law.md`.",
    ],
    ['annexes: [{ title: Law, file: docs\\law.md }]', 'Did you mean `docs/law.md`?'],
  ])('%s', (fields, advice) => {
    const hints = diagnosticsOf(fields)[0]?.hints ?? [];
    if (advice !== undefined) expect(hints[0]).toBe(advice);
    else expect(hints.join(' ')).not.toContain('undefined');
  });

  test('a backslash is shown once', () => {
    expect(diagnosticsOf('annexes: [{ title: Law, file: docs\\law.md }]')[0]?.message).toContain('"docs\\law.md"');
  });
});

test.each([
  ['`keyFacts[0].text` is empty.', '`text` of the 1st key fact is empty.'],
  ['`keyFacts[1]` has no source.', 'The 2nd key fact has no source.'],
  ['Found `keyFacts[2].text.sv`.', 'Found `text.sv` of the 3rd key fact.'],
  ['`keyFacts[0].sources[10].locator` is x.', '`locator` of the 11th source of the 1st key fact is x.'],
  ['`request.options[1].label` is x.', '`label` of the 2nd option is x.'],
  ['`sources[20].issued` is x.', '`issued` of the 21st source is x.'],
  ['`to[0].name` is x.', '`name` of the 1st item of `to` is x.'],
  [
    '`sources[0].issued.date-parts[0][1]` is x.',
    'The 2nd item of the 1st item of `date-parts` of `issued` of the 1st source is x.',
  ],
  ['`meeting.objectives[2]` is x.', 'The 3rd item of `objectives` is x.'],
  ['`request.deadline` is x.', '`request.deadline` is x.'],
  ['`nothing[2]` is x.', '`nothing[2]` is x.'],
])('in words: %s', (message, words) => {
  expect(withFieldWords(message)).toBe(words);
});
