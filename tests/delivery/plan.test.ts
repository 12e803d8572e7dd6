import { describe, expect, test } from 'vitest';
import { type Delivery, type PlanWish, planDelivery, readerName } from '../../src/delivery/plan.js';
import { planRecords, planTable } from '../../src/delivery/plan-table.js';
import { loadedFrom } from '../redaction/specimen.js';

const brief = (distribution: string, more = '') => `briefpress: 1
title: { en: Talks, sv: Samtal }
asOf: 2024-09-04
languages: [en, sv]
marking: { tlp: AMBER }
summary: { en: The desk sums up., sv: Sammanfattning. }
${more}keyFacts:
  - { text: { en: The talks began., sv: Samtalen inleddes. }, tlp: CLEAR, sources: [press] }
sources:
  - { id: press, tlp: CLEAR, type: article-newspaper, title: Report on the talks }
editions:
  - { id: partners, maxTlp: GREEN, audiences: [partners, allies], languages: [en], overrides: { title: Talks, summary: Words. } }
  - { id: open, maxTlp: GREEN, overrides: { title: { en: Talks, sv: Samtal }, summary: { en: Words., sv: Ord. } } }
  - { id: public, maxTlp: CLEAR, overrides: { title: { en: Talks, sv: Samtal }, summary: { en: Words., sv: Ord. }, to: [{ role: Press, email: press@example.org }] } }
distribution:
${distribution}
`;

const planned = (text: string, wish: PlanWish = { purpose: 'copies' }) => planDelivery(loadedFrom(text), wish);

function plan(text: string, wish?: PlanWish): readonly Delivery[] {
  const made = planned(text, wish);
  if (!made.ok) throw new Error(made.diagnostics.map(({ message }) => message).join('\n'));
  return made.value;
}

const problems = (text: string, wish?: PlanWish) =>
  planned(text, wish).diagnostics.map(({ severity, code, field }) => `${severity} ${code} ${field}`);

const editionFor = (fields: string, more?: string) => {
  const [only] = plan(brief(`  - { copy: 1, role: R, ${fields} }`, more));
  return [only?.edition, only?.language, only?.marking];
};

