import { LIGHTS, type Light, type Matrix, type MatrixCell, POSITIONS, type Rating } from '../../document/figures.js';
import { paleRule } from './charts/palette.js';
import {
  cell,
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
import { signOf } from './grid.js';

/** Dark enough for white letters, and for the page's white. */
const LIGHT_COLOURS: Readonly<Record<Light, string>> = { red: '#a61b1b', amber: '#9a5200', green: '#1c6b3c' };

/** Rows and columns of words, each with the sign of its word before it. Null where a word would have to be broken. */
export function drawMatrix(matrix: Matrix, style: FigureStyle): DrawnFigure | null {
  const { columns, rows } = matrix;
  const size = style.fontSize;
  const leading = size * 1.25;
  const pad = size * 0.5;
  const widths = matrixWidths(matrix, pad, style);
  if (widths === null) return null;
  const lefts = widths.map((_, i) => widths.slice(0, i).reduce((total, each) => total + each, 0));
  const marks: Mark[] = [];
  let y = 0;

  const heads = columns.map((text, i) => wrap(style, text, { size, width: (widths[i] ?? 0) - pad * 2, bold: true }));
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * leading + pad * 1.2;
  heads.forEach((lines, i) => {
    lines.forEach((text, n) => {
      const from = headHeight - pad * 0.7 - (lines.length - 1 - n) * leading - size * 0.1;
      marks.push(cell(0, i, label({ x: (lefts[i] ?? 0) + pad, y: from, text, size, fill: style.ink, bold: true })));
    });
  });
  y += headHeight;
  marks.push(line([0, y], [style.width, y], style.ink, 0.8));
  rows.forEach((row, r) => {
    const name = wrap(style, row.name, { size, width: (widths[0] ?? 0) - pad * 2 });
    const cells = row.cells.map((cell, i) => cellLines(cell, (widths[i + 1] ?? 0) - pad * 2, style));
    const height = Math.max(name.length, ...cells.map(({ lines }) => lines.length)) * leading + pad * 1.4;
    const baseline = y + pad * 0.7 + size;
    name.forEach((text, n) => {
      marks.push(cell(r + 1, 0, label({ x: pad, y: baseline + n * leading, text, size, fill: style.ink })));
    });
    row.cells.forEach((each, i) => {
      const { lines, indent } = cells[i] ?? { lines: [], indent: 0 };
      const x = (lefts[i + 1] ?? 0) + pad;
      const fill = each === null ? style.muted : style.ink;
      const words = lines.map((text, n) => label({ x: x + indent, y: baseline + n * leading, text, size, fill }));
      marks.push(cell(r + 1, i + 1, ...signFor(each, [x + size * 0.55, baseline - size * 0.33], style), ...words));
    });
    y += height;
    marks.push(line([0, y], [style.width, y], paleRule(style), 0.5));
  });
  return draw(style, y + 0.5, marks);
}

/** Columns alike where each has room for its longest word; else the room that is left goes to all in equal parts. */
function matrixWidths({ columns, rows }: Matrix, pad: number, style: FigureStyle): number[] | null {
  const size = style.fontSize;
  const longest = (text: string, bold: boolean) =>
    Math.max(0, ...text.split(/\s+/).map((word) => style.measure(word, size, bold))) + pad * 2;
  const least = columns.map((head, i) => {
    const cells = rows.map(({ name, cells: own }) =>
      i === 0 ? longest(name, false) : longest(own[i - 1]?.text ?? '', false) + signRoom(own[i - 1] ?? null, style),
    );
    return Math.max(longest(head, true), ...cells);
  });
  const spare = style.width - least.reduce((total, each) => total + each, 0);
  if (spare < 0) return null;
  const names = [columns[0] ?? '', ...rows.map(({ name }) => name)];
  const widest = Math.max(...names.map((text) => style.measure(text, size, true))) + pad * 2;
  const first = Math.max(least[0] ?? 0, Math.min(style.width * 0.3, widest));
  const other = (style.width - first) / Math.max(1, columns.length - 1);
  if (least.slice(1).every((each) => each <= other)) return columns.map((_, i) => (i === 0 ? first : other));
  return least.map((each) => each + spare / columns.length);
}

function signRoom(cell: MatrixCell | null, style: FigureStyle): number {
  return cell === null || cell.mark === null ? 0 : style.fontSize * 1.6;
}

function cellLines(cell: MatrixCell | null, width: number, style: FigureStyle): { lines: string[]; indent: number } {
  if (cell === null) return { lines: ['–'], indent: 0 };
  const indent = signRoom(cell, style);
  return { lines: wrap(style, cell.text, { size: style.fontSize, width: width - indent }), indent };
}

/** Every word has a sign of a shape of its own, so that it is told without its colour. */
function signFor(cell: MatrixCell | null, at: Point, style: FigureStyle): Shape[] {
  const { mark } = cell ?? { mark: null };
  if (cell === null || mark === null) return [];
  const position = POSITIONS.find((each) => each === mark);
  if (position !== undefined) return signOf(position, at, style.fontSize * 0.36, style);
  const light = LIGHTS.find((each) => each === mark);
  return light === undefined ? ratingSign(mark as Rating, at, style) : lightSign(light, cell.letter, at, style);
}

/** A disc for green, a triangle for amber, a square for red, each with its letter where it has one. */
function lightSign(light: Light, letter: string | undefined, [x, y]: Point, style: FigureStyle): Shape[] {
  const size = style.fontSize;
  const radius = size * 0.6;
  const fill = LIGHT_COLOURS[light];
  const shape: Shape =
    light === 'green'
      ? { kind: 'circle', x, y, radius, fill, stroke: fill, strokeWidth: 0 }
      : light === 'red'
        ? {
            kind: 'box',
            x: x - radius * 0.9,
            y: y - radius * 0.9,
            width: radius * 1.8,
            height: radius * 1.8,
            fill,
            stroke: fill,
          }
        : {
            kind: 'polygon',
            points: [
              [x, y - radius * 1.25],
              [x + radius * 1.3, y + radius * 0.95],
              [x - radius * 1.3, y + radius * 0.95],
            ],
            fill,
          };
  if (letter === undefined) return [shape];
  const drop = light === 'amber' ? size * 0.32 : size * 0.25;
  const written = { text: letter, size: size * 0.68, fill: '#ffffff', bold: true, anchor: 'middle' } as const;
  return [shape, label({ x, y: y + drop, ...written })];
}

/** Triangles that point up or down, one or two; a ring for neither. */
function ratingSign(rating: Rating, [x, y]: Point, style: FigureStyle): Shape[] {
  const radius = style.fontSize * 0.3;
  if (rating === '0') {
    return [{ kind: 'circle', x, y, radius, fill: '#ffffff', stroke: style.ink, strokeWidth: 0.9 }];
  }
  const way = rating.startsWith('+') ? -1 : 1;
  const fill = way < 0 ? style.accent : style.ink;
  const triangle = (middle: number): Shape => ({
    kind: 'polygon',
    points: [
      [middle, y + way * radius],
      [middle + radius, y - way * radius],
      [middle - radius, y - way * radius],
    ],
    fill,
  });
  return rating.length === 1 ? [triangle(x)] : [triangle(x - radius * 1.05), triangle(x + radius * 1.05)];
}
