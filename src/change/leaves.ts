import { propertiesOf, resolved, type SchemaPart, schemaAt } from '../brief/schema-walk.js';
import type { Step } from '../syntax/places.js';
import { isMap } from '../syntax/values.js';
import { type LanguageChoice, textIn, textsOf } from './languages.js';

/** One field of a value that is not a map itself. */
export interface Leaf {
  readonly field: string;
  readonly part: SchemaPart;
  readonly value: unknown;
}

/** The leaves of a map, by their field; `steps` is where in a brief it stands, which says what its fields mean. */
export function leavesOf(value: object, steps: readonly Step[], prefix = ''): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const [name, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    const field = prefix + name;
    const part = schemaAt([...steps, name]) ?? {};
    if (isMap(inner) && !isText(part) && part.properties !== undefined && !isOneValue(part)) {
      for (const [path, leaf] of leavesOf(inner, [...steps, name], `${field}.`)) found.set(path, leaf);
    } else {
      found.set(field, { field, part, value: inner });
    }
  }
  return found;
}

/** Prose, or a name: one string, or a map from language to string. */
export function isText(part: SchemaPart): boolean {
  return part.patternProperties !== undefined;
}

/** Words that people wrote, and not a date, an address or a word of a closed list. */
export function isWords(part: SchemaPart): boolean {
  return isText(part) || (part.$ref === '#/$defs/plain' && part.enum === undefined);
}

/** A CSL-JSON date and a citation are maps in the file, and one thing to a reader. */
function isOneValue({ $ref }: SchemaPart): boolean {
  return $ref === '#/$defs/cslDate' || $ref === '#/$defs/citation';
}

/** Whether the order of a list says something: the first language is the main one, a date's parts are year and month. */
export function isOrdered(field: string, value: readonly unknown[]): boolean {
  // The order of a figure's rows does not matter: they name their years and places.
  if (field === 'rows') return false;
  return field === 'languages' || value.some((each) => typeof each === 'number' || Array.isArray(each));
}

/** A value as one line of words, in the wanted language where it has one. */
export function lineOf(value: unknown, part: SchemaPart, languages: LanguageChoice): string {
  if (isText(part)) return textIn(textsOf(value, part, languages.main), languages);
  if (Array.isArray(value))
    return value.map((each) => lineOf(each, part.items ? resolved(part.items) : {}, languages)).join(', ');
  if (!isMap(value)) return String(value);
  if (typeof value.source === 'string') return citationLine(value);
  const inside = propertiesOf(part);
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([name, inner]) => {
      const its = inside[name];
      return `${name}: ${lineOf(inner, typeof its === 'object' ? resolved(its) : {}, languages)}`;
    })
    .join('; ');
}

function citationLine({ source, locator, prefix, suffix }: Readonly<Record<string, unknown>>): string {
  const around = [prefix && `after "${prefix}"`, suffix && `before "${suffix}"`].filter(Boolean).join(', ');
  return [source, locator, around].filter(Boolean).join(', ');
}
