import { expect, test } from 'vitest';
import { mergeTexts } from '../../src/preview/merge.js';
import { parseText } from '../../src/syntax/parse.js';
import { BRIEF } from './preview-server.js';

const merged = (mine: string, theirs: string, answers: Record<string, 'mine' | 'theirs'> = {}) =>
  mergeTexts({ base: BRIEF, mine, theirs }, 'yaml', answers);

const textOf = (result: ReturnType<typeof mergeTexts>) => {
  if (!('text' in result)) throw new Error(JSON.stringify(result));
  return result.text;
};
const questionsOf = (result: ReturnType<typeof mergeTexts>) => ('questions' in result ? result.questions : []);

const RETITLED = BRIEF.replace('A visit', 'A long visit');
const FACT = '  - id: second\n    text: It rained.\n    sources: [press]\n';
const ADDED = BRIEF.replace('sources:\n  - id: press', `${FACT}sources:\n  - id: press`);

test('takes what only one has changed', () => {
  expect(textOf(merged(BRIEF, RETITLED))).toBe(RETITLED);
  expect(textOf(merged(RETITLED, BRIEF))).toBe(RETITLED);
  expect(textOf(merged(RETITLED, RETITLED))).toBe(RETITLED);
});

test('merges lines that are apart, with the comments of both', () => {
  const mine = RETITLED.replace('# in short', '# in short, by me');
  const theirs = BRIEF.replace('2024-09-03', '2024-09-03 # by them');
  expect(textOf(merged(mine, theirs))).toBe(mine.replace('2024-09-03', '2024-09-03 # by them'));
});

test('keeps two facts that were added in one place', () => {
  const other = FACT.replace('second', 'third').replace('It rained', 'It snowed');
  const theirs = ADDED.replace(FACT, other);
  const text = textOf(merged(ADDED, theirs));
  expect(text).toContain('It rained.');
  expect(text).toContain('It snowed.');
  expect(parseText(text, '', 'yaml').ok).toBe(true);
});

test('merges two fields of one item', () => {
  const mine = BRIEF.replace('on Monday.', 'on Tuesday.');
  const theirs = BRIEF.replace('    sources: [press]\n', '    sources: [press]\n    status: disputed\n');
  const text = textOf(merged(mine, theirs));
  expect(text).toContain('on Tuesday.');
  expect(text).toContain('status: disputed');
});

test('asks where both have changed one field, and does what is answered', () => {
  const mine = BRIEF.replace('on Monday.', 'on Tuesday.');
  const theirs = BRIEF.replace('on Monday.', 'on Sunday.');
  const [question, ...others] = questionsOf(merged(mine, theirs));
  expect(others).toEqual([]);
  expect(question).toMatchObject({
    about: 'keyFacts[0].text',
    base: 'The visitor came on Monday.',
    mine: 'The visitor came on Tuesday.',
    theirs: 'The visitor came on Sunday.',
  });
  const id = question?.id ?? '';
  expect(textOf(merged(mine, theirs, { [id]: 'mine' }))).toBe(mine);
  expect(textOf(merged(mine, theirs, { [id]: 'theirs' }))).toBe(theirs);
  // What was answered of one text is not said of another.
  const again = theirs.replace('on Sunday.', 'on Saturday.');
  expect(questionsOf(merged(mine, again, { [id]: 'mine' }))).toHaveLength(1);
});

test('asks before an item goes that the other has changed', () => {
  const mine = ADDED.replace(FACT, '');
  const base = ADDED;
  const theirs = ADDED.replace('It rained.', 'It rained a lot.');
  const asked = mergeTexts({ base, mine, theirs }, 'yaml');
  const [question] = questionsOf(asked);
  expect(question).toMatchObject({ about: 'keyFacts[1]', mine: null });
  const id = question?.id ?? '';
  expect(textOf(mergeTexts({ base, mine, theirs }, 'yaml', { [id]: 'mine' }))).not.toContain('It rained');
  expect(textOf(mergeTexts({ base, mine, theirs }, 'yaml', { [id]: 'theirs' }))).toBe(theirs);
  const [other] = questionsOf(mergeTexts({ base, mine: theirs, theirs: mine }, 'yaml'));
  expect(other).toMatchObject({ theirs: null });
  const kept = mergeTexts({ base, mine: theirs, theirs: mine }, 'yaml', { [other?.id ?? '']: 'mine' });
  expect(textOf(kept)).toContain('It rained a lot.');
});

test('asks by lines where a text is not YAML, and loses none of them', () => {
  const mine = BRIEF.replace('title: "A visit" # in short', 'title: [A visit');
  const theirs = BRIEF.replace('title: "A visit" # in short', 'title: Another visit');
  const [question] = questionsOf(merged(mine, theirs));
  expect(question).toMatchObject({ about: 'Line 3', mine: 'title: [A visit\n', theirs: 'title: Another visit\n' });
  expect(textOf(merged(mine, theirs, { [question?.id ?? '']: 'mine' }))).toBe(mine);
});

test('asks by lines where only so a comment is kept', () => {
  const mine = BRIEF.replace('# in short', '# in few words');
  const theirs = BRIEF.replace('A visit', 'A long visit');
  const [question] = questionsOf(merged(mine, theirs));
  expect(question?.about).toBe('Line 3');
});

test('removes several items, and adds others, whatever their places', () => {
  const list = (...names: string[]) =>
    `items:\n${names.map((name) => `  - id: ${name}\n    text: About ${name}\n`).join('')}`;
  const base = list('a', 'b', 'c', 'd');
  const mine = list('x', 'b', 'y', 'd').replace('About b', 'About b by me');
  const theirs = list('a', 'b', 'c', 'd', 'z').replace('About d', 'About d by them');
  const text = textOf(mergeTexts({ base, mine, theirs }, 'yaml'));
  expect(text).toBe(
    list('x', 'b', 'y', 'd', 'z').replace('About b', 'About b by me').replace('About d', 'About d by them'),
  );
});

test.each([
  ['a text', '  - It was Monday.\n', ['  - It was Tuesday.\n', '  - It was Sunday.\n']],
  [
    'a map, whose fields are not mixed',
    '  - text: It was Monday.\n    sources: [a]\n',
    ['  - text: It was Tuesday.\n    sources: [b]\n', '  - text: It was Sunday.\n    sources: [a]\n'],
  ],
])('asks about an item without an id that both have changed: %s', (_name, old, [own = '', other = '']) => {
  const list = (...items: string[]) => `list:\n${items.join('')}  - The last.\n`;
  const [base, mine, theirs] = [list(old), list(own), list(other, '  - Another.\n')];
  const [question, ...others] = questionsOf(mergeTexts({ base, mine, theirs }, 'yaml'));
  expect(others).toEqual([]);
  expect(question?.about).toBe('list[0]');
  const answered = (whose: 'mine' | 'theirs') =>
    parseText(textOf(mergeTexts({ base, mine, theirs }, 'yaml', { [question?.id ?? '']: whose })), '', 'yaml');
  for (const [whose, item] of [
    ['mine', own],
    ['theirs', other],
  ] as const) {
    const [text, expected] = [answered(whose), parseText(list(item, '  - Another.\n'), '', 'yaml')];
    expect(text.ok && text.value.value).toEqual(expected.ok && expected.value.value);
  }
});
