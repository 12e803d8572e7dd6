import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/tree.js';
import { parseBlocks } from '../../src/markdown/parse.js';
import { toMarkdown } from '../../src/markdown/serialize.js';
import { blocks, footnotes, inlines } from './trees.js';

function expectBack(nodes: readonly Block[]): void {
  const markdown = toMarkdown({ type: 'root', children: nodes });
  expect(parseBlocks(markdown, { directives: 'public', html: 'text' }).nodes, markdown).toEqual(nodes);
}

describe('what is written can be read back', () => {
  it('any paragraph', () => {
    fc.assert(
      fc.property(inlines(), footnotes, (children, notes) => expectBack([{ type: 'paragraph', children }, ...notes])),
      { numRuns: 500 },
    );
  });

  it('any document', () => {
    fc.assert(
      fc.property(blocks(), footnotes, (nodes, notes) => expectBack([...nodes, ...notes])),
      { numRuns: 300 },
    );
  });

  it('a long table, without padding', () => {
    const cell = (value: string) => ({ type: 'tableCell', children: [{ type: 'text', value }] }) as const;
    const row = (...values: string[]) => ({ type: 'tableRow', children: values.map(cell) }) as const;
    const table: Block = {
      type: 'table',
      align: [null, 'right'],
      children: [row('a', 'b'), row('word '.repeat(30).trim(), '1')],
    };
    const markdown = toMarkdown({ type: 'root', children: [table] });
    expect(markdown.split('\n')[0]).toBe('| a | b |');
    expectBack([table]);
  });
});
