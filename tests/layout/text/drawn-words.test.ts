import { describe, expect, it } from 'vitest';
import type { Inline, Span } from '../../../src/document/tree.js';
import type { PrintNode, Run, SvgNode } from '../../../src/layout/print-nodes.js';
import { documentOf, layout, madeBy, nodesIn } from '../setting.js';

const text = (value: string): Inline => ({ type: 'text', value });
const runsIn = (nodes: readonly PrintNode[]): Run[] =>
  nodesIn(nodes).flatMap((node) => ('text' in node && typeof node.text !== 'string' ? node.text : []));
const made = (...children: Inline[]) => madeBy(layout(documentOf([{ type: 'paragraph', children }]))).content;
const drawings = (nodes: readonly PrintNode[]) => nodesIn(nodes).filter((node): node is SvgNode => 'svg' in node);
const gauge: Span = { type: 'span', role: 'gauge', shows: { range: [40, 50], dots: 2 }, children: [] };

describe('words with small drawings', () => {
  it('have a sign that is not read before them', () => {
    const [sign, word] = runsIn(made({ type: 'span', role: 'sign', children: [text('▲\u00a0')] }, text('Supports.')));
    expect(sign).toMatchObject({ text: '▲\u00a0', role: 'Span', actualText: '' });
    expect(word).toMatchObject({ text: 'Supports.' });
    expect(word).not.toHaveProperty('actualText');
  });

  it('have dots before them, which are not read and stay on their line', () => {
    for (const [dots, drawn] of [
      [1, '●○○'],
      [2, '●●○'],
      [3, '●●●'],
    ] as const) {
      const [run, word] = runsIn(
        made({ type: 'span', role: 'dots', shows: { range: null, dots }, children: [text('Word')] }),
      );
      expect(run).toMatchObject({ text: `${drawn}\u00a0`, role: 'Span', actualText: '', noWrap: true });
      expect(word).toMatchObject({ text: 'Word', noWrap: true });
      expect(word).not.toHaveProperty('actualText');
    }
  });

  it('stand over a bar and dots, which are decoration', () => {
    const nodes = made(text('Likely.'), gauge);
    expect(drawings(nodes).map(({ alt }) => alt)).toEqual(['', '']);
    expect(drawings(made(text('x'), { ...gauge, shows: { range: null, dots: 1 } }))).toHaveLength(1);
    expect(drawings(made(text('x'), { ...gauge, shows: { range: null, dots: null } }))).toHaveLength(0);
  });

  it('are drawn in the cells of tables too, no wider than their column', () => {
    const cell = (...children: Inline[]) => ({ type: 'tableCell' as const, children });
    const row = (...children: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, children });
    const rows = [row(cell(text('Risk')), cell(text('How likely'))), row(cell(text('x')), cell(text('Likely'), gauge))];
    const { content } = madeBy(layout(documentOf([{ type: 'table', align: [null, null], children: rows }])));
    const table = nodesIn(content).find((node) => 'table' in node);
    const widths = table !== undefined && 'table' in table ? table.table.widths.map(Number) : [];
    const [bar, dots] = drawings(content);
    expect((bar?.width ?? 0) + (dots?.width ?? 0)).toBeLessThanOrEqual(widths[1] ?? 0);
  });

  it('have their drawing at the end of a short line of particulars, and under a long one', () => {
    const details = (words: string) => {
      const children = [{ type: 'paragraph' as const, children: [text(words), gauge] }];
      const document = documentOf([{ type: 'directive', name: 'details', attributes: {}, children }]);
      return madeBy(layout(document)).content;
    };
    const beside = (words: string) =>
      nodesIn(details(words)).some((node) => 'columns' in node && node.columns.some((column) => 'text' in column));
    expect([beside('Open'), beside('Open. '.repeat(40))]).toEqual([true, false]);
    expect(drawings(details('Open. '.repeat(40)))).toHaveLength(2);
  });
});
