import { contrastRatio } from '../layout/theme/colour.js';

/** The colours of a page by day and by night: the theme's, moved as far from their ground as WCAG 2.2 wants. */

/** WCAG 2.2, 1.4.3: text of usual size. */
const READABLE = 4.5;

type Rgb = readonly [red: number, green: number, blue: number];

/** `colour`, darker or lighter in equal steps until it can be read on `ground`. */
export function readableOn(ground: string, colour: string, least = READABLE): string {
  const towards: Rgb =
    contrastRatio(ground, '#ffffff') > contrastRatio(ground, '#000000') ? [255, 255, 255] : [0, 0, 0];
  for (let step = 0; step <= 20; step++) {
    const moved = mixed(rgbOf(colour), towards, step / 20);
    if (contrastRatio(ground, moved) >= least) return moved;
  }
  return hexOf(towards);
}

/** A colour made for white paper, for a dark ground: light becomes dark, and its hue stays. */
export function atNight(colour: string): string {
  const [red, green, blue] = rgbOf(colour);
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  // Turning the lightness of HSL round and keeping hue and saturation is the same shift for all three channels.
  const shift = 255 - most - least;
  return hexOf([red + shift, green + shift, blue + shift]);
}

export function mixed(one: Rgb | string, other: Rgb | string, share: number): string {
  const [from, to] = [typeof one === 'string' ? rgbOf(one) : one, typeof other === 'string' ? rgbOf(other) : other];
  const at = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return hexOf([at(0), at(1), at(2)]);
}

function rgbOf(colour: string): Rgb {
  const at = (index: number) => Number.parseInt(colour.slice(index, index + 2), 16);
  return [at(1), at(3), at(5)];
}

function hexOf(channels: Rgb): string {
  const two = (channel: number) =>
    Math.round(Math.min(255, Math.max(0, channel)))
      .toString(16)
      .padStart(2, '0');
  return `#${channels.map(two).join('')}`;
}
