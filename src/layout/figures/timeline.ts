import type { Timeline } from '../../document/figures.js';
import { type DrawnFigure, draw, type FigureStyle, label, line, type Mark, wrap } from './figure.js';

interface Card {
  readonly x: number;
  readonly end: number | null;
  readonly lines: readonly { readonly text: string; readonly bold: boolean }[];
  readonly left: number;
  readonly above: boolean;
  /** Distances from the axis: of the card's near edge, and of the height at which its leader line turns. */
  readonly offset: number;
  readonly turn: number;
}

/**
 * Dates at their true distance, at least a dot apart; the words in columns above and below, each joined to its date.
 */
export function drawTimeline(timeline: Timeline, style: FigureStyle): DrawnFigure {
  const size = style.fontSize;
  const cards = arrange(timeline, style);
  const heightOf = (card: Card) => card.lines.length * size * 1.25;
  const reach = (above: boolean) =>
    Math.max(size * 1.5, ...cards.filter((c) => c.above === above).map((c) => c.offset + heightOf(c) + size * 0.4));
  const axis = reach(true);
  const parts: Mark[] = [line([0, axis], [style.width, axis], style.ink, 0.8)];
  for (const card of cards) {
    const near = card.above ? axis - card.offset : axis + card.offset;
    const far = card.above ? near - heightOf(card) : near + heightOf(card);
    // Below the axis the words hang from the edge; the line ends as far from their capitals as above.
    parts.push(...leader(card, axis, card.above ? near : near - size * 0.3, style));
    if (card.end !== null) parts.push(line([card.x, axis], [card.end, axis], style.accent, 3));
    const dot = { x: card.x, y: axis, radius: size * 0.33 };
    parts.push({ kind: 'circle', ...dot, fill: style.accent, stroke: '#ffffff', strokeWidth: 0.8 });
    const topEdge = Math.min(near, far);
    card.lines.forEach(({ text, bold }, n) => {
      parts.push(
        label({
          x: card.left,
          y: topEdge + size * (0.95 + n * 1.25),
          text,
          size,
          fill: bold ? style.accent : style.ink,
          bold,
          // Dates are the program's words; they stand in bold.
          direction: bold ? style.wordDirection : undefined,
        }),
      );
    });
  }
  return draw(style, axis + reach(false), parts);
}

/** From the date's point on the axis to the left edge of its words. */
function leader(card: Card, axis: number, edge: number, style: FigureStyle): Mark[] {
  const turn = card.above ? axis - card.turn : axis + card.turn;
  return [
    line([card.x, axis], [card.x, turn], style.muted, 0.5),
    line([card.x, turn], [card.left + 1, turn], style.muted, 0.5),
    line([card.left + 1, turn], [card.left + 1, edge], style.muted, 0.5),
  ];
}

function arrange(timeline: Timeline, style: FigureStyle): Card[] {
  const size = style.fontSize;
  const xs = placeDates(timeline, style);
  const first = Math.min(...timeline.events.map((e) => dayOf(e.from)));
  const indices = timeline.events.map((_, i) => i);
  return [0, 1].flatMap((side) => {
    const here = indices.filter((i) => i % 2 === side);
    const column = style.width / Math.max(1, here.length);
    const width = Math.min(column, style.width / 2) - size;
    const turns = turnHeights(
      here.map((i, n) => (xs[i] as number) - n * column),
      size * 0.8,
    );
    return here.map((i, n): Card => {
      const event = timeline.events[i] as Timeline['events'][number];
      const lasts = event.to !== null && event.to !== event.from;
      return {
        x: xs[i] as number,
        end: lasts ? scaleOf(timeline, style, first)(dayOf(event.to as string)) : null,
        left: n * column,
        above: side === 0,
        offset: size * 0.8 * (here.length + 1.2),
        turn: turns[n] as number,
        lines: [
          ...wrap(style, event.date, { size, width, bold: true }).map((text) => ({ text, bold: true })),
          ...wrap(style, event.text, { size, width }).map((text) => ({ text, bold: false })),
        ],
      };
    });
  });
}

/**
 * Leaders that run to the left turn the higher the later they come, those that run to the right the lower, so that on
 * one side no two of them cross or lie on each other. `shifts` are the distances that the leaders run, left positive.
 */
function turnHeights(shifts: readonly number[], step: number): number[] {
  const right = shifts.filter((s) => s < 0).length;
  let [fromRight, fromLeft] = [right, 0];
  return shifts.map((s) => (s < 0 ? fromRight-- : right + ++fromLeft) * step);
}

function dayOf(iso: string): number {
  return Date.parse(iso.slice(0, 10)) / 86_400_000;
}

function scaleOf(timeline: Timeline, style: FigureStyle, first: number): (day: number) => number {
  const last = Math.max(...timeline.events.map((e) => dayOf(e.to ?? e.from)));
  const inset = style.fontSize;
  return (day) => inset + (last === first ? 0 : (day - first) / (last - first)) * (style.width - inset * 2);
}

/** Pushed apart where dates nearly coincide: first to the right, then back from the right edge. */
function placeDates(timeline: Timeline, style: FigureStyle): number[] {
  const first = Math.min(...timeline.events.map((e) => dayOf(e.from)));
  const scale = scaleOf(timeline, style, first);
  const gap = style.fontSize * 1.1;
  const xs = timeline.events.map((e) => scale(dayOf(e.from)));
  for (let i = 1; i < xs.length; i++) xs[i] = Math.max(xs[i] as number, (xs[i - 1] as number) + gap);
  let edge = style.width - style.fontSize;
  for (let i = xs.length - 1; i >= 0; i--) {
    xs[i] = Math.min(xs[i] as number, edge);
    edge = (xs[i] as number) - gap;
  }
  return xs;
}
