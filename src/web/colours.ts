/** The colours of a page by day and by night: the theme's, moved as far from their ground as WCAG 2.2 wants. */
import { contrastRatio, hexOf, mixed, readColour } from '../colour/colour.js';

/** WCAG 2.2, 1.4.3: text of usual size. */
const READABLE = 4.5;

/** `colour`, darker or lighter in equal steps until it can be read on `ground`. */
export function readableOn(ground: string, colour: string, least = READABLE): string {
  const towards = contrastRatio(ground, '#ffffff') > contrastRatio(ground, '#000000') ? '#ffffff' : '#000000';
  for (let step = 0; step <= 20; step++) {
    const moved = mixed(colour, towards, step / 20);
    if (contrastRatio(ground, moved) >= least) return moved;
  }
  return towards;
}

/** A colour made for white paper, for a dark ground: light becomes dark, and its hue stays. */
export function atNight(colour: string): string {
  const { red, green, blue } = readColour(colour) ?? { red: 0, green: 0, blue: 0 };
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  // Turning the lightness of HSL round and keeping hue and saturation is the same shift for all three channels.
  const shift = 255 - most - least;
  return hexOf({ red: red + shift, green: green + shift, blue: blue + shift });
}
