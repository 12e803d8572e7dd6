import { describe, expect, it } from 'vitest';
import type { ColumnsNode, ListNode, PrintNode } from '../../../src/layout/print-nodes.js';
import { defaultTheme } from '../../../src/layout/theme/theme.js';
import { blocksOf, definitionOf, documentOf, layout, madeBy, nodesIn, runsIn } from '../setting.js';
import { withSpace } from '../with-space.js';

const columnsIn = (nodes: readonly PrintNode[]) =>
  nodesIn(nodes).filter((node): node is ColumnsNode => 'columns' in node);
const listsIn = (nodes: readonly PrintNode[]) => nodesIn(nodes).filter((node): node is ListNode => 'list' in node);
const wordsOf = (nodes: readonly PrintNode[]) =>
  runsIn(nodes)
    .map(({ text }) => text)
    .join(' ');

function withRail(markdown: string, rail: number) {
  const theme = { ...defaultTheme, page: { ...defaultTheme.page, rail } };
  return madeBy(layout(documentOf(blocksOf(markdown)), { theme }));
}

describe('a section', () => {
  it('has its heading in the rail beside its text, up to what takes the whole width', () => {
    const { content } = definitionOf('## S\n\none\n\n- two\n\n:::bottom-line{title="B"}\nwide\n:::\n\nthree');
    const [columns] = columnsIn(content);
    const [rail, text] = columns?.columns ?? [];
    expect(wordsOf(rail ? [rail] : [])).toBe('S');
    expect(wordsOf(text ? [text] : [])).toMatch(/^one (?:• )?two$/);
  });

  it('has its heading above what takes the whole width', () => {
    const wide = `| ${'a | '.repeat(5)}\n|${'---|'.repeat(5)}\n| ${'long words in it to fill the width | '.repeat(5)}`;
    expect(columnsIn(definitionOf(`## S\n\n${wide}`).content)).toEqual([]);
  });

  it('has its heading above its text where the rail is narrow, or a word of it wider', () => {
    expect(columnsIn(withRail('## S\n\ntext', 22).content)).toEqual([]);
    expect(columnsIn(withRail('## S\n\ntext', 39).content)).toHaveLength(1);
    expect(columnsIn(withRail('## Handlungsempfehlungsentwurf\n\ntext', 39).content)).toEqual([]);
  });

  it('keeps its heading clear of the bar of a quotation, which hangs in the gutter; a long word of it is not divided for that', () => {
    const quoted = ':::quotation\n> words\n\n— Somebody\n:::';
    const railOf = (heading: string, text: string) => {
      const [columns] = columnsIn(definitionOf(`## ${heading}\n\n${text}`).content);
      const [rail] = columns?.columns ?? [];
      return { end: Number(rail?.width), text: Number(rail?.width) + (columns?.columnGap ?? 0) };
    };
    const [plain, beside] = [railOf('What was said', 'words'), railOf('What was said', quoted)];
    expect(beside.text).toBeCloseTo(plain.text, 2);
    expect(plain.end).toBeGreaterThan(plain.text - 15);
    expect(beside.end).toBeLessThanOrEqual(beside.text - 20);
    expect(railOf('Bekanntmachung', quoted).end).toBe(plain.end);
  });

  it('after a page break begins a page', () => {
    const { content } = definitionOf('one\n\n::page-break\n\n## S\n\ntext');
    expect(content.at(-1)).toMatchObject({ pageBreak: 'before', stack: [{}, { columns: [{}, {}] }] });
  });
});

describe('what has changed', () => {
  it('stands in the rail beside the section that follows', () => {
    const { content } = definitionOf(':::changes{title="Since"}\n- **New:** facts\n:::\n\n## Facts\n\ntext');
    const [columns] = columnsIn(content);
    const [rail, text] = (columns?.columns ?? []).map((column) => wordsOf([column]));
    expect(rail).toMatch(/^Since New: ?\s*facts$/);
    expect(text).toBe('Facts text');
  });

  it('stands over the whole width where no section follows', () => {
    expect(columnsIn(definitionOf(':::changes{title="Since"}\n- facts\n:::\n\ntext').content)).toEqual([]);
  });
});

describe('quotations', () => {
  const quote = (words: string) => `:::quotation\n> ${words}\n\n— Somebody\n:::\n\n`;

  it('stand side by side where one is short and the next is long', () => {
    const { content } = definitionOf(quote('No.') + quote('Word after word. '.repeat(12)));
    const [columns] = columnsIn(content);
    expect(columns?.columns).toHaveLength(2);
    expect(wordsOf(columns ? [columns] : [])).toMatch(/^No\..*Word after word/);
  });

  it('stand below each other where both are long', () => {
    const long = quote('Word after word. '.repeat(20));
    expect(columnsIn(definitionOf(long + long).content)).toEqual([]);
  });
});

