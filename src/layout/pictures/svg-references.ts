import type { SvgElement } from './svg-tree.js';

/** More elements than this after every `use` is drawn where it is used: a bomb. */
const MOST_DRAWN = 20_000;
const DEEPEST = 20;

/**
 * What is wrong with how parts of a picture refer to each other: a circle, which would never be drawn to its end; a
 * nesting of uses that multiplies; groups deeper than PDF/A allows once uses are drawn. Null if nothing is.
 */
export function referenceProblem(root: SvgElement): string | null {
  const named = new Map<string, SvgElement>();
  visit(root, (element) => {
    const { id } = element.attributes;
    if (id !== undefined && !named.has(id)) named.set(id, element);
  });
  const known = new Map<SvgElement, Weight | 'open'>();
  try {
    const { drawn, depth } = weigh(root, named, known, 0);
    if (drawn > MOST_DRAWN) return `draws more than ${MOST_DRAWN} elements by repeating its parts`;
    return depth > DEEPEST ? `has groups more than ${DEEPEST} deep` : null;
  } catch (error) {
    if (error instanceof Circle) return 'has parts that refer to themselves';
    if (error instanceof TooDeep) return `has groups more than ${DEEPEST} deep`;
    throw error;
  }
}

interface Weight {
  readonly drawn: number;
  readonly depth: number;
}
class Circle extends Error {}
class TooDeep extends Error {}

/** How many elements are drawn for one, and how deep they are nested, all references followed. */
function weigh(
  element: SvgElement,
  named: ReadonlyMap<string, SvgElement>,
  known: Map<SvgElement, Weight | 'open'>,
  level: number,
): Weight {
  const before = known.get(element);
  if (before === 'open') throw new Circle();
  if (before !== undefined) return before;
  if (level > 4 * DEEPEST) throw new TooDeep();
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

/** The ids that an element's attributes mean: `href="#a"`, `fill="url(#a)"`. */
function referencesOf(element: SvgElement): string[] {
  return Object.entries(element.attributes).flatMap(([name, value]) => {
    if (name === 'href' || name === 'xlink:href') return [value.slice(1)];
    return [...value.matchAll(/url\(\s*["']?#([^"')\s]+)/g)].map((match) => match[1] ?? '');
  });
}

function visit(element: SvgElement, visitor: (element: SvgElement) => void): void {
  visitor(element);
  for (const child of element.children) if (typeof child !== 'string') visit(child, visitor);
}
