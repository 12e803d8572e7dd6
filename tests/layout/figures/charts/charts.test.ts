import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart, Matrix } from '../../../../src/document/figures.js';
import { writtenNumber } from '../../../../src/document/numbers.js';
import { valueScale } from '../../../../src/layout/figures/charts/axis.js';
import { drawChart } from '../../../../src/layout/figures/charts/chart.js';
import { fillsOf } from '../../../../src/layout/figures/charts/palette.js';
import { drawMatrix } from '../../../../src/layout/figures/matrix.js';
import { readSvg, type SvgElement } from '../../../../src/layout/pictures/svg/tree.js';

const WIDTHS = [220, 480];
const style = (width: number) => ({
  ...{ width, font: 'Source Sans 3', fontSize: 8, ink: '#000000', muted: '#555555', accent: '#1f3f6e' },
  ...{ tint: '#eeeeee', rightToLeft: false },
  measure: (text: string, size: number) => [...text].length * size * 0.55,
});

const chart = (form: Chart['form'], change: Partial<Chart> = {}): Chart => ({
  ...{ kind: 'chart', form, language: 'en', categories: ['2021', '2022', '2023'], days: null },
  series: [
    { name: 'Issued', values: [10, 20, 40] },
    { name: 'Executed', values: [5, null, 10] },
  ],
  ...change,
});

