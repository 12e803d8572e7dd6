import { scaleBand } from 'd3-scale';
import type { Chart } from '../../../document/figures.js';
import { writtenNumber } from '../../../document/numbers.js';
import { cell, type DrawnFigure, draw, type FigureStyle, label, line, type Mark } from '../figure.js';
import { categoryLabels, gridLines, ticksWidth, valueScale } from './axis.js';
import { legend } from './legend.js';
import { fillsOf } from './palette.js';

/** In ems: few columns are compared as well where they are low, and more of them ask for more height. */
const [LOWEST, HIGHEST] = [6, 16];

/** Upright columns over time, side by side where there are several series. */
export function drawColumns(chart: Chart, style: FigureStyle): DrawnFigure {
  const size = style.fontSize;
  const { series, categories, language } = chart;
  const fills = fillsOf(series.length, style);
  const isAlone = series.length === 1;
  const key = isAlone
    ? { marks: [], height: 0 }
    : legend(
        series.map(({ name }) => name),
        fills,
        { left: 0, style },
      );
  const most = Math.min(HIGHEST, LOWEST + categories.length * series.length);
  const plot = size * Math.min(Math.max((style.width * 0.28) / size, 11), most);
  const [top, bottom] = [key.height + size * 1.4, key.height + size * 1.4 + plot];
  const values = series.flatMap((each) => each.values);
  const scale = valueScale(values, { range: [bottom, top], language, fromZero: true, count: 4 });
  const labelled = isAlone && numbersFit(chart, style);
  const left = labelled ? 0 : ticksWidth(scale.ticks, style);
  const bands = scaleBand<number>(
    categories.map((_, i) => i),
    [left, style.width],
  )
    .paddingInner(0.28)
    .paddingOuter(0.1);
  const thickness = Math.min(bands.bandwidth() / series.length, size * 4);
  const start = (i: number) => (bands(i) ?? 0) + (bands.bandwidth() - thickness * series.length) / 2;

  const marks: Mark[] = labelled ? [] : gridLines(scale, { left, right: style.width }, style);
  series.forEach(({ values: own }, s) => {
    own.forEach((value, i) => {
      if (value === null) {
        const at = { x: start(i) + (s + 0.5) * thickness, y: scale(0) - size * 0.4 };
        marks.push(cell(i + 1, s + 1, label({ ...at, text: '–', size, fill: style.muted, anchor: 'middle' })));
        return;
      }
      const [x, y0, y1] = [start(i) + s * thickness, scale(0), scale(value)];
      const fill = fills[s]?.fill ?? style.accent;
      const place = { x, y: Math.min(y0, y1), width: thickness, height: Math.abs(y1 - y0) };
      const column = { kind: 'box', ...place, fill, stroke: style.ink } as const;
      const at = { x: x + thickness / 2, y: value < 0 ? y1 + size * 1.1 : y1 - size * 0.4, anchor: 'middle' } as const;
      const number = label({ ...at, text: writtenNumber(value, language), size, fill: style.ink, bold: true });
      marks.push(cell(i + 1, s + 1, column, ...(labelled ? [number] : [])));
    });
  });
  const axis = line([left, scale(0)], [style.width, scale(0)], style.ink, 0.8);
  // As with bars, it stands for the name that is in the title.
  marks.push(isAlone ? cell(0, 1, axis) : axis);
  const below = bottom + size * (Math.min(0, ...values.map((value) => value ?? 0)) < 0 ? 2.4 : 1.5);
  const centres = categories.map((_, i) => (bands(i) ?? 0) + bands.bandwidth() / 2);
  marks.push(...categoryLabels(categories, centres, { axis: scale(0), y: below, style }));
  return draw(style, below + size * 0.5, [...key.marks, ...marks]);
}

/** Whether every number has room over its column, so that no scale is needed. */
function numbersFit({ series: [only], categories, language }: Chart, style: FigureStyle): boolean {
  const room = style.width / categories.length;
  const numbers = (only?.values ?? []).flatMap((value) => (value === null ? [] : [writtenNumber(value, language)]));
  return numbers.every((text) => style.measure(text, style.fontSize, true) + style.fontSize * 0.4 <= room);
}
