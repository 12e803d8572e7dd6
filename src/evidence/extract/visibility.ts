/** Whether a reader of a page sees the text of an element. */
import { type DefaultTreeAdapterTypes, html as names } from 'parse5';
import type { Declarations } from './css.js';
import { classesOf } from './style-sheet.js';

type Element = DefaultTreeAdapterTypes.Element;

/** What an element's text inherits from the elements around it. */
export interface Look {
  readonly isSeen: boolean;
  readonly isVisible: boolean;
  readonly hasSize: boolean;
  readonly isStruck: boolean;
  /** Whether an element around it has a background of its own; the page's is white. */
  readonly isOnBackground: boolean;
  readonly isWhite: boolean;
}

export const PLAIN_LOOK: Look = {
  isSeen: true,
  isVisible: true,
  hasSize: true,
  isStruck: false,
  isOnBackground: false,
  isWhite: false,
};

export function isRead({ isSeen, isVisible, hasSize, isStruck, isOnBackground, isWhite }: Look): boolean {
  return isSeen && isVisible && hasSize && !isStruck && !(isWhite && !isOnBackground);
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
  const visibility = declared.get('visibility');
  const decoration = `${declared.get('text-decoration') ?? ''} ${declared.get('text-decoration-line') ?? ''}`;
  const color = declared.get('color') ?? (element.tagName === 'font' ? attributeOf(element, 'color') : undefined);
  return {
    isSeen: around.isSeen && isDisplayed(element, declared) && !isTiny(declared) && !isAway(declared),
    isVisible: visibility === undefined ? around.isVisible : !/^(?:hidden|collapse)/.test(visibility),
    hasSize: sizeOf(declared) ?? around.hasSize,
    isStruck: around.isStruck || STRUCK.has(element.tagName) || decoration.includes('line-through'),
    isOnBackground: around.isOnBackground || hasBackground(element, declared),
    isWhite: color === undefined ? around.isWhite : isWhole && WHITE.test(color.toLowerCase()),
  };
}

function attributeOf({ attrs }: Element, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value;
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
  const value = (name: string) => declared.get(name) ?? '';
  const isCut = /hidden|clip/.test(`${value('overflow')} ${value('overflow-x')} ${value('overflow-y')}`);
  const isSmall = ['width', 'height', 'max-width', 'max-height'].some((name) =>
    /^[01](?:\.0+)?(?:px)?$/.test(value(name)),
  );
  return (
    (isCut && isSmall) ||
    /^0*(?:\.0+)?%?$/.test(declared.get('opacity') ?? '1') ||
    value('content-visibility') === 'hidden' ||
    /\bopacity\(\s*0(?:\.0+)?%?\s*\)/.test(value('filter')) ||
    /^0*(?:\.0+)?%?$/.test(declared.get('zoom') ?? '1') ||
    /^(?:transparent|#(?:[0-9a-f]{3}0|[0-9a-f]{6}00)|(?:rgb|hsl)a?\(.*[,/]\s*0(?:\.0+)?%?\s*\))$/.test(
      transparency(value('color')),
    ) ||
    /scale(?:x|y|3d)?\(\s*0(?:\.0+)?\s*[,)]/.test(value('transform')) ||
    /^rect\(\s*(?:[01](?:px)?[\s,]*){4}\)$/.test(value('clip')) ||
    /^(?:inset\(\s*(?:50|100)%|circle\(\s*0|polygon\(\s*0(?:px)? 0(?:px)?,\s*0)/.test(value('clip-path'))
  );
}

/** `rgb(1, 2, 0)` has no transparency: only a fourth value is one. */
function transparency(color: string): string {
  return /^(?:rgb|hsl)/.test(color) && color.split(/[,/]/).length !== 4 && !color.includes('/') ? '' : color;
}

/** Far outside the page, where designers put words for machines. */
function isAway(declared: Declarations): boolean {
  const isPlaced = /^(?:relative|absolute|fixed)$/.test(declared.get('position') ?? '');
  const places = ['left', 'right', 'top'].map((name) => declared.get(name) ?? '');
  const moves = ['text-indent', 'margin-left', 'margin-top'].map((name) => declared.get(name) ?? '');
  const translated = /translate(?:x|y|3d)?\(\s*([^,)\s]+)/.exec(declared.get('transform') ?? '')?.[1] ?? '';
  return [...moves, translated].some(isFar) || (isPlaced && places.some(isFar));
}

function isFar(length: string): boolean {
  const [, number, unit] = /^-(\d*\.?\d+)(px|r?em|ch|pt|%|v[wh])$/.exec(length) ?? [];
  if (number === undefined) return false;
  return Number(number) >= (unit === 'px' || unit === 'pt' ? 500 : unit === '%' || unit?.startsWith('v') ? 100 : 50);
}

/** Whether the letters have a size; null if none is declared. */
function sizeOf(declared: Declarations): boolean | null {
  const size = declared.get('font-size');
  if (size !== undefined) return !/^(?:0*(?:\.0+)?(?:px|r?em|pt|%)?|(?:0*\.\d+|0*1)px)$/.test(size);
  const font = declared.get('font');
  return font === undefined ? null : !/(?:^|\s)0(?:px|r?em|pt|%)?(?:\/|\s)/.test(font);
}

const WHITE = /^(?:white|#fff|#ffffff|rgba?\(\s*255\s*[,\s]\s*255\s*[,\s]\s*255\b.*)$/;

function hasBackground(element: Element, declared: Declarations): boolean {
  const written = [declared.get('background-color'), declared.get('background')];
  const isColoured = written.some(
    (value) => value !== undefined && !/^(?:none|transparent|inherit|initial)?$/.test(value) && !WHITE.test(value),
  );
  return isColoured || element.attrs.some(({ name }) => name === 'bgcolor' || name === 'background');
}
