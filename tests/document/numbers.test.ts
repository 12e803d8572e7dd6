import { expect, test } from 'vitest';
import { writtenNumber, writtenRange } from '../../src/document/numbers.js';

test.each([
  [0.0004, '0.0004'],
  [99.9996, '99.9996'],
  [1e-9, '0.000000001'],
  [1234567.125, '1,234,567.125'],
  [0.1 + 0.2, '0.3'],
  [-2.5, '−2.5'],
  [2.04e-13, '2.04E-13'],
])('%s is written with all its digits, and none that come from reckoning', (value, text) => {
  expect(writtenNumber(value, 'en')).toBe(text);
});

test.each([
  ['en', '55–75%'],
  ['sv', '55–75\u00a0%'],
  ['fr', '55–75\u00a0%'],
  ['tr', '%55–75'],
  ['ar', '55–75%'],
])('writes a range of per cent in %s as %s', (language, text) => {
  expect(writtenRange(55, 75, language)).toBe(text);
});
