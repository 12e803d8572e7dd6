/**
 * The few declarations of CSS that decide whether a reader sees an element's text: a small part of the cascade. Rules
 * that depend on anything but the page (the width of the window, a pointer, a script) are ignored, since a kept page
 * does not tell.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { closingBrace, type Declarations, declarationsOf, withoutComments } from './css.js';
import { classesOf, Matcher } from './matching.js';
import { type Selector, selectorsOf } from './selectors.js';

type Element = DefaultTreeAdapterTypes.Element;

interface Rule {
  readonly selector: Selector;
  readonly declarations: Declarations;
  readonly important: Declarations;
  readonly order: number;
}

/** More rules than any real page has; further ones are ignored. */
const MOST_RULES = 20_000;
/** How deeply rules may be in each other, and how long a selector may become by it. */
const DEEPEST = 16;
const LONGEST_SELECTOR = 10_000;
/** Less than any selector's weight: what is in a layer yields to what is not. */
const IN_LAYER = -1e12;

type Box = 'before' | 'after';

export class StyleSheet {
  readonly #rules = { own: new RuleIndex(), before: new RuleIndex(), after: new RuleIndex() };
  readonly #matcher = new Matcher();
  #count = 0;

  /** Adds the rules of one `<style>`. */
  add(css: string): void {
    this.#read(withoutComments(css), { parents: null, isInLayer: false, depth: 0 });
  }

  /** What is declared for an element, its own `style` included. */
  declared(element: Element): Declarations {
    return this.#declared('own', element, element.attrs.find(({ name }) => name === 'style')?.value);
  }

  /** What is declared for the box before or after an element's own text. */
  declaredFor(box: Box, element: Element): Declarations {
    return this.#declared(box, element, undefined);
  }

  #declared(of: 'own' | Box, element: Element, style: string | undefined): Declarations {
    const found = this.#rules[of]
      .candidates(element)
      .filter(({ selector }) => this.#matcher.matches(selector, element))
      .sort((a, b) => a.selector.weight - b.selector.weight || a.order - b.order);
    if (found.length === 0 && style === undefined) return NOTHING;
    const own = style === undefined ? null : declarationsOf(withoutComments(style));
    return new Map([
      ...found.flatMap(({ declarations }) => [...declarations]),
      ...(own?.declarations ?? []),
      ...found.flatMap(({ important }) => [...important]),
      ...(own?.important ?? []),
    ]);
  }

  /** Reads rules, and returns the declarations between them. */
  #read(css: string, around: Surroundings): string {
    const rest: string[] = [];
    let at = 0;
    while (at < css.length && this.#count < MOST_RULES) {
      const open = css.indexOf('{', at);
      if (open === -1) break;
      const end = closingBrace(css, open);
      const before = css.slice(at, open);
      const start = before.lastIndexOf(';') + 1;
      rest.push(before.slice(0, start));
      this.#readBlock(before.slice(start).trim(), css.slice(open + 1, end), around);
      at = end + 1;
    }
    return [...rest, css.slice(at)].join('');
  }

  #readBlock(prelude: string, body: string, around: Surroundings): void {
    if (around.depth > DEEPEST) return;
    const inside = { ...around, depth: around.depth + 1 };
    if (!prelude.startsWith('@')) {
      const nested = nestedIn(around.parents, prelude);
      if (nested.length > LONGEST_SELECTOR) return;
      this.#addRules(nested, this.#read(body, { ...inside, parents: nested }), around.isInLayer);
    } else if (isAlwaysOn(prelude)) {
      const isInLayer = around.isInLayer || /^@layer\b/i.test(prelude);
      const own = this.#read(body, { ...inside, isInLayer });
      if (around.parents !== null) this.#addRules(around.parents, own, isInLayer);
    }
  }

  #addRules(list: string, body: string, isInLayer: boolean): void {
    const { declarations, important } = declarationsOf(body);
    if (declarations.size + important.size === 0) return;
    for (const selector of selectorsOf(list)) {
      const weight = selector.weight + (isInLayer ? IN_LAYER : 0);
      const rule = { selector: { ...selector, weight }, declarations, important, order: this.#count };
      this.#rules[selector.pseudo ?? 'own'].add(rule);
      this.#count += 1;
    }
  }
}

interface Surroundings {
  /** The selectors of the rule that these are nested in. */
  readonly parents: string | null;
  readonly isInLayer: boolean;
  readonly depth: number;
}

/** https://www.w3.org/TR/css-nesting-1/#nest-selector */
function nestedIn(parents: string | null, list: string): string {
  if (parents === null) return list;
  const parent = `:is(${parents})`;
  return list.includes('&') ? list.replaceAll('&', parent) : list.replace(/(^|,)\s*/g, `$1${parent} `);
}

/** Whether a block of rules applies to every screen, whatever its width. */
function isAlwaysOn(prelude: string): boolean {
  if (/^@(?:supports|layer|scope)\b/i.test(prelude)) return true;
  if (/^@media\s+not\s+(?:print|speech)\s*$/i.test(prelude)) return true;
  return /^@media\b[^(]*\b(?:all|screen)\b[^(]*$/i.test(prelude) && !/\bnot\b/i.test(prelude);
}

const NOTHING: Declarations = new Map();

/** Rules by something that their element must have, so that only a few are tried for each element. */
class RuleIndex {
  readonly #rules = new Map<string, Rule[]>();

  add(rule: Rule): void {
    const key = keyOf(rule.selector);
    const known = this.#rules.get(key);
    if (known === undefined) this.#rules.set(key, [rule]);
    else known.push(rule);
  }

  candidates(element: Element): readonly Rule[] {
    return this.#rules.size === 0 ? [] : keysOf(element).flatMap((key) => this.#rules.get(key) ?? []);
  }
}

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
