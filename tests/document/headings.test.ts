import { expect, test } from 'vitest';
import { HeadingNames, slugOf } from '../../src/document/headings.js';
import type { Heading } from '../../src/document/tree.js';

const heading = (value: string): Heading => ({ type: 'heading', depth: 2, children: [{ type: 'text', value }] });

test.each([
  ['Purpose', 'purpose'],
  ['Syfte & mål – å', 'syfte--mål--å'],
  ['What is *new*?', 'what-is-new'],
  ['snake_case and kebab-case', 'snake_case-and-kebab-case'],
  ['Зорилго 2.1', 'зорилго-21'],
])('%s is named as on GitHub', (text, slug) => {
  expect(slugOf(heading(text))).toBe(slug);
});

test('names are given once', () => {
  const names = new HeadingNames();
  expect(['A', 'a', 'A 1', 'A'].map((text) => names.next(heading(text)))).toEqual(['a', 'a-1', 'a-1-1', 'a-2']);
});
