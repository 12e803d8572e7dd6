import { luminance, mixedEvenly } from '../../../colour/colour.js';
import type { FigureStyle } from '../figure.js';

/** How a filled series is told from the others; the shades differ in lightness, so that grey tells them apart too. */
export interface Fill {
  readonly fill: string;
  /** The colour of words on it, with a contrast of at least 4.5 to 1. */
  readonly ink: string;
}

/** Fills for `count` series, from the darkest. */
export function fillsOf(count: number, { accent }: FigureStyle): Fill[] {
  return Array.from({ length: count }, (_, i) => {
    const share = count === 1 ? 0 : (i / (count - 1)) * 0.82;
    const fill = mixedEvenly(accent, '#ffffff', share);
    return { fill, ink: isDark(fill) ? '#ffffff' : '#000000' };
  });
}

/** For guide lines, which must stand out less than the data. */
export function paleRule({ muted }: FigureStyle): string {
  return mixedEvenly(muted, '#ffffff', 0.7);
}

/** White has a contrast of 4.5 or more on a colour of this luminance (WCAG 2, relative luminance). */
function isDark(colour: string): boolean {
  return luminance(colour) <= 0.1833;
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
