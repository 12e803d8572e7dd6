import type { Bitmap } from '../bitmap.js';
import { DEEPEST_READ } from '../limits.js';
import { InnerBitmaps } from './bitmaps.js';
import { type Style, styleOf, styleRulesOf } from './cascade.js';
import { geometryOf, HOLDERS, REFUSED_ELEMENTS, SHAPES, UNSEEN } from './elements.js';
import { paintedInOrder } from './paint-order.js';
import { drawnAttributes } from './properties.js';
import type { StyleRule } from './style-sheet.js';
import type { SvgElement } from './tree.js';
import { colour } from './values.js';

export interface Drawable {
  /** Null if nothing would be visible. */
  readonly root: SvgElement | null;
  /** What the picture contains that cannot be drawn, as words after "has". */
  readonly problems: readonly string[];
  readonly bitmaps: Readonly<Record<string, Bitmap>>;
}

interface Cleaning {
  readonly rules: readonly StyleRule[];
  readonly bitmaps: InnerBitmaps;
  readonly cleanText: (text: string) => string;
  readonly report: (what: string) => void;
  drawn: number;
}

/** What an element inherits from those around it. */
interface Around {
  readonly above: readonly SvgElement[];
  readonly variables: Style;
  readonly inText: boolean;
  /** `text-transform` */
  readonly letters: string;
  readonly isDrawn: boolean;
}

/** A picture reduced to the elements and attributes that the page setter draws. */
export function drawable(root: SvgElement, cleanText: (text: string) => string): Drawable {
  const problems = new Set<string>();
  const rules = styleRulesOf(root);
  if ('wrong' in rules) return { root: null, problems: [rules.wrong], bitmaps: {} };
  const cleaning: Cleaning = {
    rules,
    bitmaps: new InnerBitmaps(),
    cleanText,
    report: (what) => problems.add(what),
    drawn: 0,
  };
  const around: Around = { above: [], variables: new Map(), inText: false, letters: '', isDrawn: true };
  const cleaned = cleanElement(root, around, cleaning);
  return { root: cleaning.drawn === 0 ? null : cleaned, problems: [...problems], bitmaps: cleaning.bitmaps.found };
}

function cleanElement(element: SvgElement, around: Around, cleaning: Cleaning): SvgElement {
  const { style, variables } = styleOf(element, around.above, cleaning.rules, around.variables);
  const isRoot = around.above.length === 0;
  const attributes: Record<string, string> = {
    ...geometryOf(element, style, cleaning.report),
    ...drawnAttributes(style, element.attributes, cleaning.report),
    ...hrefOf(element, cleaning),
  };
  if (Object.keys(element.attributes).some((name) => /^onload$/i.test(name))) cleaning.report('a script');
  // The page decides where the picture is.
  if (isRoot) for (const name of ['x', 'y', 'overflow']) delete attributes[name];
  const isDrawn = around.isDrawn && !isDefinition(element.name) && attributes.display !== 'none';
  const isEmpty = element.name === 'image' && attributes.href === undefined;
  if (isDrawn && SHAPES.has(element.name) && !isEmpty) cleaning.drawn++;
  const inner: Around = {
    above: [...around.above, element],
    variables,
    inText: around.inText || element.name === 'text',
    letters: style.get('text-transform') ?? around.letters,
    isDrawn,
  };
  const made = { name: nameOf(element, around), attributes, children: cleanChildren(element, inner, cleaning) };
  const ground = isRoot ? groundOf(style, cleaning) : null;
  const whole = ground === null ? made : { ...made, children: [ground, ...made.children] };
  return paintedInOrder(whole, style.get('paint-order'));
}

/** Elements that are drawn only where something refers to them. */
function isDefinition(name: string): boolean {
  return name === 'defs' || (HOLDERS.has(name) && !['svg', 'g', 'tspan'].includes(name));
}

function nameOf({ name }: SvgElement, { inText }: Around): string {
  if (name === 'a') return inText ? 'tspan' : 'g';
  return name === 'switch' ? 'g' : name;
}

function cleanChildren(element: SvgElement, inner: Around, cleaning: Cleaning): (SvgElement | string)[] {
  if (inner.above.length > DEEPEST_READ) {
    cleaning.report('groups that are nested too deep');
    return [];
  }
  const given = element.name === 'switch' ? chosen(element) : element.children;
  return given.flatMap((child): (SvgElement | string)[] => {
    if (typeof child === 'string') return inner.inText ? [transformed(cleaning.cleanText(child), inner.letters)] : [];
    if (SHAPES.has(child.name) || HOLDERS.has(child.name) || child.name === 'a' || child.name === 'switch') {
      return [cleanElement(child, inner, cleaning)];
    }
    if (!UNSEEN.has(child.name)) {
      const known = Object.hasOwn(REFUSED_ELEMENTS, child.name) ? REFUSED_ELEMENTS[child.name] : undefined;
      cleaning.report(known ?? `the element <${child.name}>`);
    }
    return [];
  });
}

/** The first child that can be drawn (SVG 1.1, 5.8); children for another language are skipped. */
function chosen({ children }: SvgElement): SvgElement[] {
  const found = children.find((child): child is SvgElement => {
    if (typeof child === 'string' || Object.hasOwn(REFUSED_ELEMENTS, child.name) || UNSEEN.has(child.name))
      return false;
    const { requiredExtensions, systemLanguage } = child.attributes;
    return requiredExtensions === undefined && systemLanguage === undefined;
  });
  return found === undefined ? [] : [found];
}

function hrefOf({ name, attributes }: SvgElement, { bitmaps, report }: Cleaning): { href?: string } {
  const href = attributes.href?.trim();
  if (href === undefined || href === '' || name === 'a') return {};
  if (name === 'image') {
    const key = bitmaps.keyOf(href);
    if (typeof key === 'string') return { href: key };
    report(key.wrong);
    return {};
  }
  if (/^#[^\s#]+$/.test(href)) return { href };
  report('parts in another file');
  return {};
}

function transformed(text: string, how: string): string {
  switch (how.trim().toLowerCase()) {
    case 'uppercase':
      return text.toUpperCase();
    case 'lowercase':
      return text.toLowerCase();
    case 'capitalize':
      return text.replace(/(?<![\p{L}\p{M}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());
    default:
      return text;
  }
}

const WHITE = new Set(['#ffffff', '#fff']);

/** The background that a style gives the whole picture; white is ignored, since paper is white. */
function groundOf(style: Style, { report }: Cleaning): SvgElement | null {
  const value = (style.get('background-color') ?? style.get('background') ?? '').trim();
  if (/^(?:|none|transparent|initial|unset)$/i.test(value)) return null;
  const fill = colour(value);
  if (typeof fill !== 'string') report('a ground that is not a colour');
  if (typeof fill !== 'string' || WHITE.has(fill) || fill.endsWith(',0)')) return null;
  return { name: 'rect', attributes: { x: '-100%', y: '-100%', width: '300%', height: '300%', fill }, children: [] };
}
