import { describe, expect, it } from 'vitest';
import type { EngineNode } from '../../../src/pdf/engine/node-shapes.js';
import { WHOLE } from '../../../src/pdf/pagination/flow.js';
import { FIRST, newPaginator, para, placesOn, shown, tableOf } from './plain-pages.js';

const space = (height: number, more: Partial<EngineNode> = {}): EngineNode => ({
  canvas: [],
  _minHeight: height,
  ...more,
});
const picture = (width: number, height: number, more: Partial<EngineNode> = {}): EngineNode => ({
  image: {},
  _width: width,
  _height: height,
  ...more,
});

describe('the height of a node', () => {
  it.each<[string, EngineNode, number]>([
    ['a paragraph', para('a', 3), 30],
    ['with its margins', para('a', 3, { _margin: [1, 2, 3, 4] }), 36],
    ['a stack', { stack: [para('a', 1), para('b', 2)] }, 30],
    ['a list', { ul: [para('a', 1), para('b', 2)] }, 30],
    ['columns', { columns: [para('a', 1), para('b', 2)] }, 20],
    ['a table', tableOf([[para('a', 1)], [para('b', 2)]], { rule: 1, padding: 2 }), 41],
    ['a picture', picture(100, 50), 50],
    ['a picture made narrower', picture(400, 100), 50],
    ['a picture within margins', picture(400, 100, { _margin: [50, 0, 50, 0] }), 25],
    ['a picture higher than a page', picture(100, 900), 900],
    ['a drawing', { svg: '<svg/>', _width: 400, _height: 100 }, 50],
    ['a canvas', space(7), 7],
    ['nothing', {}, 0],
    ['what is out of the flow', para('a', 3, { relativePosition: { x: 0, y: 0 } }), 0],
  ])('%s', (_what, node, height) => {
    expect(newPaginator().height(node, 200)).toBe(height);
  });

  it('is worked out for every width', () => {
    const [node, paginator] = [picture(400, 100), newPaginator()];
    expect([200, 100, 200].map((width) => paginator.height(node, width))).toEqual([50, 25, 50]);
  });
});

describe('the beginning of a node', () => {
  const start = (node: EngineNode, full = 100) => newPaginator().start(node, 200, full);
  it.each<[string, EngineNode, number]>([
    ['a paragraph', para('a', 9), 20],
    ['with the space above it', para('a', 9, { _margin: [1, 2, 3, 4] }), 22],
    ['a stack', { stack: [para('a', 9), para('b', 2)] }, 20],
    ['a list', { ul: [para('a', 9), para('b', 2)] }, 20],
    ['columns', { columns: [para('a', 9), para('b', 3)] }, 30],
    [
      'a table',
      tableOf(
        [
          [para('a', 1), para('c', 2)],
          [para('b', 2), para('d', 1)],
        ],
        { rule: 1, padding: 2 },
      ),
      26,
    ],
    ['a picture', picture(100, 50), 50],
    ['a picture higher than a page', picture(100, 900), 100],
    ['a drawing', { svg: '<svg/>', _width: 400, _height: 100 }, 50],
    ['a canvas', space(7), 7],
    ['nothing', {}, 0],
    ['what is out of the flow', para('a', 3, { relativePosition: { x: 0, y: 0 } }), 0],
    ['all of what is unbreakable', para('a', 9, { unbreakable: true }), 90],
    ['but the space below it', para('a', 9, { unbreakable: true, _margin: [0, 3, 0, 4] }), 93],
    ['of one that fits without the space above it', para('a', 10, { unbreakable: true, _margin: [0, 3, 0, 4] }), 103],
    ['of one that fits no page, its beginning', para('a', 11, { unbreakable: true }), 20],
  ])('%s', (_what, node, expected) => {
    expect(start(node)).toBe(expected);
  });

  it('is worked out for every width and page', () => {
    const [node, paginator] = [picture(400, 100), newPaginator()];
    expect(paginator.start(node, 200, 100)).toBe(50);
    expect(paginator.start(node, 100, 100)).toBe(25);
    expect(paginator.start(node, 200, 30)).toBe(30);
    expect(paginator.start(node, 200, 100)).toBe(50);
  });
});

describe('what is out of the flow', () => {
  const away = (more: Partial<EngineNode> = {}) => para('x', 12, { relativePosition: { x: 3, y: 4 }, ...more });

  it('stands beside where it would, takes no room, and is not broken', () => {
    const pages = placesOn({ stack: [para('a', 1), away(), para('b', 1)] });
    expect(pages).toHaveLength(1);
    expect(pages[0]?.slice(0, 2)).toEqual(['a0 0,0', 'x0 3,14']);
    expect(pages[0]?.slice(-2)).toEqual(['x11 3,124', 'b0 0,10']);
  });

  it('may be raised by its own height, beside the line above', () => {
    expect(
      placesOn({ stack: [para('a', 3), para('x', 1, { relativePosition: { x: 3, y: 4 }, onLineAbove: true })] }),
    ).toEqual([['a0 0,0', 'a1 0,10', 'a2 0,20', 'x0 3,24']]);
  });
});

describe('a node that is placed', () => {
  const placed = (node: EngineNode, y: number, after = 0, fresh = false) => {
    const paginator = newPaginator();
    const { y: end, rest } = paginator.place(node, { area: { ...FIRST, y, fresh }, rest: WHOLE, after });
    return { end, rest: rest?.kind ?? null, items: paginator.items.map(shown) };
  };

  it('ends below its margin, but not below the page', () => {
    expect(placed(para('a', 1, { _margin: [0, 2, 0, 3] }), 0)).toEqual({ end: 15, rest: null, items: ['a0 0,2'] });
    expect(placed(para('a', 1, { _margin: [0, 0, 0, 30] }), 80).end).toBe(100);
    expect(placed(para('a', 12, { relativePosition: { x: 0, y: 0 } }), 50).end).toBe(50);
  });

  it('that does not fit is left whole, and nothing of it is drawn', () => {
    expect(placed(para('a', 3), 80)).toEqual({ end: 80, rest: 'whole', items: [] });
    expect(placed(picture(10, 30), 80)).toEqual({ end: 80, rest: 'whole', items: [] });
    expect(placed(picture(10, 20.005), 80).rest).toBeNull();
    expect(placed(picture(10, 30), 80, 0, true).rest).toBeNull();
  });

  it('as a piece waits for what must stand below it, if both fit a page', () => {
    expect(placed(picture(10, 20), 70, 10).rest).toBeNull();
    expect(placed(picture(10, 20), 70, 11).rest).toBe('whole');
    expect(placed(picture(10, 20), 70, 80).rest).toBe('whole');
    expect(placed(picture(10, 20), 70, 81).rest).toBeNull();
    expect(placed({ columns: [para('a', 2)] }, 70, 11).rest).toBe('whole');
    expect(placed({ columns: [para('a', 9)] }, 70, 11).rest).toBe('columns');
  });

  it('has what must stand below it under its margin', () => {
    expect(placed(para('a', 5, { _margin: [0, 0, 0, 5] }), 40, 5).rest).toBeNull();
    expect(placed(para('a', 5, { _margin: [0, 0, 0, 6] }), 40, 5).rest).toBe('lines');
    expect(placed(para('a', 5, { _margin: [0, 0, 0, 60] }), 40).rest).toBeNull();
  });
});
