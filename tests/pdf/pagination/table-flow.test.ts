import { describe, expect, it } from 'vitest';
import type { EngineNode } from '../../../src/pdf/engine/node-shapes.js';
import { newPaginator, para, placesOn, tableOf } from './plain-pages.js';

const one = (name: string, more: Partial<EngineNode> = {}) => para(name, 1, more);
const rows = (count: number, from = 0) => Array.from({ length: count }, (_, at) => [one(`r${at + from}-`)]);
/** Lines on each page, without their places. */
const names = (...given: Parameters<typeof placesOn>) =>
  placesOn(...given).map((page) => page.filter((item) => /^[a-z]\d/.test(item)).map((item) => item.split(' ')[0]));
const start = (node: EngineNode, full = 100) => newPaginator().start(node, 200, full);

describe('a table on one page', () => {
  it('has its grounds first, then its content, rules and sides', () => {
    const table = tableOf(
      [
        [one('a', { fillColor: '#eee' }), one('b')],
        [one('c'), one('d')],
      ],
      { rule: 1, padding: 2 },
    );
    expect(placesOn({ stack: [para('x', 1), table, para('y', 1)] })).toEqual([
      [
        'x0 0,0',
        'rect 0,11 56,14',
        'a0 3,13',
        'b0 58,13',
        'line 0,10.5 111,10.5',
        'line 0.5,10 0.5,25',
        'line 55.5,10 55.5,25',
        'line 110.5,10 110.5,25',
        'c0 3,28',
        'd0 58,28',
        'line 0,25.5 111,25.5',
        'line 0.5,25 0.5,40',
        'line 55.5,25 55.5,40',
        'line 110.5,25 110.5,40',
        'line 0,40.5 111,40.5',
        'y0 0,41',
      ],
    ]);
  });

  it('has cells that span rows from the first to the last', () => {
    const table = tableOf(
      [
        [one('a', { rowSpan: 2, fillColor: '#eee' }), one('b')],
        [null, one('c')],
      ],
      { rule: 1 },
    );
    expect(placesOn(table)[0]).toEqual([
      'rect 0,1 52,21',
      'a0 1,1',
      'b0 52,1',
      'c0 52,12',
      'line 0,0.5 103,0.5',
      'line 51,11.5 103,11.5',
      'line 0.5,0 0.5,22',
      'line 51.5,0 51.5,22',
      'line 102.5,0 102.5,11',
      'line 102.5,11 102.5,22',
      'line 0,22.5 103,22.5',
    ]);
  });
});

