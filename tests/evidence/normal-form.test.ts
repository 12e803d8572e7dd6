import { describe, expect, test } from 'vitest';
import { LINE_END, normalForm, shownWords } from '../../src/evidence/normal-form.js';
import { ASIDE_BEGIN, ASIDE_END, BARRIER } from '../../src/evidence/structure.js';

const exact = (text: string) => normalForm(text, 'exact').text;
const unified = (text: string) => normalForm(text, 'unified').text;
/** The marks between words: where each stands, and which it is. */
const gapsOf = (text: string) => [...normalForm(text, 'exact').gaps];
/** What each unit of the form was in the text. */
const unitsOf = (text: string, level: 'exact' | 'unified' = 'exact') => {
  const { starts, ends } = normalForm(text, level);
  return Array.from(starts, (start, at) => text.slice(start, ends[at]));
};

describe('white space', () => {
  test.each([
    ['a  b', 'a b'],
    ['  a b \n', 'a b'],
    ['a\u00A0\t\n b', 'a b'],
    ['a\u3000b', 'a b'],
    [' \n ', ''],
    ['', ''],
  ])('%j is %j', (text, expected) => {
    expect(exact(text)).toBe(expected);
  });

  test('is one unit, which says where the white space was', () => {
    expect(unitsOf('a \n b')).toEqual(['a', ' \n ', 'b']);
    expect(unitsOf('  a')).toEqual(['a']);
  });
});

describe('a mark between two words', () => {
  test.each<[string, string, readonly (readonly [number, string])[]]>([
    ['non-binding', 'nonbinding', [[3, '-']]],
    ['2021–2027', '20212027', [[4, '–']]],
    ['and/or', 'andor', [[3, '/']]],
    ['1⁄2', '12', [[1, '⁄']]],
    ['pre- and', 'preand', [[3, '- ']]],
    ['no-\nwhere', 'nowhere', [[2, LINE_END]]],
    ['no-\r\n  where', 'nowhere', [[2, LINE_END]]],
    ['no-\u2028where', 'nowhere', [[2, LINE_END]]],
    ['COVID-\n19', 'COVID19', [[5, `-${LINE_END}`]]],
    ['5-\nfold', '5fold', [[1, `-${LINE_END}`]]],
    ['and/\nor', 'andor', [[3, `/${LINE_END}`]]],
    ['talks—\nlong', 'talkslong', [[5, `—${LINE_END}`]]],
    [
      'a-b-c',
      'abc',
      [
        [1, '-'],
        [2, '-'],
      ],
    ],
    ['x\u0302-ray', 'x\u0302ray', [[2, '-']]],
  ])('of %j is taken out and kept', (text, words, gaps) => {
    expect(exact(text)).toBe(words);
    expect(gapsOf(text)).toEqual(gaps);
  });

  test.each([['-5'], ['a - b'], ['a -b'], ['a-'], ['(a)-(b)'], ['a--b'], ['«a»-b'], ['a-\n(b)']])(
    'is a character of %j',
    (text) => {
      expect(exact(text)).toBe(text.replace('\n', ' '));
      expect(gapsOf(text)).toEqual([]);
    },
  );
});

describe('a soft hyphen', () => {
  test.each([
    ['im\u00ADport', 'import'],
    ['im\u00AD\nport', 'import'],
    ['im\u00AD \n port', 'import'],
    ['im\u00AD port', 'im port'],
    ['im\n\u00ADport', 'im port'],
    ['im\u00AD\nport\nant', 'import ant'],
    ['im\u00ADx\nport', 'imx port'],
  ])('%j reads as %j', (text, expected) => {
    expect(exact(text)).toBe(expected);
  });

  test('at the end of a cell goes no further', () => {
    expect(exact(`im\u00AD${BARRIER}a\nb`)).toBe(`im${BARRIER}a b`);
  });
});

describe('characters that nobody sees', () => {
  const unseenIn = (text: string) => [...normalForm(text, 'exact').unseen];

  test('are left out; those that may change what is read are remembered', () => {
    expect(exact('a\u200Bb\u2067c')).toBe('abc');
    expect(unseenIn('a\u200Bb\u2067c')).toEqual([[2, '\u2067']]);
    expect(unseenIn('ab\u2067\u2069')).toEqual([[2, '\u2067\u2069']]);
  });

  test('a joiner is seen where it shapes a letter, and not after a space', () => {
    expect(exact('\u0645\u06CC\u200C\u062E')).toBe('\u0645\u06CC\u200C\u062E');
    expect(exact('\u0645\u06CC \u200C\u062E')).toBe('\u0645\u06CC \u062E');
    expect(exact('\u200Cx')).toBe('x');
    expect(exact('a\u200Db')).toBe('ab');
  });
});

