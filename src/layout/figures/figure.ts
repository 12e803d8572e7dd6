/** What a figure is drawn with. Lengths are points. */
export interface FigureStyle {
  /** The width at hand; a figure fills it. */
  readonly width: number;
  readonly font: string;
  readonly fontSize: number;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  readonly tint: string;
  /** The advance of `text` set in `font`. */
  measure(text: string, fontSize: number, bold: boolean): number;
}

/** A drawn figure: SVG with a viewBox in points. What it says is in the document's alternative text, not here. */
export interface DrawnFigure {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

export interface Label {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export function label(style: FigureStyle, { x, y, text, size, fill, bold = false, anchor = 'start' }: Label): string {
  const weight = bold ? ' font-weight="bold"' : '';
  const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${round(x)}" y="${round(y)}" font-family="${escapeXml(style.font)}" font-size="${round(size)}"${weight}${at} fill="${fill}">${escapeXml(text)}</text>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke: string, width: number, dash = ''): string {
  const dashes = dash ? ` stroke-dasharray="${dash}"` : '';
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${stroke}" stroke-width="${width}"${dashes}/>`;
}

export function box(x: number, y: number, width: number, height: number, fill: string, stroke = 'none'): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}" stroke="${stroke}" stroke-width="0.5"/>`;
}

export function draw(style: FigureStyle, height: number, parts: readonly string[]): DrawnFigure {
  const [w, h] = [round(style.width), round(height)];
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}">${parts.join('')}</svg>`,
    width: w,
    height: h,
  };
}

/** Breaks `text` into lines no wider than `width`; a word wider than that is broken between characters. */
export function wrap(style: FigureStyle, text: string, size: number, width: number, bold = false): string[] {
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
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(word)) {
    if (piece !== '' && !fits(piece + segment)) {
      pieces.push(piece);
      piece = segment;
    } else {
      piece += segment;
    }
  }
  return [...pieces, piece];
}
