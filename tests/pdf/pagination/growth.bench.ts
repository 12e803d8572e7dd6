import { bench, describe } from 'vitest';
import type { EngineNode, EngineRun } from '../../../src/pdf/engine/node-shapes.js';
import { layOut, lorem, text } from './print.js';

const runs = (count: number): EngineRun[] =>
  Array.from({ length: count }, (_, index) => ({ text: `w${index % 500} `, bold: index % 2 === 0 }));

/** Eight times as much should take about eight times as long; what grows with the square takes 64 times. */
const cases: [string, (size: number) => EngineNode[], number][] = [
  ['words of one paragraph', (size) => [text(lorem(size))], 64_000],
  ['runs of one paragraph', (size) => [{ text: runs(size) }], 10_000],
  ['letters of one word', (size) => [text('A'.repeat(size))], 100_000],
  ['headings in a row', (size) => Array.from({ length: size }, () => text('Heading', { keepWithNext: true })), 8_000],
  ['paragraphs', (size) => Array.from({ length: size }, (_, index) => text(`Paragraph ${index % 300}`)), 16_000],
];

describe.each(cases)('%s', (_name, make, size) => {
  const options = { iterations: 3, warmupIterations: 1, time: 0, warmupTime: 0 };
  bench(`${size / 8}`, () => void layOut(make(size / 8)), options);
  bench(`${size}`, () => void layOut(make(size)), options);
});
