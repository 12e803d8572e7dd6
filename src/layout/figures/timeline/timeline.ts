import type { Timeline } from '../../../document/figures.js';
import { type DrawnFigure, draw, type FigureStyle, label, line, type Mark } from '../figure.js';
import { type Flag, type FlagWords, flagsOnSide, flagWords, PAD, reach } from './flags.js';
import { drawNumbered } from './numbered.js';
import { type Edge, lanesOf, pointMarks } from './points.js';
import { type TimeBand, timeBand } from './time-band.js';

/** How wide the words of an event may be, as parts of the width; the arrangement that costs least is taken. */
const WIDTHS = [0.13, 0.2, 0.25, 0.3, 0.36, 0.46];
/** Behind the last event, as parts of the width: room for words there, so that they need not stand left of their line. */
const ROOMS = [0, 0.2];
/** Between what lasted at the same time, in ems. */
const LANE = 0.6;
/** In ems: a higher figure is read more slowly than a list. */
const HIGHEST = 17;

/**
 * Events at their true places on an axis with its years, each with its words at its point. Null where they lie too close
 * together for that.
 */
export function drawTimeline(timeline: Timeline, style: FigureStyle): DrawnFigure | null {
  if (timeline.form === 'numbers') return drawNumbered(timeline, timeBand(timeline, style), style);
  const wordings = wordingsOf(timeline, style);
  const arrangements = ROOMS.flatMap((part) => {
    const band = timeBand(timeline, style, Math.max(style.fontSize * 2.8, style.width * part));
    return arranged(timeline, { band, wordings, style });
  });
  const best = arrangements.toSorted((a, b) => a.cost - b.cost)[0];
  if (best === undefined) return null;
  const { band, sides } = best;
  const size = style.fontSize;
  const [above, below] = sides;
  const upper = lanesOf(timeline, indicesOf(above), band);
  const lower = lanesOf(timeline, indicesOf(below), band);
  const [laneAbove, laneBelow] = [upper.count * size * LANE, lower.count * size * LANE];
  const top = above.length === 0 ? size * 0.7 : reach(above) + laneAbove + size * 0.9;
  const bottom = top + band.height;
  const marks: Mark[] = band.marksAt(top);
  for (const flag of above) marks.push(...flagMarks(flag, { edge: top, way: -1, lane: laneAbove }, style));
  for (const flag of below) marks.push(...flagMarks(flag, { edge: bottom, way: 1, lane: laneBelow }, style));
  const up: Edge = { y: top, step: -size * LANE, lanes: upper };
  const down: Edge = { y: bottom, step: size * LANE, lanes: lower };
  marks.push(...pointMarks(timeline, indicesOf(above), { band, edge: up }, style));
  marks.push(...pointMarks(timeline, indicesOf(below), { band, edge: down }, style));
  const deepest = below.length === 0 ? 0 : reach(below) + laneBelow + size * 0.9;
  return draw(style, bottom + deepest + size * 0.4, marks);
}

function indicesOf(flags: readonly Flag[]): number[] {
  return flags.toSorted((a, b) => a.x - b.x).map(({ index }) => index);
}

interface Arrangement {
  readonly band: TimeBand;
  readonly sides: readonly [Flag[], Flag[]];
  readonly cost: number;
}

/** The words of all events in lines of one width. */
interface Wording {
  readonly most: number;
  readonly words: readonly FlagWords[];
}

/** Each width once: many arrangements are tried with it. */
function wordingsOf({ events }: Timeline, style: FigureStyle): readonly Wording[] {
  return WIDTHS.map((part) => {
    const most = style.width * part;
    return { most, words: events.map((event) => flagWords(event, most, style)) };
  });
}

interface Arranging {
  readonly band: TimeBand;
  readonly wordings: readonly Wording[];
  readonly style: FigureStyle;
}

/** All above, or above and below in turn. */
function arranged({ events }: Timeline, { band, wordings, style }: Arranging): Arrangement[] {
  const size = style.fontSize;
  const xs = events.map(({ from }) => band.at(from));
  const all = events.map((_, index) => index).toSorted((a, b) => (xs[a] ?? 0) - (xs[b] ?? 0));
  const [odd, even] = [all.filter((_, n) => n % 2 === 0), all.filter((_, n) => n % 2 === 1)];
  const divisions = [[all, []] as const, [odd, even] as const, [even, odd] as const];
  return divisions.flatMap(([up, down]): Arrangement[] => {
    const [above, below] = [up, down].map((indices) => {
      const longest = Math.max(0, ...indices.map((index) => longestWord(events[index], style)));
      return lowest(indices, xs, { wordings: unbroken(wordings, longest), style });
    });
    if (!above || !below) return [];
    const height = reach(above) + reach(below) + (below.length === 0 ? 0 : size * 2);
    return height > size * HIGHEST
      ? []
      : [{ band, sides: [above, below], cost: height + costOf([...above, ...below], size) }];
  });
}

/** Words before a line are read less easily than those behind it. */
function costOf(flags: readonly Flag[], size: number): number {
  return flags.filter(({ isLeft }) => isLeft).length * size * 0.7;
}

/** No word is broken that need not be. */
function unbroken(wordings: readonly Wording[], longest: number): readonly Wording[] {
  const widest = Math.max(...wordings.map(({ most }) => most));
  return wordings.filter(({ most }) => most >= Math.min(longest, widest));
}

function lowest(
  indices: readonly number[],
  xs: readonly number[],
  { wordings, style }: Pick<Arranging, 'wordings' | 'style'>,
): Flag[] | null {
  const found = wordings.flatMap(({ words }) => {
    const flags = flagsOnSide(indices, xs, { words, style });
    return flags === null ? [] : [{ flags, cost: reach(flags) + costOf(flags, style.fontSize) }];
  });
  return found.toSorted((a, b) => a.cost - b.cost)[0]?.flags ?? null;
}

function longestWord(event: Timeline['events'][number] | undefined, style: FigureStyle): number {
  const widthsOf = (text = '', bold = false) =>
    text.split(/\s+/).map((word) => style.measure(word, style.fontSize, bold));
  return Math.max(...widthsOf(event?.date, true), ...widthsOf(event?.text));
}

interface Side {
  /** The edge of the band. */
  readonly edge: number;
  /** −1 upwards. */
  readonly way: 1 | -1;
  /** What stands between the band and the words. */
  readonly lane: number;
}

/** The line from the point to the far end of the words, and the words beside it. */
function flagMarks(flag: Flag, { edge, way, lane }: Side, style: FigureStyle): Mark[] {
  const size = style.fontSize;
  const near = edge + way * (flag.offset + lane + size * 0.5);
  const far = near + way * flag.height;
  const top = Math.min(near, far);
  const beside = size * PAD * (flag.isLeft ? -1 : 1);
  const anchor = flag.isLeft ? { anchor: 'end' as const } : {};
  const lines = [
    // Dates are the program's words; they stand in bold.
    ...flag.dates.map((text) => ({ text, bold: true, fill: style.accent, direction: style.wordDirection })),
    ...flag.words.map((text) => ({ text, fill: style.ink })),
  ];
  return [
    line([flag.x, edge], [flag.x, far + (way < 0 ? size * 0.15 : -size * 0.1)], style.muted, 0.5),
    ...lines.map((words, n) =>
      label({ x: flag.x + beside, y: top + size * (0.95 + n * 1.25), size, ...anchor, ...words }),
    ),
  ];
}
