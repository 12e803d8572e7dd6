import type { Yardstick } from '../../document/figures.js';
import { SMALLEST_TYPE } from '../theme/type-scale.js';
import { type DrawnFigure, draw, type FigureStyle, label, line, type Mark, wrap } from './figure.js';

interface Slot {
  readonly center: number;
  readonly lines: readonly string[];
}

/** Bands at their true place on a line from 0 to 100 per cent; their names below in even slots, joined by a thin line. */
export function drawYardstick(yardstick: Yardstick, style: FigureStyle): DrawnFigure {
  const size = style.fontSize;
  const inset = size * 1.2;
  const scale = (percent: number) => inset + (percent / 100) * (style.width - inset * 2);
  const slot = style.width / Math.max(1, yardstick.bands.length);
  const room = slot - size * 0.6;
  const names = smallEnough(yardstick, style, room);
  const wrapping = { size: names, width: room };
  const slots: Slot[] = yardstick.bands.map((band, i) => ({
    center: (i + 0.5) * slot,
    lines: [...wrap(style, band.name, { ...wrapping, bold: true }), ...wrap(style, band.range, wrapping)],
  }));
  const marksOf = (band: number) => yardstick.marks.filter((m) => m.band === band);
  const badge = size * 1.7;
  const badgeRows = yardstick.bands.map((_, i) =>
    badgeLines(
      style,
      marksOf(i).map((m) => m.name),
      slot - size * 0.4,
    ),
  );
  const above = Math.max(0, ...badgeRows.map((rows) => rows.length)) * badge;
  const top = above + size * 0.8;
  const barHeight = size * 1.1;
  const joinBottom = top + barHeight + size * 1.8;

  const bar = top + barHeight / 2;
  const parts: Mark[] = [line([scale(0), bar], [scale(100), bar], style.muted, 0.6)];
  yardstick.bands.forEach((band, i) => {
    const middle = scale((band.low + band.high) / 2);
    const { center, lines } = slots[i] as Slot;
    const rows = badgeRows[i] as string[];
    const taken = rows.length > 0;
    const [x, width] = [scale(band.low), scale(band.high) - scale(band.low)];
    const fill = taken ? style.accent : style.tint;
    parts.push({ kind: 'box', x, y: top, width, height: barHeight, fill, stroke: style.ink });
    parts.push(line([middle, top + barHeight], [center, joinBottom - size * 0.3], style.muted, 0.4));
    lines.forEach((text, n) => {
      const bold = n < lines.length - 1;
      parts.push(
        label({
          x: center,
          y: joinBottom + size * (0.9 + n * 1.2),
          text,
          size: names,
          fill: style.ink,
          bold: bold && taken,
          anchor: 'middle',
          direction: style.wordDirection,
        }),
      );
    });
    rows.forEach((text, n) => {
      const x = Math.min(Math.max(middle, slot * 0.3), style.width - slot * 0.3);
      parts.push(
        label({ x, y: top - size * 0.6 - n * badge, text, size, fill: style.ink, bold: true, anchor: 'middle' }),
      );
    });
  });
  const deepest = Math.max(1, ...slots.map((s) => s.lines.length));
  return draw(style, joinBottom + size * (0.9 + deepest * 1.2), parts);
}

/** The size in which the longest word of a name has room in its slot, as far as it can be read. */
function smallEnough({ bands }: Yardstick, { fontSize, measure }: FigureStyle, room: number): number {
  const words = bands.flatMap(({ name }) => name.split(' '));
  const longest = Math.max(1, ...words.map((word) => measure(word, fontSize, true)));
  return Math.min(fontSize, Math.max(SMALLEST_TYPE, (fontSize * room) / longest));
}

/** The names on one band, as few lines as its slot allows. */
function badgeLines(style: FigureStyle, names: readonly string[], width: number): string[] {
  return names.length === 0 ? [] : wrap(style, names.join(', '), { size: style.fontSize, width, bold: true }).reverse();
}
