/** Letters that a blend mode or a mask takes away: https://www.w3.org/TR/compositing-1/ and css-masking-1. */
import { hexOf } from '../../colour/colour.js';
import { channelsOf, colourOf, TRANSPARENT, UNKNOWN } from './colours.js';

/** How the element around blends with what is behind it. */
export interface Blending {
  readonly mode: string;
  readonly backdrop: string;
  /** The background of what is blended, if it has one of its own. */
  readonly ground: string | null;
}

const MODES: Readonly<Record<string, (source: number, backdrop: number) => number>> = {
  multiply: (s, b) => s * b,
  screen: (s, b) => s + b - s * b,
  darken: Math.min,
  lighten: Math.max,
  difference: (s, b) => Math.abs(s - b),
  exclusion: (s, b) => s + b - 2 * s * b,
  'color-dodge': (s, b) => (b === 0 ? 0 : s === 1 ? 1 : Math.min(1, b / (1 - s))),
  'color-burn': (s, b) => (b === 1 ? 1 : s === 0 ? 0 : 1 - Math.min(1, (1 - b) / s)),
  'hard-light': (s, b) => (s <= 0.5 ? 2 * s * b : 1 - 2 * (1 - s) * (1 - b)),
  overlay: (s, b) => (b <= 0.5 ? 2 * s * b : 1 - 2 * (1 - s) * (1 - b)),
  'soft-light': (s, b) => b - (1 - 2 * s) * b * (1 - b),
  'plus-lighter': (s, b) => Math.min(1, s + b),
  'plus-darker': (s, b) => Math.max(0, s + b - 1),
};

/** Whether letters have the colour of what is around them, once both are blended with what is behind. */
export function isBlendedAway(ink: string, { mode, backdrop, ground }: Blending): boolean {
  const letters = blended(ink, backdrop, mode);
  return letters !== UNKNOWN && letters === (ground === null ? backdrop : blended(ground, backdrop, mode));
}

function blended(source: string, backdrop: string, mode: string): string {
  const formula = Object.hasOwn(MODES, mode) ? MODES[mode] : undefined;
  const [from, onto] = [source, backdrop].map(channelsOf);
  if (formula === undefined || !from || !onto) return UNKNOWN;
  const [red = 0, green = 0, blue = 0] = from.map((each, index) =>
    Math.round(formula(each / 255, (onto[index] ?? 0) / 255) * 255),
  );
  return hexOf({ red, green, blue });
}

/** The colour stops of a gradient, without its direction and without where they are. */
function stopsOf(gradient: string): readonly string[] {
  const inside = /^[a-z-]+-gradient\((.*)\)/s.exec(gradient)?.[1] ?? '';
  const parts = inside.split(/,(?![^(]*\))/).map((part) => part.trim());
  return parts
    .filter((part, index) => index > 0 || !/(?:\d(?:deg|grad|turn|rad)|\bto\b|\bcircle|\bellipse|\bat\b)/.test(part))
    .map((part) => part.replace(/(?:\s+[\d.]+(?:%|px|em)?)+$/, ''));
}

/** Whether a mask lets nothing through: every colour of its gradient is transparent. */
export function isMaskedAway(mask: string): boolean {
  const stops = stopsOf(mask.trim());
  return stops.length > 0 && stops.every((stop) => colourOf(stop, UNKNOWN) === TRANSPARENT);
}
