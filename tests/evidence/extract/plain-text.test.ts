import { expect, test } from 'vitest';
import { textOfPlain } from '../../../src/evidence/extract/plain-text.js';

/** The marks of what may be left out, as brackets. */
const shown = (text: string) => textOfPlain(text).replaceAll('\u001D', '{').replaceAll('\u001E', '}');

test.each([
  ['', ''],
  ['a\nb', 'a\nb'],
  ['> a\n> b', '{>} a\n{>} b'],
  ['a\n> b\n> c\nd', 'a\n{>} b\n{>} c\nd'],
  ['>> a\n> > b', '{>>} a\n{> >} b'],
  ['> a\n>\n> b', '{>} a\n{>}\n{>} b'],
  [' > a\n\t> b', '{ >} a\n{\t>} b'],
  ['> a', '> a'],
  ['> a\nb\n> c', '> a\nb\n> c'],
  ['a > b\n> c', 'a > b\n> c'],
  ['  > a\n> b', '  > a\n> b'],
])('%j is %j', (text, expected) => {
  expect(shown(text)).toBe(expected);
});
