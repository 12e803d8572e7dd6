import type { Chart } from '../../../document/figures.js';
import { writtenNumber } from '../../../document/numbers.js';
import { cell, type DrawnFigure, draw, type FigureStyle, label, line, type Mark, type Shape, wrap } from '../figure.js';
import { valueScale } from './axis.js';
import { legend } from './legend.js';
import { fillsOf } from './palette.js';

/** Bars that lie, one under the other, each named before it and with its number behind it; no scale is needed. */
export function drawBars(chart: Chart, style: FigureStyle): DrawnFigure {
  const size = style.fontSize;
  const leading = size * 1.25;
  const { series, categories, language } = chart;
  const fills = fillsOf(series.length, style);
  const names = nameColumn(categories, style);
  const numbers = series
    .flatMap(({ values }) => values)
    .flatMap((v) => (v === null ? [] : [writtenNumber(v, language)]));
  const room = Math.max(0, ...numbers.map((text) => style.measure(text, size, true))) + size * 0.8;
  const values = series.flatMap((each) => each.values);
  const hasNegative = values.some((value) => (value ?? 0) < 0);
  const range = [names.width + (hasNegative ? room : 0), style.width - room] as const;
  const scale = valueScale(values, { range, language, fromZero: true, count: 4 });
  const thickness = size * 1.15;
  const isAlone = series.length === 1;
  const titles = series.map(({ name }) => name);
  // The bars of the first row bear the names of their series, where these have room behind their numbers.
  const isNamed =
    !isAlone &&
    series.every(({ name, values: [value] }) => {
      if (value === null || value === undefined || value < 0) return false;
      return scale(value) + room + style.measure(name, size, false) + size * 0.4 <= style.width;
    });
  const key = isAlone || isNamed ? { marks: [], height: size * 0.3 } : legend(titles, fills, { left: 0, style });

  const marks: Mark[] = [];
  let y = key.height;
  categories.forEach((_, i) => {
    const lines = names.lines[i] ?? [];
    const inner = Math.max(lines.length * leading, thickness * series.length);
    lines.forEach((text, n) => {
      const first = y + (inner - lines.length * leading) / 2 + size;
      marks.push(cell(i + 1, 0, label({ x: 0, y: first + n * leading, text, size, fill: style.ink })));
    });
    series.forEach(({ values: own }, s) => {
      const value = own[i] ?? null;
      const at = y + (inner - thickness * series.length) / 2 + s * thickness;
      const drawn = bar(value, at, { scale, thickness, fill: fills[s]?.fill ?? style.accent, style, language });
      marks.push(cell(i + 1, s + 1, ...drawn));
      if (i === 0 && isNamed && value !== null) {
        const x = scale(value) + size * 0.8 + style.measure(writtenNumber(value, language), size, true);
        const baseline = at + thickness / 2 + size * 0.35;
        marks.push(cell(0, s + 1, label({ x, y: baseline, text: titles[s] ?? '', size, fill: style.ink })));
      }
    });
    y += inner + size * 0.55;
  });
  const axis = line([scale(0), key.height], [scale(0), y - size * 0.4], style.ink, 0.8);
  // The name of a series that is alone stands in the figure's title: the axis is what there is of it in the drawing.
  marks.push(isAlone ? cell(0, 1, axis) : axis);
  return draw(style, y, [...key.marks, ...marks]);
}

/** The names of rows, broken over lines, and the width that they take with the gap behind them. */
export function nameColumn(
  names: readonly string[],
  style: FigureStyle,
): { readonly lines: readonly (readonly string[])[]; readonly width: number } {
  const size = style.fontSize;
  const most = style.width * 0.34;
  const lines = names.map((name) => wrap(style, name, { size, width: most }));
  const widest = Math.max(0, ...lines.flat().map((text) => style.measure(text, size, false)));
  return { lines, width: Math.min(widest, most) + size * 0.8 };
}

interface BarStyle {
  readonly scale: (value: number) => number;
  readonly thickness: number;
  readonly fill: string;
  readonly style: FigureStyle;
  readonly language: string;
}

function bar(value: number | null, y: number, { scale, thickness, fill, style, language }: BarStyle): Shape[] {
  const size = style.fontSize;
  const baseline = y + thickness / 2 + size * 0.35;
  if (value === null) {
    return [label({ x: scale(0) + size * 0.5, y: baseline, text: '–', size, fill: style.muted })];
  }
  const [x0, x1] = [scale(0), scale(value)];
  const text = writtenNumber(value, language);
  const isNegative = value < 0;
  return [
    { kind: 'box', x: Math.min(x0, x1), y, width: Math.abs(x1 - x0), height: thickness, fill, stroke: style.ink },
    label({
      ...{ x: x1 + size * (isNegative ? -0.4 : 0.4), y: baseline, text, size, fill: style.ink, bold: true },
      anchor: isNegative ? 'end' : 'start',
    }),
  ];
}
