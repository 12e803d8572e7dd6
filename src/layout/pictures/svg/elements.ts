import type { Style } from './cascade.js';
import { shortened } from './properties.js';
import type { SvgElement } from './tree.js';
import { FARTHEST, length, lengths, type ReadValue, same, transform } from './values.js';

/** Elements that are drawn where they stand. */
export const SHAPES = new Set([
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'path',
  'text',
  'use',
  'image',
]);
/** Elements that contain others, or are drawn where something refers to them. */
export const HOLDERS = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'tspan', 'linearGradient', 'radialGradient', 'stop'],
  ...['clipPath', 'mask', 'pattern', 'marker'],
]);
/** Elements that are never visible: metadata, and what only refused elements would use. */
export const UNSEEN = new Set([
  ...['title', 'desc', 'metadata', 'style', 'filter', 'font', 'font-face', 'cursor', 'view', 'color-profile', 'hatch'],
  ...['meshgradient', 'solidcolor', 'namedview'],
]);
/** Elements that would be visible but cannot be drawn, as words for the message. */
export const REFUSED_ELEMENTS: Readonly<Record<string, string>> = {
  foreignObject: 'HTML',
  textPath: 'text on a path',
  script: 'a script',
  animate: 'movement',
  animateColor: 'movement',
  animateMotion: 'movement',
  animateTransform: 'movement',
  set: 'movement',
  discard: 'movement',
  flowRoot: 'text that flows in a shape',
};

const any: ReadValue = (value) => value;
const size: ReadValue = (value) => (/^auto$/i.test(value) ? null : length(value));
const units = same('userSpaceOnUse', 'objectBoundingBox');
const coordinates: ReadValue = (value) => {
  const numbers = value.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? [];
  return numbers.every((one) => Math.abs(Number(one)) <= FARTHEST) ? value : undefined;
};
const fraction: ReadValue = (value) => (/^[+-]?[\d.]+(?:e[+-]?\d+)?%?$/i.test(value) ? value : undefined);

/** Attributes of position and size; style sheets may set some of them too. */
const GEOMETRY: Readonly<Record<string, ReadValue>> = {
  x: lengths,
  y: lengths,
  dx: lengths,
  dy: lengths,
  rotate: lengths,
  x1: length,
  y1: length,
  x2: length,
  y2: length,
  cx: length,
  cy: length,
  r: length,
  rx: size,
  ry: size,
  width: size,
  height: size,
  fx: length,
  fy: length,
  fr: (value) => (Number(/^[\d.]+/.exec(value)?.[0] ?? 1) === 0 ? null : undefined),
  d: coordinates,
  points: coordinates,
  pathLength: length,
  offset: fraction,
  viewBox: coordinates,
  preserveAspectRatio: any,
  gradientUnits: units,
  gradientTransform: transform,
  spreadMethod: same('pad', 'reflect', 'repeat'),
  patternUnits: units,
  patternContentUnits: units,
  patternTransform: transform,
  clipPathUnits: units,
  maskUnits: units,
  maskContentUnits: units,
  markerUnits: same('strokeWidth', 'userSpaceOnUse'),
  markerWidth: length,
  markerHeight: length,
  refX: length,
  refY: length,
  orient: (value) =>
    same('auto', 'auto-start-reverse')(value) ?? (/^[+-]?[\d.]+(?:deg)?$/.test(value) ? value : undefined),
  textLength: length,
  lengthAdjust: same('spacing', 'spacingAndGlyphs'),
  'xml:space': same('default', 'preserve'),
  id: any,
};
/** For these, a style sheet takes precedence. */
const STYLED = new Set(['x', 'y', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height']);

/** The attributes of an element that are not style properties. Anything that cannot be drawn is reported. */
export function geometryOf(
  { attributes }: SvgElement,
  style: Style,
  report: (what: string) => void,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, read] of Object.entries(GEOMETRY)) {
    const value = (STYLED.has(name) ? style.get(name) : attributes[name])?.trim();
    if (value === undefined || value === '') continue;
    const made = read(value);
    if (made === undefined) report(`the value “${shortened(value)}” of ${name}`);
    else if (made !== null) kept[name] = made;
  }
  return kept;
}
