import { clustersOf } from '../text/clusters.js';

/** What a figure is drawn with. Lengths are points. */
export interface FigureStyle {
  /** The available width; a figure fills it. */
  readonly width: number;
  readonly font: string;
  readonly fontSize: number;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  readonly tint: string;
  /** Read from the right: drawn as for a page that is read from the left, and then turned round. */
  readonly rightToLeft: boolean;
  /** Which way the program's own words run, where that is not the document's way. */
  readonly wordDirection?: 'ltr' | 'rtl';
  /** The advance of `text` set in `font`. */
  measure(text: string, fontSize: number, bold: boolean): number;
}

/** A drawn figure: SVG with a viewBox in points. What it says is in the document's alternative text, not here. */
export interface DrawnFigure {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** What figures are made of. */
export type Mark = Shape | DataCell;
export type Shape = Label | Line | Polyline | Box | Polygon | Circle;

/**
 * What stands for one cell of the table that the figure shows: row 0 are the names of its columns, column 0 those of its
 * rows. A screen reader comes to it as that cell.
 */
export interface DataCell {
  readonly kind: 'cell';
  readonly row: number;
  readonly column: number;
  readonly marks: readonly Shape[];
}

export interface Label {
  readonly kind: 'label';
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Its direction, where that is not the drawing's. */
  readonly direction?: 'ltr' | 'rtl' | undefined;
}
export interface Line {
  readonly kind: 'line';
  readonly from: Point;
  readonly to: Point;
  readonly stroke: string;
  readonly width: number;
}
export interface Polyline {
  readonly kind: 'polyline';
  readonly points: readonly Point[];
  readonly stroke: string;
  readonly width: number;
  /** Lengths of dashes and gaps in turn; none where the line is whole. */
  readonly dashes?: readonly number[];
}
export interface Box {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly stroke: string;
}
export interface Polygon {
  readonly kind: 'polygon';
  readonly points: readonly Point[];
  readonly fill: string;
}
export interface Circle {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
}
export type Point = readonly [x: number, y: number];

export function line(from: Point, to: Point, stroke: string, width: number): Line {
  return { kind: 'line', from, to, stroke, width };
}

export function label(mark: Omit<Label, 'kind'>): Label {
  return { kind: 'label', ...mark };
}

export function cell(row: number, column: number, ...marks: readonly Shape[]): DataCell {
  return { kind: 'cell', row, column, marks };
}

export function draw(style: FigureStyle, height: number, marks: readonly Mark[]): DrawnFigure {
  const [w, h] = [round(style.width), round(height)];
  const turned = style.rightToLeft ? marks.map((mark) => mirrored(mark, style.width)) : marks;
  const parts = turned.map((mark) => written(mark, style.font));
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}">${parts.join('')}</svg>`,
    width: w,
    height: h,
  };
}

const OTHER_END = { start: 'end', middle: 'middle', end: 'start' } as const;

/** The mark at its place from the other edge; letters are never turned. */
function mirrored(mark: Mark, width: number): Mark {
  if (mark.kind === 'cell') return { ...mark, marks: mark.marks.map((shape) => mirroredShape(shape, width)) };
  return mirroredShape(mark, width);
}

function mirroredShape(mark: Shape, width: number): Shape {
  const across = ([x, y]: Point): Point => [width - x, y];
  switch (mark.kind) {
    case 'label':
      return { ...mark, x: width - mark.x, anchor: OTHER_END[mark.anchor ?? 'start'] };
    case 'line':
      return { ...mark, from: across(mark.from), to: across(mark.to) };
    case 'box':
      return { ...mark, x: width - mark.x - mark.width };
    case 'polyline':
    case 'polygon':
      return { ...mark, points: mark.points.map(across) };
    case 'circle':
      return { ...mark, x: width - mark.x };
  }
}

function written(mark: Mark, font: string): string {
  switch (mark.kind) {
    case 'cell': {
      const inside = mark.marks.map((shape) => written(shape, font)).join('');
      return `<g data-cell="${mark.row} ${mark.column}">${inside}</g>`;
    }
    case 'label': {
      const weight = mark.bold ? ' font-weight="bold"' : '';
      const at = mark.anchor === undefined || mark.anchor === 'start' ? '' : ` text-anchor="${mark.anchor}"`;
      const way = mark.direction === undefined ? '' : ` direction="${mark.direction}"`;
      return `<text x="${round(mark.x)}" y="${round(mark.y)}" font-family="${escapeXml(font)}" font-size="${round(mark.size)}"${weight}${at}${way} fill="${mark.fill}">${escapeXml(mark.text)}</text>`;
    }
    case 'line': {
      const [[x1, y1], [x2, y2]] = [mark.from, mark.to];
      return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${mark.stroke}" stroke-width="${mark.width}"/>`;
    }
    case 'polyline': {
      const dashes = mark.dashes === undefined ? '' : ` stroke-dasharray="${mark.dashes.join(' ')}"`;
      return `<polyline points="${pointsOf(mark.points)}" fill="none" stroke="${mark.stroke}" stroke-width="${mark.width}" stroke-linejoin="round"${dashes}/>`;
    }
    case 'box':
      return `<rect x="${round(mark.x)}" y="${round(mark.y)}" width="${round(mark.width)}" height="${round(mark.height)}" fill="${mark.fill}" stroke="${mark.stroke}" stroke-width="0.5"/>`;
    case 'polygon':
      return `<polygon points="${pointsOf(mark.points)}" fill="${mark.fill}"/>`;
    case 'circle':
      return `<circle cx="${round(mark.x)}" cy="${round(mark.y)}" r="${round(mark.radius)}" fill="${mark.fill}" stroke="${mark.stroke}" stroke-width="${mark.strokeWidth}"/>`;
  }
}

function pointsOf(points: readonly Point[]): string {
  return points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
}

/** How text is broken into lines. Lengths are points. */
export interface Wrapping {
  readonly size: number;
  readonly width: number;
  readonly bold?: boolean;
}

/** Breaks `text` into lines no wider than `width`; a word wider than that is broken between characters. */
export function wrap(style: FigureStyle, text: string, { size, width, bold = false }: Wrapping): string[] {
  const fits = (s: string) => style.measure(s, size, bold) <= width;
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/[ \t\n]+/).filter(Boolean)) {
    const joined = current === '' ? word : `${current} ${word}`;
    if (fits(joined)) {
      current = joined;
      continue;
    }
    if (current !== '') lines.push(current);
    const pieces = fits(word) ? [word] : breakWord(word, fits);
    lines.push(...pieces.slice(0, -1));
    current = pieces[pieces.length - 1] ?? '';
  }
  if (current !== '') lines.push(current);
  return lines;
}

function breakWord(word: string, fits: (s: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const cluster of clustersOf(word)) {
    if (piece !== '' && !fits(piece + cluster)) {
      pieces.push(piece);
      piece = cluster;
    } else {
      piece += cluster;
    }
  }
  return [...pieces, piece];
}
