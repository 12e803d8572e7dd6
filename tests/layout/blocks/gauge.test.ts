import { describe, expect, it } from 'vitest';
import type { PrintNode, SvgNode } from '../../../src/layout/print-nodes.js';
import { definitionOf, nodesIn } from '../setting.js';

const drawings = (nodes: readonly PrintNode[]) => nodesIn(nodes).filter((node): node is SvgNode => 'svg' in node);
const numbers = (svg: string, name: string) =>
  [...svg.matchAll(new RegExp(` ${name}="([\\d.]+)"`, 'g'))].map(([, n]) => Number(n));

describe('a gauge', () => {
  it('is a bar at its place between 0 and 100 per cent', () => {
    const bars = ['0–5', '40–50', '95–100'].map((range) => {
      const [bar] = drawings(definitionOf(`::gauge{range="${range} %"}`).content);
      const box = /<rect[^>]*>/.exec(bar?.svg ?? '')?.[0] ?? '';
      const [x = 0] = numbers(box, 'x');
      const [width = 0] = numbers(box, 'width');
      return { from: x / (bar?.width ?? 1), to: (x + width) / (bar?.width ?? 1) };
    });
    const places = bars.map(({ from, to }) => [Math.round(from * 20) * 5, Math.round(to * 20) * 5]);
    expect(places).toEqual([
      [0, 5],
      [40, 50],
      [95, 100],
    ]);
  });

  it('is as many filled dots of three as its level says', () => {
    for (const [level, filled] of [
      ['low', 1],
      ['moderate', 2],
      ['medium', 2],
      ['high', 3],
    ] as const) {
      const [dots] = drawings(definitionOf(`::gauge{level="${level}"}`).content);
      const fills = [...(dots?.svg ?? '').matchAll(/<circle[^>]* fill="(#\w+)"/g)].map(([, fill]) => fill);
      expect(fills).toHaveLength(3);
      expect(fills.filter((fill) => fill !== '#ffffff')).toHaveLength(filled);
    }
  });

  it('is decoration: a screen reader has the words beside it', () => {
    expect(drawings(definitionOf('::gauge{level="low"}').content).map(({ alt }) => alt)).toEqual(['']);
  });

  it('is nothing where it says nothing that can be drawn', () => {
    for (const attributes of ['', '{range="likely"}', '{level="constructor"}', '{level=""}'])
      expect(drawings(definitionOf(`before\n\n::gauge${attributes}\n\nafter`).content)).toEqual([]);
  });
});
