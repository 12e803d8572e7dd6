/** Whether a reader of a page sees the text of an element. */
import { type DefaultTreeAdapterTypes, html as names } from 'parse5';
import { type Blending, isBlendedAway, isMaskedAway } from './blending.js';
import { BLACK, colourOf, isAlike, TRANSPARENT, UNKNOWN, WHITE } from './colours.js';
import { isBehind, isStackedApart } from './covering.js';
import type { Declarations } from './css.js';
import { isClipped, isFlat } from './flattening.js';
import { fontOf } from './generated-content.js';
import { classesOf } from './matching.js';

type Element = DefaultTreeAdapterTypes.Element;

/** What an element's text inherits from the elements around it. */
export interface Look {
  readonly isSeen: boolean;
  readonly isVisible: boolean;
  readonly hasSize: boolean;
  readonly isStruck: boolean;
  /** Whether its letters are shown as drawings, as dots, or on top of each other. */
  readonly isMasked: boolean;
  /** The colour of the background; the page's is white. */
  readonly ground: string;
  readonly ink: string;
  /** Whether an element around it has a background that is painted after what lies behind. */
  readonly isOnGround: boolean;
  readonly blending: Blending | null;
}

export const PLAIN_LOOK: Look = {
  isSeen: true,
  isVisible: true,
  hasSize: true,
  isStruck: false,
  isMasked: false,
  ground: WHITE,
  ink: BLACK,
  isOnGround: false,
  blending: null,
};

export function isRead({ isSeen, isVisible, hasSize, isStruck, isMasked, ground, ink, blending }: Look): boolean {
  if (blending !== null && isBlendedAway(ink, blending)) return false;
  return isSeen && isVisible && hasSize && !isStruck && !isMasked && ink !== TRANSPARENT && !isAlike(ink, ground);
}

/** Elements that are never text of the page, whatever their style. */
const NO_TEXT: ReadonlySet<string> = new Set([
  'head',
  'script',
  'style',
  'template',
  'noscript',
  'noframes',
  'noembed',
  'title',
  'rp',
  'rt',
  'select',
  'datalist',
  'textarea',
  'iframe',
  'object',
  'audio',
  'video',
  'canvas',
  'progress',
  'meter',
  'map',
]); // prettier-ignore

export function isText({ tagName, namespaceURI }: Element): boolean {
  return namespaceURI === names.NS.HTML && !NO_TEXT.has(tagName);
}

const STRUCK: ReadonlySet<string> = new Set(['del', 's', 'strike']);

/** What sites call text for screen readers; the style sheets were often not kept with the page. */
const FOR_SCREEN_READERS =
  /^(?:[a-z]+-{1,2})?(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|assistive-text|element-invisible)$/i;

/** @param isWhole whether the page contains all of its styles; without them nothing is known about backgrounds */
export function lookOf(element: Element, declared: Declarations, around: Look, isWhole: boolean): Look {
  const ownGround = isWhole ? groundOf(element, declared, around.ground) : null;
  const isBehindGround = around.isOnGround && isBehind(declared);
  const decoration = `${declared.get('text-decoration') ?? ''} ${declared.get('text-decoration-line') ?? ''}`;
  return {
    isSeen:
      around.isSeen && isDisplayed(element, declared) && !isTiny(declared) && !isAway(declared) && !isBehindGround,
    isVisible: isVisible(declared.get('visibility'), around.isVisible),
    hasSize: hasSize(declared, around.hasSize),
    isStruck: around.isStruck || STRUCK.has(element.tagName) || decoration.includes('line-through'),
    isMasked: isMasked(declared, around.isMasked),
    ground: isWhole ? (ownGround ?? around.ground) : UNKNOWN,
    ink: inkOf(element, declared, { ink: around.ink, ground: ownGround ?? around.ground }, isWhole),
    isOnGround: !isStackedApart(declared) && (around.isOnGround || (ownGround !== null && !isRoot(element))),
    blending: blendingOf(declared, around, ownGround),
  };
}

