import { expect, test } from 'vitest';
import { colourOf, isAlike, isOpaque } from '../../../src/evidence/extract/colours.js';
import { textOfHtml } from '../../../src/evidence/extract/html.js';

test.each([
  ['white', '#ffffff'],
  [' Navy ', '#000080'],
  ['transparent', 'transparent'],
  ['initial', 'unknown'],
  ['var(--x)', 'unknown'],
  ['', 'unknown'],
  ['#1a2', '#11aa22'],
  ['#11223300', 'transparent'],
  ['rgb(1 2 3)', '#010203'],
  ['rgba(1,2,3,0)', 'transparent'],
  ['rgb(0 0 0 / 2%)', 'transparent'],
  ['rgb(0 0 0 / 50%)', '#808080'],
  ['#00000080', '#7f7f7f'],
  ['rgba(0,0,0,0.04)', '#f5f5f5'],
  ['hsl(0 0% 97%)', '#f7f7f7'],
  ['hwb(0 0% 0%)', '#ff0000'],
  ['oklch(100% 0 0)', '#ffffff'],
  ['lab(100 0 0)', '#ffffff'],
  ['color(display-p3 1 1 1)', '#ffffff'],
])('%j on white is %j', (written, colour) => {
  expect(colourOf(written, '#ffffff')).toBe(colour);
});

test('what shines through to a ground that is not known is not known', () => {
  expect(colourOf('rgb(0 0 0 / 50%)', 'unknown')).toBe('unknown');
  expect(colourOf('rgb(0 0 0 / 0%)', 'unknown')).toBe('transparent');
});

test.each([
  ['white', true],
  ['#12345678', false],
  ['rgb(1 2 3 / 99%)', false],
  ['inherit', false],
  ['url(x.png)', false],
])('%s lets nothing through: %s', (written, opaque) => {
  expect(isOpaque(written)).toBe(opaque);
});

test.each([
  ['#fefefe', '#ffffff', true],
  ['#f7f7f7', '#ffffff', true],
  ['#f6f7f7', '#ffffff', false],
  ['#f7f7f6', '#ffffff', false],
  ['#080000', '#000000', true],
  ['#ffffff', '#000000', false],
  ['unknown', 'unknown', false],
  [null, '#ffffff', false],
])('letters in %s on %s cannot be seen: %s', (ink, ground, alike) => {
  expect(isAlike(ink, ground)).toBe(alike);
});

test.each(['#fdfdfd', 'oklch(99.8% 0 0)', 'rgb(0 0 0 / 2%)', 'SNOW'])(
  'words in %s on the page are not read',
  (color) => {
    const extracted = textOfHtml(`<p>We will <i style="color:${color}">not</i> sign</p>`);
    expect(extracted.ok && extracted.text.replace(/\s+/g, ' ').trim()).toBe('We will sign');
  },
);
