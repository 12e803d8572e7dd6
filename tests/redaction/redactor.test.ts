import { describe, expect, test } from 'vitest';
import type { Brief, LoadedBrief } from '../../src/brief/brief.js';
import type { Redaction } from '../../src/redaction/choose-redaction.js';
import { redactAsAsked } from '../../src/redaction/redact-brief.js';
import { Redactor, sourceOf } from '../../src/redaction/redactor.js';
import { brokenReferences, citedSources } from '../../src/redaction/references.js';
import type { Shown } from '../../src/redaction/shown-fields.js';
import { loadedFrom, problemsOf, redactedFrom, SPECIMEN } from './specimen.js';

const REDACTION = {
  name: 'public',
  limit: 'GREEN',
  tier: null,
  audiences: [],
  languages: ['en'],
} as unknown as Redaction;

function redactor(languages: readonly string[] = ['en']) {
  return new Redactor({
    redaction: { ...REDACTION, languages },
    mainLanguage: 'en',
    sources: new Set(['press']),
  });
}

const SPOT = { from: 'x', to: 'x', around: { tlp: 'GREEN', tier: null } } as const;

describe('a value', () => {
  const kept = (value: unknown, shown: Shown, languages?: readonly string[]) =>
    redactor(languages).value(value, shown, SPOT);

  test('that is a word is a scalar, or a list of them', () => {
    for (const word of ['a', 3, false, ['a', [1, true]], []]) expect(kept(word, 'word')).toEqual(word);
    for (const other of [{ a: 1 }, ['a', {}], null, undefined]) expect(kept(other, 'word')).toBeUndefined();
  });

  test('that is a label is a text, or one for each language', () => {
    expect(kept('Name', 'label', ['sv'])).toBe('Name');
    expect(kept({ EN: 'Name', sv: 'Namn', en: 3 }, 'label')).toEqual({ EN: 'Name' });
    for (const cell of [3, null, ['A', 4]]) expect(kept(cell, 'label')).toEqual(cell);
    expect(kept(true, 'label')).toBeUndefined();
  });

  test('that is prose is in the main language, or in several, and may be a list', () => {
    expect(kept('Text', 'prose')).toBe('Text');
    expect(kept('Text', 'prose', ['EN'])).toBe('Text');
    expect(kept('Text', 'prose', ['sv', 'en'])).toEqual({ en: 'Text' });
    expect(kept(['One', { en: 'Two', sv: 'Två' }], 'prose')).toEqual(['One', { en: 'Two' }]);
    expect(kept(3, 'prose')).toBeUndefined();
  });

  test('without a text in the languages of the edition is a problem at its place', () => {
    const made = redactor(['sv', 'fi']);
    expect(made.value(['One', 'Two'], 'prose', { ...SPOT, from: 'y' })).toEqual([undefined, undefined]);
    expect(made.problems).toMatchObject([
      { code: 'sense-language-missing', field: 'y[0]', severity: 'error' },
      { code: 'sense-language-missing', field: 'y[1]' },
    ]);
    expect(made.problems[0]?.message).toContain('`y[0]` has no text in sv, fi, and the edition "public"');
    expect(made.problems[0]?.hints).toHaveLength(1);
    expect([...made.origins]).toEqual([['x', 'y']]);
  });

  test('that is a list of items has what may be shown of them, and remembers where it was', () => {
    const made = redactor();
    const items = [
      { text: 'A', tlp: 'RED' },
      'word',
      { text: 'B', secret: 'S' },
      null,
      { text: 'C', audiences: ['d'] },
    ];
    expect(made.value(items, { each: 'risk' }, SPOT)).toEqual([{ text: 'B' }]);
    expect(Object.fromEntries(made.origins)).toEqual({ 'x[0]': 'x[2]', 'x[0].text': 'x[2].text' });
    // What is no list shows nothing, but for an author, who may stand alone.
    expect(made.value(items[2], { each: 'risk' }, SPOT)).toBeUndefined();
    expect(made.value('cable', { each: 'citation' }, SPOT)).toBeUndefined();
    expect(made.value('European Commission', { each: 'cslName' }, SPOT)).toBe('European Commission');
    expect(made.value([items[0]], { each: 'risk' }, SPOT)).toBeUndefined();
    expect(made.value([], { each: 'citation' }, SPOT)).toBeUndefined();
    expect(made.problems).toEqual([]);
  });

  test('in an item that is marked has the mark of the item', () => {
    const fact = { tlp: 'CLEAR', text: 'A', sources: ['press', 'cable'] };
    expect(redactor().value(fact, { one: 'keyFact' }, { ...SPOT, around: { tlp: 'RED', tier: null } })).toEqual({
      ...fact,
      sources: ['press'],
    });
    expect(
      redactor().value({ text: 'A' }, { one: 'keyFact' }, { ...SPOT, around: { tlp: 'RED', tier: null } }),
    ).toBeUndefined();
  });

  test('may be a plain string where the format has one', () => {
    for (const name of ['attendee', 'cslDate']) expect(kept('A', { one: name })).toBe('A');
    expect(kept('press', { one: 'citation' })).toBe('press');
    expect(kept('A', { one: 'person' })).toBeUndefined();
    expect(redactor().value('A', { one: 'attendee' }, { ...SPOT, around: { tlp: 'RED', tier: null } })).toBeUndefined();
  });

  test('that nobody has described has nothing to show', () => {
    expect(kept({ constructor: 'x', toString: 'y' }, { one: 'nothing' })).toEqual({});
    expect(kept({ constructor: 'x', toString: 'y' }, { one: 'risk' })).toEqual({});
  });

  test('a quote says its language where the edition has another', () => {
    const quote = { speaker: 'A', text: 'B' };
    expect(kept(quote, { one: 'quote' })).toEqual(quote);
    expect(kept(quote, { one: 'quote' }, ['sv'])).toEqual({ ...quote, lang: 'en' });
    expect(kept({ ...quote, lang: 'fi' }, { one: 'quote' }, ['sv'])).toEqual({ ...quote, lang: 'fi' });
    expect(kept({ event: 'A' }, { one: 'timelineEvent' }, ['en'])).toEqual({ event: 'A' });
  });
});

