import { describe, expect, it } from 'vitest';
import { mapTree } from '../../src/document/map.js';
import type { Root } from '../../src/document/tree.js';
import { collectImages, plainText, walkTree } from '../../src/document/walk.js';
import { parseBlocks } from '../../src/markdown/parse.js';

const root = (markdown: string): Root => ({
  type: 'root',
  children: parseBlocks(markdown, { directives: 'all', html: 'text' }).nodes,
});

describe('plainText', () => {
  it('says what a reader sees', () => {
    const { children } = root(
      '# A *b*\n\nc\\\nd [@x, 1] `e`\n\n- f\n- g\n\n| h | i |\n| - | - |\n| j | ![k](l.png) |\n\n:::keep\nm\n:::',
    );
    expect(plainText(children)).toBe('A b\nc\nd  e\nf\ng\nh\ti\nj\tk\nm');
  });
});

describe('collectImages', () => {
  it('finds them everywhere, each once, in order', () => {
    const markdown =
      '![a](1.png)\n\n> - *![b](2.png)* [![a](1.png)](https://x.y)\n\n|![c](3.png)|\n|-|\n\n:::keep\n![d](4.png)\n:::\n\nx[^1]\n\n[^1]: ![e](5.png)';
    expect(collectImages(root(markdown))).toEqual(['1.png', '2.png', '3.png', '4.png', '5.png']);
  });
});

describe('walkTree', () => {
  it('visits parents first, tells them, and passes over what it is told to', () => {
    const seen: string[] = [];
    walkTree(root('> *a* b\n\n- c').children, (node, ancestors) => {
      seen.push(`${ancestors.length} ${node.type}`);
      return node.type !== 'list';
    });
    expect(seen).toEqual(['0 blockquote', '1 paragraph', '2 emphasis', '3 text', '2 text', '0 list']);
  });
});

describe('mapTree', () => {
  it('replaces inlines by any number, everywhere, and joins the texts', () => {
    const mapped = mapTree(root('# a X\n\n> *X* b\n\n- X\n\n|X|\n|-|\n|c|\n\n:::keep\nX [X](https://x.y)\n:::'), {
      inline: (node) =>
        node.type === 'text'
          ? [
              { ...node, value: node.value.replace('X', '') },
              { type: 'text', value: '!' },
            ]
          : undefined,
    });
    expect(plainText(mapped.children)).toBe('a !\n! b!\n!\n!\nc!\n !!'.replace(' !!', ' !!'));
    expect(mapped.children[0]).toMatchObject({ children: [{ type: 'text', value: 'a !' }] });
  });

  it('removes and multiplies blocks, items and rows, children first', () => {
    const before = root('a\n\n- b\n- c\n\n|d|\n|-|\n|e|');
    const mapped = mapTree(before, {
      block: (node) => (node.type === 'paragraph' && plainText([node]) === 'a' ? [] : undefined),
      item: (node) => (plainText([node]) === 'b' ? [node, node] : undefined),
      row: (node) => (plainText([node]) === 'e' ? [] : undefined),
    });
    expect(plainText(mapped.children)).toBe('b\nb\nc\nd');
    expect(plainText(before.children)).toBe('a\nb\nc\nd\ne');
  });

  it('does not map what it has put in', () => {
    const mapped = mapTree(root('a'), {
      inline: () => [
        { type: 'text', value: 'b' },
        { type: 'emphasis', children: [{ type: 'text', value: 'a' }] },
      ],
    });
    expect(plainText(mapped.children)).toBe('ba');
  });
});
