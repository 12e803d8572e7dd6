/** Every field of the format with its path, as the schema has it: for guesses, for the reference, for completion. */
import type { Step } from '../syntax/places.js';
import { propertiesOf, resolved, type SchemaPart, schemaAt } from './schema-walk.js';

export interface FormatField {
  /** `keyFacts.text`: the items of lists are passed over. */
  readonly path: string;
  readonly name: string;
  /** The path of what it is a field of; empty for a field of the brief itself. */
  readonly parent: string;
  /** The field with what its definition says. */
  readonly schema: SchemaPart;
  /** What one item of it is, where it is a list. */
  readonly item: SchemaPart | null;
  readonly isRequired: boolean;
  /** Whether it stands in the items of a list. */
  readonly isInList: boolean;
}

let known: readonly FormatField[] | null = null;

/** All fields, in the order of the schema; those of a field follow it. */
export function formatFields(): readonly FormatField[] {
  known ??= fieldsIn(schemaAt([]) ?? {}, '', false);
  return known;
}

/** The fields right under a path. */
export function fieldsUnder(parent: string): readonly FormatField[] {
  return formatFields().filter((field) => field.parent === parent);
}

/** `['keyFacts', 2, 'text']` → `keyFacts.text` */
export function formatPath(steps: readonly Step[]): string {
  return steps.filter((step) => typeof step === 'string').join('.');
}

function fieldsIn(part: SchemaPart, parent: string, isInList: boolean): FormatField[] {
  const required = part.required ?? (part.then?.$ref ? resolved(part.then).required : undefined) ?? [];
  return Object.entries(propertiesOf(part)).flatMap(([name, property]) => {
    if (typeof property === 'boolean') return [];
    const schema = resolved(property);
    const item = schema.items ? resolved(schema.items) : null;
    const path = parent === '' ? name : `${parent}.${name}`;
    const field = { path, name, parent, schema, item, isRequired: required.includes(name), isInList };
    return [field, ...fieldsIn(item ?? schema, path, isInList || item !== null)];
  });
}
