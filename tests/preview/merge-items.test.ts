import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeTexts } from '../../src/preview/merge.js';
import { parseText } from '../../src/syntax/parse.js';

interface Fact {
  readonly text: string;
  readonly confidence: string;
  readonly note: string;
}
const FIELDS = ['text', 'confidence', 'note'] as const;

const listOf = (facts: readonly Fact[]) =>
  `facts:\n${facts.map((fact) => FIELDS.map((name, at) => `${at === 0 ? '  - ' : '    '}${name}: ${JSON.stringify(fact[name])}\n`).join('')).join('')}`;
const factsIn = (text: string) => {
  const parsed = parseText(text, '', 'yaml');
  if (!parsed.ok) throw new Error(text);
  return (parsed.value.value as { facts: readonly Fact[] }).facts;
};

const CAME = { text: 'The visitor came on Monday at ten.', confidence: 'high', note: 'Said by the press' };
const RAIN = { text: 'It rained in the whole north.', confidence: 'low', note: 'Seen by ourselves' };

test('two fields of one item without an id are merged, as long as it is still that item', () => {
  const base = [CAME, RAIN];
  const mine = [{ ...CAME, text: 'The visitor came on Tuesday at ten.' }, RAIN];
  const theirs = [{ ...CAME, confidence: 'moderate' }, RAIN];
  const result = mergeTexts({ base: listOf(base), mine: listOf(mine), theirs: listOf(theirs) }, 'yaml');
  expect('text' in result && factsIn(result.text)).toEqual([
    { ...CAME, text: 'The visitor came on Tuesday at ten.', confidence: 'moderate' },
    RAIN,
  ]);
});

test('where both changed one field of it, that field is asked about', () => {
  const mine = [{ ...CAME, text: 'The visitor came on Tuesday at ten.', note: 'Said by the press, twice' }, RAIN];
  const theirs = [{ ...CAME, text: 'The visitor came on Sunday at ten.' }, RAIN];
  const result = mergeTexts({ base: listOf([CAME, RAIN]), mine: listOf(mine), theirs: listOf(theirs) }, 'yaml');
  expect('questions' in result && result.questions.map(({ about }) => about)).toEqual(['facts[0].text']);
});

test('another item in its place is not mixed with it, nor one that may be either of two', () => {
  const other = { text: 'Nobody has ever seen such a crowd.', confidence: 'high', note: 'From a diary' };
  const twin = { ...CAME, text: 'The visitor came on Monday at nine.' };
  for (const [base, own] of [
    [[CAME, RAIN], other],
    [[CAME, twin], { ...CAME, text: 'The visitor came on Monday at noon.' }],
  ] as const) {
    const theirs = [{ ...base[0], confidence: 'moderate' }, base[1]];
    const texts = { base: listOf(base), mine: listOf([own, base[1]]), theirs: listOf(theirs) };
    const result = mergeTexts(texts, 'yaml');
    expect('questions' in result && result.questions.map(({ about }) => about)).toEqual(['facts[0]']);
  }
});

const words = fc
  .array(fc.constantFrom('court', 'visit', 'north', 'law', 'talks', 'trade', 'river', 'press'), {
    minLength: 1,
    maxLength: 7,
  })
  .map((each) => each.join(' '));
const fact = fc.record({ text: words, confidence: words, note: words });
const facts = fc.uniqueArray(fact, { minLength: 1, maxLength: 4, selector: (each) => JSON.stringify(each) });
/** For each field of each item: what is put behind it, or nothing. */
const edits = fc.array(fc.constantFrom('', '', ' today', ' again', ' and nothing else at all was said'), {
  minLength: 12,
  maxLength: 12,
});
const edited = (list: readonly Fact[], more: readonly string[]) =>
  list.map((each, at) => {
    const put = (index: number) => `${each[FIELDS[index] ?? 'text']}${more[at * 3 + index]}`;
    return { text: put(0), confidence: put(1), note: put(2) };
  });

test('nothing that one of them changed is lost, and only what both changed is asked about', () => {
  fc.assert(
    fc.property(facts, edits, edits, (base, own, other) => {
      const [mine, theirs] = [edited(base, own), edited(base, other)];
      const texts = { base: listOf(base), mine: listOf(mine), theirs: listOf(theirs) };
      const first = mergeTexts(texts, 'yaml');
      const questions = 'questions' in first ? first.questions : [];
      const answers = Object.fromEntries(questions.map(({ id }) => [id, 'mine'] as const));
      const last = mergeTexts(texts, 'yaml', answers);
      const merged = 'text' in last ? factsIn(last.text) : [];
      expect(merged).toHaveLength(base.length);
      for (const [at, item] of merged.entries()) {
        const asked = questions.map(({ about }) => about).filter((about) => about.startsWith(`facts[${at}]`));
        for (const name of FIELDS) {
          const [b, m, t] = [base[at]?.[name], mine[at]?.[name], theirs[at]?.[name]];
          const isAsked = asked.includes(`facts[${at}]`) || asked.includes(`facts[${at}].${name}`);
          if (isAsked) expect(item[name]).toBe(m);
          else {
            expect(m === b || t === b || m === t).toBe(true);
            expect(item[name]).toBe(m === b ? t : m);
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});
