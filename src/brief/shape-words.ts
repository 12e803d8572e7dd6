/** Values and parts of the schema in words, for messages about shape. */
import type { Step } from '../syntax/places.js';
import { propertiesOf, resolved, type SchemaPart } from './schema-walk.js';

/** A value in a few words. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  // A backslash is shown as it was written.
  if (typeof value === 'string')
    return value.trim() === '' ? 'empty' : JSON.stringify(shorten(value)).replaceAll('\\\\', '\\');
  if (typeof value === 'number') return `the number ${value}`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map of fields' : String(value);
}

export function expectedType(schema: SchemaPart): string {
  if (schema.patternProperties) return 'text, or a map from language tag to text';
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    array: 'a list',
    object: 'a map of fields',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  };
  return typesOf(schema)
    .map((type) => names[type] ?? type)
    .join(' or ');
}

export function typesOf(schema: SchemaPart): readonly string[] {
  return typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
}

export function propertyOf(schema: SchemaPart, name: string): SchemaPart | null {
  const property = propertiesOf(schema)[name];
  return typeof property === 'object' ? resolved(property) : null;
}

/** `For example: due: 2024-10-01`, in YAML; nothing where the example would not fit a line. */
export function exampleOf(steps: readonly Step[], schema: SchemaPart): string | null {
  const example = schema.examples?.[0];
  if (example === undefined) return null;
  const name = steps.at(-1);
  const written = flow(example);
  if (written.length > 130) return null;
  return `For example: \`${typeof name === 'string' ? `${name}: ` : ''}${written}\``;
}

/** A value as YAML in one line. */
export function flow(value: unknown): string {
  if (typeof value === 'string')
    return /^[\p{L}\p{N}][^:#{}[\],&*!|>'"%@`\n]*$/u.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([name, inner]) => `${name}: ${flow(inner)}`);
  return `{ ${fields.join(', ')} }`;
}

export function listed(words: readonly string[], joint: 'and' | 'or', most: number): string {
  const shown = words.slice(0, most);
  if (shown.length < words.length) return `${shown.join(', ')} … (${words.length} in all)`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${joint} ${shown.at(-1)}`;
}

export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
