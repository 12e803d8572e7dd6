/** Selectors of CSS (Selectors Level 4), as far as they depend on the page alone. */
import { unescaped } from './css.js';

/** `[name]`, `[name=value]`, `[name^=value]`, `[name=value i]` … */
export interface Attribute {
  readonly name: string;
  readonly operator?: string | undefined;
  readonly value?: string | undefined;
  readonly ignoresCase?: boolean;
}

/** What a pseudo-class asks of an element. */
export type Condition =
  | { readonly is: 'any' | 'none' | 'has'; readonly of: readonly Selector[] }
  | {
      readonly is: 'nth';
      readonly step: number;
      readonly offset: number;
      readonly isLast: boolean;
      readonly ofType: boolean;
    }
  | { readonly is: 'empty' | 'link' | 'checked' | 'root' | 'never' };

/** How an element stands to that of the compound before: in it, its child, next after it, somewhere after it. */
export type Combinator = ' ' | '>' | '+' | '~';

export interface Compound {
  readonly tag: string | null;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly attributes: readonly Attribute[];
  readonly conditions: readonly Condition[];
  readonly combinator: Combinator;
}

export interface Selector {
  /** From left to right. */
  readonly compounds: readonly Compound[];
  readonly weight: number;
  /** The box before or after an element's own text. */
  readonly pseudo: 'before' | 'after' | null;
}

const [ID, CLASS, TAG] = [1e6, 1e3, 1];

/** How deeply pseudo-classes may be in each other. */
const DEEPEST = 8;

const NAME = '(?:[\\w-]|[^\\x00-\\x7F]|\\\\[0-9a-fA-F]{1,6}\\s?|\\\\[\\s\\S])+';
const SIMPLE = new RegExp(
  `\\*(?!\\|)|(?<tag>${NAME})(?!\\|)|#(?<id>${NAME})|\\.(?<class>${NAME})` +
    `|\\[\\s*(?<attribute>${NAME})\\s*(?:(?<operator>[~^$*|]?=)\\s*(?:"(?<quoted>[^"]*)"|'(?<single>[^']*)'|(?<bare>${NAME}))\\s*(?<flag>[iIsS])?\\s*)?\\]` +
    '|(?<colons>::?)(?<pseudo>[\\w-]+)(?<open>\\()?',
  'y',
);

/** The selectors of a list, each with its text; those that are not understood are left out. */
export function selectorsOf(list: string, depth = 0): readonly Selector[] {
  return partsOf(list).flatMap((part) => selectorOf(part, depth) ?? []);
}

/** Null for a selector that depends on more than the page. */
export function selectorOf(written: string, depth = 0): Selector | null {
  const text = written.trim();
  if (depth > DEEPEST || text === '') return null;
  const reading = new Reading(text, depth);
  return reading.selector();
}

