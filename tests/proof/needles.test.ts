import { describe, expect, test } from 'vitest';
import { NeedleIndex } from '../../src/proof/needle-index.js';
import { type Needle, needlesOf } from '../../src/proof/needles.js';
import { Seams } from '../../src/proof/seams.js';

const formsOf = (text: string, isPerson = false) =>
  needlesOf({ field: 'f', text, isPerson }).map(({ form, words }) => `${form}: ${words}`);

describe('what is looked for', () => {
  test.each<[string, readonly string[]]>([
    ['MI6', ['as-written: mi6']],
    ['Nato', ['any: nato']],
    ['47 110', ['digits: 47110']],
    ['1234', []],
    ['Käthe', ['any: kaethe', 'any: kathe']],
    ['Kätz', ['any: kaetz']],
    ['Tokyo', ['any: tokyo']],
    ['李明', ['any: 李 明']],
    ['Call 123 45 67', ['any: call 123 45 67', 'digits: 1234567']],
    ['one two three four five six', ['any: one two three four five six']],
    // Five words and many letters, six words and few letters: whole.
    [
      'parliamentary negotiations concerning northern harbours',
      ['any: parliamentary negotiations concerning northern harbours'],
    ],
    ['we do it as we can', ['any: we do it as we can']],
    // Six words of 28 letters: one piece.
    ['aaaaa bbbbb ccccc ddddd eeeee fff', ['any: aaaaa bbbbb ccccc ddddd eeeee fff']],
    [
      'the envoy will offer to close the northern harbour',
      [
        'any: the envoy will offer to close the northern',
        'any: envoy will offer to close the northern',
        'any: will offer to close the northern harbour',
        'any: offer to close the northern harbour',
      ],
    ],
    ['aaaaa bbbbb ccccc ddddd eeeee fff g', ['any: aaaaa bbbbb ccccc ddddd eeeee fff']],
  ])('of %j', (text, forms) => {
    expect(formsOf(text)).toEqual(forms);
  });

  test('of a person, the surname as it is written, the names in any case and order', () => {
    expect(formsOf('Ann Nightjar', true)).toEqual(['any: ann nightjar', 'as-written: nightjar', 'any: nightjar ann']);
    expect(formsOf('Ann Nightjar')).toEqual(['any: ann nightjar']);
  });

  test('a number as it is written, for the message', () => {
    expect(needlesOf({ field: 'f', text: '47 110' })[0]).toMatchObject({
      field: 'f',
      letters: '47110',
      written: ['47110'],
    });
  });
});

