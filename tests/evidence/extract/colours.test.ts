import { expect, test } from 'vitest';
import { colourOf, isAlike } from '../../../src/evidence/extract/colours.js';
import { textOfHtml } from '../../../src/evidence/extract/html.js';

test.each([
  ['white', '#ffffff'],
  ['black', '#000000'],
  ['transparent', 'transparent'],
  [' white ', '#ffffff'],
  ['navy', 'navy'],
  ['initial', 'unknown'],
  ['light-blue', 'unknown'],
  ['var(--x)', 'unknown'],
  ['', 'unknown'],
  ['#fff', '#ffffff'],
  ['#1a2', '#11aa22'],
  ['#1a2b', '#11aa22'],
  ['#1a20', 'transparent'],
  ['#112233', '#112233'],
  ['#11223344', '#112233'],
  ['#11223300', 'transparent'],
  ['#112200', '#112200'],
  ['#12', 'unknown'],
  ['#1122334455', 'unknown'],
  ['x#fff', 'unknown'],
  ['rgb(255, 255, 255)', '#ffffff'],
  ['rgb(1 2 3)', '#010203'],
  ['rgb(1 2 3 / 50%)', '#010203'],
  ['rgba(1,2,3,0)', 'transparent'],
  ['rgba(1,2,3,0.0)', 'transparent'],
  ['rgb(1 2 3 / 0%)', 'transparent'],
  ['rgba(1,2,3,0.1)', '#010203'],
  ['rgb(100%, 0%, 20%)', '#ff0033'],
  ['rgb(0 0 256)', 'unknown'],
  ['rgb(0 0 -1)', 'unknown'],
  ['rgb(0 0)', 'unknown'],
  ['rgb(a b c)', 'unknown'],
  ['hsl(0, 0%, 100%)', '#ffffff'],
  ['hsl(9 9% 98%)', '#ffffff'],
  ['hsl(9 9% 99.5%)', '#ffffff'],
  ['hsl(0 0% 97%)', 'unknown'],
  ['hsl(0 0% 0%)', 'unknown'],
  ['hsla(0, 0%, 0%, 0)', 'transparent'],
  ['hsl(0 0)', 'unknown'],
  ['hwb(0 0% 0%)', 'unknown'],
])('%j is %j', (written, colour) => {
  expect(colourOf(written)).toBe(colour);
});

test.each([
  ['#fefefe', '#ffffff', true],
  ['#f7f7f7', '#ffffff', true],
  ['#f6f7f7', '#ffffff', false],
  ['#080000', '#000000', true],
  ['#ffffff', '#000000', false],
  ['snow', 'snow', true],
  ['snow', '#ffffff', false],
  ['unknown', 'unknown', false],
])('letters in %s on %s cannot be seen: %s', (ink, ground, alike) => {
  expect(isAlike(ink, ground)).toBe(alike);
});

test('words in nearly the colour of the page are not read', () => {
  const extracted = textOfHtml('<p>We will <i style="color:#fdfdfd">not</i> sign</p>');
  expect(extracted.ok && extracted.text.replace(/\s+/g, ' ').trim()).toBe('We will sign');
});
