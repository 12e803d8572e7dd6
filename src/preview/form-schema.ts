import { propertiesOf, resolved, type SchemaPart, schemaAt } from '../brief/schema-walk.js';
import type { FieldKind, FormField, FormSchema } from './protocol-editing.js';

/** Definitions that say what kind of field a form has for them. */
const KINDS: Readonly<Record<string, FieldKind>> = {
  prose: 'prose',
  block: 'prose',
  label: 'label',
  plain: 'text',
  slug: 'text',
  languageTag: 'text',
  date: 'date',
  dateOrTime: 'date',
  partialDate: 'date',
  timeOrDate: 'text',
  sha256: 'text',
  filePath: 'text',
  printer: 'text',
  address: 'text',
  sourceId: 'text',
  citation: 'sourceRef',
  cslDate: 'date',
  cslName: 'text',
};

/** Texts that may be in several languages. */
const MULTILINGUAL: ReadonlySet<string> = new Set(['prose', 'block', 'label', 'cell']);

let known: FormSchema | null = null;

/** The fields of the format, for a form; the same every time. */
export function formSchema(): FormSchema {
  known ??= { fields: fieldsOf(schemaAt([]) ?? {}) };
  return known;
}

function fieldsOf(part: SchemaPart): readonly FormField[] {
  const required = part.required ?? (part.then?.$ref ? resolved(part.then).required : undefined) ?? [];
  return Object.entries(propertiesOf(part)).flatMap(([name, property]) =>
    typeof property === 'boolean' ? [] : [fieldFor(name, property, required.includes(name))],
  );
}

function fieldFor(name: string, property: SchemaPart, isRequired: boolean): FormField {
  const schema = resolved(property);
  const definition = property.$ref?.replace('#/$defs/', '') ?? '';
  const kind = kindOf(schema, definition);
  const { title = name, description = '', examples, default: usual } = schema;
  const choices = kind === 'choice' ? (schema.enum ?? []).map(String) : undefined;
  const example = examples?.[0];
  return {
    name,
    title,
    description,
    kind,
    isRequired,
    isMultilingual: MULTILINGUAL.has(definition),
    ...(choices && { choices }),
    ...(kind === 'group' && { fields: fieldsOf(schema) }),
    ...(kind === 'list' && schema.items && { item: fieldFor('item', schema.items, true) }),
    ...(example !== undefined && { example }),
    ...(usual !== undefined && { default: usual }),
  };
}

function kindOf(schema: SchemaPart, definition: string): FieldKind {
  const named = KINDS[definition];
  if (named !== undefined) return named;
  if (schema.enum !== undefined) return 'choice';
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  if (types.includes('array')) return 'list';
  if (types.includes('object')) return Object.keys(propertiesOf(schema)).length > 0 ? 'group' : 'any';
  if (types.includes('boolean')) return 'boolean';
  if (types.includes('integer') || types.includes('number')) return 'number';
  return types.includes('string') ? 'text' : 'any';
}