describe('a table over pages', () => {
  it('breaks between rows, with a rule at the foot and one at the head', () => {
    const pages = placesOn(tableOf(rows(10), { rule: 1 }));
    expect(pages[0]?.filter((item) => item.startsWith('line 0,')).at(-1)).toBe('line 0,99.5 52,99.5');
    expect(pages[0]?.filter((item) => item.startsWith('r'))).toHaveLength(9);
    expect(pages[1]?.filter((item) => item.startsWith('line 0,'))).toEqual([
      'line 0,0.5 52,0.5',
      'line 0,11.5 52,11.5',
    ]);
    expect(pages[1]).toContain('r9-0 1,1');
  });

  it('tears no row that fits a page', () => {
    const table = tableOf([[para('a', 6)], [para('b', 6)], [para('c', 3)]]);
    expect(names(table).map((page) => page.length)).toEqual([6, 9]);
  });

  it('tears a row taller than a page, with its grounds and sides on each', () => {
    const tall = para('b', 14, { fillColor: '#eee' });
    const pages = placesOn(
      tableOf(
        [
          [one('a'), one('x')],
          [tall, para('c', 12)],
          [one('d'), one('y')],
        ],
        { rule: 1, padding: 2 },
      ),
    );
    expect(pages.map((page) => page.filter((item) => item.startsWith('b')).length)).toEqual([7, 7]);
    expect(pages.map((page) => page.filter((item) => item.startsWith('c')).length)).toEqual([7, 5]);
    expect(pages[0]).toContain('rect 0,16 56,74');
    expect(pages[0]).toContain('line 0.5,15 0.5,90');
    expect(pages[0]?.at(-1)).toBe('line 0,90.5 111,90.5');
    expect(pages[1]?.slice(0, 2)).toEqual(['rect 0,1 56,74', 'line 0,0.5 111,0.5']);
    expect(pages[1]).toContain('b7 3,3');
    expect(pages[1]).toContain('d0 3,78');
    expect(pages[1]?.at(-1)).toBe('line 0,90.5 111,90.5');
  });

  it('breaks a box anywhere', () => {
    const box = tableOf([[para('a', 8)]], { rule: 1, padding: 2 });
    expect(names({ stack: [para('x', 5), box] }).map((page) => page.length)).toEqual([5 + 4, 4]);
    expect(names({ stack: [para('x', 7), box] }).map((page) => page.length)).toEqual([7 + 2, 6]);
    expect(names({ stack: [para('x', 8), box] }).map((page) => page.length)).toEqual([8, 8]);
    expect(placesOn({ stack: [para('x', 8), box] })[0]).toHaveLength(8);
  });

  it('keeps rows together that a span ties', () => {
    const tied = tableOf([
      [one('a', { rowSpan: 3 }), one('b')],
      [null, one('c')],
      [null, one('d')],
    ]);
    expect(names({ stack: [para('x', 8), tied] }).map((page) => page.length)).toEqual([8, 4]);
    expect(names({ stack: [para('x', 7), tied] }).map((page) => page.length)).toEqual([11]);
  });

  it('tears rows that a span ties where they are taller than a page', () => {
    const tied = tableOf(
      [
        [para('a', 12, { rowSpan: 2, fillColor: '#eee' }), para('b', 9)],
        [null, para('c', 9)],
      ],
      { rule: 1 },
    );
    const pages = placesOn(tied);
    expect(pages.flatMap((page) => page.filter((item) => /^[abc]\d/.test(item)))).toHaveLength(30);
    expect(pages[0]?.[0]).toMatch(/^rect 0,1 52,/);
    // The ground of the cell above goes on beside the rows below.
    expect(pages.every((page) => page.some((item) => item.startsWith('rect 0,')))).toBe(true);
  });

  it('moves whole where nothing of a row can begin', () => {
    expect(names({ stack: [para('x', 8), tableOf([[para('a', 3)], [one('b')]])] }).map((page) => page.length)).toEqual([
      8, 4,
    ]);
    expect(
      names({ stack: [para('x', 9), tableOf([[para('a', 13), para('b', 13)]])] }).map((page) => page.length),
    ).toEqual([9, 20, 6]);
  });
});

describe('the header', () => {
  const table = (count: number, more: object = {}) =>
    tableOf([[one('h', { fillColor: '#eee' })], ...rows(count)], { headerRows: 1, rule: 1, ...more });

  it('is repeated on every page, above its own rule', () => {
    const pages = placesOn(table(17));
    expect(pages.map((page) => page.filter((item) => item.startsWith('h')))).toEqual([
      ['h0 1,1'],
      ['h0 1,1'],
      ['h0 1,1'],
    ]);
    expect(pages[1]?.slice(0, 2)).toEqual(['rect 0,1 52,10', 'h0 1,1']);
    expect(pages[1]).toContain('r8-0 1,12');
    expect(pages.map((page) => page.filter((item) => item.startsWith('r') && !item.startsWith('rect')).length)).toEqual(
      [8, 8, 1],
    );
  });

  it('is repeated where the page begins, wherever it was first', () => {
    const pages = placesOn({ stack: [para('x', 5), table(5)] });
    expect(pages[0]?.filter((item) => item.startsWith('h'))).toEqual(['h0 1,51']);
    expect(pages[1]?.slice(0, 2)).toEqual(['rect 0,1 52,10', 'h0 1,1']);
    expect(pages[1]?.find((item) => item.startsWith('line'))).toBe('line 0,0.5 52,0.5');
  });

  it('is never alone', () => {
    for (const before of [6, 7, 8, 9]) {
      const pages = names({
        stack: [para('x', before), tableOf([[one('h')], [para('a', 2)], [one('b')]], { headerRows: 1 })],
      });
      for (const page of pages) expect(page.at(-1)).not.toBe('h0');
    }
    expect(names({ stack: [para('x', 7), tableOf([[one('h')], [para('a', 2)]], { headerRows: 1 })] })).toHaveLength(1);
    expect(names({ stack: [para('x', 8), tableOf([[one('h')], [para('a', 2)]], { headerRows: 1 })] })[0]).toHaveLength(
      8,
    );
  });

  it('of more than half a page is not repeated', () => {
    const count = (lines: number) =>
      placesOn(tableOf([[para('h', lines)], ...rows(12)], { headerRows: 1 }))
        .flat()
        .filter((item) => item.startsWith('h')).length;
    expect(count(5)).toBe(15);
    expect(count(6)).toBe(6);
  });

  it('of all rows is not repeated', () => {
    const pages = placesOn(tableOf(rows(14), { headerRows: 14 }));
    expect(pages.flat().filter((item) => item.startsWith('r0-'))).toHaveLength(1);
  });

  it('has pictures and drawings again, each at its place', () => {
    const picture: EngineNode = { image: {}, _width: 10, _height: 5 };
    const drawing: EngineNode = { canvas: [{ type: 'line', x1: 0, y1: 1, x2: 5, y2: 1 }], _minHeight: 2 };
    const svg: EngineNode = { svg: '<svg/>', _width: 8, _height: 3 };
    const pages = placesOn({
      stack: [para('x', 2), tableOf([[{ stack: [picture, drawing, svg] }], ...rows(9)], { headerRows: 1 })],
    });
    expect(pages[0]?.slice(2, 5)).toEqual(['image 0,20', 'line 0,26 5,26', 'svg 0,27']);
    expect(pages[1]?.slice(0, 3)).toEqual(['image 0,0', 'line 0,6 5,6', 'svg 0,7']);
  });

  it('stays above a row that is torn', () => {
    const pages = names(tableOf([[one('h')], [para('a', 25)]], { headerRows: 1 }));
    expect(pages.map((page) => page[0])).toEqual(['h0', 'h0', 'h0']);
    expect(pages.map((page) => page.length)).toEqual([10, 10, 8]);
  });
});

