import { DEEPEST_GROUPS, MOST_ELEMENTS } from '../limits.js';
import { type SvgElement, visitSvg } from './tree.js';

/**
 * What is wrong with how parts of a picture refer to each other: a cycle, which could never be drawn to its end;
 * uses that multiply; groups nested more deeply than PDF/A allows once uses are expanded. Null if nothing is.
 */
export function referenceProblem(root: SvgElement): string | null {
  const named = new Map<string, SvgElement>();
  visitSvg(root, (element) => {
    const { id } = element.attributes;
    if (id !== undefined && !named.has(id)) named.set(id, element);
  });
  const lost = lostReference(root, named);
  if (lost !== null) return `refers to its part “${lost}”, which it does not have`;
  if (hasTurnedStart(root, named)) return 'has arrow heads that are turned round at the start, which cannot be drawn';
  const known = new Map<SvgElement, Weight | 'open'>();
  try {
    const { drawn, depth } = weigh(root, named, known, 0);
    if (drawn > MOST_ELEMENTS) return `draws more than ${MOST_ELEMENTS} elements by repeating its parts`;
    return depth > DEEPEST_GROUPS ? `has groups more than ${DEEPEST_GROUPS} deep` : null;
  } catch (error) {
    if (error instanceof Circle) return 'has parts that refer to themselves';
    if (error instanceof TooDeep) return `has groups more than ${DEEPEST_GROUPS} deep`;
    throw error;
  }
}

interface Weight {
  readonly drawn: number;
  readonly depth: number;
}
class Circle extends Error {}
class TooDeep extends Error {}

/** How many elements one element draws, and how deeply they are nested, once all references are expanded. */
function weigh(
  element: SvgElement,
  named: ReadonlyMap<string, SvgElement>,
  known: Map<SvgElement, Weight | 'open'>,
  level: number,
): Weight {
  const before = known.get(element);
  if (before === 'open') throw new Circle();
  if (before !== undefined) return before;
  if (level > 4 * DEEPEST_GROUPS) throw new TooDeep();
  known.set(element, 'open');
  const parts = element.children.filter((child) => typeof child !== 'string');
  const meant = referencesOf(element).flatMap((id) => named.get(id) ?? []);
  const weights = [...parts, ...meant].map((part) => weigh(part, named, known, level + 1));
  const weight = {
    drawn: Math.min(Number.MAX_SAFE_INTEGER, 1 + weights.reduce((sum, one) => sum + one.drawn, 0)),
    depth: (weights.length > 0 ? 1 : 0) + Math.max(0, ...weights.map((one) => one.depth)),
  };
  known.set(element, weight);
  return weight;
}

/** A reference to a missing element; a paint may have a fallback colour. */
function lostReference(root: SvgElement, named: ReadonlyMap<string, SvgElement>): string | null {
  let lost: string | null = null;
  visitSvg(root, (element) => {
    const { fill, stroke, ...attributes } = element.attributes;
    const paints = [fill, stroke].filter((paint) => paint !== undefined && !/^url\([^)]*\) /.test(paint)).join(' ');
    const needed = referencesOf({ ...element, attributes: { ...attributes, fill: paints } });
    lost ??= needed.find((id) => !named.has(id)) ?? null;
  });
  return lost;
}

/** The page setter turns a marker along the line, never in the opposite direction. */
function hasTurnedStart(root: SvgElement, named: ReadonlyMap<string, SvgElement>): boolean {
  let has = false;
  visitSvg(root, ({ attributes }) => {
    const [, id = ''] = /^url\(#(.*)\)$/.exec(attributes['marker-start'] ?? '') ?? [];
    if (named.get(id)?.attributes.orient === 'auto-start-reverse') has = true;
  });
  return has;
}

/** The ids that an element's attributes refer to: `href="#a"`, `fill="url(#a)"`. */
export function referencesOf(element: SvgElement): string[] {
  return Object.entries(element.attributes).flatMap(([name, value]) => {
    if (name === 'href') return element.name === 'image' ? [] : [value.slice(1)];
    return [...value.matchAll(/url\(\s*["']?#([^"')\s]+)/g)].map((match) => match[1] ?? '');
  });
}
