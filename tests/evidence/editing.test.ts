import { describe, expect, test } from 'vitest';
import { editingProblems } from '../../src/evidence/editing.js';
import { findQuote } from '../../src/evidence/find-quote.js';

const SOURCE = `We regret the delay. We will not leave the table. We will sign nothing today, and we will come.
Nobody asked. ${'The rest of the speech was about the weather. '.repeat(10)}Nothing else was said before we left.`;

function problems(words: string, source = SOURCE, languages: readonly string[] = ['en']) {
  const match = findQuote(words, source);
  if (!('editing' in match)) throw new Error(`not found: ${words}`);
  return editingProblems({ field: 'quotes[0].text', words, editing: match.editing, languages });
}

const messages = (words: string, source = SOURCE, languages?: readonly string[]) =>
  problems(words, source, languages).map(({ message }) => message);

describe('what an editor puts into a quotation', () => {
  test.each([
    ['We [do not] regret the delay', '"not"'],
    ['We [never] regret the delay', '"never"'],
    ["We [don't] regret the delay", '"don\'t"'],
    ['We will not […, never,] sign nothing today', '"never"'],
  ])('is a warning with a negation: %s', (words, negation) => {
    expect(messages(words)[0]).toContain(negation);
    expect(problems(words)[0]).toMatchObject({ severity: 'warning', code: 'quote-altered', field: 'quotes[0].text' });
  });

  test('is one warning, however many negations there are', () => {
    expect(messages('We [do not] regret [never] the delay')).toEqual([expect.stringContaining('"not"')]);
    expect(messages('We will […] leave […] nothing today')).toEqual([expect.stringContaining('"not"')]);
  });

  test('is a warning where it is longer than what is quoted', () => {
    expect(messages('We regret [that the whole affair took so long] the delay')).toEqual([
      expect.stringContaining('longer than the words quoted'),
    ]);
    expect(messages('We regret [of course] the delay')).toEqual([]);
    expect(messages('[W]e regret the delay', SOURCE.toLowerCase())).toEqual([]);
  });
});

describe('what an editor leaves out of a quotation', () => {
  test.each([
    ['We will […] leave the table', 'not'],
    ['we will sign […] today', 'nothing'],
    ['We will sign […]', 'nothing'],
    ['[…] leave the table', 'not'],
    ['We regret the delay. […] We will sign', 'not'],
    ['and we will come. […] else was said', 'Nothing'],
  ])('is a warning with a negation: %s', (words, negation) => {
    const source = words.startsWith('we') ? SOURCE.replace('We will sign', 'we will sign') : SOURCE;
    expect(messages(words, source)).toEqual([expect.stringContaining(`"${negation}"`)]);
  });

  test.each(['We regret […] delay', 'We regret the delay. […]', 'and we will come. […] Nothing else'])(
    'is no warning without one that it cuts: %s',
    (words) => {
      expect(messages(words)).toEqual([]);
    },
  );
});

describe('how long it is', () => {
  const warnings = (words: string, insertions: readonly string[]) =>
    editingProblems({ field: 'quotes[1].text', words, editing: { insertions, omissions: [] }, languages: ['en'] });

  test('is counted in letters and digits', () => {
    expect(warnings('We [abcd] go', ['abcd'])).toEqual([]);
    expect(warnings('We [ab] go [cd]', ['ab', 'cd'])).toEqual([]);
    expect(warnings('We [a – (b)!] go.', ['a – (b)!'])).toEqual([]);
    expect(warnings('We […] go', [])).toEqual([]);
    for (const insertions of [['abcde'], ['12345'], ['ab', '1c2'], ['åäöéü']]) {
      expect(warnings(`We [${insertions.join('] [')}] go.`, insertions)).toMatchObject([
        { severity: 'warning', code: 'quote-altered', field: 'quotes[1].text', hints: [expect.any(String)] },
      ]);
    }
  });

  const leftOut = (text: string, followsSentence = false) =>
    editingProblems({
      field: 'quotes[1].text',
      words: 'We […] go',
      editing: { insertions: [], omissions: [{ text, followsSentence }] },
      languages: ['en'],
    });
  const words = (count: number) => 'word '.repeat(count);

  test('decides whether all of what is left out counts, or the sentences that are cut', () => {
    expect(leftOut(`agree. It  is\n not ${words(24)}so. And`)).toMatchObject([
      { severity: 'warning', code: 'quote-altered', field: 'quotes[1].text', hints: [expect.any(String)] },
    ]);
    expect(leftOut(`agree. It  is\n not ${words(25)}so. And`)).toEqual([]);
  });

  test.each([
    ['agree not. W. And'],
    ['agree. W. And not'],
    ['agree not W'],
    ['agree not。W。And'],
    ['agree not\n\nW\n \t\nand'],
    ['agree\n\nW\n \t\nand not'],
    ['agree to 2.5 not! W. And'],
  ])('of a long one, the sentence at either end counts: %j', (text) => {
    expect(leftOut(text.replace('W', words(30)))).toHaveLength(1);
  });

  test.each([
    ['agree. W not. And'],
    ['agree\n \nW not\n  \nand'],
    ['agree? W not! And'],
    ['agree。W not。And'],
    ['agree. So. W not. So. And'],
  ])('of a long one, those within do not: %j', (text) => {
    expect(leftOut(text.replace('W', words(30)))).toEqual([]);
  });

  test('of a long one that begins with a sentence, its end alone counts', () => {
    expect(leftOut(`Not so. ${words(30)}. And`, true)).toEqual([]);
    expect(leftOut(`So. ${words(30)}. And not`, true)).toHaveLength(1);
    expect(leftOut(`It is not ${words(30)}`, true)).toEqual([]);
  });
});

test.each([
  ['en', 'cannot'],
  ['sv', 'inte'],
  ['de', 'nicht'],
  ['fr', 'n’est pas'],
  ['ru', 'не'],
  ['uk', 'немає'],
  ['mn', 'биш'],
  ['mn-Cyrl', 'болохгүй'],
  ['es', 'nunca'],
  ['it', 'non'],
  ['pt-BR', 'não'],
  ['nl', 'geen'],
  ['pl', 'nie'],
  ['fi', 'eivät'],
  ['da', 'aldrig'],
  ['nb', 'ikke'],
  ['no', 'ikke'],
  ['ar', 'لم'],
  ['he', 'לא'],
  ['zh-Hant', '不同意'],
  ['ja', '同意しない'],
])('a negation is known in %s: %s', (language, words) => {
  const problem = editingProblems({
    field: 'quotes[0].text',
    words: 'a long quotation with room for more words than that',
    editing: { insertions: [words], omissions: [] },
    languages: [language],
  });
  expect(problem).toHaveLength(1);
});

test('a negation counts in the language of the quotation only', () => {
  const editing = { insertions: ['inte'], omissions: [{ text: 'no en', followsSentence: false }] };
  const about = { field: 'quotes[0].text', words: 'a long quotation', editing };
  expect(editingProblems({ ...about, languages: ['de'] })).toEqual([]);
  expect(editingProblems({ ...about, languages: ['xx'] })).toEqual([]);
  expect(editingProblems({ ...about, languages: ['de', 'sv'] })).toHaveLength(1);
});

test('a thousand omissions are found in a text of megabytes', () => {
  const words = Array.from({ length: 200_000 }, (_, i) => `word${i} and more`);
  const quote = Array.from({ length: 1000 }, (_, i) => `word${i * 150}`).join(' […] ');
  expect(findQuote(quote, words.join(' ')).kind).toBe('exact');
  expect(findQuote(`${quote} […] wordless`, words.join(' ')).kind).toBe('not-found');
});
