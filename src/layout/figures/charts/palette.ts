import { colord, extend } from 'colord';
import mix from 'colord/plugins/mix';
import type { FigureStyle } from '../figure.js';

extend([mix]);

/** How a filled series is told from the others; the shades differ in lightness, so that grey tells them apart too. */
export interface Fill {
  readonly fill: string;
  /** The colour of words on it, with a contrast of at least 4.5 to 1. */
  readonly ink: string;
}

/** Fills for `count` series, from the darkest. */
export function fillsOf(count: number, { accent }: FigureStyle): Fill[] {
  const base = colord(accent);
  return Array.from({ length: count }, (_, i) => {
    const share = count === 1 ? 0 : (i / (count - 1)) * 0.82;
    const fill = base.mix('#ffffff', share).toHex();
    return { fill, ink: isDark(fill) ? '#ffffff' : '#000000' };
  });
}

/** For guide lines, which must stand out less than the data. */
export function paleRule({ muted }: FigureStyle): string {
  return colord(muted).mix('#ffffff', 0.7).toHex();
}

/** White has a contrast of 4.5 or more on a colour of this luminance (WCAG 2, relative luminance). */
function isDark(colour: string): boolean {
  const { r, g, b } = colord(colour).toRgb();
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue <= 0.1833;
}

/** How a line is told from the others: by its colour, its weight, its dashes and the sign at its end. */
export interface Stroke {
  readonly stroke: string;
  readonly width: number;
  readonly dashes?: readonly number[];
}

export function strokesOf({ accent, ink, muted }: FigureStyle): readonly Stroke[] {
  return [
    { stroke: accent, width: 1.8 },
    { stroke: ink, width: 1.1 },
    { stroke: muted, width: 1.5, dashes: [4, 2] },
    { stroke: accent, width: 1.2, dashes: [1.5, 1.5] },
    { stroke: ink, width: 1, dashes: [6, 2, 1.5, 2] },
    { stroke: muted, width: 0.9 },
  ];
}
