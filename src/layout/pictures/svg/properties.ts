import type { Style } from './cascade.js';
import {
  colour,
  length,
  lengths,
  number,
  oneOf,
  only,
  opacity,
  paint,
  type ReadValue,
  reference,
  same,
  transform,
} from './values.js';

const BASELINES = [
  ...['auto', 'baseline', 'before-edge', 'text-before-edge', 'middle', 'central', 'after-edge', 'text-after-edge'],
  ...['ideographic', 'alphabetic', 'hanging', 'mathematical'],
];

/** Maps a font weight to the two that we have: from 600 on it is bold. */
const weight: ReadValue = (value) => {
  if (/^(?:bold|bolder)$/i.test(value)) return 'bold';
  if (/^(?:normal|lighter)$/i.test(value)) return 'normal';
  return /^\d{1,4}$/.test(value) ? (Number(value) >= 600 ? 'bold' : 'normal') : undefined;
};

const fontSize: ReadValue = (value) => {
  const relative = oneOf({ smaller: '0.83em', larger: '1.2em', 'x-large': '24', 'xxx-large': '48' })(value);
  return relative ?? same('xx-small', 'x-small', 'small', 'medium', 'large', 'xx-large')(value) ?? length(value);
};

const decoration: ReadValue = (value) => {
  const lines = value.toLowerCase().match(/\b(?:none|underline|overline|line-through)\b/g) ?? [];
  return lines.length === 1 ? lines[0] : undefined;
};

const dashes: ReadValue = (value) => (/^none$/i.test(value) ? 'none' : lengths(value));
const spacing: ReadValue = (value) => (/^normal$/i.test(value) ? '0' : length(value));

/** The properties that the page setter draws, and how their values are converted. */
const DRAWN: Readonly<Record<string, ReadValue>> = {
  fill: paint,
  stroke: paint,
  color: colour,
  'stop-color': colour,
  opacity,
  'fill-opacity': opacity,
  'stroke-opacity': opacity,
  'stop-opacity': opacity,
  'fill-rule': same('nonzero', 'evenodd'),
  'clip-rule': same('nonzero', 'evenodd'),
  'stroke-width': length,
  'stroke-dasharray': dashes,
  'stroke-dashoffset': length,
  'stroke-miterlimit': number,
  'stroke-linejoin': same('miter', 'round', 'bevel'),
  'stroke-linecap': same('butt', 'round', 'square'),
  'vector-effect': same('none', 'non-scaling-stroke'),
  'clip-path': reference,
  mask: reference,
  'marker-start': reference,
  'marker-mid': reference,
  'marker-end': reference,
  transform,
  display: (value) => (/^none$/i.test(value) ? 'none' : null),
  visibility: same('visible', 'hidden', 'collapse'),
  overflow: oneOf({ visible: 'visible', auto: 'visible', hidden: 'hidden', scroll: 'hidden', clip: 'hidden' }),
  // The parts that could be read are under the names of the longhands.
  font: only('inherit'),
  'font-size': fontSize,
  'font-weight': weight,
  'font-style': (value) => (/^oblique\b/i.test(value) ? 'italic' : same('normal', 'italic')(value)),
  'text-anchor': same('start', 'middle', 'end'),
  'text-decoration': decoration,
  'text-decoration-line': decoration,
  'letter-spacing': spacing,
  'word-spacing': spacing,
  direction: same('ltr', 'rtl'),
  'dominant-baseline': same(...BASELINES),
  'alignment-baseline': same(...BASELINES),
  'baseline-shift': (value) => same('baseline', 'sub', 'super')(value) ?? length(value),
};

const none = only('none');
const normal = only('normal');

