/**
 * Colours as CSS writes them (CSS Color 4), read, mixed and measured in one place. Elsewhere a colour is `#rrggbb`.
 */
import {
  clampRgb,
  converter,
  formatHex,
  interpolate,
  modeA98,
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeP3,
  modeProphoto,
  modeRec2020,
  modeRgb,
  modeXyz50,
  modeXyz65,
  parse,
  type Rgb,
  useMode,
  wcagContrast,
  wcagLuminance,
} from 'culori/fn';

const SPACES = [modeRgb, modeHsl, modeHwb, modeLab, modeLch, modeOklab, modeOklch, modeP3, modeProphoto, modeRec2020];
for (const space of [...SPACES, modeA98, modeLrgb, modeXyz50, modeXyz65]) useMode(space);

const toRgb = converter('rgb');

/** A colour of sRGB: channels from 0 to 255, and how opaque it is, from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Null for what is not a colour; what lies beyond sRGB becomes the nearest colour within. */
export function readColour(written: string): Colour | null {
  const read = parse(written.trim().toLowerCase());
  if (read === undefined) return null;
  const { r, g, b, alpha = 1 } = clampRgb(toRgb(read)) as Rgb;
  return { red: channelOf(r), green: channelOf(g), blue: channelOf(b), alpha: Math.min(1, Math.max(0, alpha)) };
}

/** A channel that CSS calls `none` is 0. */
function channelOf(share: number | undefined): number {
  return Math.round((share ?? 0) * 255);
}

/** `#rrggbb`, without how opaque it is. */
export function hexOf({ red, green, blue }: Omit<Colour, 'alpha'>): string {
  return formatHex({ mode: 'rgb', r: red / 255, g: green / 255, b: blue / 255 });
}

/** `#rrggbb`, or `rgba(…)` with as many decimals as tell one of 256 steps from the next (CSS Color 4, 15.1). */
export function cssOf(colour: Colour): string {
  const { red, green, blue, alpha } = colour;
  const short = Number(alpha.toFixed(2));
  const isExact = Math.round(short * 255) === Math.round(alpha * 255);
  return alpha === 1 ? hexOf(colour) : `rgba(${red},${green},${blue},${isExact ? short : Number(alpha.toFixed(3))})`;
}

/** What is seen where a colour lies on another. */
export function laidOn(colour: Colour, ground: string): string {
  return mixed(ground, hexOf(colour), colour.alpha);
}

/** `one` and `other` in sRGB, with a share of the other from 0 to 1. */
export function mixed(one: string, other: string, share: number): string {
  return formatHex(interpolate([one, other], 'rgb')(share));
}

/** The same in steps that look equal (CIELAB). */
export function mixedEvenly(one: string, other: string, share: number): string {
  return formatHex(clampRgb(interpolate([one, other], 'lab')(share)));
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrastRatio(one: string, other: string): number {
  return wcagContrast(one, other);
}

/** How light a colour is, from 0 to 1 (WCAG 2.2, relative luminance). */
export function luminance(colour: string): number {
  return wcagLuminance(colour);
}
