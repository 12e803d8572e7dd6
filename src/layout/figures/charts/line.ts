import type { Chart } from '../../../document/figures.js';
import { writtenNumber } from '../../../document/numbers.js';
import {
  type Box,
  type Circle,
  cell,
  type DrawnFigure,
  draw,
  type FigureStyle,
  label,
  line,
  type Mark,
  type Point,
  type Polygon,
  wrap,
} from '../figure.js';
import { categoryLabels, gridLines, ticksWidth, valueScale } from './axis.js';
import { type Stroke, strokesOf } from './palette.js';

interface End {
  readonly at: Point;
  readonly lines: readonly string[];
  readonly stroke: Stroke;
  /** Of its series in the table of the data. */
  readonly column: number;
}

/** Lines over time or over categories; each is named where it ends, with its last value. */
export function drawLines(chart: Chart, style: FigureStyle): DrawnFigure {
  const size = style.fontSize;
  const { series, language } = chart;
  const height = Math.min(Math.max(style.width * 0.36, size * 13), size * 20);
  const [top, bottom] = [size * 0.8, height - size * 1.9];
  const values = series.flatMap((each) => each.values);
  const scale = valueScale(values, { range: [bottom, top], language, fromZero: false, count: 4 });
  const left = ticksWidth(scale.ticks, style);
  const names = series.map((each) => namesAtEnd(each, { style, language }));
  const widest = Math.max(0, ...names.flat().map((text) => style.measure(text, size, true)));
  const right = style.width - Math.min(widest, style.width * 0.3) - size * 1.2;
  const xs = positions(chart, left + size * 0.6, right);

  const marks: Mark[] = gridLines(scale, { left, right }, style);
  const strokes = strokesOf(style);
  const ends: End[] = [];
  series.forEach((each, i) => {
    const stroke = strokes[i % strokes.length] as Stroke;
    const points = each.values.map((value, n): Point | null => (value === null ? null : [xs[n] ?? 0, scale(value)]));
    marks.push(...runsOf(points).flatMap((run) => drawRun(run, stroke)));
    const last = points.findLastIndex((point) => point !== null);
    points.forEach((at, n) => {
      if (at === null) return;
      marks.push(cell(n + 1, i + 1, n === last ? endSign(at, i, stroke, size * 0.3) : pointOn(at, stroke)));
      if (n === last) ends.push({ at, lines: names[i] ?? [], stroke, column: i + 1 });
    });
  });
  marks.push(...endNames(ends, { x: right + size * 0.9, style }));
  marks.push(...categoryLabels(chart.categories, xs, { axis: bottom, y: bottom + size * 1.5, style }));
  return draw(style, height, marks);
}

function namesAtEnd(
  { name, values }: Chart['series'][number],
  { style, language }: { readonly style: FigureStyle; readonly language: string },
): string[] {
  const last = values.findLast((value) => value !== null);
  const words = last === undefined || last === null ? name : `${name} ${writtenNumber(last, language)}`;
  return wrap(style, words, { size: style.fontSize, width: style.width * 0.3, bold: true });
}

/** At true distances where the categories are dates. */
function positions({ categories, days }: Chart, left: number, right: number): number[] {
  const [first = 0, last = 0] = days === null ? [0, categories.length - 1] : [days[0], days.at(-1)];
  return categories.map((_, i) => {
    const at = days?.[i] ?? i;
    return last === first ? left : left + ((at - first) / (last - first)) * (right - left);
  });
}

/** The stretches of a line between its gaps. */
function runsOf(points: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point === null) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 0);
}

function drawRun(run: readonly Point[], { stroke, width, dashes }: Stroke): Mark[] {
  // A value between two gaps has no line, and its point is larger.
  const [alone] = run;
  if (run.length === 1 && alone !== undefined) return [pointOn(alone, { stroke, width: width * 2 })];
  return [{ kind: 'polyline', points: run, stroke, width, ...(dashes && { dashes }) }];
}

/** No wider than its line: the place of a value, and what a screen reader finds there. */
function pointOn([x, y]: Point, { stroke, width }: Stroke): Circle {
  return { kind: 'circle', x, y, radius: width / 2, fill: stroke, stroke, strokeWidth: 0 };
}

/** A disc, a square, a triangle, and these hollow. */
function endSign([x, y]: Point, index: number, { stroke }: Stroke, radius: number): Circle | Box | Polygon {
  const fill = index < 3 ? stroke : '#ffffff';
  if (index % 3 === 0) return { kind: 'circle', x, y, radius, fill, stroke, strokeWidth: 0.8 };
  if (index % 3 === 1) {
    return { kind: 'box', x: x - radius, y: y - radius, width: radius * 2, height: radius * 2, fill, stroke };
  }
  const points: Point[] = [
    [x, y - radius * 1.2],
    [x + radius * 1.1, y + radius],
    [x - radius * 1.1, y + radius],
  ];
  return { kind: 'polygon', points, fill: stroke };
}

/** The names beside the ends of their lines, pushed apart where the ends are close. */
function endNames(ends: readonly End[], { x, style }: { readonly x: number; readonly style: FigureStyle }): Mark[] {
  const size = style.fontSize;
  const leading = size * 1.2;
  let free = 0;
  return ends
    .toSorted((a, b) => a.at[1] - b.at[1])
    .flatMap(({ at: [endX, endY], lines, stroke, column }): Mark[] => {
      const top = Math.max(endY - (lines.length * leading) / 2, free);
      free = top + lines.length * leading + size * 0.2;
      const middle = top + (lines.length * leading) / 2;
      const fill = stroke.stroke === style.muted ? style.ink : stroke.stroke;
      const leader = Math.abs(middle - endY) > size * 0.4 || x - endX > size * 2;
      return [
        ...(leader ? [line([endX + size * 0.4, endY], [x - size * 0.25, middle], style.muted, 0.3)] : []),
        ...lines.map((text, i) =>
          cell(0, column, label({ x, y: top + leading * i + size, text, size, fill, bold: true })),
        ),
      ];
    });
}
