import { expect, it } from 'vitest';
import type { EnginePage } from '../../../src/pdf/engine/node-shapes.js';
import { pagesOfNames } from '../../../src/pdf/pagination/page-numbers.js';

const page = (...items: unknown[]) => ({ items }) as unknown as EnginePage;
const line = (...ids: (string | undefined)[]) => ({
  type: 'line',
  item: { inlines: [{}, { anchors: ids.map((id) => ({ id })) }] },
});
const drawn = (type: string, id: string) => ({ type, item: { anchors: [{ id }] } });

it('a name is on the first page that has it, whatever bears it', () => {
  const pages = [
    page(line('top', undefined), { type: 'vector', item: {} }),
    page(),
    page(drawn('image', 'map'), drawn('svg', 'chart'), line('top', 'law'), drawn('vector', 'box')),
    page(line('law')),
  ];
  expect([...pagesOfNames(pages)]).toEqual([
    ['top', 1],
    ['map', 3],
    ['chart', 3],
    ['law', 3],
    ['box', 3],
  ]);
});
