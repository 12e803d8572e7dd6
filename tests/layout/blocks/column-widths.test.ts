import { expect, test } from 'vitest';
import { sharedWidths } from '../../../src/layout/blocks/column-widths.js';

const claim = (min: number) => ({ min, natural: 500 });

test('where there is no room for all words, the widest columns give way and the others keep their words whole', () => {
  const widths = sharedWidths([1, 1, 8], [claim(50), claim(60), claim(300)], 200);
  expect(widths[0]).toBe(50);
  expect(widths[1]).toBe(60);
  expect(widths[2]).toBe(90);
});
