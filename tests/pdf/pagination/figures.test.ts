import { describe, expect, it } from 'vitest';
import type { EngineNode, Vector } from '../../../src/pdf/engine/node-shapes.js';
import { imageSize, moved, placeCanvas, placeImage } from '../../../src/pdf/pagination/figures.js';
import type { Flow, Placement } from '../../../src/pdf/pagination/flow.js';

const image = (width: number, height: number, more = {}) => ({ _width: width, _height: height, ...more }) as EngineNode;

describe('a picture', () => {
  it.each([
    ['keeps its size where there is room', image(100, 50), [100, 50]],
    ['is made smaller to the width', image(400, 100), [200, 50]],
    ['is made smaller to the page', image(100, 600), [50, 300]],
    ['is made smaller to both', image(400, 1200), [100, 300]],
    ['of no height is as wide as it is', image(100, 0), [100, 0]],
    ['without a size has none', {} as EngineNode, [0, 0]],
  ])('%s', (_what, node, expected) => {
    const { width, height } = imageSize(node, 200, 300);
    expect([width, height]).toEqual(expected);
  });

  it('has no size where there is no room', () => {
    expect(imageSize(image(10, 10), -5, 300)).toEqual({ width: 0, height: 0 });
  });

  const placement = { area: { x: 10, y: 20, width: 200, full: 300 } } as unknown as Placement;
  it.each([
    [undefined, 10],
    ['right', 110],
    ['center', 60],
  ])('is placed in its column: %s', (_alignment, x) => {
    const flow = { items: [] as unknown[] } as unknown as Flow;
    const placed = placeImage(flow, image(100, 50, { _alignment: _alignment, svg: '<svg/>' }), placement);
    expect(placed).toEqual({ y: 70, rest: null });
    expect(flow.items).toMatchObject([{ type: 'svg', item: { x, y: 20, _width: 100, _height: 50 } }]);
  });

  it('of pixels is told from a drawing', () => {
    const flow = { items: [] as unknown[] } as unknown as Flow;
    placeImage(flow, image(100, 50), placement);
    expect(flow.items).toMatchObject([{ type: 'image' }]);
  });
});

describe('vectors', () => {
  it('are moved as a whole', () => {
    const place = { x: 1, y: 2, x1: 3, y1: 4, x2: 5, y2: 6 };
    expect(moved({ type: 'line', ...place } as Vector, 10, 100)).toEqual({
      type: 'line',
      x: 11,
      y: 102,
      x1: 13,
      y1: 104,
      x2: 15,
      y2: 106,
    });
    expect(moved({ type: 'rect', w: 3 } as unknown as Vector, 10, 100)).toEqual({ type: 'rect', w: 3 });
  });

  it('are placed with their column, and take their height', () => {
    const drawn: unknown[] = [];
    const flow = { addVector: (...args: unknown[]) => drawn.push(args) } as unknown as Flow;
    const area = { x: 10, y: 20, width: 200, full: 300 };
    const node = {
      canvas: [{ type: 'line' }],
      _minWidth: 50,
      _minHeight: 7,
      _alignment: 'right',
    } as unknown as EngineNode;
    expect(placeCanvas(flow, node, { area } as unknown as Placement)).toEqual({ y: 27, rest: null });
    expect(drawn).toEqual([[{ type: 'line' }, 160, 20]]);
  });
});