describe('sources that are withheld', () => {
  const FACT = 'keyFacts[0]';

  test.each([
    [{ text: 'A', sources: ['cable', { source: 'wire' }] }, 'keyFact', `${FACT}.sources`, '"cable", "wire"'],
    [{ speaker: 'A', text: 'B', source: { source: 'cable' } }, 'quote', `${FACT}.source`, '"cable"'],
  ])('all of them: %j', (item, name, field, ids) => {
    const made = redactor();
    made.value(item, { one: name }, { ...SPOT, from: FACT });
    expect(made.problems).toMatchObject([{ code: 'edition-sources-withheld', field, severity: 'error' }]);
    expect(made.problems[0]?.message).toBe(
      `the edition "public" keeps \`${FACT}\` and withholds all its sources: ${ids}.`,
    );
    expect(made.problems[0]?.hints).toHaveLength(1);
  });

  test('the id that a citation names', () => {
    expect(['a', { source: 'b' }, { source: 3 }, { id: 'c' }, null, 4, ['d']].map(sourceOf)).toEqual([
      ...['a', 'b', '', '', '', '', ''],
    ]);
  });

  test('what cites, and what is cited by what is cited', () => {
    const sources = ['a', 'b', 'c', 'd'].map((id) => ({ id, descriptor: id === 'a' ? 'See [@b].' : '' }));
    const draft = { keyFacts: [{ text: 'A', sources: ['a'] }], summary: 'S [@d]', sources };
    expect(citedSources(draft).map(({ id }) => id)).toEqual(['a', 'b', 'd']);
    expect(citedSources({ keyFacts: [{ text: 'A', sources: ['a'] }] })).toEqual([]);
  });
});

