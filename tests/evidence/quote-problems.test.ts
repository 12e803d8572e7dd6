import { describe, expect, test } from 'vitest';
import { findQuote, type QuoteContext } from '../../src/evidence/find-quote.js';
import { KeptText } from '../../src/evidence/kept-text.js';
import { quoteProblem, unchecked } from '../../src/evidence/quote-problems.js';
import { BARRIER } from '../../src/evidence/structure.js';

const PLACE = { field: 'quotes[2]', file: 'kept/a.txt' };

const problem = (words: string, text: string | KeptText, context: QuoteContext = {}) =>
  quoteProblem(findQuote(words, text, context), PLACE);
const hints = (words: string, text: string | KeptText, context?: QuoteContext) => problem(words, text, context)?.hints;

describe('what is reported of a quotation', () => {
  test('that stands in its source is nothing', () => {
    expect(problem('We regret it', 'So we say: We regret it.')).toBeNull();
  });

  test.each([
    ['“it”', 'So "it" is', {}, 'info quote-normalised'],
    ['it', 'it is, it was', {}, 'error quote-ambiguous'],
    ['it', 'it is', { prefix: 'x' }, 'error quote-not-found'],
    ['it', 'that is', {}, 'error quote-not-found'],
  ] as const)('“%s” in “%s” %j is at its text, with a hint', (words, text, context, kind) => {
    const [severity, code] = kind.split(' ');
    expect(problem(words, text, context)).toMatchObject({
      severity,
      code,
      field: 'quotes[2].text',
      hints: [expect.any(String)],
    });
  });

  test('says how often its words are there', () => {
    expect(problem('it', 'it is, it was, it will be')?.message).toContain('3 times');
  });

  test('says that its words are not between its prefix and its suffix, or not there at all', () => {
    expect(hints('it', 'it is', { prefix: 'x' })?.[0]).toContain('Correct `prefix` and `suffix`');
    expect(problem('it', 'it is', { prefix: 'x' })?.message).toContain('not between `prefix` and `suffix`');
    expect(problem('it', 'that is')?.message).toContain('are not in kept/a.txt');
  });

  test('says that nothing is like it, or what is nearest', () => {
    expect(hints('We regret it', 'Something else')).toEqual([expect.stringContaining('Nothing similar')]);
    expect(hints('We regret it', 'So we deeply regret it.')).toEqual([
      expect.stringMatching(/nearest passage: \[-We-\] \{\+we deeply\+\} regret it/),
    ]);
  });

  test('says that its words are there within longer ones', () => {
    expect(hints('5 per cent', 'It is −5 per cent.')).toEqual([expect.stringContaining('part of a longer word')]);
  });

  test('says how to quote a word that a line or a page divides', () => {
    const said = ['They are there in whole words, although a line or a page ends within one: “most important points”.'];
    expect(hints('most impor[…]tant points', 'the most impor-\ntant points')).toEqual(said);
    expect(hints('most impor-[...]tant points', 'the most impor-\ntant points')).toEqual(said);
    expect(hints('most impor[…]tant words', 'the most impor-\ntant points')?.[0]).toContain('The nearest passage');
    expect(hints('most […] items', 'the most important points')?.[0]).toContain('The nearest passage');
  });

  test('says what a bar in the nearest passage means, where there is one', () => {
    expect(hints('We regret it', `We${BARRIER}regret it`)?.[0]).toContain('At `|` a cell');
    expect(hints('We | it', 'We regret it')?.[0]).not.toContain('At `|` a cell');
    expect(hints('We regret it', 'We regret|it')?.[0]).not.toContain('At `|` a cell');
    expect(hints('We regret it', 'We regret|it')?.[0]).toMatch(/in the source only\)\.$/);
  });

  test('says that words are struck out in the source, and what is nearest without them', () => {
    const kept = new KeptText('We will sign today', { withUnseen: 'We will not sign today' });
    expect(hints('We will not sign today', kept)).toEqual([
      expect.stringContaining('strikes out'),
      expect.stringContaining('We will [-not-] sign today'),
    ]);
    const all = new KeptText('Something else', { withUnseen: 'Something We regret it else' });
    expect(hints('We regret it', all)).toEqual([expect.stringContaining('strikes out')]);
  });
});

describe('a quotation that cannot be checked', () => {
  test.each([
    ['draft', 'warning'],
    ['withdrawn', 'warning'],
    ['cleared', 'error'],
    ['issued', 'error'],
  ])('in a brief that is %s is a %s, and what to do is said', (status, severity) => {
    const found = unchecked('quotes[2]', 'press', status);
    expect(found).toMatchObject({ severity, code: 'quote-unchecked', field: 'quotes[2].text' });
    expect(found.hints[0]).toContain('snapshot add BRIEF press FILE');
    expect(found.hints[0]?.includes(`A brief that is ${status}`)).toBe(severity === 'error');
  });
});