function elements(svg: string): SvgElement[] {
  const root = readSvg(svg);
  if ('wrong' in root) throw new Error(root.wrong);
  const found: SvgElement[] = [];
  const visit = (element: SvgElement) => {
    found.push(element);
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  visit(root);
  return found;
}
const named = (svg: string, name: string) => elements(svg).filter((each) => each.name === name);
const texts = (svg: string) => named(svg, 'text').map(({ children }) => children.join(''));
const number = (element: SvgElement | undefined, name: string) => Number(element?.attributes[name]);

describe('charts', () => {
  it('columns are as long as their numbers', () => {
    const { svg } = drawChart(chart('columns'), style(480));
    const columns = named(svg, 'rect').filter((each) => number(each, 'height') > 10);
    const heights = columns.map((each) => number(each, 'height'));
    expect(heights.map((height) => Math.round((height / Math.max(...heights)) * 40))).toEqual([10, 20, 40, 5, 10]);
  });

  it.each(['line', 'columns', 'bars', 'shares'] as const)(
    'of the form %s have a part for every cell of their data',
    (form) => {
      const years = Array.from({ length: 60 }, (_, i) => String(1960 + i));
      const many = { categories: years, series: [{ name: 'Issued', values: years.map((_, i) => i + 1) }] };
      const cells = (svg: string) => new Set([...svg.matchAll(/data-cell="(\d+ \d+)"/g)].map(([, cell]) => cell));
      const [few, long] = [drawChart(chart(form), style(480)).svg, drawChart(chart(form, many), style(480)).svg];
      const known = [1, 2, 3].flatMap((row) => [`${row} 0`, `${row} 1`, `${row} 2`]).filter((cell) => cell !== '2 2');
      expect([...cells(few)]).toEqual(expect.arrayContaining(['0 1', '0 2', ...known]));
      expect([...cells(long)]).toEqual(
        expect.arrayContaining(['0 1', ...years.flatMap((_, i) => [`${i + 1} 0`, `${i + 1} 1`])]),
      );
      expect(`${few}${long}`).not.toMatch(/<g data-cell="[^"]*"><\/g>/);
    },
  );

  it('columns are lower where there are few', () => {
    const heightOf = (count: number) => {
      const values = Array.from({ length: count }, (_, i) => i + 1);
      const change = { categories: values.map(String), series: [{ name: 'Issued', values }] };
      return drawChart(chart('columns', change), style(480)).height;
    };
    const [few, some, many, more] = [3, 6, 10, 12].map(heightOf);
    expect([few, some, many].map((height, i, all) => i === 0 || (height ?? 0) > (all[i - 1] ?? 0))).not.toContain(
      false,
    );
    expect(more).toBe(many);
  });

  it('columns below 0 hang from the line of 0', () => {
    const series = [{ name: 'Balance', values: [10, -10] }];
    const { svg } = drawChart(chart('columns', { categories: ['a', 'b'], series }), style(480));
    const [up, down] = named(svg, 'rect');
    expect(number(up, 'y') + number(up, 'height')).toBeCloseTo(number(down, 'y'), 1);
  });

  it('bars are as long as their numbers, and bear them', () => {
    const { svg } = drawChart(chart('bars'), style(480));
    const lengths = named(svg, 'rect').map((each) => number(each, 'width'));
    expect(lengths.map((length) => Math.round((length / Math.max(...lengths)) * 40))).toEqual([10, 5, 20, 40, 10]);
    expect(texts(svg)).toEqual(expect.arrayContaining(['10', '5', '20', '40', '–']));
  });

  it('bars and shares bear the names of their series where there is room, and a legend where there is not', () => {
    const long = [{ name: 'A name that is much longer than its share', values: [1, 9, 9] }];
    for (const form of ['bars', 'shares'] as const) {
      const labelled = drawChart(chart(form), style(480)).svg;
      expect(texts(labelled).filter((each) => each === 'Issued' || each === 'Executed')).toHaveLength(2);
      const swatches = (svg: string) => named(svg, 'rect').filter((each) => number(each, 'width') === 6.4).length;
      expect(swatches(labelled)).toBe(0);
      const crowded = chart(form, { series: [...long, { name: 'Other', values: [99, 1, 1] }] });
      expect(swatches(drawChart(crowded, style(220)).svg)).toBe(2);
    }
    const columns = drawChart(chart('columns', { series: [{ name: 'x', values: [1, null, 3] }] }), style(480)).svg;
    expect(texts(columns)).toContain('–');
  });

  it('long rows of years are named by years that are easy to count by', () => {
    const years = Array.from({ length: 100 }, (_, i) => String(1921 + i));
    const series = [{ name: 'x', values: years.map((_, i) => i) }];
    const shown = (width: number) =>
      texts(drawChart(chart('columns', { categories: years, series }), style(width)).svg).filter((text) =>
        years.includes(text),
      );
    expect(shown(480)).toEqual(['1930', '1940', '1950', '1960', '1970', '1980', '1990', '2000', '2010', '2020']);
    expect(shown(220).length).toBeGreaterThan(2);
    expect(shown(220).every((year) => Number(year) % 20 === 0)).toBe(true);
  });

  it('shares are parts of one length', () => {
    const { svg } = drawChart(chart('shares'), style(480));
    const [first, second] = named(svg, 'rect');
    expect(number(first, 'width') / number(second, 'width')).toBeCloseTo(2, 1);
    expect(texts(svg)).toEqual(expect.arrayContaining(['67%', '33%', '100%', '80%', '20%']));
  });

  it('lines are named where they end, with the last number, and leave gaps', () => {
    const { svg } = drawChart(chart('line'), style(480));
    expect(texts(svg)).toEqual(expect.arrayContaining(['Issued 40', 'Executed 10']));
    expect(named(svg, 'polyline')).toHaveLength(1);
  });

  it('years stand at their true distances on a line', () => {
    const days = [0, 365, 3650];
    const { svg } = drawChart(chart('line', { days }), style(480));
    const [points = ''] = named(svg, 'polyline').map(({ attributes }) => attributes.points ?? '');
    const xs = points.split(' ').map((point) => Number(point.split(',')[0]));
    expect(((xs[1] ?? 0) - (xs[0] ?? 0)) / ((xs[2] ?? 0) - (xs[0] ?? 0))).toBeCloseTo(0.1, 2);
  });

  it.each(['line', 'columns', 'bars', 'shares'] as const)(
    'of the form %s stay within their width, whatever their data',
    (form) => {
      const value = fc.oneof(
        fc.constant(null),
        fc.double({ min: form === 'shares' ? 0 : -1e9, max: 1e9, noNaN: true }),
      );
      const data = fc.integer({ min: 1, max: 20 }).chain((rows) =>
        fc.record({
          categories: fc.array(fc.string({ maxLength: 30 }), { minLength: rows, maxLength: rows }),
          series: fc.array(
            fc.record({
              name: fc.string({ maxLength: 30 }),
              values: fc.array(value, { minLength: rows, maxLength: rows }),
            }),
            { minLength: 1, maxLength: 4 },
          ),
        }),
      );
      fc.assert(
        fc.property(data, fc.constantFrom(...WIDTHS), (change, width) => {
          const { svg, height } = drawChart(chart(form, change), style(width));
          expect(height).toBeGreaterThan(0);
          expect(svg).not.toMatch(/NaN|Infinity|undefined/);
          for (const each of named(svg, 'rect')) {
            expect(number(each, 'x')).toBeGreaterThanOrEqual(-0.5);
            expect(number(each, 'x') + number(each, 'width')).toBeLessThanOrEqual(width + 0.5);
            expect(number(each, 'width')).toBeGreaterThanOrEqual(0);
            expect(number(each, 'height')).toBeGreaterThanOrEqual(0);
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it('shades of fills differ in grey, and words on them have contrast', () => {
    const luminance = (hex: string) => {
      const part = (at: number) => {
        const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      };
      return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
    };
    const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    for (const count of [1, 2, 3, 4]) {
      const fills = fillsOf(count, style(480));
      for (const { fill, ink } of fills) expect(contrast(luminance(fill), luminance(ink))).toBeGreaterThan(4.5);
      fills.slice(1).forEach(({ fill }, i) => {
        expect(contrast(luminance(fill), luminance(fills[i]?.fill ?? ''))).toBeGreaterThan(1.3);
      });
    }
  });
});

describe('a scale of values', () => {
  const scale = (values: number[], fromZero = true) =>
    valueScale(values, { range: [100, 0], language: 'en', fromZero, count: 4 }).ticks.map(({ value }) => value);

  it.each([
    ['begins at 0', [12, 57], true, 0],
    ['begins at 0 where a line has room for it', [12, 57], false, 0],
    ['begins below the least where a line would be flat', [950, 1000], false, 950],
    ['goes below 0', [-5, 10], true, -5],
    ['has an end where all are 0', [0, 0], true, 0],
    ['begins at 0 where all are the same', [5, 5], false, 0],
  ])('%s', (_, values, fromZero, first) => {
    const [low, ...more] = scale(values, fromZero);
    expect(low).toBeLessThanOrEqual(first);
    if (first === 0) expect(low).toBe(0);
    expect(more.length).toBeGreaterThan(0);
  });

  it('has numbers that differ, however small the values are, and a minus sign for those below 0', () => {
    const { ticks } = valueScale([-0.0002, 0.0004], { range: [100, 0], language: 'en', fromZero: true, count: 4 });
    expect(ticks.map(({ text }) => text)).toEqual(['−0.0002', '0', '0.0002', '0.0004']);
    expect(writtenNumber(-1234.5678, 'sv')).toBe('−1\u00a0234,5678');
    expect(writtenNumber(-0.05, 'de')).toBe('−0,05');
  });
});

describe('a matrix', () => {
  const matrix: Matrix = {
    ...{ kind: 'matrix', columns: ['Task', 'State'] },
    rows: [
      { name: 'One', cells: [{ mark: 'green', letter: 'G', text: 'green' }] },
      { name: 'Two', cells: [{ mark: 'red', letter: 'R', text: 'rött: för sent' }] },
      { name: 'Three', cells: [{ mark: 'amber', text: 'amber' }] },
      { name: 'Four', cells: [null] },
    ],
  };

  const drawnOf = (data: Matrix, width: number) => {
    const drawn = drawMatrix(data, style(width));
    if (drawn === null) throw new Error('not drawn');
    return drawn;
  };

  it('has a sign of its own shape for each light, its letter where it has one, and the word', () => {
    const { svg } = drawnOf(matrix, 480);
    expect(['circle', 'rect', 'polygon'].map((name) => named(svg, name).length)).toEqual([1, 1, 1]);
    expect(texts(svg)).not.toContain('A');
    expect(texts(svg)).toEqual(expect.arrayContaining(['G', 'R', 'green', 'rött: för sent', '–']));
  });

  it('has a shape for each position and rating', () => {
    const marks = ['supports', 'opposes', 'neutral', 'mixed', 'unknown', '++', '+', '0', '-', '--'] as const;
    const shapes = marks.map((mark) => {
      const { svg } = drawnOf({ ...matrix, rows: [{ name: '', cells: [{ mark, text: '' }] }] }, 480);
      const drawn = elements(svg).filter(({ name }) => ['circle', 'rect', 'polygon', 'line'].includes(name));
      return JSON.stringify(drawn.map(({ name, attributes }) => [name, attributes]));
    });
    expect(new Set(shapes).size).toBe(marks.length);
  });

  it('is not drawn where a word would be broken', () => {
    const long = { ...matrix, rows: [{ name: 'x'.repeat(80), cells: [{ mark: null, text: 'Word' }] }] };
    expect(drawMatrix(long, style(220))).toBeNull();
  });

  it('gives its columns the room that their words need', () => {
    const columns = ['Actor', 'Unbreakabilities', 'B', 'C'];
    const row = { name: 'One', cells: ['short', 'Word '.repeat(20), 'x'].map((text) => ({ mark: null, text })) };
    const { svg } = drawnOf({ kind: 'matrix', columns, rows: [row] }, 220);
    expect(texts(svg)).toContain('Unbreakabilities');
    for (const each of named(svg, 'text')) {
      const width = style(220).measure(each.children.join(''), 8);
      expect(number(each, 'x') + width).toBeLessThanOrEqual(221);
    }
  });
});
