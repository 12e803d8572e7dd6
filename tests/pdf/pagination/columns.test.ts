import { describe, expect, it } from 'vitest';
import type { EngineNode } from '../../../src/pdf/engine/node-shapes.js';
import { newPaginator, para, placesOn } from './plain-pages.js';

const wide = (node: EngineNode, width: number): EngineNode => ({ stack: [node], width });
const columns = (...inner: EngineNode[]): EngineNode => ({ columns: inner, _gap: 20 });

describe('columns', () => {
  it('stand beside each other, with a gap between, and what follows below the longest', () => {
    const pair = columns(wide(para('a', 2), 50), wide(para('b', 1), 70), wide(para('c', 1), 30));
    expect(placesOn({ stack: [pair, para('d', 1)] })).toEqual([
      ['a0 0,0', 'a1 0,10', 'b0 70,0', 'c0 160,0', 'd0 0,20'],
    ]);
    expect(newPaginator().height(pair, 200)).toBe(20);
    expect(newPaginator().height(columns(), 200)).toBe(0);
  });

  it('share what is left between the gaps', () => {
    const shares = columns(...['a', 'b', 'c'].map((name): EngineNode => ({ stack: [para(name, 1)], width: '*' })));
    expect(placesOn(shares)).toEqual([['a0 0,0', 'b0 73.333,0', 'c0 146.667,0']]);
  });

  it('have no gap where none was measured', () => {
    expect(placesOn({ columns: [wide(para('a', 1), 50), wide(para('b', 1), 50)] })[0]).toEqual(['a0 0,0', 'b0 50,0']);
    expect(placesOn({ columns: [wide(para('a', 1), 50)], _gap: 20 })[0]).toEqual(['a0 0,0']);
  });

  it('go on beside each other, each from where it was; one that has ended stays so', () => {
    const pair = columns(wide(para('a', 12), 50), wide(para('b', 3), 50), wide(para('c', 24), 50));
    const pages = placesOn({ stack: [pair, para('d', 1)] });
    expect(pages[1]).toEqual([
      'a10 0,0',
      'a11 0,10',
      ...Array.from({ length: 10 }, (_, n) => `c${n + 10} 140,${n * 10}`),
    ]);
    expect(pages[2]).toEqual(['c20 140,0', 'c21 140,10', 'c22 140,20', 'c23 140,30', 'd0 0,40']);
  });

  it('move together where none of them can begin', () => {
    const pair = columns(wide(para('a', 3), 50), wide(para('b', 3), 50));
    expect(placesOn({ stack: [para('x', 8), pair] })[1]).toEqual([
      'a0 0,0',
      'a1 0,10',
      'a2 0,20',
      'b0 70,0',
      'b1 70,10',
      'b2 70,20',
    ]);
  });

  it('need the beginning of each of them', () => {
    const start = (...inner: EngineNode[]) => newPaginator().start(columns(...inner), 200, 100);
    expect(start(wide(para('a', 9), 50), wide(para('b', 3), 50))).toBe(30);
    expect(start(wide(para('a', 9), 50), wide(para('b', 1), 50))).toBe(20);
    expect(start()).toBe(0);
  });

  it('of which one begins here and one on the next page', () => {
    const pair = columns(wide(para('a', 1), 50), {
      stack: [para('b', 1), para('c', 3, { keepWithNext: true })],
      width: 50,
    });
    const pages = placesOn({ stack: [para('x', 8), pair] });
    expect(pages[0]?.slice(8)).toEqual(['a0 0,80', 'b0 70,80']);
    expect(pages[1]).toEqual(['c0 70,0', 'c1 70,10', 'c2 70,20']);
  });
});

describe('lists', () => {
  const list = (more: Partial<EngineNode> = {}): EngineNode => ({
    ul: [para('a', 1), para('b', 12)],
    listIndent: 15,
    ...more,
  });

  it('leave room for their labels, at the left or at the right', () => {
    expect(placesOn(list())[0]?.slice(0, 2)).toEqual(['a0 15,0', 'b0 15,10']);
    expect(placesOn(list({ labelsAtRight: true }))[0]?.slice(0, 2)).toEqual(['a0 0,0', 'b0 0,10']);
    expect(placesOn({ ul: [para('a', 1)] })).toEqual([['a0 0,0']]);
  });

  it('are as narrow as that room leaves them', () => {
    const right: EngineNode = { canvas: [{ type: 'rect', x: 0, y: 0, w: 5, h: 5 }], _minWidth: 5, _alignment: 'right' };
    expect(placesOn({ ul: [right], listIndent: 15 })[0]).toEqual(['rect 195,0 5,5']);
    const whole: EngineNode = { image: {}, _width: 370, _height: 37 };
    expect(newPaginator().height({ ul: [whole], listIndent: 15 }, 200)).toBe(18.5);
    expect(newPaginator().start({ ul: [whole], listIndent: 15 }, 200, 100)).toBe(18.5);
  });

  it('begin with the beginning of their first item, and go on with the rest', () => {
    expect(newPaginator().start(list(), 200, 100)).toBe(10);
    expect(placesOn(list())[1]).toEqual(['b9 15,0', 'b10 15,10', 'b11 15,20']);
  });
});
