/** Colours of CSS, as far as they tell whether letters can be told from what is behind them. */

export const WHITE = '#ffffff';
export const BLACK = '#000000';
export const TRANSPARENT = 'transparent';
/** A colour like no other: of a picture, or one that is not understood. */
export const UNKNOWN = 'unknown';

const NAMES: Readonly<Record<string, string>> = { white: WHITE, black: BLACK, transparent: TRANSPARENT };

/** `#rrggbb`, TRANSPARENT, the name as it is written, or UNKNOWN. */
export function colourOf(written: string): string {
  const value = written.trim();
  const named = NAMES[value];
  if (named !== undefined) return named;
  const hex = /^#([0-9a-f]{3,8})$/.exec(value)?.[1];
  if (hex !== undefined) return ofHex(hex);
  const [, model, given] = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(value) ?? [];
  if (model !== undefined && given !== undefined) return ofNumbers(model, given);
  return /^[a-z]+$/.test(value) && value !== 'initial' ? value : UNKNOWN;
}

/** The most that two channels may differ, of 255, where nobody tells letters from what is behind them. */
const ALIKE = 8;

/** Whether letters in one colour cannot be seen on the other. */
export function isAlike(ink: string, ground: string): boolean {
  if (ink === UNKNOWN || ground === UNKNOWN) return false;
  const [a, b] = [ink, ground].map((colour) => colour.match(/^#(..)(..)(..)$/)?.slice(1));
  if (!a || !b) return ink === ground;
  const numberOf = (pair = '') => Number.parseInt(pair, 16);
  return a.every((pair, index) => Math.abs(numberOf(pair) - numberOf(b[index])) <= ALIKE);
}

function ofHex(hex: string): string {
  const full = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
  return full.length > 6 && full.endsWith('00') ? TRANSPARENT : `#${full.slice(0, 6)}`;
}

function ofNumbers(model: string, given: string): string {
  const parts = given.split(/[\s,/]+/).filter((part) => part !== '');
  if (parts.length === 4 && /^0*(?:\.0+)?%?$/.test(parts[3] ?? '')) return TRANSPARENT;
  if (model === 'hsl') return /^(?:100|9[89])(?:\.\d+)?%?$/.test(parts[2] ?? '') ? WHITE : UNKNOWN;
  const channels = parts
    .slice(0, 3)
    .map((part) => Math.round(part.endsWith('%') ? Number.parseFloat(part) * 2.55 : Number(part)));
  return channels.length < 3 || channels.some((each) => !(each >= 0 && each <= 255))
    ? UNKNOWN
    : `#${channels.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}
