import { scaleLinear } from 'd3-scale';
import { LEVELS, type RiskMatrix } from '../../document/figures.js';
import { paleRule } from './charts/palette.js';
import { type DrawnFigure, draw, type FigureStyle, label, line, type Mark } from './figure.js';

/** In ems: a wider one is no easier to read. */
const WIDEST = 48;
const TICKS = [0, 25, 50, 75, 100];

type Risk = RiskMatrix['risks'][number];

/**
 * A row for each impact, the worst above, and in it each risk as a bar over its range of per cent, with its number. Bars of
 * one row that would touch lie under each other.
 */
export function drawRiskMatrix({ risks, words }: RiskMatrix, given: FigureStyle): DrawnFigure {
  const style: FigureStyle = { ...given, width: Math.min(given.width, given.fontSize * WIDEST) };
  const size = style.fontSize;
  const names = LEVELS.map((level) => words.impacts[level]);
  const gutter = Math.max(...names.map((name) => style.measure(name, size, false))) + size * 1.2;
  const end = style.width - size * 2.2;
  const scale = scaleLinear().domain([0, 100]).range([gutter, end]);
  const thick = size * 1.25;
  const head = size * 1.6;
  const marks: Mark[] = [];
  let y = head;
  for (const impact of [...LEVELS].reverse()) {
    const here = lanes(
      risks.filter((risk) => risk.impact === impact),
      scale,
      style,
    );
    const height = Math.max(1, here.length) * (thick + size * 0.35) + size * 0.55;
    marks.push(
      label({
        ...{ x: gutter - size * 0.6, y: y + height / 2 + size * 0.35, text: words.impacts[impact], size },
        ...{ fill: style.ink, anchor: 'end', direction: style.wordDirection },
      }),
    );
    here.forEach((lane, i) => {
      const top = y + size * 0.45 + i * (thick + size * 0.35);
      for (const risk of lane) marks.push(...bar(risk, top, { scale, thick, style }));
    });
    y += height;
    marks.push(
      line([gutter, y], [end, y], impact === 'low' ? style.ink : paleRule(style), impact === 'low' ? 0.8 : 0.5),
    );
  }
  const guides = TICKS.map((tick) => line([scale(tick), head], [scale(tick), y], paleRule(style), 0.4));
  return draw(style, y + size * 1.7, [...guides, ...marks, ...axisWords(words, { scale, bottom: y, end }, style)]);
}

interface Axis {
  readonly scale: (percent: number) => number;
  readonly bottom: number;
  readonly end: number;
}

function axisWords(words: RiskMatrix['words'], { scale, bottom, end }: Axis, style: FigureStyle): Mark[] {
  const size = style.fontSize;
  const quiet = { size, fill: style.muted, bold: true, direction: style.wordDirection };
  return [
    label({ x: 0, y: size, text: `${words.impact} ↑`, ...quiet }),
    label({ x: end, y: size, text: `${words.likelihood} ${style.rightToLeft ? '←' : '→'}`, anchor: 'end', ...quiet }),
    ...TICKS.filter((tick) => tick % 50 === 0).map((tick) =>
      label({
        ...{ x: scale(tick), y: bottom + size * 1.3, size, fill: style.ink, anchor: 'middle' },
        text: tick === 100 ? words.whole : String(tick),
      }),
    ),
  ];
}

/** From where to where a risk takes room, its number included. */
function extentOf({ low, high, name }: Risk, scale: Axis['scale'], style: FigureStyle): [number, number] {
  const [x0, x1] = [scale(low), scale(high)];
  const needed = style.measure(name, style.fontSize, true) + style.fontSize * 0.7;
  return x1 - x0 >= needed ? [x0, x1] : [x0, x1 + needed];
}

function lanes(risks: readonly Risk[], scale: Axis['scale'], style: FigureStyle): Risk[][] {
  const found: { risks: Risk[]; end: number }[] = [];
  for (const risk of risks.toSorted((a, b) => a.low - b.low)) {
    const [from, to] = extentOf(risk, scale, style);
    const free = found.find(({ end }) => end + style.fontSize * 0.4 <= from);
    if (free === undefined) found.push({ risks: [risk], end: to });
    else {
      free.risks.push(risk);
      free.end = to;
    }
  }
  return found.map((lane) => lane.risks);
}

/** The number stands in its bar, or behind it where the bar is too short. */
function bar(
  risk: Risk,
  top: number,
  { scale, thick, style }: { readonly scale: Axis['scale']; readonly thick: number; readonly style: FigureStyle },
): Mark[] {
  const size = style.fontSize;
  const [x0, x1] = [scale(risk.low), Math.max(scale(risk.high), scale(risk.low) + 2)];
  const [, end] = extentOf(risk, scale, style);
  const isInside = end <= x1;
  const words = { y: top + thick / 2 + size * 0.35, text: risk.name, size, bold: true };
  return [
    { kind: 'box', x: x0, y: top, width: x1 - x0, height: thick, fill: style.accent, stroke: style.accent },
    isInside
      ? label({ ...words, x: (x0 + x1) / 2, fill: '#ffffff', anchor: 'middle' })
      : label({ ...words, x: x1 + size * 0.35, fill: style.ink }),
  ];
}
