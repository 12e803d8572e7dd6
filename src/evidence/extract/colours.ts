/** Colours of kept pages, as far as they tell whether letters can be told from what is behind them. */
import { hexOf, laidOn, readColour } from '../../colour/colour.js';

export const WHITE = '#ffffff';
export const BLACK = '#000000';
export const TRANSPARENT = 'transparent';
/** A colour like no other: of a picture, or one that is not understood. */
export const UNKNOWN = 'unknown';

/** Letters that are less opaque than this leave nothing to be seen on any ground. */
const FAINT = 0.03;

/** `#rrggbb` as it is seen on the ground, TRANSPARENT, or UNKNOWN. */
export function colourOf(written: string, ground: string): string {
  const colour = readColour(written);
  if (colour === null) return UNKNOWN;
  if (colour.alpha < FAINT) return TRANSPARENT;
  if (colour.alpha === 1) return hexOf(colour);
  return /^#/.test(ground) ? laidOn(colour, ground) : UNKNOWN;
}

/** Whether nothing behind a colour is seen through it. */
export function isOpaque(written: string): boolean {
  return readColour(written)?.alpha === 1;
}

/** The most that two channels may differ, of 255, where nobody tells letters from what is behind them. */
const ALIKE = 8;

/** Whether letters in one colour cannot be seen on the other. */
export function isAlike(ink: string | null, ground: string | null): boolean {
  const [one, other] = [channelsOf(ink), channelsOf(ground)];
  return one !== null && other !== null && one.every((each, index) => Math.abs(each - (other[index] ?? 0)) <= ALIKE);
}

/** From 0 to 255; null for a colour that is not known. */
export function channelsOf(colour: string | null): readonly [number, number, number] | null {
  const read = colour?.startsWith('#') ? readColour(colour) : null;
  return read && [read.red, read.green, read.blue];
}
