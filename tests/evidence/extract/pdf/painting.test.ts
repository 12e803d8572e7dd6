import { describe, expect, test } from 'vitest';
import { type Instruction, Painting } from '../../../../src/evidence/extract/pdf/painting.js';

const FILL = 22;
const STROKE = 20;

const does = (name: string, ...operands: readonly unknown[]): Instruction => ({ name, operands });
const glyph = (unicode: string, width = 500) => ({ unicode, width });
const show = (text: string, width?: number) =>
  does(
    'showText',
    [...text].map((each) => glyph(each, width)),
  );
const font = (size: number) => does('setFont', 'F1', size);
const at = (x: number, y: number) => does('setTextMatrix', [1, 0, 0, 1, x, y]);
const color = (value: string) => does('setFillRGBColor', value);
type Rectangle = readonly [left: number, bottom: number, right: number, top: number];
const path = (operator: number, rectangle: Rectangle) => does('constructPath', operator, [], { ...rectangle });
const box = (...rectangle: Rectangle) => path(FILL, rectangle);
const alpha = (value: number) => does('setGState', [['ca', value]]);

const painted = (...instructions: readonly Instruction[]) =>
  new Painting(new Set([FILL])).paint([does('beginText'), ...instructions]);
/** Whether each string is seen, in order. */
const seen = (...instructions: readonly Instruction[]) => painted(...instructions).map(({ isSeen }) => isSeen);

describe('the place of a string', () => {
  const place = (...instructions: readonly Instruction[]) =>
    painted(font(10), ...instructions).map(({ text, x, y, width }) => [text, x, y, width]);

  test('is where the text is, and the next one follows it', () => {
    expect(place(at(70, 600), show('ab'), show('c'))).toEqual([
      ['ab', 70, 600, 10],
      ['c', 80, 600, 5],
    ]);
  });

  test('begins anew with every text', () => {
    expect(place(at(70, 600), show('a'), does('beginText'), show('b'))[1]).toEqual(['b', 0, 0, 5]);
    expect(place(at(70, 600), show('a'), does('beginText'), does('moveText', 1, 2), show('b'))[1]).toEqual([
      'b',
      1,
      2,
      5,
    ]);
  });

  test('is moved from the beginning of the line before', () => {
    expect(place(at(70, 600), show('a'), does('moveText', 3, -14), show('b'))[1]).toEqual(['b', 73, 586, 5]);
  });

  test('is moved by the leading, which a move may set', () => {
    expect(place(at(70, 600), does('setLeading', 14), does('nextLine'), show('a'))[0]).toEqual(['a', 70, 586, 5]);
    const moved = place(at(70, 600), does('setLeadingMoveText', 2, -12), show('a'), does('nextLine'), show('b'));
    expect(moved).toEqual([
      ['a', 72, 588, 5],
      ['b', 72, 576, 5],
    ]);
    expect(place(does('setLeading', 14), at(70, 600), does('moveText', 0, -5), does('nextLine'), show('a'))).toEqual([
      ['a', 70, 581, 5],
    ]);
  });

  test('depends on spaces between letters and words, and on the scale', () => {
    const spaced = [does('setCharSpacing', 1), does('setWordSpacing', 3)];
    expect(place(...spaced, show('a b'))[0]).toEqual(['a b', 0, 0, 15 + 3 + 3]);
    expect(place(...spaced, does('setHScale', 50), show('a b'), show('c'))).toEqual([
      ['a b', 0, 0, 10.5],
      ['c', 10.5, 0, 3],
    ]);
  });

  test('depends on the distances between letters, in thousandths of the size', () => {
    expect(place(does('showText', [glyph('a'), -200, glyph('b'), 100]), show('c'))).toEqual([
      ['ab', 0, 0, 11],
      ['c', 11, 0, 5],
    ]);
    expect(place(does('setHScale', 200), does('showText', [glyph('a'), -200]))[0]).toEqual(['a', 0, 0, 14]);
  });

  test('is not decided by what is no letter', () => {
    expect(place(does('showText', [glyph('a'), null, 'x', { unicode: 'y' }, { width: 500 }, glyph('b')]))).toEqual([
      ['ab', 0, 0, 10],
    ]);
    expect(place(does('showText', 'ab'), does('showText'))).toEqual([
      ['', 0, 0, 0],
      ['', 0, 0, 0],
    ]);
  });

  test('may rise', () => {
    expect(place(at(70, 600), does('setTextRise', 5), show('a'))[0]).toEqual(['a', 70, 605, 5]);
  });

  test('depends on all that is around it, until it is restored', () => {
    const instructions = [does('save'), does('transform', 2, 0, 0, 3, 10, 20), at(5, 5), show('a')];
    expect(place(...instructions, does('restore'), at(5, 5), show('b'))).toEqual([
      ['a', 20, 35, 10],
      ['b', 5, 5, 5],
    ]);
    const form = [does('paintFormXObjectBegin', [2, 0, 0, 3, 10, 20]), at(5, 5), show('a')];
    expect(place(...form, does('paintFormXObjectEnd'), at(5, 5), show('b'))).toEqual([
      ['a', 20, 35, 10],
      ['b', 5, 5, 5],
    ]);
    expect(place(does('restore'), does('paintFormXObjectBegin'), at(5, 5), show('a'))).toEqual([['a', 5, 5, 5]]);
    expect(place(does('transform', 2, 0, 0, 2, 0, 0), does('transform', 1, 0, 0, 1, 7, 0), show('a'))[0]).toEqual([
      'a',
      14,
      0,
      10,
    ]);
  });

  test('of a text that runs the other way is where it begins, with the width that it takes', () => {
    expect(place(does('setTextMatrix', [-1, 0, 0, 1, 70, 600]), show('ab'))[0]).toEqual(['ab', 70, 600, 10]);
  });
});

