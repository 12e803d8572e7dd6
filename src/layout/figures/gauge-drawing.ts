import { type DrawnFigure, draw, type FigureStyle, line, type Mark } from './figure.js';

/** In shares of the size of the type. */
const THICK = 0.42;
const TICK = 0.62;
const DOT = 0.24;
const DOT_STEP = 0.72;
/** Of a bar, in ems: wider ones are no easier to read. */
const WIDEST = 14;

/**
 * A range of per cent on a line from 0 to 100, with a tick at each end and in the middle. It repeats words that stand
 * beside it; in grey, a solid bar on a thin line is told apart as well.
 */
export function drawRange(low: number, high: number, given: FigureStyle): DrawnFigure {
  const size = given.fontSize;
  const style: FigureStyle = { ...given, width: Math.min(given.width, size * WIDEST) };
  const height = size * TICK;
  const middle = height / 2;
  const across = (percent: number) => 0.4 + (percent / 100) * (style.width - 0.8);
  const tick = (percent: number): Mark => line([across(percent), 0], [across(percent), height], style.muted, 0.6);
  const thick = size * THICK;
  return draw(style, height, [
    line([across(0), middle], [across(100), middle], style.muted, 0.6),
    ...[0, 50, 100].map(tick),
    {
      kind: 'box',
      x: across(low),
      y: middle - thick / 2,
      // The narrowest range of all is still a bar.
      width: Math.max(2, across(high) - across(low)),
      height: thick,
      fill: style.accent,
      stroke: style.accent,
    },
  ]);
}

/** So many dots of all, filled; the others are rings. */
export function drawDots(filled: number, all: number, given: FigureStyle): DrawnFigure {
  const size = given.fontSize;
  const radius = size * DOT;
  const step = size * DOT_STEP;
  const style: FigureStyle = { ...given, width: step * (all - 1) + 2 * radius + 1 };
  const dots = Array.from({ length: all }, (_, at): Mark => {
    const fill = at < filled ? style.accent : '#ffffff';
    return {
      kind: 'circle',
      x: radius + 0.5 + at * step,
      y: radius + 0.5,
      radius,
      fill,
      stroke: style.accent,
      strokeWidth: 0.6,
    };
  });
  return draw(style, 2 * radius + 1, dots);
}
