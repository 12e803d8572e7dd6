/** The words for problems of shape: what was found, what was expected, and an example of it done right. */
import type { DiagnosticCode } from '../diagnostics/codes.js';
import { nearestWord } from '../diagnostics/spelling.js';
import type { Step } from './places.js';
import { resolved, type SchemaPart } from './schema-walk.js';
import type { ShapeError } from './validate.generated.js';

/** An error of the validator, with everything that is known about the value. */
export interface Found {
  readonly error: ShapeError;
  readonly steps: readonly Step[];
  /** `keyFacts[2].text`; empty for the brief as a whole. */
  readonly field: string;
  readonly value: unknown;
  /** The value as its file has it. */
  readonly written: string;
  readonly schema: SchemaPart;
  /** What the condition that failed says of itself. */
  readonly said: string | null;
}

export interface Explanation {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string | undefined;
}

export function explain(found: Found): Explanation {
  switch (found.error.keyword) {
    case 'type':
      return wrongType(found);
    case 'required':
      return missing(found);
    case 'additionalProperties':
      return unknownField(found);
    case 'enum':
    case 'const':
      return wrongWord(found);
    case 'pattern':
    case 'format':
    case 'maxLength':
      return wrongForm(found);
    case 'false schema':
      return {
        code: 'shape-value',
        message: `${parentOf(found)} ${found.said ?? 'has a field that it may not have'}.`,
      };
    case 'uniqueItems':
      return { code: 'shape-value', message: `${nameOf(found)} names the same thing twice; expected each once.` };
    default:
      return wrongAmount(found);
  }
}

function wrongType(found: Found): Explanation {
  const message = `${nameOf(found)} is ${describe(found.value)}; expected ${expectedType(found.schema)}.`;
  return { code: 'shape-type', message, hint: typeHint(found) };
}

function typeHint({ value, written, schema, steps }: Found): string | undefined {
  const types = typesOf(schema);
  if ((typeof value === 'number' || typeof value === 'boolean') && types.includes('string')) {
    return `Write it in quotes: "${written.trim() || String(value)}".`;
  }
  if (value === null) return `Fill it in, or leave the field out. ${exampleOf(steps, schema)}`;
  if (types.includes('array') && !types.includes('string'))
    return `Every item stands on a line of its own. ${exampleOf(steps, schema)}`;
  if (typeof value === 'string' && !types.includes('string') && /^\d+$|^(?:true|false)$/.test(value)) {
    return 'Write it without quotes.';
  }
  return exampleOf(steps, schema);
}

function missing(found: Found): Explanation {
  const name = String(found.error.params.missingProperty);
  if (name === 'sources' && isKeyFact(found.steps)) return unsourced(found);
  const property = propertyOf(found.schema, name);
  const hint = property ? exampleOf([name], property) : undefined;
  const purpose = property?.description ? `: ${lowerFirst(property.description).replace(/\.$/, '')}` : '';
  const message = found.said ? `${nameOf(found)} ${found.said}.` : `${nameOf(found)} lacks \`${name}\`${purpose}.`;
  return { code: 'shape-required', message, hint };
}

function unsourced({ field }: Found): Explanation {
  return {
    code: 'sense-unsourced-fact',
    message: `\`${field.replace(/\.sources$/, '')}\` has no source; expected one citation or more.`,
    hint: 'Add `sources: [source-id]`. What has no source is a judgement, and belongs under `judgements`.',
  };
}

function unknownField(found: Found): Explanation {
  const name = String(found.error.params.additionalProperty);
  const { schema } = found;
  if (schema.patternProperties) {
    return {
      code: 'shape-unknown-field',
      message: `${nameOf(found)} has the key \`${shorten(name)}\`, which is no language tag; expected tags such as en or sv.`,
      hint: 'A text is one string, or a map from language tag to string: { en: …, sv: … }.',
    };
  }
  const names = Object.keys(propertiesOf(schema));
  const meant = nearestWord(name, names);
  const hint = meant ? `Did you mean \`${meant}\`?` : `It may have ${listed(names, 'and', 14)}.`;
  return { code: 'shape-unknown-field', message: `${nameOf(found)} has no field \`${shorten(name)}\`.`, hint };
}

function wrongWord(found: Found): Explanation {
  const { schema, value, steps } = found;
  const words = (schema.enum ?? [found.error.params.allowedValue]).map(String);
  const message = `${nameOf(found)} is ${describe(value)}; expected ${listed(words, 'or', 14)}.`;
  if (typeof value !== 'string') return { code: 'shape-value', message, hint: exampleOf(steps, schema) };
  const meant = nearestWord(value.replace(/^TLP:/i, ''), words);
  return { code: 'shape-value', message, hint: meant ? `Did you mean ${meant}?` : exampleOf(steps, schema) };
}

function wrongForm(found: Found): Explanation {
  const { schema, value, steps, error } = found;
  if (error.keyword === 'pattern' && typeof value === 'string' && !/\S/.test(value)) {
    return {
      code: 'shape-value',
      message: `${nameOf(found)} is empty; expected text.`,
      hint: exampleOf(steps, schema),
    };
  }
  const form = formOf(schema);
  const message = `${nameOf(found)} is ${describe(value)}; expected ${form.expected}.`;
  const mended = typeof value === 'string' ? form.mend?.(value) : null;
  return { code: 'shape-format', message, hint: mended ? `Did you mean ${mended}?` : exampleOf(steps, schema) };
}

