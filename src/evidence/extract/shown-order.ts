/**
 * Where a style sheet shows the words of a page in another order than its source has them, or places them where nobody
 * can tell: https://www.w3.org/TR/css-flexbox-1/, css-grid-1, css-writing-modes-3 and css-overflow-4.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { BARRIER } from '../structure.js';
import type { Declarations } from './css.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const IN_BOXES = /^(?:inline-)?(?:flex|grid)$/;
const PLACES = ['grid-area', 'grid-row', 'grid-column', 'grid-row-start', 'grid-column-start'];

/**
 * The children of an element in the order in which they are shown, with a barrier between them where it is another than
 * that of the source, or one that depends on the width of the window.
 */
export function inShownOrder(
  children: readonly Node[],
  declared: Declarations,
  declaredOf: (element: Element) => Declarations,
): readonly (Node | string)[] {
  if (!IN_BOXES.test(declared.get('display') ?? '')) return children;
  const flow = `${declared.get('flex-direction') ?? ''} ${declared.get('flex-flow') ?? ''} ${declared.get('flex-wrap') ?? ''}`;
  const own = children.map((child) => ('tagName' in child ? declaredOf(child) : null));
  const orders = own.map((each) => Number.parseInt(each?.get('order') ?? '0', 10) || 0);
  const isPlaced = own.some((each) => PLACES.some((name) => each?.has(name)));
  const isReversed = /\b(?:row|column)-reverse\b/.test(flow);
  if (!isPlaced && !isReversed && !/\bwrap-reverse\b/.test(flow) && orders.every((each) => each === 0)) return children;
  const shown = children.map((child, index) => ({ child, order: orders[index] ?? 0 }));
  // Sorting is stable: those of one order stay as they are.
  shown.sort((a, b) => a.order - b.order);
  if (isReversed) shown.reverse();
  return shown.flatMap(({ child }) => [BARRIER, child, BARRIER]);
}

/** The direction that an element forces upon every letter in it; null for one that forces none, undefined for none of its own. */
export function forcedDirection(element: Element, declared: Declarations): 'ltr' | 'rtl' | null | undefined {
  const bidi = declared.get('unicode-bidi') ?? (element.tagName === 'bdo' ? 'bidi-override' : '');
  if (/^(?:isolate|plaintext|embed|normal)$/.test(bidi) || (bidi === '' && element.tagName === 'bdi')) return null;
  if (!/override/.test(bidi)) return undefined;
  const attribute = element.attrs.find(({ name }) => name === 'dir')?.value.toLowerCase();
  return (declared.get('direction') ?? attribute) === 'rtl' ? 'rtl' : 'ltr';
}

const LEFT_TO_RIGHT =
  /(?![\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])[\p{L}\p{N}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A text as it is read where its letters are forced into a direction that is not their own. */
export function turned(text: string, direction: 'ltr' | 'rtl'): string {
  if (!(direction === 'rtl' ? LEFT_TO_RIGHT : RIGHT_TO_LEFT).test(text)) return text;
  return [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)]
    .map(({ segment }) => segment)
    .reverse()
    .join('');
}

/** Elements that stand within a line if nothing else is said of them. */
const WITHIN_LINES =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|dfn|em|font|i|ins|kbd|label|mark|q|samp|small|span|strong|sub|sup|time|tt|u|var)$/;
const NO_OFFSET = /^(?:auto|0(?:[a-z]+|%)?|)$/;

/** Whether words that the source has within a line are shown somewhere else. */
export function isTakenOut({ tagName }: Element, declared: Declarations): boolean {
  if (!WITHIN_LINES.test(tagName)) return false;
  const position = declared.get('position') ?? '';
  const isMoved = ['left', 'right'].some((name) => !NO_OFFSET.test(declared.get(name) ?? ''));
  return (
    /^(?:absolute|fixed)$/.test(position) ||
    (position === 'relative' && isMoved) ||
    /^(?:right|inline-end)$/.test(declared.get('float') ?? '')
  );
}

/** Fewer characters than any line has that a box with a limit may show. */
const SHORTEST_LINE = 20;
/** More than a line ever has, and the least height of a line in pixels. */
const LONGEST_LINE = 200;
const LOWEST_LINE = 10;

/** The declaration by which a reader may not see all the words of an element, or not in this order; null where there is none. */
export function doubtOf(element: Element, declared: Declarations): string | null {
  if (PLACES.some((name) => declared.has(name))) return 'grid-area';
  const isCut = /hidden|clip/.test(`${declared.get('overflow') ?? ''} ${declared.get('overflow-y') ?? ''}`);
  const lines = Number(declared.get('-webkit-line-clamp') ?? declared.get('line-clamp') ?? 'none');
  if (isCut && lines > 0 && isLonger(element, lines * SHORTEST_LINE)) return 'line-clamp';
  const isOneLine = /^(?:nowrap|pre)$/.test(declared.get('white-space') ?? '');
  if (isCut && isOneLine && declared.has('text-overflow') && isLonger(element, SHORTEST_LINE)) return 'text-overflow';
  const heights = [declared.get('height'), declared.get('max-height')].map(
    (each) => /^(\d+(?:\.\d+)?)px$/.exec(each ?? '')?.[1],
  );
  const height = Math.min(...heights.map((each) => Number(each ?? Number.POSITIVE_INFINITY)));
  return isCut && isLonger(element, Math.ceil(height / LOWEST_LINE) * LONGEST_LINE) ? 'overflow' : null;
}

/** Whether the text in an element has more characters than these. */
function isLonger(element: Element, limit: number): boolean {
  if (!Number.isFinite(limit)) return false;
  let length = 0;
  const pending: Node[] = [element];
  for (let node = pending.pop(); node !== undefined && length <= limit; node = pending.pop()) {
    if (node.nodeName === '#text') length += (node as DefaultTreeAdapterTypes.TextNode).value.trim().length;
    else if ('childNodes' in node) pending.push(...node.childNodes);
  }
  return length > limit;
}
