import { expect, it } from 'vitest';
import type { EngineNode, EngineRun } from '../../../src/pdf/engine.js';
import { layOut, lorem, text } from './print.js';

/** Milliseconds to lay out a document, at its best of two tries; the machine has other things to do. */
function time(make: () => EngineNode[]): number {
  const tries = [0, 1].map(() => {
    const content = make();
    const start = performance.now();
    layOut(content);
    return performance.now() - start;
  });
  return Math.min(...tries);
}

const runs = (count: number): EngineRun[] =>
  Array.from({ length: count }, (_, index) => ({ text: `w${index % 500} `, bold: index % 2 === 0 }));

/** Eight times as much takes eight times as long, more on a busy machine; what grows with the square, 64 times. */
const cases: [string, (size: number) => EngineNode[], number][] = [
  ['words of one paragraph', (size) => [text(lorem(size))], 16_000],
  ['runs of one paragraph', (size) => [{ text: runs(size) }], 10_000],
  ['letters of one word', (size) => [text('A'.repeat(size))], 100_000],
  ['headings in a row', (size) => Array.from({ length: size }, () => text('Heading', { keepWithNext: true })), 8_000],
  ['paragraphs', (size) => Array.from({ length: size }, (_, index) => text(`Paragraph ${index % 300}`)), 16_000],
];

it.each(cases)('takes time in proportion to the %s', (_name, make, size) => {
  time(() => make(2_000));
  const eighth = time(() => make(size / 8));
  const whole = time(() => make(size));
  expect(whole / Math.max(eighth, 5)).toBeLessThan(28);
});

it('lays out a paragraph of 64,000 words in seconds on a busy machine; with the square of the words it takes minutes', () => {
  const words = Array.from({ length: 64_000 }, (_, index) => `word${index % 700}`).join(' ');
  expect(time(() => [text(words)])).toBeLessThan(5_000);
});
