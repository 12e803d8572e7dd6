import { longhands } from './longhands.js';
import { matches, type Selector } from './selectors.js';
import { type Declaration, parseDeclarations, parseStyleSheet, type StyleRule, splitOutside } from './style-sheet.js';
import { type SvgElement, visitSvg } from './tree.js';

/** Far more rules than a drawing needs. */
const MOST_RULES = 2000;
/** Nesting of variables. */
const DEEPEST = 16;
const LONGEST_VALUE = 4000;

/** The declarations of an element, by property, including custom properties. */
export type Style = ReadonlyMap<string, string>;

interface Claim extends Declaration {
  /** The specificity of the selector; that of a style attribute is higher than any. */
  readonly weight: number;
}

/** All rules of a picture's style sheets, or why they cannot be applied. */
export function styleRulesOf(root: SvgElement): StyleRule[] | { readonly wrong: string } {
  const sheets: string[] = [];
  visitSvg(root, ({ name, attributes, children }) => {
    const { type = 'text/css' } = attributes;
    if (name === 'style' && /^\s*(?:text\/css)?\s*$/i.test(type)) sheets.push(children.map(String).join(''));
  });
  const rules: StyleRule[] = [];
  for (const sheet of sheets) {
    const read = parseStyleSheet(sheet);
    if ('wrong' in read) return read;
    rules.push(...read);
  }
  return rules.length > MOST_RULES ? { wrong: `a style sheet of more than ${MOST_RULES} rules` } : rules;
}

/**
 * The style of an element (CSS Cascade 4, 6): attributes come first, then rules by specificity and order, then
 * the style attribute; `!important` wins over all of them. `inherited` holds the variables of the parent element.
 */
export function styleOf(
  element: SvgElement,
  above: readonly SvgElement[],
  rules: readonly StyleRule[],
  inherited: Style,
): { readonly style: Style; readonly variables: Style } {
  const claims = claimsOn(element, above, rules).sort(
    (a, b) => Number(a.important) - Number(b.important) || a.weight - b.weight,
  );
  const { font: _, ...attributes } = element.attributes;
  const declared = new Map(Object.entries(attributes));
  const variables = new Map(inherited);
  for (const { name, value } of claims) {
    if (name.startsWith('--')) variables.set(name, value);
    else for (const [longhand, part] of longhands(name, value)) declared.set(longhand, part);
  }
  const style = [...declared].map(([name, value]) => [name, substituted(value, variables, 0)] as const);
  return { style: new Map(style), variables };
}

function claimsOn(element: SvgElement, above: readonly SvgElement[], rules: readonly StyleRule[]): Claim[] {
  const claims = rules.flatMap(({ selectors, declarations }): Claim[] => {
    const weight = heaviest(selectors, element, above);
    return weight === null ? [] : declarations.map((declaration) => ({ ...declaration, weight }));
  });
  const own = parseDeclarations(element.attributes.style ?? '');
  return [...claims, ...own.map((declaration) => ({ ...declaration, weight: Number.MAX_SAFE_INTEGER }))];
}

function heaviest(selectors: readonly Selector[], element: SvgElement, above: readonly SvgElement[]): number | null {
  const weights = selectors.filter((selector) => matches(selector, element, above)).map((one) => one.specificity);
  return weights.length === 0 ? null : Math.max(...weights);
}

/** Replaces `var(--name, fallback)` (CSS Variables 1). One without a value stays, and makes the whole value invalid. */
function substituted(value: string, variables: Style, depth: number): string {
  const start = value.search(/var\(/i);
  if (start === -1 || depth > DEEPEST || value.length > LONGEST_VALUE) return value;
  const end = closing(value, start + 3);
  const [name = '', ...otherwise] = splitOutside(value.slice(start + 4, end), ',');
  const found = variables.get(name.trim()) ?? (otherwise.length === 0 ? null : otherwise.join(',').trim());
  if (found === null) return value;
  return substituted(`${value.slice(0, start)}${found}${value.slice(end + 1)}`, variables, depth + 1);
}

/** The position of the bracket that closes the one at `open`. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length;
}
