import { LEVELS, type Level, POSITIONS, type Position, type StakeholderGrid } from '../../document/figures.js';
import {
  type DrawnFigure,
  draw,
  type FigureStyle,
  label,
  line,
  type Mark,
  type Point,
  type Shape,
  wrap,
} from './figure.js';

interface Entry {
  readonly lines: readonly string[];
  readonly position: Position;
}

/** Names are set as a list inside their cell and a row grows with its fullest cell, so no two names can overlap. */
export function drawStakeholderGrid(grid: StakeholderGrid, style: FigureStyle): DrawnFigure {
  const size = style.fontSize;
  const leading = size * 1.25;
  const gutter = size * 6;
  // Half of the outermost line lies outside its cell.
  const cellWidth = (style.width - gutter - 0.5) / 3;
  const pad = size * 0.5;
  const textAt = pad + size * 1.2;
  const entriesOf = (influence: Level, interest: Level): Entry[] =>
    grid.members
      .filter((m) => m.influence === influence && m.interest === interest)
      .map((m) => ({ position: m.position, lines: wrap(style, m.name, { size, width: cellWidth - textAt - pad }) }));

  const parts: Mark[] = [];
  let y = 0.5;
  for (const influence of [...LEVELS].reverse()) {
    const cells = LEVELS.map((interest) => entriesOf(influence, interest));
    const heightOf = (cell: readonly Entry[]) =>
      cell.reduce((h, e) => h + e.lines.length * leading + size * 0.35, pad * 2);
    const height = Math.max(size * 3, ...cells.map(heightOf));
    parts.push(
      label({
        x: gutter - pad,
        y: y + height / 2 + size * 0.35,
        text: grid.words.influenceLevels[influence],
        direction: style.wordDirection,
        size,
        fill: style.ink,
        anchor: 'end',
      }),
    );
    cells.forEach((cell, column) => {
      const x = gutter + column * cellWidth;
      const key = influence === 'high' && LEVELS[column] === 'high';
      const fill = key ? style.tint : '#ffffff';
      parts.push({ kind: 'box', x, y, width: cellWidth, height, fill, stroke: style.muted });
      let baseline = y + pad + size;
      for (const entry of cell) {
        parts.push(...signOf(entry.position, [x + pad + size * 0.4, baseline - size * 0.33], size * 0.36, style));
        for (const text of entry.lines) {
          parts.push(label({ x: x + textAt, y: baseline, text, size, fill: style.ink }));
          baseline += leading;
        }
        baseline += size * 0.35;
      }
    });
    y += height;
  }
  parts.push(...axes(grid, style, y, { gutter, cellWidth }));
  const key = legend(grid, style, y + size * 2.75, gutter);
  return draw(style, key.bottom, [...parts, ...key.parts]);
}

function axes(
  grid: StakeholderGrid,
  style: FigureStyle,
  height: number,
  { gutter, cellWidth }: { readonly gutter: number; readonly cellWidth: number },
): Mark[] {
  const size = style.fontSize;
  const below = height + size * 1.4;
  const parts: Mark[] = LEVELS.map((level, column) =>
    label({
      x: gutter + (column + 0.5) * cellWidth,
      y: below,
      text: grid.words.interestLevels[level],
      direction: style.wordDirection,
      size,
      fill: style.ink,
      anchor: 'middle',
    }),
  );
  parts.push(
    label({
      x: 0,
      y: size,
      text: `${grid.words.influence} ↑`,
      direction: style.wordDirection,
      size: size * 0.95,
      fill: style.muted,
      bold: true,
    }),
  );
  parts.push(
    label({
      x: style.width,
      y: below + size * 1.45,
      text: `${grid.words.interest} ${style.rightToLeft ? '←' : '→'}`,
      direction: style.wordDirection,
      size: size * 0.95,
      fill: style.muted,
      bold: true,
      anchor: 'end',
    }),
  );
  return parts;
}

/** Only the positions that occur; broken over lines where the width ends. */
function legend(
  grid: StakeholderGrid,
  style: FigureStyle,
  top: number,
  left: number,
): { parts: Mark[]; bottom: number } {
  const size = style.fontSize * 0.95;
  const parts: Mark[] = [];
  let [x, y] = [left, top];
  for (const position of POSITIONS.filter((p) => grid.members.some((m) => m.position === p))) {
    const text = grid.words.positions[position];
    const width = size * 1.4 + style.measure(text, size, false) + size * 1.6;
    if (x > left && x + width > style.width) {
      x = left;
      y += size * 1.5;
    }
    parts.push(...signOf(position, [x + size * 0.5, y - size * 0.33], size * 0.36, style));
    parts.push(label({ x: x + size * 1.3, y, text, size, fill: style.ink, direction: style.wordDirection }));
    x += width;
  }
  return { parts, bottom: y + size * 0.6 };
}

/** Every position has a shape of its own, so that the grid can be read without colour. */
export function signOf(position: Position, [x, y]: Point, radius: number, style: FigureStyle): Shape[] {
  const at = (dx: number, dy: number): Point => [x + dx * radius, y + dy * radius];
  switch (position) {
    case 'supports':
      return [{ kind: 'polygon', points: [at(0, -1.1), at(1.1, 0.9), at(-1.1, 0.9)], fill: style.accent }];
    case 'opposes':
      return [{ kind: 'polygon', points: [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)], fill: style.ink }];
    case 'mixed':
      return [{ kind: 'polygon', points: [at(0, -1.2), at(1.2, 0), at(0, 1.2), at(-1.2, 0)], fill: style.muted }];
    case 'neutral':
      return [{ kind: 'circle', x, y, radius, fill: 'none', stroke: style.ink, strokeWidth: 0.9 }];
    case 'unknown':
      return [line(at(-1, -1), at(1, 1), style.ink, 0.9), line(at(-1, 1), at(1, -1), style.ink, 0.9)];
  }
}
