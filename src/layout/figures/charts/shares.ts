import { stack, stackOffsetExpand } from 'd3-shape';
import type { Chart } from '../../../document/figures.js';
import { writtenShare } from '../../../document/numbers.js';
import { type DrawnFigure, draw, type FigureStyle, label, type Mark } from '../figure.js';
import { nameColumn } from './bars.js';
import { legend } from './legend.js';
import { fillsOf } from './palette.js';

/** One bar for each row, as long as all others, divided by the shares of its parts. */
export function drawShares({ series, categories, language }: Chart, style: FigureStyle): DrawnFigure {
  const size = style.fontSize;
  const leading = size * 1.25;
  const fills = fillsOf(series.length, style);
  const key = legend(
    series.map(({ name }) => name),
    fills,
    { left: 0, style },
  );
  const names = nameColumn(categories, style);
  const length = style.width - names.width - 0.5;
  const thickness = size * 1.7;
  const parts = stack<number, number>()
    .keys(series.map((_, s) => s))
    .value((row, s) => series[s]?.values[row] ?? 0)
    .offset(stackOffsetExpand)(categories.map((_, i) => i));

  const marks: Mark[] = [];
  let y = key.height;
  categories.forEach((_, i) => {
    const lines = names.lines[i] ?? [];
    const inner = Math.max(lines.length * leading, thickness);
    lines.forEach((text, n) => {
      const first = y + (inner - lines.length * leading) / 2 + size;
      marks.push(label({ x: 0, y: first + n * leading, text, size, fill: style.ink }));
    });
    parts.forEach((part, s) => {
      const [from = 0, to = 0] = part[i] ?? [];
      const [x, width] = [names.width + from * length, (to - from) * length];
      if (width <= 0) return;
      const { fill, ink } = fills[s] ?? { fill: style.accent, ink: '#ffffff' };
      const at = y + (inner - thickness) / 2;
      marks.push({ kind: 'box', x, y: at, width, height: thickness, fill, stroke: '#ffffff' });
      const text = writtenShare(to - from, language);
      if (style.measure(text, size, false) + size * 0.4 > width) return;
      const middle = at + thickness / 2 + size * 0.35;
      marks.push(label({ x: x + width / 2, y: middle, text, size, fill: ink, anchor: 'middle' }));
    });
    y += inner + size * 0.5;
  });
  return draw(style, y, [...key.marks, ...marks]);
}