describe('what is found', () => {
  const foundIn = (withheld: readonly string[], text: string, isRaw?: boolean) => {
    const index = new NeedleIndex(withheld.flatMap((each) => needlesOf({ field: each, text: each })));
    return [...index.findIn(text, isRaw)].map(({ field }) => field);
  };

  test.each<[string, string, boolean]>([
    // Twelve letters in a row are found anywhere, fewer as whole words.
    ['abcdef ghijkl', 'xxabcdefghijklxx', true],
    ['abcdef ghijkl', 'abcdefghijkl', true],
    ['abcdef ghijk', 'xxabcdefghijkxx', false],
    ['abcdef ghijk', 'abcdefghijk', false],
    ['abcdef ghijk', 'the abcdef-ghijk', true],
    ['abcdef ghijklmn', 'abcdef ghijklmx', false],
    ['李明', '李明', true],
    ['李明华', '李明的', false],
    ['李明', '李的明', false],
    ['One Two', 'two one', false],
    ['MI6', 'MI6', true],
    ['Per An', 'per an', true],
    ['1234567', 'a 00 1234567 8', true],
    ['123456', '00 123456', false],
    ['12345', 'a12345b', true],
    ['Nightjar', 'Night-\n  jar', true],
    ['Nightjar', 'Night‐ \njar', true],
    ['Nightjar', 'Night-jar', false],
    ['Nightjar', 'Night\njar', false],
    ['Nightjar', 'x-y Night\njar', false],
    ['Kathe', 'Käthe', true],
    ['Kath', 'Käth', false],
    ['Muller', 'Müller', true],
  ])('of %j in %j: %j', (withheld, text, isFound) => {
    expect(foundIn([withheld], text)).toEqual(isFound ? [withheld] : []);
  });

  test('several that begin alike', () => {
    expect(foundIn(['northern harbour', 'northern harbours', 'northern harmony'], 'x northern harbours')).toEqual([
      'northern harbour',
      'northern harbours',
    ]);
    expect(foundIn(['李明华', '李明子'], '李明子')).toEqual(['李明子']);
    const several = foundIn(['One', 'one Two', 'Three four five'], 'One two three four five');
    expect(several.toSorted()).toEqual(['One', 'Three four five', 'one Two']);
  });

  test('the same words of two fields', () => {
    const needles = ['a', 'b'].flatMap((field) => needlesOf({ field, text: 'Nightjar' }));
    expect([...new NeedleIndex(needles).findIn('nightjar')].map(({ field }) => field)).toEqual(['a', 'b']);
  });

  test('only what is long in bytes that are no text', () => {
    expect(
      foundIn(['Nightjar', '12345', '李明', 'northern harbour'], 'Nightjar 12345 李明 northernharbour', true),
    ).toEqual(['northern harbour']);
  });

  test('a name of several words, each as it is written or in capitals', () => {
    const needle: Needle = {
      ...{ field: 'f', words: 'per an', letters: 'peran', length: 2 },
      ...{ form: 'as-written', written: ['Per', 'An'] },
    };
    const isFound = (text: string) => new NeedleIndex([needle]).findIn(text).size === 1;
    expect(['Per An', 'PER An', 'PER AN'].every(isFound)).toBe(true);
    expect(['per An', 'Per an', 'PeR An'].some(isFound)).toBe(false);
  });
});

describe('a seam of two texts', () => {
  const BLUE = 'we saw the flight of the blue';
  const HERON = 'heron houses were closed today';

  test.each<[string, readonly string[], string, string, boolean]>([
    ['end and beginning', [BLUE, HERON], 'blueheron', `${BLUE} ${HERON}`, true],
    ['twelve letters of each are enough', [BLUE, HERON], 'blueheron', 'flightofthe blue heron housesweree', false],
    ['as much as there is', [BLUE, HERON], 'blueheron', 'theflightofthe blue heron houseswerecl', true],
    ['less before', [BLUE, HERON], 'blueheron', `of the blue ${HERON}`, false],
    ['less after', [BLUE, HERON], 'blueheron', `${BLUE} heron houses`, false],
    ['short texts stand whole', ['blue', 'heron'], 'blueheron', 'blue heron', true],
    ['nothing there', [BLUE, HERON], 'blueheron', BLUE, false],
    ['once a seam and once not', [BLUE, HERON], 'blueheron', `${BLUE} ${HERON} blue heron`, false],
    ['twice a seam', [BLUE, HERON], 'blueheron', `${BLUE} ${HERON} and ${BLUE} ${HERON}`, true],
    ['a text alone', [BLUE], 'blueheron', `${BLUE} ${HERON}`, false],
    ['of one text within', ['we saw the blue heron fly'], 'blueheron', 'we saw the blue heron fly', false],
    ['with a label between', [BLUE, 'Sources', HERON], 'bluesourcesheron', `${BLUE} Sources ${HERON}`, true],
    ['with a number between', [BLUE, '7', HERON], 'blue7heron', `${BLUE} 7 ${HERON}`, true],
    ['with a short label between', [BLUE, 'of', HERON], 'blueofheron', `${BLUE} of ${HERON}`, true],
    ['with a letter between', [BLUE, 'x', HERON], 'bluexheron', `${BLUE} x ${HERON}`, false],
    ['with what is no text between', [BLUE, HERON], 'bluesourcesheron', `${BLUE} Sources ${HERON}`, false],
    ['with a label at its end', [BLUE, 'heron'], 'blueheron', `${BLUE} heron`, true],
    ['without any text', ['', '–'], 'blueheron', 'blue heron', false],
  ])('%s', (_, ...[texts, needle, surface, isExplained]) => {
    expect(new Seams(texts).explain(needle, surface)).toBe(isExplained);
  });
});
