import { describe, expect, test } from 'vitest';
import { contrastRatio, hexOf, laidOn, luminance, mixed, mixedEvenly, readColour } from '../../src/colour/colour.js';

describe('a colour of CSS', () => {
  test.each([
    ['RebeccaPurple', '#663399', 1],
    ['#f80', '#ff8800', 1],
    ['rgb(300 -5 0)', '#ff0000', 1],
    ['rgb(100%, 0%, 20%)', '#ff0033', 1],
    ['hsl(120, 50%, 50%)', '#40bf40', 1],
    ['hsla(120, 50%, 50%, .25)', '#40bf40', 0.25],
    ['hwb(90 10% 20%)', '#73cc1a', 1],
    ['lab(50% 40 59.5)', '#bf5700', 1],
    ['lch(52.2% 72.2 50)', '#cd561a', 1],
    ['oklab(100% 0 0)', '#ffffff', 1],
    ['oklch(0% 0 none)', '#000000', 1],
    ['color(srgb 0 1 0 / 50%)', '#00ff00', 0.5],
    ['color(display-p3 1 1 1)', '#ffffff', 1],
    ['color(rec2020 0 0 0)', '#000000', 1],
    ['color(a98-rgb 1 1 1)', '#ffffff', 1],
    ['color(prophoto-rgb 1 1 1)', '#ffffff', 1],
    ['color(srgb-linear 1 0 0)', '#ff0000', 1],
    ['color(xyz-d50 0 0 0)', '#000000', 1],
    ['color(xyz 0 0 0)', '#000000', 1],
    ['rgb(1 2 3 / 7)', '#010203', 1],
    ['transparent', '#000000', 0],
  ])('%s', (written, hex, alpha) => {
    const read = readColour(written);
    expect(read && [hexOf(read), read.alpha]).toEqual([hex, alpha]);
  });

  test.each(['', 'currentcolor', 'inherit', '#12', '#12345', 'rgb(1 2)', 'rgb(a b c)', 'url(#a)', 'light-blue'])(
    'not %j',
    (written) => expect(readColour(written)).toBeNull(),
  );
});

test('colours are mixed in equal parts of sRGB, or in steps that look equal', () => {
  expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080');
  expect(mixed('#102030', '#102030', 0.3)).toBe('#102030');
  expect(mixedEvenly('#000000', '#ffffff', 0.5)).toBe('#777777');
  expect(laidOn({ red: 255, green: 0, blue: 0, alpha: 0.5 }, '#ffffff')).toBe('#ff8080');
});

test('lightness and contrast are those of WCAG', () => {
  expect([luminance('#000000'), luminance('#ffffff')]).toEqual([0, 1]);
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrastRatio('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
});
