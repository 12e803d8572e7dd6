import { scaleUtc } from 'd3-scale';
import type { Timeline } from '../../../document/figures.js';
import { paleRule } from '../charts/palette.js';
import { type FigureStyle, label, line, type Mark } from '../figure.js';

const DAY = 86_400_000;
/** A line of fewer days would be marked in hours. */
const FEWEST_DAYS = 14;

/** The axis of a timeline: where each day stands, and a band with the years, months or days that it runs through. */
export interface TimeBand {
  /** Points from the left edge. */
  readonly at: (iso: string) => number;
  readonly height: number;
  /** The band with its upper edge at `top`. */
  readonly marksAt: (top: number) => Mark[];
}

/**
 * A band as wide as the figure, with room for the first and the last event in it.
 * @param room points behind the last event
 */
export function timeBand({ events, months }: Timeline, style: FigureStyle, room = style.fontSize * 2.8): TimeBand {
  const size = style.fontSize;
  const days = events.flatMap(({ from, to, within }) => [from, to ?? from, ...(within ?? [])]).map(dayOf);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const lacking = Math.max(0, FEWEST_DAYS - (last - first)) / 2;
  const scale = scaleUtc()
    .domain([first - lacking, last + lacking].map((day) => new Date(day * DAY)))
    .range([size * 2.6, style.width - room]);
  const start = scale.invert(0);
  const end = scale.invert(style.width);
  // What lies before the first event and behind the last is named as well.
  const wide = scale.copy().domain([start, end]).range([0, style.width]);
  const ticks = wide.ticks(Math.max(2, Math.floor(style.width / (size * 5.5)))).filter((tick) => +tick % DAY === 0);
  const height = size * 1.5;
  const names = namesOf([start, ...ticks], months);
  const edges = [0, ...ticks.map((tick) => wide(tick)), style.width];
  return {
    at: (iso) => scale(new Date(dayOf(iso) * DAY)),
    height,
    marksAt: (top) => [
      { kind: 'box', x: 0, y: top, width: style.width, height, fill: style.tint, stroke: style.tint },
      ...edges.slice(1, -1).map((x) => line([x, top], [x, top + height], paleRule(style), 0.6)),
      ...fitting(names, edges, style).map(({ x, text, bold }) => {
        const y = top + height / 2 + size * 0.35;
        return label({ x: x + size * 0.3, y, text, size, fill: style.ink, bold, direction: style.wordDirection });
      }),
    ],
  };
}

/** What is written between the edges: where no name tells the year otherwise, the first takes the place of the next too. */
function fitting(names: readonly Name[], edges: readonly number[], style: FigureStyle) {
  const widthOf = (text: string, bold: boolean) => style.measure(text, style.fontSize, bold) + style.fontSize * 0.6;
  const needsYear = !names.some(({ bold }) => bold);
  let free = 0;
  return names.flatMap(({ choices, bold }, i) => {
    const [x = 0, next = 0, after = 0] = edges.slice(i);
    const fits = (text: string, end: number) => x >= free && widthOf(text, bold) <= end - x;
    const [fullest = ''] = choices;
    const isLong = needsYear && i === 1 && fits(fullest, after);
    const text = isLong ? fullest : choices.find((each) => fits(each, next));
    if (text === undefined) return [];
    free = x + widthOf(text, bold);
    return [{ x, text, bold }];
  });
}

interface Name {
  /** What may be written, the fullest first. */
  readonly choices: readonly string[];
  readonly bold: boolean;
}

/** The names from each tick on: years among months, and months among days, are told at the first. */
function namesOf(ticks: readonly Date[], months: readonly string[]): Name[] {
  const [, first, second] = ticks;
  const rest = ticks.slice(1);
  const isNewYear = (tick: Date) => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1;
  const inYears = rest.every(isNewYear);
  const inMonths = rest.every((tick) => tick.getUTCDate() === 1);
  const step = first === undefined || second === undefined ? 0 : (+second - +first) / DAY;
  return ticks.map((tick, i) => {
    const year = written(tick.getUTCFullYear());
    const month = months[tick.getUTCMonth()] ?? '';
    const day = String(tick.getUTCDate());
    // The piece before the first tick is named where it belongs to one year or month.
    if (i === 0) return { choices: inYears && step < 367 ? [year] : inMonths && step < 32 ? [month] : [], bold: false };
    if (inYears) return { choices: [year], bold: false };
    if (isNewYear(tick)) return { choices: [year], bold: true };
    if (inMonths) return { choices: i === 1 ? [`${month} ${year}`, month] : [month], bold: false };
    const words = i === 1 ? [`${day} ${month} ${year}`] : [];
    return { choices: [...words, `${day} ${month}`, day], bold: false };
  });
}

/** Before our era, −44 is 44 BCE. */
function written(year: number): string {
  return year > 0 ? String(year) : `\u2212${1 - year}`;
}

/** Days since 1970 of `2024-05-02`. */
function dayOf(iso: string): number {
  const [, year = '0', month = '1', day = '1'] = /^(-?\d+)-(\d+)-(\d+)/.exec(iso) ?? [];
  const date = new Date(0);
  // There was no year 0, and the calendar of the machine has one.
  date.setUTCFullYear(Number(year) < 0 ? Number(year) + 1 : Number(year), Number(month) - 1, Number(day));
  return +date / DAY;
}
