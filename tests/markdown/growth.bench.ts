import { bench, describe } from 'vitest';
import { parseBlocks } from '../../src/markdown/parse.js';
import { toMarkdown } from '../../src/markdown/serialize.js';

/** Eight times as much should take about eight times as long; what grows with the square takes 64 times. */
const PIECES = [
  '_a__b',
  'a*b_c',
  '**a_',
  '~~a~',
  '***a',
  '<!--',
  '<?',
  '<a@b',
  'a@b.cd ',
  'https://x.org/a_b',
  '[see @a] ',
  '[a](b ',
];
const SIZE = 16_000;

describe.each(PIECES)('%s', (piece) => {
  const options = { iterations: 3, warmupIterations: 1, time: 0, warmupTime: 0 };
  const parse = (count: number) => parseBlocks(piece.repeat(count), { directives: 'public', html: 'text' }).nodes;
  bench(`read ${SIZE / 8}`, () => void parse(SIZE / 8), options);
  bench(`read ${SIZE}`, () => void parse(SIZE), options);
  bench(`write ${SIZE / 8}`, () => void toMarkdown({ type: 'root', children: parse(SIZE / 8) }), options);
  bench(`write ${SIZE}`, () => void toMarkdown({ type: 'root', children: parse(SIZE) }), options);
});
