import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PrintDefinition } from '../../../src/layout/definition.js';
import type { PrintNode, Run, TableNode } from '../../../src/layout/print-nodes.js';
import { Plate } from '../../../src/pdf/plate.js';
import { definitionOf, LOREM, RULED } from '../definitions.js';
import { rendered } from '../rendered.js';

const CHAPTERS = ['one', 'two', 'three'];
const see: Run = { text: '', pagesOf: ['two'], linkTitle: 'Page {page}', fontFeatures: ['tnum'] };
const text = (...before: string[]): readonly Run[] => [{ text: `${before.join(' ')} (page ` }, see, { text: ').' }];

/** Numbers within paragraphs, in lists, boxes, and in the head of a table that is longer than a page. */
const CONTENT: readonly PrintNode[] = [
  { text: text(LOREM, LOREM), alignment: 'justify', margin: [0, 0, 0, 12] },
  { text: text('Short'), alignment: 'right' },
  { list: 'bullet', indent: 20, items: [{ content: [{ text: text('An item') }] }] },
  { box: { content: [{ text: text('In a box') }], padding: [4, 4, 4, 4], fill: null, bar: null, border: null } },
  {
    table: {
      widths: ['auto', '*'],
      headerRows: 1,
      body: [
        [{ text: text('Head') }, { text: 'Words' }],
        ...Array.from({ length: 40 }, (): TableNode['table']['body'][number] => [{ text: 'Row' }, { text: LOREM }]),
      ],
    },
    rules: RULED,
  },
  ...CHAPTERS.map((id): PrintNode => ({ text: id, id, role: 'H2', pageBreak: 'before' })),
  { text: text('At the end'), decoration: 'underline' },
];

const DEFINITIONS: Readonly<Record<string, PrintDefinition>> = {
  'from the left': definitionOf(CONTENT),
  'from the right': definitionOf(CONTENT, { language: 'he' }),
  bound: definitionOf(CONTENT, { page: { ...definitionOf([]).page, binding: 20, rightHand: true } }),
};

describe('lines with other numbers of pages', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each(Object.entries(DEFINITIONS))('stand where all of it would be placed anew: %s', async (_, definition) => {
    const exchanged = vi.spyOn(Plate.prototype, 'renumbered');
    const { bytes } = await rendered(definition);
    expect(exchanged).toHaveBeenCalledOnce();
    exchanged.mockImplementation(function (this: Plate) {
      return this.place(1);
    });
    expect(Buffer.from((await rendered(definition)).bytes).equals(bytes)).toBe(true);
  });
});
