import { describe, expect, it } from 'vitest';
import type { EngineNode } from '../../../src/pdf/engine/node-shapes.js';
import { childrenHeight, childrenStart } from '../../../src/pdf/pagination/children.js';
import { namesOn, newPaginator, para, placesOn } from './plain-pages.js';

const head = (name: string, more: Partial<EngineNode> = {}) => para(name, 1, { keepWithNext: true, ...more });
const space = (height: number): EngineNode => ({ canvas: [], _minHeight: height });
const on = (...stack: EngineNode[]) => namesOn({ stack });

describe('nodes below each other', () => {
  it('stand one below the other, with the space around them', () => {
    const stack = [para('a', 2, { _margin: [5, 3, 7, 4] }), space(6), para('b', 1, { _margin: [0, 1, 0, 0] })];
    expect(placesOn({ stack })).toEqual([['a0 5,3', 'a1 5,13', 'b0 0,34']]);
    expect(childrenHeight(newPaginator(), stack, 200)).toBe(44);
    expect(childrenHeight(newPaginator(), [], 200)).toBe(0);
  });

  it('go on where the page before them ended', () => {
    expect(on(para('a', 12), para('b', 9), para('c', 2))).toEqual([
      'a0 a1 a2 a3 a4 a5 a6 a7 a8 a9',
      'a10 a11 b0 b1 b2 b3 b4 b5 b6',
      'b7 b8 c0 c1',
    ]);
  });

  it('that take no room leave a page as fresh as it was', () => {
    expect(placesOn({ stack: [space(0), para('a', 12, { pageBreak: 'before' })] }, 120)).toHaveLength(1);
    expect(placesOn({ stack: [space(0.005), para('a', 12, { pageBreak: 'before' })] }, 120)).toHaveLength(1);
    expect(placesOn({ stack: [space(1), para('a', 12, { pageBreak: 'before' })] }, 120)).toHaveLength(2);
    const next = { ...space(0), pageBreak: 'before' };
    const late = { stack: [para('a', 1), next, para('b', 1, { _margin: [0, 8, 0, 0] })] };
    expect(placesOn(late)[1]).toEqual(['b0 0,0']);
  });

  it('have space above them in a page, but not where a page goes on with them', () => {
    const stack = [para('a', 9), para('b', 2, { _margin: [0, 8, 0, 0] })];
    expect(placesOn({ stack })[1]).toEqual(['b0 0,0', 'b1 0,10']);
    expect(placesOn({ stack: [para('b', 2, { _margin: [0, 8, 0, 0] })] })).toEqual([['b0 0,8', 'b1 0,18']]);
  });

  it('may let the space below them be cut at the foot', () => {
    expect(on(para('a', 10, { _margin: [0, 0, 0, 20] }), para('b', 1))).toHaveLength(2);
    expect(on(para('a', 9, { _margin: [0, 0, 0, 20] }))).toHaveLength(1);
  });
});

describe('page breaks', () => {
  it.each<[string, EngineNode[], readonly string[]]>([
    ['before', [para('a', 1), para('b', 1, { pageBreak: 'before' })], ['a0', 'b0']],
    ['after', [para('a', 1, { pageBreak: 'after' }), para('b', 1)], ['a0', 'b0']],
    [
      'after a stack whose last is so',
      [{ stack: [para('a', 1), para('b', 1, { pageBreak: 'after' })] }, para('c', 1)],
      ['a0 b0', 'c0'],
    ],
    [
      'not after one within',
      [{ stack: [para('a', 1, { pageBreak: 'after' }), para('b', 1)] }, para('c', 1)],
      ['a0', 'b0 c0'],
    ],
    ['once for both', [para('a', 1, { pageBreak: 'after' }), para('b', 1, { pageBreak: 'before' })], ['a0', 'b0']],
    ['not where a page begins', [para('a', 1, { pageBreak: 'before' }), para('b', 1)], ['a0 b0']],
    ['not after the last', [para('a', 1), para('b', 1, { pageBreak: 'after' })], ['a0 b0']],
  ])('%s', (_what, stack, pages) => {
    expect(on(...stack)).toEqual(pages);
  });
});

