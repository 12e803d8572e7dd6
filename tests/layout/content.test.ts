import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterAt } from '../../src/document/letters.js';
import type { Block } from '../../src/document/tree.js';
import { type AnyNode, plainText, walkTree } from '../../src/document/walk.js';
import { layoutDocument } from '../../src/layout/layout.js';
import { cleanText } from '../../src/layout/text/clean-text.js';
import { defaultTheme } from '../../src/layout/theme/theme.js';
import { blocks, footnotes } from '../markdown/trees.js';
import { onePixel } from './files.js';
import { overflows } from './room.js';
import { ascents, blocksOf, definitionOf, documentOf, layout, lettersOf, madeBy, nodesIn } from './setting.js';

/** Every picture there is. */
const anyPicture = { has: () => true, get: () => onePixel() } as unknown as ReadonlyMap<string, Uint8Array>;

/** The letters of a tree in the order in which they are printed: notes last, in the order of their numbers. */
function printedLetters(tree: readonly Block[]): string {
  const notes = new Map(
    tree.flatMap((block) => (block.type === 'footnoteDefinition' ? [[block.identifier, block]] : [])),
  );
  const order: string[] = [];
  const collect = (nodes: readonly AnyNode[]) =>
    walkTree(nodes, (node) => {
      if (node.type === 'footnoteDefinition') return false;
      if (node.type === 'footnoteReference' && notes.has(node.identifier) && !order.includes(node.identifier)) {
        order.push(node.identifier);
      }
      return true;
    });
  collect(tree);
  for (const identifier of order) collect(notes.get(identifier)?.children ?? []);
  const texts = tree.flatMap((block) => (block.type === 'footnoteDefinition' ? [] : [labelled(block)]));
  if (order.length > 0) texts.push('Notes');
  for (const [index, identifier] of order.entries()) {
    texts.push(letterAt(index), ...(notes.get(identifier)?.children ?? []).map(labelled));
  }
  return letters(texts.join('\n'));
}

/** Alerts are printed with their word, which the tree holds as their kind. */
function labelled(block: Block): string {
  return plainText([withLabels(block)]);
}

function withLabels(block: Block): Block {
  const text = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] });
  switch (block.type) {
    case 'alert':
      return { type: 'blockquote', children: [text(block.kind.toUpperCase()), ...block.children.map(withLabels)] };
    case 'blockquote':
      return { ...block, children: block.children.map(withLabels) };
    case 'list':
      return {
        ...block,
        children: block.children.map((item) => ({ ...item, children: item.children.map(withLabels) })),
      };
    case 'code':
      return text(block.value.replace(/\n/g, ' '));
    default:
      return block;
  }
}

function letters(text: string): string {
  return cleanText(text).replace(/\s+/gu, '');
}

describe('nothing is lost', () => {
  it.each(examples.map(({ number, markdown }) => [number, markdown]))('CommonMark example %i', (_, markdown) => {
    const tree = blocksOf(String(markdown).replaceAll('→', '\t'));
    const definition = madeBy(layout(documentOf(withoutPictures(tree)), { images: anyPicture }));
    expect(lettersOf(definition.content)).toBe(printedLetters(withoutPictures(tree)));
    expect(overflows(definition)).toEqual([]);
  });

  it('whatever the tree is', () => {
    fc.assert(
      fc.property(blocks(), footnotes, (body, notes) => {
        const tree = withoutPictures([...body, ...notes]);
        const definition = madeBy(layout(documentOf(tree), { images: anyPicture }));
        expect(lettersOf(definition.content)).toBe(printedLetters(tree));
        expect(overflows(definition)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('prints a picture and its address where it stood in a link', () => {
    const images = new Map([['a.png', onePixel()]]);
    const { content } = definitionOf('Before [![Alt](a.png "Title")](https://a.b) after', { images });
    expect(lettersOf(content)).toBe('BeforeAltTitlehttps://a.bafter');
  });
});

/** Pictures as their words: their own tests look at them. */
function withoutPictures(tree: readonly Block[]): readonly Block[] {
  return JSON.parse(JSON.stringify(tree), (_, value) =>
    value?.type === 'image' ? { type: 'text', value: value.alt } : value,
  );
}

describe('nothing leaves the page', () => {
  it('with many columns and long words', () => {
    const word = fc.constantFrom('a', 'word', 'Donaudampfschifffahrtsgesellschaft', '1 234.50', 'x'.repeat(200), '');
    const row = (columns: number) => fc.array(word, { minLength: columns, maxLength: columns });
    const table = fc
      .integer({ min: 1, max: 60 })
      .chain((columns) => fc.tuple(fc.constant(columns), fc.array(row(columns), { minLength: 1, maxLength: 4 })));
    const setting = fc.record({
      look: fc.constantFrom('ruled', 'grid', 'plain'),
      paper: fc.constantFrom('A4' as const, 'LETTER' as const),
      shared: fc.boolean(),
      depth: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(table, setting, ([columns, rows], { look, paper, shared, depth }) => {
        const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
        const rule = `|${'---|'.repeat(columns)}`;
        const widths = shared ? ` widths="${'3 '.repeat(columns).trim()}"` : '';
        const lines = [line(rows[0] ?? []), rule, ...rows.slice(1).map(line)];
        const text = `:::table{style="${look}"${widths}}\n${lines.join('\n')}\n:::`;
        const quoted = text.split('\n').map((one) => '> '.repeat(depth) + one);
        expect(overflows(definitionOf(quoted.join('\n'), { paper }))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('however deep lists and quotes are', () => {
    const lists = Array.from({ length: 40 }, (_, level) => `${'  '.repeat(level)}- item`).join('\n');
    const quotes = Array.from(
      { length: 40 },
      (_, level) => `${'> '.repeat(level + 1)}said\n${'> '.repeat(level + 1)}`,
    ).join('\n');
    const definition = definitionOf(`${lists}\n\n${quotes}`);
    expect(overflows(definition)).toEqual([]);
    expect(lettersOf(definition.content)).toBe('item'.repeat(40) + 'said'.repeat(40));
  });

  it('in columns inside columns', () => {
    const inner = '::::columns\n:::column{width="9"}\n- a\n:::\n:::column\n| a | b |\n|---|---|\n| 1 | 2 |\n:::\n::::';
    const definition = definitionOf(`::::::columns\n:::::column\n${inner}\n:::::\n:::::column\ntext\n:::::\n::::::`);
    expect(nodesIn(definition.content).filter((node) => 'columns' in node)).toHaveLength(2);
    expect(overflows(definition)).toEqual([]);
  });

  it('with a theme of the widest margins', () => {
    const page = { ...defaultTheme.page, margins: { left: 60, top: 60, right: 60, bottom: 60 }, rail: 50 };
    const document = documentOf(blocksOf('# T\n\n- a\n\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n\n```\nx\n```'));
    const outcome = layoutDocument(document, {
      theme: { ...defaultTheme, page },
      paper: 'A4',
      images: new Map(),
      logo: null,
      ascents,
    });
    expect(overflows(madeBy(outcome))).toEqual([]);
  });
});