/** Their background is that of the page. */
function isRoot({ tagName }: Element): boolean {
  return tagName === 'html' || tagName === 'body';
}

function blendingOf(declared: Declarations, around: Look, ownGround: string | null): Blending | null {
  const mode = declared.get('mix-blend-mode') ?? 'normal';
  if (mode !== 'normal') return { mode, backdrop: around.ground, ground: ownGround };
  return around.blending && { ...around.blending, ground: ownGround ?? around.blending.ground };
}

/** Fonts whose letters, or whole words, are drawings; others have drawings besides letters. */
const DRAWINGS = /^["']?(?:symbol|(?:wing|web)dings.*|material (?:icons|symbols).*)["']?$/;

function isMasked(declared: Declarations, around: boolean): boolean {
  const security = declared.get('-webkit-text-security') ?? 'none';
  const [, spacing = '0', unit] = /^-(\d*\.?\d+)(em|rem|px|ch)$/.exec(declared.get('letter-spacing') ?? '') ?? [];
  // Letters are about half as wide as they are high.
  const isHeaped = Number(spacing) >= (unit === 'px' ? 8 : 0.5);
  const font = fontOf(declared)?.split(',')[0]?.trim();
  if (font !== undefined && !INHERITED.test(font))
    return DRAWINGS.test(withoutSize(font)) || security !== 'none' || isHeaped;
  return around || security !== 'none' || isHeaped;
}

/** The family in `font: 24px/1 Material Icons`. */
function withoutSize(font: string): string {
  return font.replace(/^.*\d\S*\s+(?=\D)/, '');
}

const INHERITED = /^(?:inherit|unset|revert(?:-layer)?)$/;

function isVisible(declared: string | undefined, around: boolean): boolean {
  if (declared === undefined || INHERITED.test(declared)) return around;
  return !/^(?:hidden|collapse)/.test(declared);
}

function isDisplayed(element: Element, declared: Declarations): boolean {
  const has = (wanted: string) => element.attrs.some(({ name }) => name === wanted);
  const display = declared.get('display');
  if (display === 'none') return false;
  // Any `display` of the page overrides the browser's own rules for these.
  if (display === undefined && (has('hidden') || has('popover') || (element.tagName === 'dialog' && !has('open')))) {
    return false;
  }
  return !classesOf(element).some((name) => FOR_SCREEN_READERS.test(name));
}

function isTiny(declared: Declarations): boolean {
  const value = (name: string) => withoutCalc(declared.get(name) ?? '');
  const isCut = /hidden|clip/.test(`${value('overflow')} ${value('overflow-x')} ${value('overflow-y')}`);
  const isSmall = ['width', 'height', 'max-width', 'max-height'].some((name) => isNothing(value(name)));
  // Moved out of a box that shows nothing beyond its edge.
  const isIndented = value('white-space') === 'nowrap' && /^\d{3,}(?:%|px|em|rem|vw)$/.test(value('text-indent'));
  return (
    (isCut && (isSmall || isIndented)) ||
    isFaint(value('opacity')) ||
    isFaint(/\bopacity\(([^)]*)\)/.exec(value('filter'))?.[1] ?? '') ||
    value('content-visibility') === 'hidden' ||
    /^0*(?:\.0+)?%?$/.test(declared.get('zoom') ?? '1') ||
    isFlat(value('transform'), value('scale'), value('rotate')) ||
    /^rect\(\s*(?:[01](?:px)?[\s,]*){4}\)$/.test(value('clip')) ||
    isClipped(value('clip-path')) ||
    ['mask', 'mask-image', '-webkit-mask', '-webkit-mask-image'].some((name) => isMaskedAway(value(name))) ||
    // A picture in the place of the element's text.
    /^\s*(?:url|image|image-set|linear-gradient)\(/i.test(declared.get('content') ?? '')
  );
}

/** `calc(0px)` is `0px`. */
function withoutCalc(value: string): string {
  return value.replace(/\bcalc\(\s*([^()]*?)\s*\)/g, '$1');
}

/** Not more than a pixel. */
function isNothing(length: string): boolean {
  return /^(?:(?:0+(?:\.0*)?|\.0+)(?:[a-z]+|%)?|0*\.\d+px|0*1(?:\.0+)?(?:px)?)$/.test(length);
}

function isFaint(opacity: string): boolean {
  const [, number, unit] = /^\s*(\d*\.?\d*)(%?)\s*$/.exec(opacity) ?? [];
  return number !== undefined && number !== '' && Number(number) < (unit === '%' ? 5 : 0.05);
}

/** Far outside the page, where designers put words for machines. */
function isAway(declared: Declarations): boolean {
  const value = (name: string) => withoutCalc(declared.get(name) ?? '');
  const isPlaced = /^(?:relative|absolute|fixed)$/.test(value('position'));
  const places = [...['left', 'right', 'top', 'bottom'].map(value), ...value('inset').split(/\s+/)];
  const moves = ['text-indent', 'margin-left', 'margin-top'].map(value);
  const [, ...translated] = /translate(?:x|y|3d)?\(\s*([^,)\s]+)(?:\s*,\s*([^,)\s]+))?/.exec(value('transform')) ?? [];
  const all = [...moves, ...translated.map((each) => each ?? ''), ...value('translate').split(/\s+/)];
  return all.some(isFar) || (isPlaced && places.some(isFar));
}

