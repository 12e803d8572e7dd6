import { describe, expect, test } from 'vitest';
import type { RedactionChoice } from '../../src/redaction/choose-redaction.js';
import { problemsOf, redactedFrom } from './specimen.js';

const brief = (marking: string, edition: string) => `briefpress: 1
title: Talks
asOf: 2024-09-04
marking: ${marking}
summary: The desk sums up.
keyFacts:
  - { text: Unmarked., sources: [press] }
  - { text: Open., tlp: CLEAR, tier: OFFICIAL, sources: [press] }
  - { text: Sensitive., tlp: CLEAR, tier: OFFICIAL-SENSITIVE, sources: [press] }
  - { text: Secret., tlp: CLEAR, tier: SECRET, sources: [press] }
sources:
  - { id: press, type: article-newspaper, title: Report, tlp: CLEAR, tier: OFFICIAL }
editions:
  - { id: out, ${edition}, overrides: { title: Out, summary: For others. } }
`;

const SECRET = '{ gscp: { tier: SECRET, handling: [UK EYES ONLY] } }';
const made = (text: string, choice: RedactionChoice = { edition: 'out' }) => {
  const { brief: kept } = redactedFrom(text, choice);
  return { facts: kept.keyFacts.map(({ text: words }) => words), marking: kept.marking, title: kept.title };
};

describe('an edition that names its tier', () => {
  test('shows nothing of a higher one, and what has none of its own has that of the brief', () => {
    const official = made(brief(SECRET, 'tier: OFFICIAL'));
    expect(official).toEqual({ facts: ['Open.'], marking: { gscp: { tier: 'OFFICIAL' } }, title: 'Out' });
    const sensitive = made(brief(SECRET, 'tier: OFFICIAL-SENSITIVE'));
    expect(sensitive.facts).toEqual(['Open.', 'Sensitive.']);
    expect(sensitive.marking).toEqual({ gscp: { tier: 'OFFICIAL', sensitive: true } });
  });

  test('of the tier of the brief keeps its whole line', () => {
    const { marking, facts } = made(brief(SECRET, 'tier: SECRET'));
    expect(marking).toEqual({ gscp: { tier: 'SECRET', handling: ['UK EYES ONLY'] } });
    expect(facts).toHaveLength(4);
  });

  test('bears its label as well, where it has one', () => {
    expect(made(brief(SECRET, 'tier: OFFICIAL, maxTlp: GREEN')).marking).toEqual({
      tlp: 'GREEN',
      gscp: { tier: 'OFFICIAL' },
    });
    const both = '{ tlp: AMBER, gscp: { tier: SECRET } }';
    expect(made(brief(both, 'tier: OFFICIAL')).marking).toEqual({ tlp: 'AMBER', gscp: { tier: 'OFFICIAL' } });
    expect(made(brief(SECRET, 'tier: OFFICIAL, maxTlp: RED')).marking).toMatchObject({ tlp: 'RED' });
  });

  test('needs texts of its own, since those of the brief bear its tier', () => {
    const text = brief(SECRET, 'tier: OFFICIAL').replace('title: Out, ', '');
    expect(problemsOf(text, { edition: 'out' })).toMatchObject([
      { code: 'edition-override-missing', field: 'title', severity: 'error' },
    ]);
    expect(problemsOf(text, { edition: 'out' })[0]?.message).toContain('shows nothing above RED, OFFICIAL');
  });
});

describe('an edition that names none', () => {
  test('has that of the brief, where it is not below it', () => {
    expect(made(brief(SECRET, 'audiences: [a]')).marking).toMatchObject({ gscp: { tier: 'SECRET' } });
  });

  test('below the brief bears none, which is said, and shows nothing that has one of its own', () => {
    const text = brief('{ tlp: AMBER, gscp: { tier: SECRET } }', 'maxTlp: CLEAR').replace(', tier: OFFICIAL }', ' }');
    const unmarked = text.replace('{ text: Unmarked.,', '{ text: Unmarked., tlp: CLEAR,');
    expect(made(unmarked)).toMatchObject({ facts: ['Unmarked.'], marking: { tlp: 'CLEAR' } });
    const [warning] = problemsOf(unmarked, { edition: 'out' });
    expect(warning).toMatchObject({ code: 'edition-tier', severity: 'warning' });
    expect(warning?.hints[0]).toContain('`editions[0].tier`');
  });

  test('without a name either borrows no words from one of a higher tier', () => {
    const text = brief('{ tlp: AMBER, gscp: { tier: SECRET } }', 'maxTlp: GREEN, tier: SECRET');
    const found = problemsOf(text, { maxTlp: 'GREEN' }).filter(({ severity }) => severity === 'error');
    expect(found.map(({ code }) => code)).toContain('edition-override-missing');
  });
});
