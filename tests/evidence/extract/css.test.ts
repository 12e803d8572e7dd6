import { describe, expect, test } from 'vitest';
import { closingBrace, declarationsOf, withoutComments } from '../../../src/evidence/extract/css.js';
import { selectorOf } from '../../../src/evidence/extract/selectors.js';

const declared = (css: string) => Object.fromEntries(declarationsOf(css).declarations);
const important = (css: string) => Object.fromEntries(declarationsOf(css).important);

test.each([
  ['a /* b */ c', 'a   c'],
  ['a/* b */c', 'a c'],
  ['a /* b', 'a  '],
  ['/*/ a */b', ' b'],
  ['a /* b */ c /* d */ e', 'a   c   e'],
  ['a */ b', 'a */ b'],
])('comments are left out of %j', (css, rest) => {
  expect(withoutComments(css)).toBe(rest);
});

test.each([
  ['a{b}c', 3],
  ['a{b{c}d{e}}f', 10],
  ['a{b{c}', 6],
])('the block of %j ends at %d', (css, end) => {
  expect(closingBrace(css, css.indexOf('{'))).toBe(end);
});

describe('declarations', () => {
  test('are read in small letters, the last one of a property counts, and others are passed over', () => {
    expect(declared(' Display : NONE ; border: 0; left:-9PX;left:1px;')).toEqual({ display: 'none', left: '1px' });
    expect(declared('visibility:hidden')).toEqual({ visibility: 'hidden' });
  });

  test('that are none are passed over', () => {
    expect(declared('zoom0; color; : red;; top')).toEqual({});
    expect(declared('z:0')).toEqual({});
  });

  test('are important where they end so', () => {
    expect(important('display: none !important; color: red ! IMPORTANT; top: 0!important')).toEqual({
      display: 'none',
      color: 'red',
      top: '0',
    });
    expect(declared('display: none !important')).toEqual({});
    expect(important('display: none !important x; top: important')).toEqual({});
    expect(declared('display: none !important x; top: important')).toEqual({
      display: 'none !important x',
      top: 'important',
    });
  });

  test('may be escaped', () => {
    expect(declared('d\\69splay:non\\000065; \\top:0')).toEqual({ display: 'none', top: '0' });
    expect(declared('\\64 isplay:none')).toEqual({ display: 'none' });
  });
});

describe('selectors', () => {
  const any = { tag: null, ids: [], classes: [], attributes: [], conditions: [], combinator: ' ' };

  test.each([
    ['P', { tag: 'p' }],
    ['*', {}],
    ['#a#b', { ids: ['a', 'b'] }],
    ['.a.B-c_1', { classes: ['a', 'B-c_1'] }],
    ['p.ä#x', { tag: 'p', classes: ['ä'], ids: ['x'] }],
    ['.a\\:b', { classes: ['a:b'] }],
    ['.\\31 0', { classes: ['10'] }],
    ['\\70', { tag: 'p' }],
    ['#\\61', { ids: ['a'] }],
    ['.\\0', { classes: ['\uFFFD'] }],
    ['.\\10ffff', { classes: ['\u{10FFFF}'] }],
    ['.\\110000', { classes: ['\uFFFD'] }],
    ['[Hidden]', { attributes: [{ name: 'hidden' }] }],
    ['[ a = "b c" ]', { attributes: [{ name: 'a', operator: '=', value: 'b c' }] }],
    ['[a="b > c"]', { attributes: [{ name: 'a', operator: '=', value: 'b > c' }] }],
    ["[a~='B']", { attributes: [{ name: 'a', operator: '~=', value: 'B' }] }],
    [
      '[a^=b][c$=d]',
      {
        attributes: [
          { name: 'a', operator: '^=', value: 'b' },
          { name: 'c', operator: '$=', value: 'd' },
        ],
      },
    ],
  ])('%s is one element', (written, expected) => {
    // An attribute that is only there has neither operator nor value.
    expect(selectorOf(written)?.compounds).toEqual([{ ...any, ...expected }]);
  });

  test('of elements in each other go from the outermost to the innermost', () => {
    expect(selectorOf('div  .a>b > i')?.compounds).toEqual([
      { ...any, tag: 'div' },
      { ...any, classes: ['a'] },
      { ...any, tag: 'b', combinator: '>' },
      { ...any, tag: 'i', combinator: '>' },
    ]);
  });

  test.each([
    '',
    'p:dir(ltr)',
    'p || b',
    'a:not(.b:lang(en))',
    'a > > b',
    '> a',
    ' ',
    'p::marker',
    '[a',
    '&.b',
    'p >',
    's|p',
  ])('that depend on more are not understood: %j', (written) => {
    expect(selectorOf(written)).toBeNull();
  });

  test('are ordered by identifiers, then classes and attributes, then names', () => {
    const ordered = [
      '*',
      'p',
      'div p',
      '.a',
      'p.a',
      '[b]',
      '.a.b',
      '.a[b] p',
      '.a .b.c',
      '#a',
      '#a .b',
      '#a #b',
      '#a#b p',
    ];
    const weights = ordered.map((written) => selectorOf(written)?.weight ?? -1);
    expect(weights[0]).toBe(0);
    expect(selectorOf('[b]')?.weight).toBe(selectorOf('.a')?.weight);
    const distinct = weights.filter((_, at) => ordered[at] !== '[b]');
    for (const [at, weight] of distinct.entries()) expect(weight).toBeGreaterThan(distinct[at - 1] ?? -1);
  });
});