describe('what is kept with the next', () => {
  it.each<[string, EngineNode[], readonly string[]]>([
    [
      'stays where the beginning of that fits',
      [para('a', 7), head('h'), para('b', 4)],
      ['a0 a1 a2 a3 a4 a5 a6 h0 b0 b1', 'b2 b3'],
    ],
    [
      'goes with it where it does not',
      [para('a', 8), head('h'), para('b', 4)],
      ['a0 a1 a2 a3 a4 a5 a6 a7', 'h0 b0 b1 b2 b3'],
    ],
    [
      'goes with all of what is one piece',
      [para('a', 7), head('h'), para('b', 3)],
      ['a0 a1 a2 a3 a4 a5 a6', 'h0 b0 b1 b2'],
    ],
    [
      'goes in a chain',
      [para('a', 7), head('g'), head('h'), para('b', 4)],
      ['a0 a1 a2 a3 a4 a5 a6', 'g0 h0 b0 b1 b2 b3'],
    ],
    [
      'stays in a chain that fits',
      [para('a', 6), head('g'), head('h'), para('b', 4)],
      ['a0 a1 a2 a3 a4 a5 g0 h0 b0 b1', 'b2 b3'],
    ],
    [
      'does not count over a page break',
      [para('a', 9), head('h'), para('b', 4, { pageBreak: 'before' })],
      ['a0 a1 a2 a3 a4 a5 a6 a7 a8 h0', 'b0 b1 b2 b3'],
    ],
    [
      'counts at the end of a stack',
      [para('a', 8), { stack: [para('x', 1), head('h')] }, para('b', 4)],
      ['a0 a1 a2 a3 a4 a5 a6 a7 x0', 'h0 b0 b1 b2 b3'],
    ],
    [
      'does not count within one',
      [para('a', 8), { stack: [head('h'), para('x', 1)] }, para('b', 4)],
      ['a0 a1 a2 a3 a4 a5 a6 a7 h0 x0', 'b0 b1 b2 b3'],
    ],
    [
      'gives its last two lines',
      [para('a', 2), para('b', 7, { keepWithNext: true }), para('c', 3)],
      ['a0 a1 b0 b1 b2 b3 b4', 'b5 b6 c0 c1 c2'],
    ],
    ['at the very end keeps nothing', [para('a', 9), head('h')], ['a0 a1 a2 a3 a4 a5 a6 a7 a8 h0']],
    [
      'is not kept with what takes no room',
      [para('a', 9), head('h'), { stack: [] }],
      ['a0 a1 a2 a3 a4 a5 a6 a7 a8 h0'],
    ],
  ])('%s', (_what, stack, pages) => {
    expect(on(...stack)).toEqual(pages);
  });

  it('is cut where a chain is longer than a page', () => {
    const chain = Array.from({ length: 12 }, (_, at) => head(`h${at}-`));
    expect(on(...chain, para('b', 2)).join(' ')).toBe(`${chain.map((_, at) => `h${at}-0`).join(' ')} b0 b1`);
    expect(on(...chain, para('b', 2))).toHaveLength(2);
    expect(on(...chain, para('b', 2))[1]).toContain('h11-0 b0 b1');
  });

  it('at the end of a stack is kept with what follows the stack', () => {
    const picture: EngineNode = { image: {}, _width: 10, _height: 20 };
    const inner: EngineNode = { stack: [para('a', 1), picture], keepWithNext: true };
    expect(placesOn({ stack: [para('x', 6), inner, para('b', 3)] }).map((page) => page.slice(-4))).toEqual([
      ['x3 0,30', 'x4 0,40', 'x5 0,50', 'a0 0,60'],
      ['image 0,0', 'b0 0,20', 'b1 0,30', 'b2 0,40'],
    ]);
  });

  it('may be a drawing or a picture, which is one piece', () => {
    const picture: EngineNode = { image: {}, _width: 10, _height: 20, keepWithNext: true };
    expect(placesOn({ stack: [para('a', 7), picture, para('b', 2)] })[1]).toEqual(['image 0,0', 'b0 0,20', 'b1 0,30']);
    const drawing: EngineNode = { ...space(20), keepWithNext: true };
    expect(placesOn({ stack: [para('a', 7), drawing, para('b', 2)] })[1]).toEqual(['b0 0,20', 'b1 0,30']);
  });
});

describe('what is unbreakable', () => {
  const block = (lines: number, more: Partial<EngineNode> = {}): EngineNode => ({
    stack: [para('x', lines - 4), para('y', 4)],
    unbreakable: true,
    ...more,
  });

  it.each<[string, EngineNode[], readonly number[]]>([
    ['stays where it fits', [para('a', 4), block(6)], [10]],
    ['moves where it does not', [para('a', 5), block(6)], [5, 6]],
    ['is broken where it fits no page', [para('a', 4), block(12)], [10, 6]],
    ['goes with what it is kept with', [para('a', 4), block(6, { keepWithNext: true }), para('b', 3)], [4, 9]],
    [
      'is kept only as far as both fit a page',
      [para('a', 4), block(8, { keepWithNext: true }), para('b', 3)],
      [4, 8, 3],
    ],
  ])('%s', (_what, stack, lines) => {
    expect(on(...stack).map((page) => page.split(' ').length)).toEqual(lines);
  });

  it('may lose the space around it at the edges of a page', () => {
    const spaced = block(10, { _margin: [0, 15, 0, 15] });
    expect(on(para('a', 1), spaced).map((page) => page.split(' ').length)).toEqual([1, 10]);
  });
});

describe('the beginning of nodes', () => {
  const start = (...children: EngineNode[]) => childrenStart(newPaginator(), children, 200, 100);

  it('is that of the first, with what it is kept with', () => {
    expect(start()).toBe(0);
    expect(start(para('a', 1), para('b', 4))).toBe(10);
    expect(start(para('a', 9))).toBe(20);
    expect(start(head('h'), para('b', 9))).toBe(30);
    expect(start(head('g'), head('h', { _margin: [0, 2, 0, 3] }), para('b', 3))).toBe(55);
    expect(start(head('h'), para('b', 9, { pageBreak: 'before' }))).toBe(10);
    expect(start(para('a', 9, { keepWithNext: true }), para('b', 9))).toBe(20);
    expect(start(head('h'))).toBe(10);
  });

  it('is no more than a page', () => {
    const chain = Array.from({ length: 12 }, (_, at) => head(`h${at}-`));
    expect(start(...chain, para('b', 2))).toBe(40);
    expect(start(...chain.slice(4), para('b', 2))).toBe(100);
  });
});
