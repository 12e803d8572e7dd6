import { cssOf, readColour } from '../../../colour/colour.js';
import { splitOutside } from './style-sheet.js';

/**
 * Converts a property's value to a form that the page setter draws: null if it has no effect, undefined if
 * it cannot be drawn.
 */
export type ReadValue = (value: string) => string | null | undefined;

const NUMBER = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?';
const LENGTH = new RegExp(`^(${NUMBER})(px|pt|pc|mm|cm|in|em|ex|rem|%)?$`, 'i');
/** The default size of `rem` in a browser, in pixels. */
const ROOT_SIZE = 16;
/** Numbers beyond this are outside any picture, and the page setter would fail on them. */
export const FARTHEST = 1e7;

export function oneOf(kept: Readonly<Record<string, string | null>>): ReadValue {
  return (value) => (Object.hasOwn(kept, value.toLowerCase()) ? kept[value.toLowerCase()] : undefined);
}

/** Accepts only values that have no effect. */
export const only = (...idle: readonly string[]): ReadValue =>
  oneOf(Object.fromEntries(idle.map((value) => [value, null])));

export const same = (...values: readonly string[]): ReadValue =>
  oneOf(Object.fromEntries(values.map((value) => [value.toLowerCase(), value])));

export const length: ReadValue = (value) => {
  const [, digits, unit = ''] = LENGTH.exec(value) ?? [];
  const number = Number(digits);
  if (digits === undefined || Math.abs(number) > FARTHEST) return undefined;
  return unit.toLowerCase() === 'rem' ? String(number * ROOT_SIZE) : `${number}${unit.toLowerCase()}`;
};

export const lengths: ReadValue = (value) => {
  const parts = value.split(/[\s,]+/).filter((part) => part !== '');
  const read = parts.map(length);
  return read.some((part) => typeof part !== 'string') ? undefined : read.join(' ');
};

export const number: ReadValue = (value) => {
  const made = Number(value);
  return value !== '' && Math.abs(made) <= FARTHEST ? String(made) : undefined;
};

export const opacity: ReadValue = (value) => {
  const made = value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value);
  return value === '' || !Number.isFinite(made) ? undefined : String(Math.min(1, Math.max(0, made)));
};

/** Any colour of CSS Color 4; of `light-dark()`, the light one. */
export const colour: ReadValue = (value) => {
  const [, light] = /^light-dark\(([\s\S]*)\)$/i.exec(value) ?? [];
  if (light !== undefined) return colour((splitOutside(light, ',')[0] ?? '').trim());
  if (/^currentcolor$/i.test(value)) return 'currentColor';
  const read = readColour(value);
  return read === null ? undefined : cssOf(read);
};

/** `url(#id)` within the same picture. */
export const reference: ReadValue = (value) => {
  if (/^none$/i.test(value)) return 'none';
  const [, id] = /^url\(\s*["']?#([^"')\s]+)["']?\s*\)$/i.exec(value) ?? [];
  return id === undefined ? undefined : `url(#${id})`;
};

/** A colour, `none`, or a gradient or pattern with its fallback. */
export const paint: ReadValue = (value) => {
  if (/^none$/i.test(value)) return 'none';
  const [, url = '', otherwise = ''] = /^(url\([^)]*\))\s*(.*)$/i.exec(value) ?? [];
  if (url === '') return colour(value);
  const target = reference(url);
  if (typeof target !== 'string') return undefined;
  if (otherwise === '') return target;
  const instead = paint(otherwise);
  return typeof instead === 'string' ? `${target} ${instead}` : undefined;
};

const TRANSFORMS: Readonly<Record<string, readonly number[]>> = {
  matrix: [6],
  translate: [1, 2],
  scale: [1, 2],
  rotate: [1, 3],
  skewx: [1],
  skewy: [1],
  translatex: [1],
  translatey: [1],
  scalex: [1],
  scaley: [1],
};
const ANGLES: Readonly<Record<string, number>> = { '': 1, deg: 1, rad: 180 / Math.PI, grad: 0.9, turn: 360, px: 1 };

/** A list of transformations in SVG or CSS syntax, converted to SVG syntax. */
export const transform: ReadValue = (value) => {
  if (/^(?:none)?$/i.test(value)) return null;
  const made: string[] = [];
  const rest = value.replace(/([a-z]+)\s*\(([^()]*)\)[\s,]*/gi, (_, name: string, inner: string) => {
    const one = transformation(name.toLowerCase(), inner.trim().split(/[\s,]+/));
    made.push(one ?? '');
    return '';
  });
  return rest.trim() !== '' || made.includes('') ? undefined : made.join(' ');
};

function transformation(name: string, given: readonly string[]): string | null {
  const numbers = given.map((word) => {
    const [, digits, unit = ''] = new RegExp(`^(${NUMBER})([a-z]*)$`, 'i').exec(word) ?? [];
    return Number(digits) * (ANGLES[unit.toLowerCase()] ?? Number.NaN);
  });
  if (TRANSFORMS[name]?.includes(numbers.length) !== true) return null;
  if (!numbers.every((one) => Math.abs(one) <= FARTHEST)) return null;
  const [first = 0] = numbers;
  switch (name) {
    case 'translatex':
      return `translate(${first} 0)`;
    case 'translatey':
      return `translate(0 ${first})`;
    case 'scalex':
      return `scale(${first} 1)`;
    case 'scaley':
      return `scale(1 ${first})`;
    case 'skewx':
    case 'skewy':
      return `skew${name.slice(4).toUpperCase()}(${first})`;
    default:
      return `${name}(${numbers.join(' ')})`;
  }
}
