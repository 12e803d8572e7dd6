import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { raisedString, raisedText } from '../../../src/evidence/extract/notes.js';

const NOTE = { kind: 'note' };
const number = (text: string) => ({ kind: 'number', text });
/** What the first element of a piece of HTML is, after some text. */
const raisedIn = (html: string, before = 'word', style: readonly (readonly [string, string])[] = []) =>
  raisedText(parseFragment(html).childNodes[0] as DefaultTreeAdapterTypes.Element, new Map(style), before);

describe('a string above the line', () => {
  test.each([
    '1',
    '12',
    '123',
    '1,2',
    '1, 2',
    '1–3',
    '1-3',
    '1;2',
    '(1)',
    '[1]',
    '1]',
    '*',
    '**',
    '†‡',
    '§',
    '(*)',
    '#',
    '[a b]',
    '[1] [2]',
  ])('after a word is the mark of a note: %s', (text) => {
    expect(raisedString({ text, before: 'word' })).toEqual(NOTE);
  });

  test.each([
    '1234',
    'st',
    'a',
    '1a',
    'a1',
    '1.2',
    '',
    '[]',
    `[${'a'.repeat(41)}]`,
    '[a] b',
    'a [b]',
    '[[a]]',
    '((1',
    '*a',
  ])('is not: %j', (text) => {
    expect(raisedString({ text, before: 'word' })).toBeNull();
  });

  test('that says it is a note may be one or two letters', () => {
    for (const text of ['a', 'B', 'ab']) expect(raisedString({ text, before: 'word', isNote: true })).toEqual(NOTE);
    for (const text of ['abc', 'a1', '1a', 'é'])
      expect(raisedString({ text, before: 'word', isNote: true })).toBeNull();
  });

  test.each([
    ['10', '6', '⁶'],
    ['10', '−6', '⁻⁶'],
    ['x2', '2', '²'],
    ['10 ', '6', '⁶'],
    ['5 m', '2', '²'],
    ['5 km', '2', '²'],
    ['5 cm', '2', '²'],
    ['5 µm', '2', '²'],
    ['5 ft', '2', '²'],
    ['5 in', '2', '²'],
    ['5 mi', '2', '²'],
    ['5 yd', '2', '²'],
    ['x', '2', '²'],
    ['(x', '2', '²'],
    ['E=mc', '2', '²'],
    ['a + abc', '2', '²'],
    ['a/b', '2', '²'],
    ['a*b', '2', '²'],
  ])('after %j, %s is a number', (before, text, shown) => {
    expect(raisedString({ text, before })).toEqual(number(shown));
  });

  test.each(['word', 'word ', '2010 ', '110 ', '5 kg', 'kind', 'E=mcxy', 'the end.', '', '10  x '])(
    'after %j it is a note',
    (before) => {
      expect(raisedString({ text: '2', before })).toEqual(NOTE);
    },
  );

  test('after a number is a note where it is in brackets or says so', () => {
    expect(raisedString({ text: '[6]', before: '10' })).toEqual(NOTE);
    expect(raisedString({ text: '6', before: '10', isNote: true })).toEqual(NOTE);
    expect(raisedString({ text: '*', before: '10' })).toEqual(NOTE);
    expect(raisedString({ text: '(6)', before: '10' })).toEqual(NOTE);
  });
});

describe('an element', () => {
  test.each<[string, ReturnType<typeof number> | typeof NOTE | null]>([
    ['<sup>1</sup>', NOTE],
    ['<sup> 1 </sup>', NOTE],
    ['<sup>st</sup>', null],
    ['<sup></sup>', null],
    ['<sup><a href="#n">a</a></sup>', NOTE],
    ['<sup><a href="x.html">a</a></sup>', null],
    ['<sup><a name="#n">a</a></sup>', null],
    ['<sup class="x reference">a</sup>', NOTE],
    ['<sup class="footnote">a</sup>', NOTE],
    ['<sup class="foot-note-3">a</sup>', NOTE],
    ['<sup class="NoteRef">a</sup>', NOTE],
    ['<sup class="xreference">a</sup>', null],
    ['<sup role="doc-noteref">a</sup>', NOTE],
    ['<sup role="x">a</sup>', null],
    ['<sup title="doc-noteref">a</sup>', null],
    ['<a href="#n">1</a>', null],
    ['<a href="#n">[1]</a>', NOTE],
    ['<a href="#n">[abc]</a>', NOTE],
    ['<a href="#n">[abcd]</a>', null],
    ['<a href="#n">x[1]</a>', null],
    ['<a href="#n">[1]x</a>', null],
    ['<a href="#n">*</a>', NOTE],
    ['<a href="x.html">[1]</a>', null],
    ['<a href="x.html#n">[1]</a>', NOTE],
    ['<a href="#n" role="doc-noteref">1</a>', NOTE],
    ['<a href="x.html" role="doc-noteref">1</a>', null],
    ['<b>1</b>', null],
    ['<span>1</span>', null],
    ['<sub>1</sub>', null],
  ])('%s after a word', (html, expected) => {
    expect(raisedIn(html)).toEqual(expected);
  });

  test('below the line is a number after a number alone', () => {
    expect(raisedIn('<sub>2</sub>', '10')).toEqual(number('₂'));
    expect(raisedIn('<sub>2</sub>', 'H')).toBeNull();
    expect(raisedIn('<sub>x</sub>', '10')).toBeNull();
    expect(raisedIn('<sub></sub>', '10')).toBeNull();
  });

  test('may be raised or lowered by its style, whatever it is', () => {
    expect(raisedIn('<span>6</span>', '10', [['vertical-align', 'super']])).toEqual(number('⁶'));
    expect(raisedIn('<span>2</span>', '10', [['vertical-align', 'sub']])).toEqual(number('₂'));
    expect(raisedIn('<sup>2</sup>', '10', [['vertical-align', 'sub']])).toEqual(number('₂'));
    expect(raisedIn('<span>2</span>', '10', [['vertical-align', 'top']])).toBeNull();
    expect(raisedIn('<sup>2</sup>', '10', [['vertical-align', 'top']])).toEqual(number('²'));
  });

  test('its text is all that is in it, in order', () => {
    expect(raisedIn('<sup>[<i>a</i> <b>b</b>]</sup>')).toEqual(NOTE);
    expect(raisedIn('<sup><i>1</i><b>0</b></sup>', '10')).toEqual(number('¹⁰'));
  });

  test('with more than a mark needs is ordinary text', () => {
    const [short, long] = [`[${'a'.repeat(38)}]`, `[${'a'.repeat(59)}]`];
    expect(raisedIn(`<sup>${short}</sup>`)).toEqual(NOTE);
    expect(raisedIn(`<sup>${long}</sup>`)).toBeNull();
    expect(raisedIn(`<sup>1${'<i></i>'.repeat(18)}</sup>`)).toEqual(NOTE);
    expect(raisedIn(`<sup>1${'<i></i>'.repeat(20)}</sup>`)).toBeNull();
    expect(raisedIn(`<sup>${'<i>'.repeat(30)}1</sup>`)).toBeNull();
  });
});
