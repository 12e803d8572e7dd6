import type { SvgElement } from './tree.js';

/** A compound selector: the conditions on one element. */
interface Compound {
  readonly name: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  readonly attributes: readonly (readonly [name: string, value: string | null])[];
  readonly isRoot: boolean;
  /** How the previous compound relates to this element: as any ancestor, or as its parent. */
  readonly within: 'ancestor' | 'parent';
}

export interface Selector {
  /** The last compound is for the element itself. */
  readonly compounds: readonly Compound[];
  /** Selectors 4, 17: ids outweigh classes, and classes outweigh element names. */
  readonly specificity: number;
}

/** Pseudo-classes that never match on paper: hover, focus, visited links. */
const NEVER = /:(?:hover|focus|focus-within|focus-visible|active|visited|target|checked|disabled)\b/;
const COMPOUND =
  /^([A-Za-z][\w-]*|\*)?((?:[.#][\w\u0080-\uffff-]+|\[[\w-]+(?:=(?:"[^"]*"|'[^']*'|[\w-]+))?\]|:root)*)$/;

/** A list of selectors (the part of CSS Selectors 4 that drawing programs use); null for anything else. */
export function parseSelectors(text: string): Selector[] | null {
  const selectors: Selector[] = [];
  for (const one of text.split(',')) {
    if (NEVER.test(one)) continue;
    const selector = parseSelector(one.trim());
    if (selector === null) return null;
    selectors.push(selector);
  }
  return selectors;
}

function parseSelector(text: string): Selector | null {
  const compounds: Compound[] = [];
  let within: Compound['within'] = 'ancestor';
  for (const word of text
    .replace(/\s*>\s*/g, ' > ')
    .split(/\s+/)
    .filter((part) => part !== '')) {
    if (word === '>') {
      within = 'parent';
      continue;
    }
    const compound = parseCompound(word, within);
    if (compound === null) return null;
    compounds.push(compound);
    within = 'ancestor';
  }
  if (compounds.length === 0 || within === 'parent') return null;
  return { compounds, specificity: compounds.reduce((sum, compound) => sum + weightOf(compound), 0) };
}

function parseCompound(word: string, within: Compound['within']): Compound | null {
  const [whole, name, rest = ''] = COMPOUND.exec(word) ?? [];
  if (whole === undefined || whole === '') return null;
  const parts: readonly string[] = rest.match(/[.#][^.#[:]+|\[[^\]]*\]|:root/g) ?? [];
  const ids = parts.filter((part) => part.startsWith('#'));
  if (ids.length > 1) return null;
  return {
    name: name === undefined || name === '*' ? null : name,
    id: ids[0]?.slice(1) ?? null,
    classes: parts.filter((part) => part.startsWith('.')).map((part) => part.slice(1)),
    attributes: parts.filter((part) => part.startsWith('[')).map(attributeTest),
    isRoot: parts.includes(':root'),
    within,
  };
}

function attributeTest(part: string): readonly [string, string | null] {
  const [, name = '', value] = /^\[([\w-]+)(?:=["']?([^"']*)["']?)?\]$/.exec(part) ?? [];
  return [name, value ?? null];
}

function weightOf({ name, id, classes, attributes, isRoot }: Compound): number {
  const middling = classes.length + attributes.length + (isRoot ? 1 : 0);
  return (id === null ? 0 : 1_000_000) + middling * 1000 + (name === null ? 0 : 1);
}

/** `above`: its ancestors, the root first. */
export function matches({ compounds }: Selector, element: SvgElement, above: readonly SvgElement[]): boolean {
  const line = [...above, element];
  const fitsFrom = (part: number, at: number): boolean => {
    const compound = compounds[part];
    const candidate = line[at];
    if (compound === undefined || candidate === undefined || !fits(compound, candidate, at === 0)) return false;
    if (part === 0) return true;
    if (compound.within === 'parent') return fitsFrom(part - 1, at - 1);
    for (let outer = at - 1; outer >= 0; outer--) if (fitsFrom(part - 1, outer)) return true;
    return false;
  };
  return fitsFrom(compounds.length - 1, line.length - 1);
}

function fits(compound: Compound, { name, attributes }: SvgElement, isRoot: boolean): boolean {
  const classes = (attributes.class ?? '').split(/\s+/);
  return (
    (compound.name === null || compound.name === name) &&
    (compound.id === null || compound.id === attributes.id) &&
    (!compound.isRoot || isRoot) &&
    compound.classes.every((one) => classes.includes(one)) &&
    compound.attributes.every(([key, value]) =>
      value === null ? attributes[key] !== undefined : attributes[key] === value,
    )
  );
}
