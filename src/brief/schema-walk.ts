/** Finds the part of the schema that speaks of a value, and the values that a definition of the schema speaks of. */
import { fieldOf, type Step } from '../syntax/places.js';
import { briefSchema } from './schema/schema.js';

/** The keywords of JSON Schema that the brief's schema uses. */
export interface SchemaPart {
  readonly $ref?: string;
  readonly $comment?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, SchemaPart | boolean>>;
  readonly patternProperties?: Readonly<Record<string, SchemaPart>>;
  readonly items?: SchemaPart;
  readonly then?: SchemaPart;
  readonly if?: Readonly<Record<string, unknown>>;
  readonly else?: SchemaPart;
  readonly required?: readonly string[];
}

export type DefinitionName = keyof typeof briefSchema.$defs;

const ROOT: SchemaPart = briefSchema;
const DEFINITIONS: Readonly<Record<string, SchemaPart>> = briefSchema.$defs;

/** What the schema says of a field: the property itself (its title, its examples) over the definition it refers to. */
export function schemaAt(steps: readonly Step[]): SchemaPart | null {
  let part: SchemaPart = ROOT;
  for (const step of steps) {
    const next = childOf(part, step);
    if (!next) return null;
    part = next;
  }
  return resolved(part);
}

/** The definition a part refers to, with what the part itself says over it. */
export function resolved(part: SchemaPart): SchemaPart {
  const name = definitionOf(part);
  const definition = name ? DEFINITIONS[name] : unlessNull(part);
  if (!definition) return part;
  const known = RESOLVED.get(part);
  if (known) return known;
  const whole = { ...resolved(definition), ...part };
  RESOLVED.set(part, whole);
  return whole;
}

/** Made once for each part: a long brief asks for the same ones a thousand times. */
const RESOLVED = new WeakMap<SchemaPart, SchemaPart>();

/** The steps' own part of the schema at a pointer such as `/allOf/0/then`, if it is there. */
export function partAt(part: SchemaPart, pointer: string): SchemaPart | null {
  let found: unknown = part;
  for (const name of pointer.split('/').slice(1)) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return null;
    found = (found as Readonly<Record<string, unknown>>)[name];
  }
  return typeof found === 'object' ? (found as SchemaPart | null) : null;
}

function childOf(part: SchemaPart, step: Step): SchemaPart | null {
  const whole = resolved(part);
  if (typeof step === 'number') return whole.items ?? null;
  const property = whole.properties && Object.hasOwn(whole.properties, step) ? whole.properties[step] : undefined;
  if (typeof property === 'object') return property;
  // A source stands behind a condition, since an entry may also be the name of a file.
  if (whole.then?.$ref) return childOf(whole.then, step);
  return Object.values(whole.patternProperties ?? {})[0] ?? null;
}

function definitionOf(part: SchemaPart): string | null {
  return (part.$ref ?? unlessNull(part)?.$ref)?.replace('#/$defs/', '') ?? null;
}

/** What a field holds that may also be null; undefined for one that may not. */
export function unlessNull(part: SchemaPart): SchemaPart | undefined {
  return part.if?.type === 'null' ? part.else : undefined;
}

/** The fields that a part of the schema names; a source stands behind a condition. */
export function propertiesOf(schema: SchemaPart): Readonly<Record<string, SchemaPart | boolean>> {
  return schema.properties ?? (schema.then ? propertiesOf(resolved(schema.then)) : {});
}

/** A value that a definition of the schema speaks of. */
export interface Field {
  readonly steps: readonly Step[];
  readonly path: string;
  readonly definition: DefinitionName;
  readonly value: unknown;
}

/** Every value of a brief that is described by a definition, in the order of the file: facts, prose, dates and so on. */
export function fieldsOf(brief: unknown): Field[] {
  const found: Field[] = [];
  collect(ROOT, brief, [], found);
  return found;
}

function collect(part: SchemaPart, value: unknown, steps: readonly Step[], found: Field[]): void {
  if (value === null) return;
  const definition = definitionOf(part);
  if (definition) found.push({ steps, path: fieldOf(steps), definition: definition as DefinitionName, value });
  if (Array.isArray(value)) {
    const { items } = resolved(part);
    if (items) for (const [index, item] of value.entries()) collect(items, item, [...steps, index], found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      const child = childOf(part, name);
      if (child) collect(child, inner, [...steps, name], found);
    }
  }
}

/** A brief in which `change` has made something of every value that a definition describes; the others stay. */
export function mapDefined<T>(brief: T, change: (definition: DefinitionName, value: unknown) => unknown): T {
  return mapped(ROOT, brief, change) as T;
}

function mapped(part: SchemaPart, value: unknown, change: (name: DefinitionName, value: unknown) => unknown): unknown {
  if (value === null || value === undefined) return value;
  const definition = definitionOf(part);
  const own = definition === null ? value : change(definition as DefinitionName, value);
  if (Array.isArray(own)) {
    const { items } = resolved(part);
    return items ? own.map((item) => mapped(items, item, change)) : own;
  }
  if (typeof own !== 'object' || own === null) return own;
  const entries = Object.entries(own).map(([name, inner]): [string, unknown] => {
    const child = childOf(part, name);
    return [name, child ? mapped(child, inner, change) : inner];
  });
  return Object.fromEntries(entries);
}
