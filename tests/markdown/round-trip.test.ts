import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBlocks } from '../../src/markdown/parse.js';
import { toMarkdown } from '../../src/markdown/serialize.js';
import type { Block } from '../../src/markdown/tree.js';
import { blocks, inlines } from './trees.js';

function again(nodes: readonly Block[]): { markdown: string; tree: Block[] } {
  const markdown = toMarkdown({ type: 'root', children: nodes });
  return { markdown, tree: parseBlocks(markdown, { directives: 'public', html: 'text' }).nodes };
}

describe('toMarkdown', () => {
  it('gives any paragraph back', () => {
    fc.assert(
      fc.property(inlines(), (children) => {
        const paragraph: Block = { type: 'paragraph', children };
        const { markdown, tree } = again([paragraph]);
        expect(tree, markdown).toEqual([paragraph]);
      }),
      { numRuns: Number(process.env.RUNS ?? 500) , seed: Number(process.env.SEED ?? 1)},
    );
  });

  it('gives any document back', () => {
    fc.assert(
      fc.property(blocks(), (nodes) => {
        const { markdown, tree } = again(nodes);
        expect(tree, markdown).toEqual(nodes);
      }),
      { numRuns: Number(process.env.RUNS ?? 300), seed: Number(process.env.SEED ?? 1) },
    );
  });
});