describe('what a table needs', () => {
  it.each<[string, EngineNode, number]>([
    ['its first row', tableOf([[para('a', 2)], [one('b')]], { rule: 1 }), 22],
    ['its header and its first row', tableOf([[one('h')], [para('a', 2)], [one('b')]], { headerRows: 1, rule: 1 }), 33],
    ['the beginning of a box', tableOf([[para('a', 8)]], { rule: 1, padding: 2 }), 26],
    ['the beginning of a row taller than a page', tableOf([[para('a', 12)], [one('b')]], { rule: 1 }), 22],
    ['that beside its header', tableOf([[one('h')], [para('a', 10)]], { headerRows: 1 }), 30],
    [
      'all of the rows that a span ties',
      tableOf([
        [para('a', 2, { rowSpan: 2 }), one('b')],
        [null, one('c')],
      ]),
      20,
    ],
    ['nothing, without rows', tableOf([]), 0],
  ])('to begin is %s', (_what, node, height) => {
    expect(start(node)).toBe(height);
  });

  it('to begin counts the rule that closes it at the foot, so a heading is not left alone', () => {
    const space: EngineNode = { canvas: [], _minHeight: 4.5 };
    const box = tableOf([[para('a', 8)]], { rule: 1, padding: 2 });
    const pages = names({ stack: [para('x', 6), space, one('h', { keepWithNext: true }), box] });
    expect(pages.map((page) => page.length)).toEqual([6, 9]);
  });

  it('below a box with a picture moves the box along, and nothing of it stays', () => {
    const picture: EngineNode = { image: {}, _width: 10, _height: 30 };
    const box = { ...tableOf([[picture]], { rule: 1 }), keepWithNext: true };
    const pages = placesOn({ stack: [para('x', 6), box, para('y', 2)] });
    expect(pages[0]).toHaveLength(6);
    expect(pages[1]?.slice(0, 2)).toEqual(['image 1,1', 'line 0,0.5 52,0.5']);
    expect(pages[1]?.at(-1)).toBe('y1 0,42');
  });

  it('below it has room on its last page', () => {
    const kept = { ...tableOf(rows(4), { rule: 1 }), keepWithNext: true };
    expect(names({ stack: [para('x', 4), kept, para('y', 2)] }).map((page) => page.length)).toEqual([7, 3]);
    expect(names({ stack: [para('x', 3), kept, para('y', 2)] }).map((page) => page.length)).toEqual([9]);
    const whole = { ...tableOf([[para('a', 9)], [para('b', 9)]]), keepWithNext: true };
    expect(names({ stack: [whole, para('y', 2)] }).map((page) => page.length)).toEqual([9, 9, 2]);
  });
});