describe('references to what is withheld', () => {
  const WHOLE = { keyFacts: [{ id: 'visit' }, { id: 'talks' }, { id: '%zz' }], stakeholders: [{ id: 'port' }] };
  const originOf = (field: string) => `whole.${field}`;
  const broken = (draft: object) =>
    brokenReferences(WHOLE as unknown as Brief, draft as Readonly<Record<string, unknown>>, {
      redaction: REDACTION,
      originOf,
    });

  test.each<[object, string, string, string]>([
    [{ judgements: [{ text: 'T' }, { basis: ['visit'] }] }, 'judgements[1].basis[0]', 'visit', 'keyFacts[0]'],
    [{ judgements: [{ basis: ['none', 'talks'] }] }, 'judgements[0].basis[1]', 'talks', 'keyFacts[1]'],
    [{ quotes: ['word', { stakeholder: 'port' }] }, 'quotes[0].stakeholder', 'port', 'stakeholders[0]'],
    [{ summary: 'See [it](#visit).' }, 'summary', 'visit', 'keyFacts[0]'],
    [{ summary: { sv: 'See [it](#%74alks).' } }, 'summary.sv', 'talks', 'keyFacts[1]'],
    [{ background: 'See [it](#%zz).' }, 'background', '%zz', 'keyFacts[2]'],
    [{ risks: [{ text: 'See [it](<#visit>).' }] }, 'risks[0].text', 'visit', 'keyFacts[0]'],
  ])('%j', (draft, field, id, owner) => {
    const problems = broken(draft);
    expect(problems).toMatchObject([
      { code: 'edition-refers-to-withheld', field: `whole.${field}`, severity: 'error' },
    ]);
    expect(problems[0]?.message).toContain(`\`whole.${field}\`, which refers to "${id}", and withholds \`${owner}\`.`);
    expect(problems[0]?.hints).toHaveLength(1);
  });

  test.each<[object]>([
    [{ keyFacts: [{ id: 'visit' }], judgements: [{ basis: ['visit'] }] }],
    [{ judgements: [{ basis: 'visit' }, { basis: ['unknown'] }] }],
    [{ judgements: 'visit', quotes: [{ stakeholder: 3 }] }],
    [{ summary: 'See [it](visit), [that](https://a.example/#visit) and ![this](#visit), #visit, <b id="#visit">.' }],
    [{ summary: '`[it](#visit)`' }],
  ])('none in %j', (draft) => {
    expect(broken(draft)).toEqual([]);
  });

  test('is said once', () => {
    expect(broken({ summary: '[a](#visit) and [b](#visit)' })).toHaveLength(1);
    expect(broken({ summary: '[a](#visit) and [b](#talks)' })).toHaveLength(2);
  });
});

