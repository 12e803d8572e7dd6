/**
 * The few declarations of CSS that decide whether a reader sees an element's text: a small part of the cascade, for
 * selectors of one element or of an element within another. Rules that depend on anything else (the width of
 * the window, a pointer, a script) are ignored, since a kept page does not tell.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';
import {
  type Attribute,
  type Compound,
  closingBrace,
  type Declarations,
  declarationsOf,
  type Selector,
  selectorOf,
  withoutComments,
} from './css.js';

type Element = DefaultTreeAdapterTypes.Element;

interface Rule {
  readonly selector: Selector;
  readonly declarations: Declarations;
  readonly important: Declarations;
  readonly order: number;
}

/** More rules than any real page has; further ones are ignored. */
const MOST_RULES = 20_000;
/** Comparisons of an element with a rule. A page that needs more is an attack. */
const MOST_COMPARISONS = 50_000_000;

/** A page that would take minutes to read. */
export class TooComplex extends Error {}

export class StyleSheet {
  readonly #rules = new Map<string, Rule[]>();
  #count = 0;
  #comparisons = 0;

  /** Adds the rules of one `<style>`. */
  add(css: string): void {
    this.#read(withoutComments(css));
  }

  /** What is declared for an element, its own `style` included. */
  declared(element: Element): Declarations {
    const found = keysOf(element)
      .flatMap((key) => this.#rules.get(key) ?? [])
      .filter(({ selector }) => this.#matches(selector, element))
      .sort((a, b) => a.selector.weight - b.selector.weight || a.order - b.order);
    const style = element.attrs.find(({ name }) => name === 'style')?.value;
    if (found.length === 0 && style === undefined) return NOTHING;
    const own = style === undefined ? null : declarationsOf(withoutComments(style));
    return new Map([
      ...found.flatMap(({ declarations }) => [...declarations]),
      ...(own?.declarations ?? []),
      ...found.flatMap(({ important }) => [...important]),
      ...(own?.important ?? []),
    ]);
  }

  #matches({ compounds }: Selector, element: Element): boolean {
    let at: Element | null = element;
    for (let i = compounds.length - 1; i >= 0; i -= 1) {
      const compound = compounds[i];
      if (compound === undefined) return true;
      const isFixed = i === compounds.length - 1 || compounds[i + 1]?.isChild === true;
      while (at !== null && !isFixed && !this.#fits(compound, at)) at = parentOf(at);
      if (at === null || !this.#fits(compound, at)) return false;
      at = parentOf(at);
    }
    return true;
  }

  #fits(compound: Compound, element: Element): boolean {
    this.#comparisons += 1;
    if (this.#comparisons > MOST_COMPARISONS) throw new TooComplex();
    return fits(compound, element);
  }

  #read(css: string): void {
    let at = 0;
    while (at < css.length && this.#count < MOST_RULES) {
      const open = css.indexOf('{', at);
      if (open === -1) return;
      const end = closingBrace(css, open);
      const prelude = css.slice(at, open).split(';').at(-1)?.trim() ?? '';
      const body = css.slice(open + 1, end);
      if (!prelude.startsWith('@')) this.#addRule(prelude, body);
      else if (isAlwaysOn(prelude)) this.#read(body);
      at = end + 1;
    }
  }

  #addRule(prelude: string, body: string): void {
    const { declarations, important } = declarationsOf(body);
    if (declarations.size + important.size === 0) return;
    for (const [written] of prelude.matchAll(SELECTOR)) {
      const selector = selectorOf(written);
      if (selector === null) continue;
      const key = keyOf(selector);
      const rule = { selector, declarations, important, order: this.#count };
      const known = this.#rules.get(key);
      if (known === undefined) this.#rules.set(key, [rule]);
      else known.push(rule);
      this.#count += 1;
    }
  }
}

/** One of several selectors; a value in brackets may have commas. */
const SELECTOR = /(?:\[[^\]]{0,200}\]|[^,])+/g;

/** Whether a block of rules applies to every screen, whatever its width. */
function isAlwaysOn(prelude: string): boolean {
  if (/^@(?:supports|layer)\b/i.test(prelude)) return true;
  return /^@media\b[^(]*\b(?:all|screen)\b[^(]*$/i.test(prelude) && !/\bnot\b/i.test(prelude);
}

const NOTHING: Declarations = new Map();

/** Rules are indexed by something that their element must have, so that only a few are tried for each element. */
function keyOf({ compounds }: Selector): string {
  const last = compounds.at(-1);
  const [id, name] = [last?.ids[0], last?.classes[0]];
  if (id !== undefined) return `#${id}`;
  if (name !== undefined) return `.${name}`;
  return last?.tag ?? '*';
}

function keysOf(element: Element): string[] {
  const id = element.attrs.find(({ name }) => name === 'id')?.value;
  return [
    '*',
    element.tagName,
    ...(id === undefined ? [] : [`#${id}`]),
    ...classesOf(element).map((each) => `.${each}`),
  ];
}

export function classesOf({ attrs }: Element): readonly string[] {
  const written = attrs.find(({ name }) => name === 'class')?.value.trim() ?? '';
  return written === '' ? [] : written.split(/\s+/);
}

function parentOf({ parentNode }: Element): Element | null {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : null;
}

function fits({ tag, ids, classes, attributes }: Compound, element: Element): boolean {
  if (tag !== null && tag !== element.tagName) return false;
  const attribute = (wanted: string) => element.attrs.find(({ name }) => name === wanted)?.value;
  const own = classes.length === 0 ? [] : classesOf(element);
  return (
    ids.every((id) => attribute('id') === id) &&
    classes.every((each) => own.includes(each)) &&
    attributes.every((each) => hasAttribute(attribute(each.name), each))
  );
}

/** https://www.w3.org/TR/selectors-4/#attribute-representation */
function hasAttribute(written: string | undefined, { operator, value }: Attribute): boolean {
  if (written === undefined || value === undefined) return written !== undefined;
  switch (operator) {
    case '^=':
      return value !== '' && written.startsWith(value);
    case '$=':
      return value !== '' && written.endsWith(value);
    case '*=':
      return value !== '' && written.includes(value);
    case '~=':
      return written.split(/\s+/).includes(value);
    case '|=':
      return written === value || written.startsWith(`${value}-`);
    default:
      return written === value;
  }
}
