import type { Timeline } from '../../../document/figures.js';
import { type DrawnFigure, draw, type FigureStyle, label, line, type Mark } from '../figure.js';
import { lanesOf, pointMarks } from './points.js';
import type { TimeBand } from './time-band.js';

/** Events beside each other, with one name: `4`, or `7–12` where they lie close together. */
interface Group {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** Events as points with the numbers that they have in the list below. */
export function drawNumbered(timeline: Timeline, band: TimeBand, style: FigureStyle): DrawnFigure {
  const size = style.fontSize;
  const all = timeline.events.map((_, i) => i);
  const lanes = lanesOf(timeline, all, band);
  const step = size * 0.6;
  const top = size * 2.3 + lanes.count * step;
  const groups = parted(
    timeline.events.map(({ from }, i): Group => ({ first: i, last: i, from: band.at(from), to: band.at(from) })),
    style,
  );
  const names = groups.flatMap((group): Mark[] => {
    const isMany = group.from < group.to;
    const y = top - size * 0.75 - lanes.count * step;
    return [
      label({ x: centreOf(group, style), y: y - size * 0.35, ...named(group, style) }),
      ...(isMany ? [line([group.from, y], [group.to, y], style.muted, 0.5)] : []),
    ];
  });
  const points = pointMarks(timeline, all, { band, edge: { y: top, step: -step, lanes } }, style);
  return draw(style, top + band.height + size * 0.3, [...band.marksAt(top), ...names, ...points]);
}

function named({ first, last }: Group, { fontSize, accent }: FigureStyle) {
  const text = first === last ? String(first + 1) : `${first + 1}\u2013${last + 1}`;
  return { text, size: fontSize, fill: accent, bold: true, anchor: 'middle' as const };
}

/** Over the middle of its points, and inside the figure. */
function centreOf(group: Group, style: FigureStyle): number {
  const half = widthOf(group, style) / 2;
  return Math.min(Math.max((group.from + group.to) / 2, half), style.width - half);
}

function widthOf(group: Group, style: FigureStyle): number {
  return style.measure(named(group, style).text, style.fontSize, true);
}

/** Those whose names would touch become one, until none do. */
function parted(groups: readonly Group[], style: FigureStyle): Group[] {
  const joined: Group[] = [];
  for (const group of groups) {
    let next = group;
    for (let before = joined.at(-1); before !== undefined && touch(before, next, style); before = joined.at(-1)) {
      joined.pop();
      next = {
        first: before.first,
        last: next.last,
        from: Math.min(before.from, next.from),
        to: Math.max(before.to, next.to),
      };
    }
    joined.push(next);
  }
  return joined;
}

function touch(a: Group, b: Group, style: FigureStyle): boolean {
  const apart = centreOf(b, style) - centreOf(a, style);
  return apart < (widthOf(a, style) + widthOf(b, style)) / 2 + style.fontSize * 0.5;
}