describe('the brief of an edition', () => {
  test('has its fields in the order of the format', () => {
    const keys = Object.keys(redactedFrom(SPECIMEN).brief);
    expect(keys).toEqual([
      ...['briefpress', 'edition', 'supersedes', 'title', 'languages', 'asOf', 'marking', 'to', 'summary'],
      ...['keyFacts', 'judgements', 'sources', 'distribution'],
    ]);
  });

  test('has the sections that it may have, in their places', () => {
    const sections =
      'sections: [{ id: secret, title: { en: A, sv: A }, body: { en: B, sv: B }, after: risks }, { tlp: GREEN, title: { en: C, sv: C }, body: { en: D, sv: D }, after: secret }]\n';
    expect(redactedFrom(SPECIMEN + sections).brief.sections).toMatchObject([{ title: { en: 'C' }, after: 'risks' }]);
    expect(redactedFrom(SPECIMEN).brief).not.toHaveProperty('sections');
  });

  test.each([
    ['action-memo', 'request'],
    ['read-ahead', 'meeting'],
    ['assessment', 'judgements'],
  ])('is no %s where its %s is withheld', (type, field) => {
    const records: Readonly<Record<string, string>> = {
      request: 'request: { kind: agree, recommendation: { en: R, sv: R } }',
      meeting: 'meeting: { at: 2024-09-05, purpose: { en: P, sv: P }, objectives: [{ en: O, sv: O }] }',
      judgements: 'judgements: [{ text: { en: J, sv: J } }]',
    };
    const own = SPECIMEN.replace(/^judgements:\n(?: .*\n)+/m, '');
    const text = `${own}type: ${type}\nlayout: { template: ${type}, paper: A4 }\n${records[field]}\n`;
    const made = redactedFrom(text).brief;
    expect(made).not.toHaveProperty('type');
    expect(made.layout).toEqual({ paper: 'A4' });
    const marked = text.replace('{ kind', '{ tlp: GREEN, kind').replace('{ at', '{ tlp: GREEN, at');
    expect(redactedFrom(marked.replace('[{ text: { en: J', '[{ tlp: GREEN, text: { en: J')).brief).toMatchObject({
      type,
      layout: { template: type },
    });
  });

  test('finds its fields in the whole brief, where sources before them are gone', () => {
    const more = `  - id: zebra
    tlp: CLEAR
    type: book
    title: The last book
    author: [{ family: Zed, given: A }]
`;
    const text = SPECIMEN.replace('glossary:', `${more}glossary:`).replace(
      'sources: [press, cable]',
      'sources: [zebra]',
    );
    const { brief, placeOf } = redactedFrom(text);
    const lineOf = (words: string) => text.split('\n').findIndex((line) => line.includes(words)) + 1;
    expect(brief.sources.map(({ id }) => id)).toEqual(['zebra']);
    expect(placeOf('sources[0].title').line).toBe(lineOf('The last book'));
    expect(placeOf('sources[0].author[0].family').line).toBe(lineOf('family: Zed'));
    expect(placeOf('nowhere').line).toBe(loadedFrom(text).placeOf('nowhere').line);
  });

  test('knows every text that it has, and its name', () => {
    const made = redactedFrom(SPECIMEN);
    expect(made.shown[0]).toBe('harbour.public');
    expect(made.shown).toContain('The *visit* took place.');
    expect(made.shown.some((text) => text.includes('villa'))).toBe(false);
    expect(made.withheld.map(({ text }) => text)).toContain('The villa will be sold.');
    expect(made.placeOfWithheld('subtitle').line).toBe(loadedFrom(SPECIMEN).placeOf('subtitle').line);
    expect(made.annexBodies.size).toBe(0);
  });

  test('that is no whole brief is refused, with what to do', () => {
    const bare = SPECIMEN.replace('id: visit\n    tlp: GREEN', 'id: visit').replace('    basis: [visit]\n', '');
    const problems = problemsOf(bare).filter(({ code }) => code === 'edition-incomplete');
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]?.message).toContain('What the edition "public" keeps is not a whole brief: ');
    expect(problems[0]?.hints).toHaveLength(1);
    expect(problems[0]?.place?.line).toBeGreaterThan(1);
  });

  test('an error of a choice stands where the brief has it', () => {
    const loaded: LoadedBrief = loadedFrom(SPECIMEN);
    const [problem] = redactAsAsked(loaded, { edition: 'nobody' }).diagnostics;
    expect(problem?.place).toEqual(loaded.placeOf('editions'));
    const [warning] = redactAsAsked(loaded, { audiences: ['nobody'] }).diagnostics;
    expect(warning?.place).toEqual(loaded.placeOf(''));
  });

  test('what must be replaced names the field of the edition, or an edition', () => {
    const own = SPECIMEN.replace(/ {4}overrides:\n {6}title.*\n {6}summary.*\n/, '');
    const hints = (choice: Parameters<typeof problemsOf>[1], text = own) =>
      problemsOf(text, choice)
        .filter(({ code }) => code === 'edition-override-missing')
        .flatMap((each) => each.hints ?? []);
    expect(hints({ edition: 'public' })).toContain(
      'Give the edition a text of its own: `editions[0].overrides.title`.',
    );
    expect(hints({ maxTlp: 'CLEAR' })[0]).toContain('Name an edition of at most CLEAR in `editions`');
  });

  test('its marking keeps what was said for the whole where it is not lower', () => {
    const { marking } = redactedFrom(SPECIMEN, { maxTlp: 'AMBER' }).brief;
    expect(marking).toEqual({
      ...{ tlp: 'AMBER', gscp: { tier: 'OFFICIAL', handling: ['RECIPIENTS ONLY'] } },
      ...{ restrictions: 'Not beyond the third floor', chathamHouse: true },
    });
    expect(
      redactedFrom(SPECIMEN.replace(/restrictions: [^,]*, /, ''), { maxTlp: 'AMBER' }).brief.marking,
    ).not.toHaveProperty('restrictions');
  });
});