function isFar(length: string): boolean {
  const [, number, unit] = /^-(\d*\.?\d+)(px|r?em|ch|pt|%|v[wh])$/.exec(length) ?? [];
  if (number === undefined) return false;
  return Number(number) >= (unit === 'px' || unit === 'pt' ? 500 : unit === '%' || unit?.startsWith('v') ? 100 : 50);
}

/** Whether the letters have a size. */
function hasSize(declared: Declarations, around: boolean): boolean {
  const size = withoutCalc(declared.get('font-size') ?? sizeInFont(declared.get('font') ?? ''));
  if (size === '') return around;
  if (/^(?:(?:0+(?:\.0*)?|\.0+)(?:[a-z]+|%)?|(?:0*\.\d+|0*1)px)$/.test(size)) return false;
  return around || !/(?:em|ex|ch|%|larger|smaller|inherit|unset|revert)$/.test(size) || /\drem$/.test(size);
}

function sizeInFont(font: string): string {
  return /(?:^|\s)(\d*\.?\d+(?:px|r?em|pt|%)?)(?:\/|\s)/.exec(font)?.[1] ?? '';
}

function groundOf({ attrs }: Element, declared: Declarations, around: string): string | null {
  const has = (wanted: string) => attrs.some(({ name, value }) => name === wanted && value !== '');
  if (has('background')) return UNKNOWN;
  const written = [declared.get('background-color'), declared.get('background')].filter(
    (value) => value !== undefined && !/^(?:none|transparent|inherit|initial|unset|revert)?$/.test(value),
  );
  if (written.length === 0) return has('bgcolor') ? UNKNOWN : null;
  return written.length > 1 ? UNKNOWN : colourOf(written[0] ?? '', around);
}

function inkOf(
  element: Element,
  declared: Declarations,
  { ink: around, ground }: Pick<Look, 'ink' | 'ground'>,
  isWhole: boolean,
): string {
  const written =
    declared.get('-webkit-text-fill-color') ??
    declared.get('color') ??
    (element.tagName === 'font' ? element.attrs.find(({ name }) => name === 'color')?.value.toLowerCase() : undefined);
  // The browser's own colour of links.
  if (written === undefined && element.tagName === 'a') return UNKNOWN;
  if (written === undefined || INHERITED.test(written) || written === 'currentcolor') return around;
  const ink = colourOf(written, ground);
  // The background shows through the letters.
  if (ink === TRANSPARENT) return /text/.test(clipOf(declared)) ? UNKNOWN : ink;
  return isWhole ? ink : UNKNOWN;
}

function clipOf(declared: Declarations): string {
  return declared.get('-webkit-background-clip') ?? declared.get('background-clip') ?? declared.get('background') ?? '';
}