/** The parts between the commas of a list; a comma in brackets does not count. */
function partsOf(list: string): readonly string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < list.length; at += 1) {
    const sign = list[at];
    if (sign === '\\') at += 1;
    else if (sign === '(' || sign === '[') depth += 1;
    else if (sign === ')' || sign === ']') depth -= 1;
    else if (sign === ',' && depth <= 0) {
      parts.push(list.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, list.slice(from)];
}

class Reading {
  #at = 0;
  #weight = 0;
  #pseudo: Selector['pseudo'] = null;

  constructor(
    private readonly text: string,
    private readonly depth: number,
  ) {}

  selector(): Selector | null {
    const compounds: Compound[] = [];
    while (this.#at < this.text.length) {
      const combinator = this.#combinator();
      // Nothing follows a box that is not an element; what a selector begins with is relative to something.
      if (this.#pseudo !== null || (compounds.length === 0 && combinator !== ' ' && this.depth === 0)) return null;
      const compound = this.#compound(combinator);
      if (compound === null) return null;
      compounds.push(compound);
    }
    return { compounds, weight: this.#weight, pseudo: this.#pseudo };
  }

  #combinator(): Combinator {
    const [whole = '', sign] = /^\s*([>+~]?)\s*/.exec(this.text.slice(this.#at, this.#at + 200)) ?? [];
    this.#at += whole.length;
    return (sign || ' ') as Combinator;
  }

  #compound(combinator: Combinator): Compound | null {
    const found = { tag: null as string | null, ids: [] as string[], classes: [] as string[] };
    const [attributes, conditions]: [Attribute[], Condition[]] = [[], []];
    const start = this.#at;
    while (this.#at < this.text.length && !/[\s>+~]/.test(this.text[this.#at] ?? '')) {
      SIMPLE.lastIndex = this.#at;
      const match = SIMPLE.exec(this.text);
      if (match === null) return null;
      const { tag, id, class: name, attribute, pseudo } = match.groups ?? {};
      if (tag !== undefined && this.#at > start) return null;
      this.#at = SIMPLE.lastIndex;
      if (tag !== undefined) found.tag = unescaped(tag).toLowerCase();
      if (id !== undefined) found.ids.push(unescaped(id));
      if (name !== undefined) found.classes.push(unescaped(name));
      if (attribute !== undefined) attributes.push(attributeOf(match.groups ?? {}));
      this.#weight += tag !== undefined ? TAG : id !== undefined ? ID : (name ?? attribute) !== undefined ? CLASS : 0;
      if (pseudo === undefined) continue;
      const condition = this.#pseudoOf(pseudo.toLowerCase(), match.groups ?? {});
      if (condition === null) return null;
      if (condition !== 'box') conditions.push(condition);
    }
    return this.#at === start ? null : { ...found, attributes, conditions, combinator };
  }

  #pseudoOf(name: string, { colons, open }: Readonly<Record<string, string>>): Condition | 'box' | null {
    if (name === 'before' || name === 'after') {
      if (this.#pseudo !== null) return null;
      this.#pseudo = name;
      this.#weight += TAG;
      return 'box';
    }
    if (colons === '::') return null;
    const given = open === undefined ? null : this.#argument();
    const condition = given === null ? simpleCondition(name) : this.#withArgument(name, given);
    if (condition !== null && !LISTS.has(name)) this.#weight += CLASS;
    return condition;
  }

  #argument(): string {
    let depth = 1;
    const from = this.#at;
    for (; this.#at < this.text.length && depth > 0; this.#at += 1) {
      const sign = this.text[this.#at];
      if (sign === '\\') this.#at += 1;
      else if (sign === '(') depth += 1;
      else if (sign === ')') depth -= 1;
    }
    return this.text.slice(from, depth === 0 ? this.#at - 1 : this.#at);
  }

  #withArgument(name: string, given: string): Condition | null {
    const is = LISTS.get(name);
    if (is === undefined) return nthOf(name, given);
    const of = selectorsOf(given, this.depth + 1).filter((each) => is === 'has' || !isRelative(each));
    // A list of what must not be there is good only if all of it is understood.
    if (is === 'none' && of.length < partsOf(given).length) return null;
    if (of.some(({ pseudo }) => pseudo !== null)) return null;
    if (name !== 'where') this.#weight += Math.max(0, ...of.map(({ weight }) => weight));
    return { is, of };
  }
}

function isRelative({ compounds }: Selector): boolean {
  return compounds[0]?.combinator !== ' ';
}

const LISTS: ReadonlyMap<string, 'any' | 'none' | 'has'> = new Map([
  ['is', 'any'],
  ['where', 'any'],
  ['matches', 'any'],
  ['-webkit-any', 'any'],
  ['-moz-any', 'any'],
  ['not', 'none'],
  ['has', 'has'],
]);

/** What a page that nobody touches has not. */
const NEVER: ReadonlySet<string> = new Set(
  'hover active focus focus-within focus-visible target target-within visited indeterminate fullscreen'.split(' '),
);

function simpleCondition(name: string): Condition | null {
  if (NEVER.has(name)) return { is: 'never' };
  switch (name) {
    case 'root':
    case 'scope':
      return { is: 'root' };
    case 'empty':
      return { is: 'empty' };
    case 'checked':
      return { is: 'checked' };
    case 'link':
    case 'any-link':
      return { is: 'link' };
    default: {
      const [, end, ofType] = /^(first|last)-(child|of-type)$/.exec(name) ?? [];
      if (end === undefined) return ONLY.get(name) ?? null;
      return { is: 'nth', step: 0, offset: 1, isLast: end === 'last', ofType: ofType === 'of-type' };
    }
  }
}

const only = (ofType: boolean): Condition => ({
  is: 'any',
  of: [
    {
      weight: 0,
      pseudo: null,
      compounds: [
        {
          tag: null,
          ids: [],
          classes: [],
          attributes: [],
          combinator: ' ',
          conditions: [false, true].map((isLast) => ({ is: 'nth', step: 0, offset: 1, isLast, ofType })),
        },
      ],
    },
  ],
});
const ONLY: ReadonlyMap<string, Condition> = new Map([
  ['only-child', only(false)],
  ['only-of-type', only(true)],
]);

/** `:nth-child(2n + 1)`: https://www.w3.org/TR/css-syntax-3/#anb-microsyntax */
function nthOf(name: string, given: string): Condition | null {
  const [, last, kind] = /^nth(-last)?-(child|of-type)$/.exec(name) ?? [];
  if (kind === undefined) return null;
  const text = given
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^odd$/, '2n+1')
    .replace(/^even$/, '2n');
  const [, signedStep, added, alone] = /^(?:([+-]?\d*)n([+-]\d+)?|([+-]?\d+))$/.exec(text) ?? [];
  if (signedStep === undefined && alone === undefined) return null;
  const step = signedStep === undefined ? 0 : /\d/.test(signedStep) ? Number(signedStep) : Number(`${signedStep}1`);
  return {
    is: 'nth',
    step,
    offset: Number(alone ?? added ?? 0),
    isLast: last !== undefined,
    ofType: kind === 'of-type',
  };
}

function attributeOf(groups: Readonly<Record<string, string | undefined>>): Attribute {
  const { attribute = '', operator, quoted, single, bare, flag } = groups;
  const value = quoted ?? single ?? bare;
  return {
    name: unescaped(attribute).toLowerCase(),
    operator,
    value: value === undefined ? undefined : unescaped(value),
    ...(flag?.toLowerCase() === 'i' && { ignoresCase: true }),
  };
}
