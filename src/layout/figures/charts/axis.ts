import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { writtenNumber } from '../../../document/numbers.js';
import { cell, type FigureStyle, label, line, type Mark } from '../figure.js';
import { paleRule } from './palette.js';

/** A scale of values: where each stands, in points, and the round numbers to mark on it. */
export interface ValueScale {
  (value: number): number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

/**
 * A scale whose ends are round numbers.
 * @param range where its lowest and its highest value stand, in points
 * @param fromZero whether it begins at 0: lengths lie otherwise; a line may do without where its values are close together
 */
export function valueScale(
  values: readonly (number | null)[],
  {
    range,
    language,
    fromZero,
    count,
  }: {
    readonly range: readonly [number, number];
    readonly language: string;
    readonly fromZero: boolean;
    readonly count: number;
  },
): ValueScale {
  const [least = 0, most = 1] = extent(values, (value) => value) as [number?, number?];
  const isClose = !fromZero && least > 0 && least > 0.6 * most && least < most;
  const low = isClose ? least : Math.min(0, least);
  const high = Math.max(low === most ? low + 1 : most, isClose ? most : 0);
  const scale = scaleLinear().domain([low, high]).range(range).nice(count);
  const ticks = scale.ticks(count).map((value) => ({ value, text: writtenNumber(value, language) }));
  return Object.assign((value: number) => scale(value), { ticks });
}

/** The horizontal lines of a scale with their numbers left of them; the line of 0 is the strongest. */
export function gridLines(
  scale: ValueScale,
  { left, right }: { left: number; right: number },
  style: FigureStyle,
): Mark[] {
  const size = style.fontSize;
  return scale.ticks.flatMap(({ value, text }): Mark[] => [
    line(
      [left, scale(value)],
      [right, scale(value)],
      value === 0 ? style.ink : paleRule(style),
      value === 0 ? 0.8 : 0.4,
    ),
    label({ x: left - size * 0.5, y: scale(value) + size * 0.35, text, size, fill: style.muted, anchor: 'end' }),
  ]);
}

/** The width that the numbers of a scale need beside it. */
export function ticksWidth(ticks: ValueScale['ticks'], style: FigureStyle): number {
  return Math.max(0, ...ticks.map(({ text }) => style.measure(text, style.fontSize, false))) + style.fontSize * 0.7;
}

/** With fewer of them named, the others could not be counted. */
const FEWEST_YEARS = 3;

/**
 * The names under an axis: every one of them where they fit, else every second, third …, and always the last; then each
 * place has a tick on the axis, named or not.
 */
export function categoryLabels(
  categories: readonly string[],
  xs: readonly number[],
  { axis, y, style }: { readonly axis: number; readonly y: number; readonly style: FigureStyle },
): Mark[] {
  const size = style.fontSize;
  const widths = categories.map((text) => style.measure(text, size, false) + size * 0.8);
  const last = categories.length - 1;
  const candidates = [...roundYears(categories), ...steps(last)];
  const all = candidates.find((indices) => indices.length > last) ?? [];
  const shown = (haveRoom(all, xs, widths) ? all : candidates.find((indices) => haveRoom(indices, xs, widths))) ?? [0];
  const named = new Set(shown);
  return categories.map((text, i) => {
    const [x, half] = [xs[i] ?? 0, (widths[i] ?? 0) / 2 - size * 0.4];
    const within = Math.min(Math.max(x, half), style.width - half);
    const name = label({ x: within, y, text, size, fill: style.ink, anchor: 'middle' });
    const tick = line([x, axis], [x, axis + size * (named.has(i) ? 0.4 : 0.25)], style.muted, 0.4);
    return cell(i + 1, 0, ...(named.size <= last ? [tick] : []), ...(named.has(i) ? [name] : []));
  });
}

/** Of a long row of years those that are easy to count by: every fifth, tenth, … */
function roundYears(categories: readonly string[]): number[][] {
  if (!categories.every((name) => /^\d{4}$/.test(name))) return [];
  return [5, 10, 20, 25, 50, 100, 200, 500].flatMap((step) => {
    const indices = categories.flatMap((name, i) => (Number(name) % step === 0 ? [i] : []));
    return indices.length >= FEWEST_YEARS ? [indices] : [];
  });
}

/** Every index from 0 to `last`; every second counted from the end; every third … */
function* steps(last: number): Generator<number[]> {
  for (let step = 1; step <= Math.max(1, last); step += 1) {
    const indices: number[] = [];
    for (let i = last; i >= 0; i -= step) indices.unshift(i);
    yield indices;
  }
}

function haveRoom(indices: readonly number[], xs: readonly number[], widths: readonly number[]): boolean {
  return indices.every((index, i) => {
    const before = indices[i - 1];
    if (before === undefined) return true;
    return (xs[index] ?? 0) - (xs[before] ?? 0) >= ((widths[index] ?? 0) + (widths[before] ?? 0)) / 2;
  });
}