describe('sources', () => {
  const list = (count: number) =>
    `:::sources\n${Array.from({ length: count }, (_, i) => `1. Source ${i} with a title of some words`).join('\n')}\n:::`;

  it('stand in two columns from five on, numbered on', () => {
    const lists = listsIn(definitionOf(list(5)).content);
    expect(lists.map(({ items, start }) => [items.length, start ?? 1])).toEqual([
      [3, 1],
      [2, 4],
    ]);
    expect(listsIn(definitionOf(list(4)).content)).toHaveLength(1);
  });

  it('are all there however many they are, in columns that a page holds', () => {
    const lists = listsIn(definitionOf(list(200)).content);
    expect(lists.length).toBeGreaterThan(4);
    expect(lists.reduce((sum, { items }) => sum + items.length, 0)).toBe(200);
    let next = 1;
    for (const { items, start } of lists) {
      expect(start ?? 1).toBe(next);
      next += items.length;
    }
  });
});

describe('judgements', () => {
  it('have their grounds below, and beside them how likely and how sure', () => {
    const { content } = definitionOf(':::judgements\n1. **So it is.**\n\n   Because.\n\n   > Likely.\n:::');
    const [columns] = columnsIn(content);
    expect(columns?.columns.map((column) => wordsOf([column]))).toEqual(['So it is. Because.', 'Likely.']);
    const [left = 0, right = 0] = (columns?.columns ?? []).map(({ width }) => Number(width));
    expect(left).toBeGreaterThan(right * 1.8);
  });

  it('have all estimates in one column, in which the longest of them has one line', () => {
    const judged = (estimate: string) => `1. **So it is.**\n\n   > **${estimate}**\n`;
    const width = (...estimates: string[]) => {
      const columns = columnsIn(definitionOf(`:::judgements\n${estimates.map(judged).join('')}:::`).content);
      return columns.map((each) => Math.round(Number(each.columns[1]?.width)));
    };
    const [short = 0] = width('Likely');
    const [long = 0, same] = width('Almost certain (95–100%)', 'Likely');
    expect(long).toBeGreaterThan(short);
    expect(same).toBe(long);
    // One that is very long is broken, for the sake of the judgement beside it.
    expect(width('Word after word after word after word after word')[0]).toBeLessThan(130);
  });

  it('have their estimate below them where little room would be left beside it', () => {
    const markdown = ':::judgements\n1. **So it is.**\n\n   > Likely.\n:::';
    const text = { ...defaultTheme.text, size: 20, leading: 28 };
    const { content } = definitionOf(markdown, { theme: { ...defaultTheme, text } });
    expect(columnsIn(content)).toEqual([]);
    expect(wordsOf(content)).toContain('So it is. Likely.');
  });

  it('without an estimate have the whole width', () => {
    expect(columnsIn(definitionOf(':::judgements\n1. So.\n\n   Because.\n:::').content)).toEqual([]);
  });
});

describe('tables', () => {
  const table = (rows: number) => `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(rows)}`;

  it.each([
    [8, true],
    [9, undefined],
  ])('of %d rows are kept whole: %s', (rows, whole) => {
    const node = nodesIn(definitionOf(table(rows)).content).find((each) => 'table' in each);
    expect(node?.unbreakable).toBe(whole);
  });
});

describe('space', () => {
  it('gives way below blocks and in tables, and type does not', () => {
    const definition = definitionOf('## S\n\none\n\n- two\n- three\n\n| a | b |\n|---|---|\n| c | d |');
    const half = withSpace(definition, 0.5);
    const below = (nodes: readonly PrintNode[]) => nodesIn(nodes).map(({ margin }) => margin?.[3] ?? 0);
    const [before, after] = [below(definition.content), below(half.content)];
    expect(before.some((points) => points > 0)).toBe(true);
    expect(after).toEqual(before.map((points) => (points > 0 ? Math.round(points * 500) / 1000 : points)));
    expect(nodesIn(half.content).map(({ fontSize }) => fontSize)).toEqual(
      nodesIn(definition.content).map(({ fontSize }) => fontSize),
    );
    expect([half.header, half.footer]).toEqual([definition.header, definition.footer]);
    expect(withSpace(definition, 1)).toBe(definition);
  });
});
