/** `var()` in CSS: https://www.w3.org/TR/css-variables-1/ */
import { type Declarations, unescaped } from './css.js';

/** The values of custom properties by name, as an element's text inherits them. */
export type CustomProperties = ReadonlyMap<string, string>;

export const NO_PROPERTIES: CustomProperties = new Map();

/** A value that becomes longer, or whose references are nested more deeply, counts as missing. */
const LONGEST = 10_000;
const DEEPEST = 16;

export interface Computed {
  readonly declared: Declarations;
  readonly properties: CustomProperties;
}

/** What is declared, with the values of the properties that it refers to. What refers to nothing is not declared. */
export function withProperties(declared: Declarations, around: CustomProperties): Computed {
  const isCustom = (name: string): boolean => name.startsWith('--');
  const names = [...declared.keys()].filter(isCustom);
  const properties = names.length === 0 ? around : new Resolving(declared, around).properties(names);
  if (![...declared.values()].some(refers)) return { declared, properties };
  const computed = [...declared].flatMap(([name, value]): [string, string][] => {
    if (isCustom(name) || !refers(value)) return [[name, value]];
    const found = substituted(value, (wanted) => properties.get(wanted) ?? null);
    if (found === null) return [];
    return [[name, name === 'content' ? found : unescaped(found).toLowerCase().trim()]];
  });
  return { declared: new Map(computed), properties };
}

/** The custom properties of one element, which may refer to each other in any order, but not in a circle. */
class Resolving {
  readonly #found = new Map<string, string | null>();

  constructor(
    private readonly declared: Declarations,
    private readonly around: CustomProperties,
  ) {}

  properties(names: readonly string[]): CustomProperties {
    const properties = new Map(this.around);
    for (const name of names) {
      const value = this.#valueOf(name);
      if (value === null) properties.delete(name);
      else properties.set(name, value);
    }
    return properties;
  }

  #valueOf(name: string): string | null {
    const written = this.declared.get(name);
    if (written === undefined || /^(?:inherit|unset)$/i.test(written)) return this.around.get(name) ?? null;
    const known = this.#found.get(name);
    if (known !== undefined) return known;
    // In a circle, it has no value.
    this.#found.set(name, null);
    const value = /^initial$/i.test(written) ? null : substituted(written, (wanted) => this.#valueOf(wanted));
    this.#found.set(name, value);
    return value;
  }
}

type Lookup = (name: string) => string | null;

function refers(value: string): boolean {
  return /\bvar\(/i.test(value);
}

/** Null where something in it has no value. */
function substituted(value: string, lookUp: Lookup, depth = 0): string | null {
  const parts: string[] = [];
  let [at, length] = [0, 0];
  for (const { 0: call, index } of value.matchAll(/\bvar\(/gi)) {
    if (index < at) continue;
    const open = index + call.length;
    const end = closingBracket(value, open);
    const [name = '', ...fallback] = value.slice(open, end).split(',');
    const found = lookUp(unescaped(name).trim()) ?? fallbackOf(fallback, lookUp, depth);
    length += found?.length ?? 0;
    if (found === null || length > LONGEST) return null;
    parts.push(value.slice(at, index), found);
    at = end + 1;
  }
  return [...parts, value.slice(at)].join('');
}

function fallbackOf(parts: readonly string[], lookUp: Lookup, depth: number): string | null {
  return parts.length === 0 || depth > DEEPEST ? null : substituted(parts.join(','), lookUp, depth + 1);
}

/** Where the bracket closes that was opened before `from`. */
function closingBracket(value: string, from: number): number {
  let depth = 1;
  for (let at = from; at < value.length; at += 1) {
    if (value[at] === '(') depth += 1;
    else if (value[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return value.length;
}