describe('what a reader of pages has marked', () => {
  const note = `a${ASIDE_BEGIN}1${ASIDE_END} b`;

  test('asides are left out, or kept', () => {
    expect(normalForm(note, 'exact').text).toBe('a b');
    expect(normalForm(note, 'exact', 'left-out').text).toBe('a b');
    expect(normalForm(note, 'exact', 'kept').text).toBe('a1 b');
  });

  test('an aside may have another in it, and an end without a beginning ends nothing', () => {
    expect(exact(`a${ASIDE_BEGIN}1${ASIDE_BEGIN}2${ASIDE_END}3${ASIDE_END}b`)).toBe('ab');
    expect(exact(`a${ASIDE_END}b${ASIDE_BEGIN}1${ASIDE_END}c`)).toBe('abc');
  });

  test('barriers: one for many, without the spaces beside them, none at the edges', () => {
    expect(exact(`${BARRIER} a ${BARRIER}\n${BARRIER} b ${BARRIER}`)).toBe(`a${BARRIER}b`);
    expect(unitsOf(`a ${BARRIER} b`)).toEqual(['a', BARRIER, 'b']);
  });

  test('a hyphen before a barrier joins no words', () => {
    expect(exact(`no-${BARRIER}where`)).toBe(`no-${BARRIER}where`);
    expect(exact(`no${BARRIER}-where`)).toBe(`no${BARRIER}-where`);
    expect(gapsOf(`no-\n${BARRIER}\nwhere`)).toEqual([]);
  });
});

describe('letters', () => {
  test.each([
    ['e\u0301', '\u00E9'],
    ['\u1112\u1161\u11AB', '\uD55C'],
    ['ﬁ', 'fi'],
    ['\u0132', 'IJ'],
    ['😀', '😀'],
  ])('%s is %s', (text, expected) => {
    expect(exact(text)).toBe(expected);
  });

  test('each unit says which letters it came from', () => {
    expect(unitsOf('xe\u0301y')).toEqual(['x', 'e\u0301', 'y']);
    expect(unitsOf('oﬃc')).toEqual(['o', 'ﬃ', 'ﬃ', 'ﬃ', 'c']);
    expect(unitsOf('a😀b')).toEqual(['a', '😀', '😀', 'b']);
    expect(unitsOf('x\uD83D')).toEqual(['x', '\uD83D']);
  });

  test('a text that becomes much longer keeps every place', () => {
    const text = 'ﬃ'.repeat(60);
    const form = normalForm(text, 'exact');
    expect(form.text).toBe('ffi'.repeat(60));
    expect([...form.starts]).toEqual(Array.from({ length: 180 }, (_, at) => Math.floor(at / 3)));
    expect([...form.ends]).toEqual(Array.from({ length: 180 }, (_, at) => Math.floor(at / 3) + 1));
  });
});

describe('with marks taken for one', () => {
  test.each([
    ['“a” ‘b’ „c‟', "'a' 'b' 'c'"],
    ['a — b – c', 'a - b - c'],
    ['a -- b --- c', 'a - b - c'],
    ['--a', '-a'],
    ['a…', 'a...'],
    ['« a »', "'a'"],
    ['‹ a ›', "'a'"],
    ['x « a » y', "x 'a' y"],
    ['x »a« y', "x 'a' y"],
    ['x »a«, y', "x 'a', y"],
    ['a : b ; c ! d ?', 'a: b; c! d?'],
    ['a :b', 'a:b'],
    ['a , b', 'a , b'],
    ['km²', 'km2'],
    ['10²', '10²'],
    ['سـلام', 'سلام'],
  ])('%s is %s', (text, expected) => {
    expect(unified(text)).toBe(expected);
  });

  test('and word for word, nothing of it', () => {
    for (const text of ['“a”', 'a — b', 'a -- b', 'a…', '« a »', 'a : b', 'km²']) expect(exact(text)).toBe(text);
  });

  test('a dash that two hyphens make ends where the second does not begin anew', () => {
    expect(unitsOf('a -- b', 'unified')).toEqual(['a', ' ', '-', ' ', 'b']);
  });

  test('says at which level it was made', () => {
    expect(normalForm('a', 'exact').level).toBe('exact');
    expect(normalForm('a', 'unified').level).toBe('unified');
  });
});

describe('shown words', () => {
  test.each([
    ['non-binding', 'non-binding'],
    ['pre- and post-war', 'pre- and post-war'],
    ['no-\nwhere', 'nowhere'],
    ['COVID-\n19', 'COVID-19'],
    [`a ${BARRIER} b`, 'a | b'],
  ])('of %j are %j', (text, expected) => {
    expect(shownWords(normalForm(text, 'exact'))).toBe(expected);
  });

  test('of a part leave out the mark before it', () => {
    const form = normalForm('non-binding-x', 'exact');
    expect(shownWords(form, 3)).toBe('binding-x');
    expect(shownWords(form, 2, 5)).toBe('n-bi');
    expect(shownWords(form, 0, 3)).toBe('non');
  });
});