describe('the edition of a copy', () => {
  test.each([
    ['medium: print', [null, 'en', 'AMBER']],
    ['language: sv', [null, 'sv', 'AMBER']],
    ['language: SV', [null, 'sv', 'AMBER']],
    ['edition: public', ['public', 'en', 'CLEAR']],
    ['edition: public, language: sv', ['public', 'sv', 'CLEAR']],
    ['edition: partners', ['partners', 'en', 'GREEN']],
    ['clearance: RED', [null, 'en', 'AMBER']],
    ['clearance: AMBER', [null, 'en', 'AMBER']],
    ['clearance: GREEN', ['open', 'en', 'GREEN']],
    ['clearance: GREEN, groups: [partners]', ['partners', 'en', 'GREEN']],
    ['clearance: GREEN, groups: [allies, others]', ['partners', 'en', 'GREEN']],
    ['clearance: GREEN, groups: [others]', ['open', 'en', 'GREEN']],
    ['clearance: GREEN, groups: [partners], language: sv', ['open', 'sv', 'GREEN']],
    ['clearance: CLEAR', ['public', 'en', 'CLEAR']],
    ['clearance: CLEAR, edition: public', ['public', 'en', 'CLEAR']],
    ['groups: [partners]', [null, 'en', 'AMBER']],
  ])('%s', (fields, expected) => {
    expect(editionFor(fields)).toEqual(expected);
  });

  const CLOSED = `risks: [{ text: { en: A, sv: B }, audiences: [ministers] }]\n`;

  test.each([
    ['clearance: RED', ['open', 'en', 'GREEN']],
    ['clearance: RED, groups: [ministers]', [null, 'en', 'AMBER']],
    ['groups: [partners]', ['partners', 'en', 'GREEN']],
    ['medium: print', [null, 'en', 'AMBER']],
  ])('is not the whole brief for those who may not read all of it: %s', (fields, expected) => {
    expect(editionFor(fields, CLOSED)).toEqual(expected);
  });

  test.each([
    ['edition: open, clearance: CLEAR', 'distribution[0].edition'],
    ['edition: partners, clearance: GREEN', 'distribution[0].edition'],
    ['edition: partners, groups: [others]', 'distribution[0].edition'],
  ])('is refused to those without clearance for it: %s', (fields, field) => {
    expect(problems(brief(`  - { copy: 1, role: R, ${fields} }`))).toEqual([`error delivery-clearance ${field}`]);
  });

  test('is none at all for a reader without clearance for any', () => {
    const text = brief('  - { copy: 1, role: R, clearance: CLEAR }').replace(/ {2}- \{ id: public.*\n/, '');
    const [found] = planned(text).diagnostics;
    expect(found?.message).toBe('`distribution[0]` (CLEAR) may read neither the brief nor any edition of it.');
    expect(found?.hints[0]).toContain('the edition "partners" (GREEN, partners, allies)');
    expect(found?.place?.line).toBe(text.split('\n').findIndex((line) => line.includes('copy: 1')) + 1);
  });

  test('is in a language that it is written in', () => {
    const text = brief('  - { copy: 1, role: R, clearance: GREEN, groups: [partners], language: sv }').replace(
      / {2}- \{ id: (?:open|public).*\n/g,
      '',
    );
    expect(problems(text)).toEqual(['error sense-language-missing distribution[0].language']);
  });
});

const LIST = `  - { copy: 1, role: { en: Minister, sv: Minister (sv) }, medium: print, printer: office, language: sv }
  - { copy: 3, name: A. Reader, email: a@example.org, edition: public }
  - { copy: 4, role: Registry }
  - { copy: 9, role: Copy desk, printer: "ipp://10.0.0.1/ipp/print" }`;
const PEOPLE = `to: [{ role: Head, email: head@example.org }, { role: Nobody }]
cc: [{ name: A. Reader, email: A@Example.org }, { unit: Archive, email: archive@example.org }, { name: B, email: head@example.org }]
`;

describe('who is taken', () => {
  const numbers = (wish: PlanWish) => plan(brief(LIST, PEOPLE), wish).map(({ copy }) => copy?.number ?? null);

  test('for copies: every row of the list, and no addressee', () => {
    expect(numbers({ purpose: 'copies' })).toEqual([1, 3, 4, 9]);
    expect(numbers({ purpose: 'copies', only: [4, 3] })).toEqual([3, 4]);
    expect(numbers({ purpose: 'copies', editions: ['public'] })).toEqual([3]);
  });

  test('for a printer: what is not mailed', () => {
    expect(numbers({ purpose: 'print' })).toEqual([1, 4, 9]);
  });

  test('for mail: those with an address, once each, of the list first; those of an edition get that', () => {
    const mailed = plan(brief(LIST, PEOPLE), { purpose: 'email' });
    expect(mailed.map(({ email, edition, field, copy }) => [email, edition, field, copy?.number])).toEqual([
      ['a@example.org', 'public', 'distribution[1]', 3],
      ['head@example.org', null, 'to[0]', undefined],
      ['archive@example.org', null, 'cc[1]', undefined],
      ['press@example.org', 'public', 'editions[2].overrides.to[0]', undefined],
    ]);
  });

  test('numbers count up to the highest, in the language of the reader', () => {
    const [first] = plan(brief(LIST));
    expect(first?.copy).toEqual({ number: 1, of: 9 });
    expect(first && readerName(first.reader)).toBe('Minister (sv)');
  });

  test('the medium follows from the address where none is given', () => {
    expect(plan(brief(LIST)).map(({ medium }) => medium)).toEqual(['print', 'email', null, 'print']);
  });
});

describe('what is wrong with a list', () => {
  test.each<[string, PlanWish, string[]]>([
    ['  - { copy: 1, role: R }', { purpose: 'copies', only: [2] }, ['error delivery-nobody distribution']],
    ['  - { copy: 1, role: R }', { purpose: 'email' }, []],
    ['  - { copy: 1, role: R, medium: email }', { purpose: 'email' }, ['error delivery-address distribution[0]']],
    ['  - { copy: 1, role: R, medium: email }', { purpose: 'print' }, ['error delivery-nobody distribution']],
    ['  - { copy: 1, role: R }', { purpose: 'copies', editions: ['pubic'] }, ['error edition-unknown editions']],
    [
      '  - { copy: 1, role: R, email: a@example.org }\n  - { copy: 2, role: S, email: A@example.org }',
      { purpose: 'copies' },
      ['warning delivery-twice distribution[1].email'],
    ],
    [
      '  - { copy: 1, role: R, email: a@example.org }\n  - { copy: 2, role: S, email: a@example.org, language: sv }',
      { purpose: 'copies' },
      [],
    ],
  ])('%s (%o)', (list, wish, expected) => {
    expect(problems(brief(list), wish)).toEqual(expected);
  });

  test.each<[PlanWish, string, string]>([
    [{ purpose: 'print', only: [2] }, 'None of the copies that are asked for goes on paper.', '1 (whole brief)'],
    [{ purpose: 'email', only: [1] }, 'None of the copies that are asked for goes by e-mail.', '2 (public)'],
    [{ purpose: 'print', editions: ['public'] }, 'None of the copies that are asked for goes on paper.', '1 (whole'],
  ])('copies of another kind are not said to be missing (%o)', (wish, message, others) => {
    const list = `  - { copy: 1, role: R, medium: print }
  - { copy: 2, role: S, email: s@example.org, edition: public }`;
    const [problem] = planned(brief(list), wish).diagnostics;
    expect(problem?.message).toBe(message);
    expect(problem?.hints.join()).toContain(`Those that there are: ${others}`);
  });

  test('all of it is said at once', () => {
    const list = `  - { copy: 1, role: R, clearance: GREEN, edition: partners }
  - { copy: 2, role: S, medium: email }`;
    expect(problems(brief(list), { purpose: 'email' })).toEqual([
      'error delivery-clearance distribution[0].edition',
      'error delivery-address distribution[1]',
    ]);
  });
});

test('the table has a line for each, in columns, and nothing that would act on a terminal', () => {
  const list = `  - { copy: 1, name: "A\\nBcc: \\u202Ea", edition: public, email: r@example.org }
  - { copy: 12, role: 大使館, language: sv, medium: print }
  - { copy: 7, role: Registry }`;
  expect(planTable(plan(brief(list)))).toBe(
    [
      'Copy      Reader     Edition      Language  Marking    By',
      '1 of 12   A Bcc: \uFFFDa  public       en        TLP:CLEAR  e-mail to r@example.org',
      '12 of 12  大使館     whole brief  sv        TLP:AMBER  paper',
      '7 of 12   Registry   whole brief  en        TLP:AMBER  hand',
      '',
    ].join('\n'),
  );
});

test('the records have everything', () => {
  expect(planRecords(plan(brief('  - { copy: 2, name: A, edition: public, email: a@example.org }')))).toEqual([
    {
      ...{ copy: 2, of: 2, name: 'A', role: null, unit: null, organisation: null, edition: 'public', language: 'en' },
      ...{ marking: 'CLEAR', medium: 'email', email: 'a@example.org', printer: null, field: 'distribution[0]' },
    },
  ]);
});