/** Properties whose effect is not drawn, and the values that have no effect. */
const REFUSED: Readonly<Record<string, { readonly idle: ReadValue; readonly what: string }>> = {
  filter: { idle: none, what: 'filter effects' },
  'backdrop-filter': { idle: none, what: 'filter effects' },
  'mix-blend-mode': { idle: normal, what: 'blended colours' },
  'color-interpolation': { idle: only('auto', 'srgb'), what: 'colours mixed in linear RGB' },
  'mask-image': { idle: none, what: 'CSS masks' },
  'mask-border-source': { idle: none, what: 'CSS masks' },
  'mask-type': { idle: only('luminance'), what: 'masks by transparency' },
  clip: { idle: only('auto'), what: 'CSS clipping' },
  d: { idle: none, what: 'paths in a style sheet' },
  'text-shadow': { idle: none, what: 'shadows' },
  'writing-mode': { idle: only('horizontal-tb', 'lr', 'lr-tb'), what: 'vertical text' },
  'glyph-orientation-vertical': { idle: only('auto', '0', '0deg'), what: 'turned letters' },
  'glyph-orientation-horizontal': { idle: only('auto', '0', '0deg'), what: 'turned letters' },
  'unicode-bidi': { idle: only('normal', 'embed', 'isolate', 'plaintext'), what: 'text in forced order' },
  'font-variant': { idle: only('normal', 'none'), what: 'small capitals' },
  'font-variant-caps': { idle: normal, what: 'small capitals' },
  'inline-size': { idle: only('auto', '0'), what: 'text that flows in a shape' },
  'shape-inside': { idle: only('auto', 'none'), what: 'text that flows in a shape' },
  animation: { idle: none, what: 'movement' },
  'animation-name': { idle: none, what: 'movement' },
  'offset-path': { idle: none, what: 'movement' },
  rotate: { idle: none, what: 'the properties rotate, scale and translate' },
  scale: { idle: none, what: 'the properties rotate, scale and translate' },
  translate: { idle: none, what: 'the properties rotate, scale and translate' },
  zoom: { idle: only('1', 'normal', '100%'), what: 'the property zoom' },
  all: { idle: only(), what: 'the property all' },
};
/** Attributes with these names are geometry, not properties. */
const ALSO_ATTRIBUTES = new Set(['d', 'rotate', 'scale', 'clip']);

/** The letters of these fonts are symbols, which no other font has. */
const SIGN_FONTS = /wingdings|webdings|zapf ?dingbats|\bsymbol\b|font ?awesome|material icons|icomoon/i;

/** The style of an element as attributes that the page setter draws. Anything it cannot draw is reported. */
export function drawnAttributes(
  style: Style,
  written: Readonly<Record<string, string>>,
  report: (what: string) => void,
): Record<string, string> {
  const drawn: Record<string, string> = {};
  for (const [name, given] of style) {
    const value = given.trim();
    const isAttribute = ALSO_ATTRIBUTES.has(name) && written[name] === given;
    const refused = Object.hasOwn(REFUSED, name) && !isAttribute ? REFUSED[name] : undefined;
    if (refused !== undefined && refused.idle(value) === undefined && !/^inherit$/i.test(value)) report(refused.what);
    const read = Object.hasOwn(DRAWN, name) ? DRAWN[name] : undefined;
    if (read === undefined || value === '') continue;
    const made = /^inherit$/i.test(value) ? 'inherit' : read(value);
    if (made === undefined) report(`the value “${shortened(value)}” of ${name}`);
    else if (made !== null) drawn[name === 'text-decoration-line' ? 'text-decoration' : name] = made;
  }
  const space = style.get('white-space');
  if (space !== undefined && /^(?:pre|break-spaces)/i.test(space)) drawn['xml:space'] = 'preserve';
  if (isMoved(style)) report('a transform-origin');
  if (SIGN_FONTS.test(style.get('font-family') ?? '')) report('signs of a font of its own');
  return drawn;
}

/** A transformation about a point other than the origin of the picture. */
function isMoved(style: Style): boolean {
  const origin = (style.get('transform-origin') ?? '0 0').trim();
  const isTransformed = !/^(?:none)?$/i.test(style.get('transform') ?? '');
  return isTransformed && !/^(?:(?:0(?:px|%)?|left|top)\s*){1,3}$/i.test(origin);
}

export function shortened(value: string): string {
  return value.length > 30 ? `${value.slice(0, 30)}…` : value;
}
