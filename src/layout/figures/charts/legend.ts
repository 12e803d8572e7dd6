import { cell, type FigureStyle, label, type Mark } from '../figure.js';
import type { Fill } from './palette.js';

/** The names of filled series over their chart, each behind a swatch, in as many lines as they need. */
export function legend(
  names: readonly string[],
  fills: readonly Fill[],
  { left, style }: { readonly left: number; readonly style: FigureStyle },
): { readonly marks: Mark[]; readonly height: number } {
  const size = style.fontSize;
  const swatch = size * 0.8;
  const marks: Mark[] = [];
  let [x, y] = [left, size];
  names.forEach((text, i) => {
    const width = swatch + size * 0.4 + style.measure(text, size, false) + size * 1.4;
    if (x > left && x + width > style.width) {
      x = left;
      y += size * 1.4;
    }
    const square = { x, y: y - swatch, width: swatch, height: swatch };
    const sample = { kind: 'box', ...square, fill: fills[i]?.fill ?? 'none', stroke: style.ink } as const;
    marks.push(cell(0, i + 1, sample, label({ x: x + swatch + size * 0.4, y, text, size, fill: style.ink })));
    x += width;
  });
  return { marks, height: y + size * 0.8 };
}
