import { stack, stackOffsetExpand } from 'd3-shape';
import type { Chart } from '../../../document/figures.js';
import { writtenShare } from '../../../document/numbers.js';
import { cell, type DrawnFigure, draw, type FigureStyle, label, line, type Mark } from '../figure.js';
import { nameColumn } from './bars.js';
import { legend } from './legend.js';
import { fillsOf } from './palette.js';

/** One bar for each row, as long as all others, divided by the shares of its parts. */
export function drawShares({ series, categories, language }: Chart, style: FigureStyle): DrawnFigure {
  const size = style.fontSize;
  const leading = size * 1.25;
  const fills = fillsOf(series.length, style);
  const names = nameColumn(categories, style);
  const length = style.width - names.width - 0.5;
  const thickness = size * 1.7;
  const parts = stack<number, number>()
    .keys(series.map((_, s) => s))
    .value((row, s) => series[s]?.values[row] ?? 0)
    .offset(stackOffsetExpand)(categories.map((_, i) => i));

  const titles = series.map(({ name }) => name);
  const overFirst = parts.map(([[from = 0, to = 0] = []]) => ({
    x: names.width + from * length,
    width: (to - from) * length,
  }));
  const key = namesOver(titles, overFirst, style) ?? legend(titles, fills, { left: 0, style });

  const marks: Mark[] = [];
  let y = key.height;
  categories.forEach((_, i) => {
    const lines = names.lines[i] ?? [];
    const inner = Math.max(lines.length * leading, thickness);
    lines.forEach((text, n) => {
      const first = y + (inner - lines.length * leading) / 2 + size;
      marks.push(cell(i + 1, 0, label({ x: 0, y: first + n * leading, text, size, fill: style.ink })));
    });
    parts.forEach((part, s) => {
      const [from = 0, to = 0] = part[i] ?? [];
      const [x, width] = [names.width + from * length, (to - from) * length];
      if (width <= 0) return;
      const { fill, ink } = fills[s] ?? { fill: style.accent, ink: '#ffffff' };
      const at = y + (inner - thickness) / 2;
      const box = { kind: 'box', x, y: at, width, height: thickness, fill, stroke: '#ffffff' } as const;
      const text = writtenShare(to - from, language);
      const hasRoom = style.measure(text, size, false) + size * 0.4 <= width;
      const middle = { x: x + width / 2, y: at + thickness / 2 + size * 0.35, anchor: 'middle' } as const;
      marks.push(cell(i + 1, s + 1, box, ...(hasRoom ? [label({ ...middle, text, size, fill: ink })] : [])));
    });
    y += inner + size * 0.5;
  });
  const edge = line([names.width, key.height], [names.width, y - size * 0.5], style.ink, 0.8);
  return draw(style, y, [...key.marks, ...marks, edge]);
}

/** The names over the parts of the first bar; null where one is wider than its part. */
function namesOver(
  names: readonly string[],
  parts: readonly { readonly x: number; readonly width: number }[],
  style: FigureStyle,
): { readonly marks: Mark[]; readonly height: number } | null {
  const size = style.fontSize;
  if (names.some((text, i) => style.measure(text, size, true) + size * 0.6 > (parts[i]?.width ?? 0))) return null;
  const marks = names.map((text, i) =>
    cell(0, i + 1, label({ x: (parts[i]?.x ?? 0) + 1, y: size, text, size, fill: style.ink, bold: true })),
  );
  return { marks, height: size * 1.5 };
}