interface Form {
  readonly expected: string;
  /** The value in the right form, where it can be told. */
  readonly mend?: (value: string) => string | null;
}

const FORMS: Readonly<Record<string, Form>> = {
  slug: { expected: 'lower-case letters and digits, joined by hyphens', mend: slugOf },
  date: { expected: 'a date as year-month-day', mend: dateOf },
  dateOrTime: { expected: 'a date, or a date and time with its offset from UTC', mend: dateOf },
  cslDate: { expected: 'a year, a month or a day (2024, 2024-09 or 2024-09-03)', mend: dateOf },
  languageTag: { expected: 'a BCP 47 language tag' },
  sha256: { expected: '64 hexadecimal digits' },
  sourceId: { expected: "a source's id: letters, digits, and - _ . : / between them" },
  citation: { expected: "a source's id: letters, digits, and - _ . : / between them" },
  sourceEntry: { expected: 'a source, or the name of a file that ends in .json, .bib or .ris' },
  sources: { expected: 'a list of sources, or the name of a file that ends in .json, .bib or .ris' },
  email: { expected: 'an e-mail address' },
  uri: { expected: 'an address with its scheme, such as https://' },
};

function formOf(schema: SchemaPart): Form {
  const name = schema.$ref?.replace('#/$defs/', '') ?? schema.format ?? (schema.title ?? '').toLowerCase();
  const form = FORMS[name];
  if (form) return form;
  return { expected: lowerFirst(schema.description ?? 'another form').replace(/\.$/, '') };
}

function wrongAmount(found: Found): Explanation {
  const { error, schema, steps, value } = found;
  const limit = Number(error.params.limit ?? 0);
  if (steps.at(-1) === 'sources' && isKeyFact(steps.slice(0, -1))) return unsourced(found);
  const hint = found.said ? `The request ${found.said}.` : exampleOf(steps, schema);
  const expected: Readonly<Record<string, string>> = {
    minItems: `${limit} or more`,
    maxItems: `at most ${limit}`,
    minimum: `${limit} or more`,
    maximum: `at most ${limit}`,
    minProperties: 'at least one field',
  };
  const count = Array.isArray(value) ? `a list of ${value.length}` : isEmptyMap(value) ? 'empty' : describe(value);
  return {
    code: 'shape-value',
    message: `${nameOf(found)} is ${count}; expected ${expected[error.keyword] ?? 'another value'}.`,
    hint,
  };
}

function isEmptyMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function isKeyFact(steps: readonly Step[]): boolean {
  return steps.length === 2 && steps[0] === 'keyFacts';
}

function nameOf({ field }: Found): string {
  return field === '' ? 'The brief' : `\`${field}\``;
}

function parentOf({ field }: Found): string {
  return `\`${field.replace(/\.[^.]*$/, '')}\``;
}

/** A value in a few words. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (typeof value === 'string') return value.trim() === '' ? 'empty' : JSON.stringify(shorten(value));
  if (typeof value === 'number') return `the number ${value}`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map of fields' : String(value);
}

function expectedType(schema: SchemaPart): string {
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

function typesOf(schema: SchemaPart): readonly string[] {
  return typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
}

function propertiesOf(schema: SchemaPart): Readonly<Record<string, SchemaPart | boolean>> {
  return schema.properties ?? (schema.then ? propertiesOf(resolved(schema.then)) : {});
}

function propertyOf(schema: SchemaPart, name: string): SchemaPart | null {
  const property = propertiesOf(schema)[name];
  return typeof property === 'object' ? resolved(property) : null;
}

/** `For example: due: 2024-10-01`, in YAML; nothing where the example would not fit a line. */
function exampleOf(steps: readonly Step[], schema: SchemaPart): string | undefined {
  const example = schema.examples?.[0];
  if (example === undefined) return undefined;
  const name = steps.at(-1);
  const written = flow(example);
  if (written.length > 90) return undefined;
  return `For example: \`${typeof name === 'string' ? `${name}: ` : ''}${written}\``;
}

/** A value as YAML in one line. */
function flow(value: unknown): string {
  if (typeof value === 'string')
    return /^[\p{L}\p{N}][^:#{}[\],&*!|>'"%@`\n]*$/u.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([name, inner]) => `${name}: ${flow(inner)}`);
  return `{ ${fields.join(', ')} }`;
}

function listed(words: readonly string[], joint: 'and' | 'or', most: number): string {
  const shown = words.slice(0, most);
  if (shown.length < words.length) return `${shown.join(', ')} … (${words.length} in all)`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${joint} ${shown.at(-1)}`;
}

function slugOf(value: string): string | null {
  const slug = value
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' || slug.length > 100 ? null : slug;
}

/** Dates that are written with other marks or without leading zeros; never 3/4/2024, which may be either. */
function dateOf(value: string): string | null {
  const parts = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(value.trim());
  if (parts) return `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`;
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(value)
    ? `${value}Z (or another offset, such as +02:00)`
    : null;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