describe('a string is seen', () => {
  const words = show('words');

  test.each<[string, readonly Instruction[], boolean]>([
    ['in black', [font(10), words], true],
    ['in white', [font(10), color('#ffffff'), words], false],
    ['almost in white', [font(10), color('#f7f8ff'), words], false],
    ['in light grey', [font(10), color('#f6ffff'), words], true],
    ['in light grey-green', [font(10), color('#fff6ff'), words], true],
    ['in light yellow', [font(10), color('#fffff6'), words], true],
    ['in a pattern', [font(10), color('#ffffff'), does('setFillColorN', 'p'), words], true],
    [
      'in a transparent colour, which is not known',
      [font(10), color('#ffffff'), does('setFillTransparent'), words],
      true,
    ],
    [
      'in a colour that is not known',
      [font(10), color('#ffffff'), does('setFillRGBColor', 255, 255, 255), words],
      true,
    ],
    ['without opacity', [font(10), alpha(0), words], false],
    ['with hardly any opacity', [font(10), alpha(0.05), words], false],
    ['with little opacity', [font(10), alpha(0.06), words], true],
    ['with other graphics', [font(10), does('setGState', [['CA', 0], ['ca', 'x'], 'ca', null]), words], true],
    ['with graphics that are none', [font(10), does('setGState', 'ca'), does('setGState'), words], true],
    ['with opacity again', [font(10), does('save'), alpha(0), does('restore'), words], true],
    ['of one point', [font(1), words], true],
    ['of less than one point', [font(0.9), words], false],
    ['of a negative size', [font(-10), words], true],
    ['that is shrunk', [font(10), does('transform', 0.09, 0, 0, 0.09, 0, 0), words], false],
    ['that is turned', [font(10), does('transform', 0, 1, -1, 0, 0, 0), words], true],
    ['that is turned and shrunk', [font(10), does('transform', 0, 0.09, -0.09, 0, 0, 0), words], false],
    ['that is invisible', [font(10), does('setTextRenderingMode', 3), words], false],
    ['that only clips', [font(10), does('setTextRenderingMode', 7), words], false],
    ['that is drawn in outlines', [font(10), does('setTextRenderingMode', 1), words], true],
  ])('%s', (_what, instructions, isSeen) => {
    expect(seen(...instructions)).toEqual([isSeen]);
  });

  test.each<[string, readonly Instruction[], boolean]>([
    ['white on a black box', [color('#000000'), box(60, 590, 200, 620)], true],
    ['white on a box that ends before it', [color('#000000'), box(0, 590, 69, 620)], false],
    ['white on a box that begins after its first letter', [color('#000000'), box(72, 590, 200, 620)], false],
    ['white over a box', [color('#000000'), box(60, 580, 200, 601)], false],
    ['white under a box', [color('#000000'), box(60, 604, 200, 620)], false],
    ['white on a frame', [color('#000000'), path(STROKE, [60, 590, 200, 620])], false],
    [
      'white on a box without opacity',
      [does('save'), alpha(0.9), color('#000000'), box(60, 590, 200, 620), does('restore')],
      false,
    ],
    [
      'white on an almost opaque box',
      [does('save'), alpha(0.95), color('#000000'), box(60, 590, 200, 620), does('restore')],
      true,
    ],
    [
      'white on white on black',
      [color('#000000'), box(0, 0, 600, 800), color('#ffffff'), box(60, 590, 200, 620)],
      false,
    ],
    ['white on a shading', [does('shadingFill')], true],
    [
      'white on a picture',
      [does('save'), does('transform', 200, 0, 0, 30, 60, 590), does('paintImageXObject'), does('restore')],
      true,
    ],
    [
      'white on a mask',
      [does('save'), does('transform', 200, 0, 0, 30, 60, 590), does('paintImageMaskXObject'), does('restore')],
      true,
    ],
    [
      'white on a picture that was not decoded',
      [does('save'), does('transform', 200, 0, 0, 30, 60, 590), does('restore')],
      true,
    ],
    ['white beside a picture', [does('save'), does('transform', 200, 0, 0, 30, 60, 650), does('restore')], false],
    [
      'white after a move alone',
      [does('save'), does('transform', 200, 0, 0, 30, 60, 590), does('endPath'), does('restore')],
      false,
    ],
    [
      'white on a turned box',
      [does('save'), does('transform', 0, 1, -1, 0, 200, 590), color('#000000'), box(0, 0, 30, 140), does('restore')],
      true,
    ],
    [
      'white on a flipped box',
      [does('save'), does('transform', 1, 0, 0, -1, 0, 800), color('#000000'), box(60, 180, 200, 210), does('restore')],
      true,
    ],
  ])('%s', (_what, before, isSeen) => {
    expect(seen(...before, font(10), color('#ffffff'), at(70, 600), words)).toEqual([isSeen]);
  });

  test.each<[string, Instruction, boolean]>([
    ['a box over it', box(60, 595, 200, 610), false],
    ['a box that is exactly as wide', box(70, 600, 95, 603), false],
    ['a box that leaves less than a point', box(71, 600, 94, 603), false],
    ['a box that leaves its beginning', box(71.5, 595, 200, 610), true],
    ['a box that leaves its end', box(60, 595, 93.5, 610), true],
    ['a box that leaves its foot', box(60, 600.5, 200, 610), true],
    ['a line through it', box(60, 595, 200, 602.5), true],
    ['a box of sixty points', box(60, 570, 200, 630), false],
    ['a background that is clipped', box(60, 570, 200, 630.5), true],
    ['a frame', path(STROKE, [60, 595, 200, 610]), true],
    ['a shading', does('shadingFill'), true],
  ])('under %s', (_what, cover, isSeen) => {
    expect(seen(font(10), at(70, 600), words, color('#000000'), cover)).toEqual([isSeen]);
  });

  test('under a box of any colour but a pattern', () => {
    const over = (...instructions: readonly Instruction[]) =>
      seen(font(10), at(70, 600), words, ...instructions, box(60, 595, 200, 610));
    expect(over(color('#ffff00'))).toEqual([false]);
    expect(over(does('setFillColorN'))).toEqual([true]);
    expect(over(alpha(0.5))).toEqual([true]);
  });

  test('where it has no width, whatever is over it', () => {
    expect(seen(font(10), at(70, 600), show('a', 0), box(60, 595, 200, 610))).toEqual([true]);
  });

  test.each<[string, readonly Instruction[], boolean]>([
    ['over a picture', [does('transform', 600, 0, 0, 800, 0, 0), does('paintImageXObject')], true],
    ['beside a picture', [does('transform', 600, 0, 0, 500, 0, 0), does('paintImageXObject')], false],
    ['over a box', [color('#eeeeee'), box(0, 0, 600, 800)], false],
  ])('where it is invisible and was recognised: %s', (_what, ground, isSeen) => {
    const text = [font(10), does('setTextRenderingMode', 3), at(70, 600), words];
    const around = [does('save'), ...ground, does('endPath'), does('restore')];
    expect(seen(...around, ...text)).toEqual([isSeen]);
    expect(seen(...text, ...around)).toEqual([isSeen]);
  });
});
