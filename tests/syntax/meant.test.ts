import { expect, test } from 'vitest';
import { numberOf, switchOf } from '../../src/syntax/meant.js';

test.each([
  ['25mm', 'mm', '25'],
  ['2.5 cm', 'mm', '25'],
  ['1"', 'mm', '25.4'],
  ['25,5', 'mm', '25.5'],
  ['12px', 'pt', '9'],
  ['10 pt', 'pt', '10'],
  ['10 %', '', '0.1'],
  ['10 %', 'mm', null],
  ['25 ells', 'mm', null],
  ['wide', 'mm', null],
])('%j in %j is %j', (written, unit, expected) => {
  expect(numberOf(written, unit)).toBe(expected);
});

test.each([
  ['Ja', 'true'],
  ['off', 'false'],
  ['perhaps', null],
])('%j is %j', (written, expected) => {
  expect(switchOf(written)).toBe(expected);
});
