/** The part of CSS that is read: declarations, and selectors by name, class and attribute. */

/** Declared values by property, lower case. */
export type Declarations = ReadonlyMap<string, string>;

/** `[name]`, `[name=value]`, `[name^=value]` … */
export interface Attribute {
  readonly name: string;
  readonly operator?: string | undefined;
  readonly value?: string | undefined;
}

export interface Compound {
  readonly tag: string | null;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly attributes: readonly Attribute[];
}

export interface Selector {
  /** From left to right; each must be an ancestor of the next, its parent where the next says `child`. */
  readonly compounds: readonly (Compound & { readonly isChild: boolean })[];
  readonly weight: number;
}

/** Properties that say whether, or where, something is seen. */
const PROPERTIES: ReadonlySet<string> = new Set([
  'display',
  'visibility',
  'opacity',
  'font-size',
  'font',
  'text-indent',
  'clip',
  'clip-path',
  'position',
  'left',
  'right',
  'top',
  'width',
  'height',
  'max-height',
  'max-width',
  'overflow',
  'overflow-x',
  'overflow-y',
  'color',
  'background',
  'background-color',
  'text-decoration',
  'text-decoration-line',
  'transform',
  'content-visibility',
  'filter',
  'zoom',
  'margin-left',
  'margin-top',
  'vertical-align',
]); // prettier-ignore

export function withoutComments(css: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = css.indexOf('/*'); open !== -1; open = css.indexOf('/*', at)) {
    parts.push(css.slice(at, open));
    const close = css.indexOf('*/', open + 2);
    at = close === -1 ? css.length : close + 2;
  }
  return [...parts, css.slice(at)].join(' ');
}

export function closingBrace(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    else if (css[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return css.length;
}

export function declarationsOf(css: string): { readonly declarations: Declarations; readonly important: Declarations } {
  const [declarations, important] = [new Map<string, string>(), new Map<string, string>()];
  for (const declaration of unescaped(css).split(';')) {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, colon).trim().toLowerCase();
    if (colon === -1 || !PROPERTIES.has(name)) continue;
    const value = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const plain = value.replace(/\s*!\s*important$/, '');
    if (plain === value) declarations.set(name, value);
    else important.set(name, plain);
  }
  return { declarations, important };
}

/** `d\69splay` is `display`: https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point */
function unescaped(css: string): string {
  return css
    .replace(/\\([0-9a-fA-F]{1,6})\s?/g, (_, code: string) => {
      const point = Number.parseInt(code, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
    })
    .replace(/\\(.)/g, '$1');
}

const NAME = '(?:[\\w-]|[^\\x00-\\x7F]|\\\\[0-9a-fA-F]{1,6} ?|\\\\.)+';
const SIMPLE = new RegExp(
  `(\\*|(?<tag>${NAME}))|#(?<id>${NAME})|\\.(?<class>${NAME})|\\[\\s*(?<attribute>${NAME})\\s*(?:(?<operator>[~^$*|]?=)\\s*["']?(?<value>[^"'\\]]*)["']?\\s*)?\\]`,
  'y',
);

/** `>`, or what is said of one element; a value in brackets may have spaces. */
const STEP = /(?:\\[0-9a-f]{1,6} ?|\[[^\]]{0,200}\]|[^\s>])+|>/gi;

/** Null for a selector that depends on more than names, classes and attributes. */
export function selectorOf(written: string): Selector | null {
  const compounds: (Compound & { isChild: boolean })[] = [];
  let weight = 0;
  let isChild = false;
  for (const [step] of written.matchAll(STEP)) {
    if (step === '>') {
      if (isChild || compounds.length === 0) return null;
      isChild = true;
      continue;
    }
    const compound = compoundOf(step);
    if (compound === null) return null;
    weight += compound.ids.length * 1e6 + (compound.classes.length + compound.attributes.length) * 1e3;
    weight += compound.tag === null ? 0 : 1;
    compounds.push({ ...compound, isChild });
    isChild = false;
  }
  return isChild || compounds.length === 0 ? null : { compounds, weight };
}

function compoundOf(written: string): Compound | null {
  const found = { tag: null as string | null, ids: [] as string[], classes: [] as string[] };
  const attributes: Attribute[] = [];
  SIMPLE.lastIndex = 0;
  while (SIMPLE.lastIndex < written.length) {
    const groups = SIMPLE.exec(written)?.groups;
    if (groups === undefined) return null;
    if (groups.tag !== undefined) found.tag = unescaped(groups.tag).toLowerCase();
    if (groups.id !== undefined) found.ids.push(unescaped(groups.id));
    if (groups.class !== undefined) found.classes.push(unescaped(groups.class));
    if (groups.attribute !== undefined) {
      attributes.push({ name: groups.attribute.toLowerCase(), operator: groups.operator, value: groups.value });
    }
  }
  return { ...found, attributes };
}
