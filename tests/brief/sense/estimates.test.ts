import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LIKELIHOOD_TERMS } from '../../../src/brief/schema/judgement.js';
import { ESTIMATIVE_WORDS } from '../../../src/brief/sense/estimative-words.js';
import { briefWith, diagnosticsOf, pointedAt, read } from '../reading.js';

const judged = (text: string, more = '') => diagnosticsOf(`judgements: [{ text: ${JSON.stringify(text)} }]\n${more}`);
const judgedInSwedish = (text: string) =>
  diagnosticsOf(`judgements: [{ text: { sv: ${JSON.stringify(text)}, en: It is so. } }]`).filter(
    ({ code }) => code !== 'sense-language-missing',
  );

describe('words of no scale', () => {
  test.each([
    ['The Court may well open proceedings.', 'may well', 'realistic possibility'],
    ['A referral cannot be  ruled out.', 'cannot be  ruled out', 'remote chance'],
    ['Proceedings will Probably follow.', 'Probably', 'likely'],
    ['They will, in all likelihood, follow.', 'in all likelihood', 'highly likely'],
    ['They will no doubt follow.', 'no doubt', 'almost certain'],
  ])('%s', (text, words, term) => {
    const brief = briefWith(`judgements: [{ text: ${JSON.stringify(text)} }]`);
    const found = read(brief).diagnostics;
    expect(found).toMatchObject([
      { code: 'sense-estimative-word', severity: 'warning', hints: [expect.stringContaining(`“${term}”`)] },
    ]);
    expect(found[0] && pointedAt(brief, found[0])).toBe(words);
  });

  test.each([
    ['Domstolen kan mycket väl inleda ett förfarande.', 'reell möjlighet'],
    ['Det kan inte uteslutas att så sker.', 'försvinnande liten möjlighet'],
    ['Så sker troligen.', 'sannolikt'],
    ['Så sker med all sannolikhet.', 'mycket sannolikt'],
  ])('%s', (text, term) => {
    expect(judgedInSwedish(text)).toMatchObject([
      { code: 'sense-estimative-word', hints: [expect.stringContaining(`“${term}”`)] },
    ]);
  });

  test('the term is that of the scale chosen', () => {
    expect(judged('It may well come.', 'likelihoodScale: icd203')[0]?.hints[0]).toContain('“roughly even chance”');
  });

  test('in assessments too, and not in facts, questions or dissent', () => {
    const question = (fields: string) =>
      diagnosticsOf(`openQuestions: [{ question: Will it perhaps come?, ${fields} }]`);
    expect(question('assessment: Perhaps.')).toMatchObject([{ field: 'openQuestions[0].assessment' }]);
    expect(question('why: It may well matter.')).toEqual([]);
    expect(diagnosticsOf('judgements: [{ text: It comes., dissent: Perhaps not. }]')).toEqual([]);
    expect(diagnosticsOf('background: It may well have been so.')).toEqual([]);
  });

  test.each([
    'It is likely, and highly unlikely to be undone.',
    'The Chamber may find a breach; it can do so.',
    'Its military mightiness and improbability theory.',
    'The report says “it may well be so” and `perhaps`.',
    'As we know [see](https://x.org/perhaps) from it.',
    'A well-known duty binds them to act.',
  ])('nothing is wrong with: %s', (text) => {
    expect(judged(text)).toEqual([]);
  });
});

describe('two scales', () => {
  test.each([
    ['It is very likely.', 'phia', 'highly likely'],
    ['There is a roughly even chance.', 'phia', 'realistic possibility'],
    ['It is highly likely.', 'icd203', 'very likely'],
    ['There is a realistic possibility.', 'icd203', 'roughly even chance'],
  ])('%s under %s', (text, scale, term) => {
    expect(judged(text, `likelihoodScale: ${scale}`)).toMatchObject([
      { code: 'sense-mixed-scales', severity: 'warning', hints: [expect.stringContaining(`“${term}”`)] },
    ]);
  });

  test('in the summary and the analysis too', () => {
    expect(diagnosticsOf('summary: It is very likely.')).toMatchObject([
      { code: 'sense-mixed-scales', field: 'summary' },
    ]);
    expect(diagnosticsOf('analysis: It is very likely.')).toMatchObject([{ code: 'sense-mixed-scales' }]);
  });

  test('what both scales say is no mixture', () => {
    for (const scale of ['phia', 'icd203']) {
      expect(judged('It is likely, unlikely or almost certain.', `likelihoodScale: ${scale}`)).toEqual([]);
      expect(diagnosticsOf(`likelihoodScale: ${scale}\nlanguages: [sv]\nanalysis: Det är mycket sannolikt.`)).toEqual(
        [],
      );
    }
  });
});

describe('likelihood and confidence', () => {
  test.each([
    'We judge with high confidence that it is likely.',
    'It is almost certain; our confidence is low.',
    'We are confident that it is unlikely.',
  ])('in one sentence: %s', (text) => {
    expect(judged(text)).toMatchObject([{ code: 'sense-mixed-estimate', severity: 'warning' }]);
  });

  test('in Swedish', () => {
    expect(judgedInSwedish('Vi bedömer med hög säkerhet att det är sannolikt.')).toMatchObject([
      { code: 'sense-mixed-estimate' },
    ]);
  });

  test('in two sentences are right', () => {
    expect(judged('It is likely. Our confidence is high.')).toEqual([]);
    expect(judged('We have high confidence in the source.')).toEqual([]);
  });
});

describe('the lists', () => {
  test.each(['en', 'sv'])('%s: a term for each place of both scales, in the words that are printed', (language) => {
    const { scales } = ESTIMATIVE_WORDS[language] ?? { scales: { phia: [], icd203: [] } };
    const labels = readFileSync(new URL(`../../../templates/shared/labels/${language}.yaml`, import.meta.url), 'utf8');
    for (const scale of ['phia', 'icd203'] as const) {
      const printed = LIKELIHOOD_TERMS[scale].map((term) => new RegExp(`^    ${term}: (.*)$`, 'm').exec(labels)?.[1]);
      expect(scales[scale].map(([first]) => first)).toEqual(printed);
    }
  });

  test('other languages are left alone', () => {
    expect(diagnosticsOf('languages: [de]\njudgements: [{ text: Das ist perhaps so. }]')).toEqual([]);
  });
});
