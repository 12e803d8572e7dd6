import type { Timeline } from '../../../document/figures.js';
import { paleRule } from '../charts/palette.js';
import { type FigureStyle, line, type Mark } from '../figure.js';
import type { TimeBand } from './time-band.js';

/** Which events lie over which, so that no bar lies on another: 0 is at the axis. */
export interface Lanes {
  readonly of: ReadonlyMap<number, number>;
  /** Lanes beside the first. */
  readonly count: number;
}

export interface Edge {
  /** Of the band. */
  readonly y: number;
  /** From a lane to the next, away from the band. */
  readonly step: number;
  readonly lanes: Lanes;
}

export function lanesOf({ events }: Timeline, indices: readonly number[], band: TimeBand): Lanes {
  const ends: number[] = [];
  const of = new Map<number, number>();
  for (const index of indices) {
    const [x0, x1] = extentOf(events[index], band);
    const free = ends.findIndex((end) => end < x0);
    const lane = x0 === x1 ? 0 : free === -1 ? ends.length : free;
    if (x0 < x1) ends[lane] = x1;
    of.set(index, lane);
  }
  return { of, count: Math.max(0, ends.length - 1) };
}

/** How long it lasted, or within which time it was. */
function extentOf(event: Timeline['events'][number] | undefined, { at }: TimeBand): [number, number] {
  if (event === undefined) return [0, 0];
  const { from, to, within } = event;
  const [first, last] = to !== null && to !== from ? [from, to] : (within ?? [from, from]);
  return [at(first), at(last)];
}

/** Points on the edge of the band: bars for what lasted, hollow ones over the time that is meant where a date is not exact. */
export function pointMarks(
  { events }: Timeline,
  indices: readonly number[],
  { band, edge }: { readonly band: TimeBand; readonly edge: Edge },
  style: FigureStyle,
): Mark[] {
  const size = style.fontSize;
  const heightOf = (index: number) => edge.y + (edge.lanes.of.get(index) ?? 0) * edge.step;
  const bars = indices.flatMap((index): Mark[] => {
    const event = events[index];
    const [[x0, x1], y] = [extentOf(event, band), heightOf(index)];
    if (x0 === x1) return [];
    if (event?.to) return [line([x0, y], [x1, y], style.accent, size * 0.3)];
    return [
      line([x0, y], [x1, y], paleRule(style), size * 0.3),
      ...[x0, x1].map((x) => line([x, y - size * 0.25], [x, y + size * 0.25], style.muted, 0.6)),
    ];
  });
  const points = indices.flatMap((index): Mark[] => {
    const event = events[index];
    if (event === undefined) return [];
    const at = { x: band.at(event.from), y: heightOf(index), radius: size * 0.33 };
    return [
      event.isVague
        ? { kind: 'circle', ...at, fill: '#ffffff', stroke: style.accent, strokeWidth: 1 }
        : { kind: 'circle', ...at, fill: style.accent, stroke: '#ffffff', strokeWidth: 0.8 },
    ];
  });
  return [...bars, ...points];
}
