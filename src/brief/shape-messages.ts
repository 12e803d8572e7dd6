/** The words for problems of shape: what was found, what was expected, and an example of it done right. */
import type { DiagnosticCode } from '../diagnostics/codes.js';
import { nearestWord } from '../diagnostics/spelling.js';
import type { Step } from '../syntax/places.js';
import type { SchemaPart } from './schema-walk.js';
import { formOf } from './shape-forms.js';
import {
  describe,
  exampleOf,
  expectedType,
  listed,
  lowerFirst,
  propertiesOf,
  propertyOf,
  shorten,
  typesOf,
} from './shape-words.js';
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
  const expected = formOf(found.schema)?.expected ?? expectedType(found.schema);
  const message = `${nameOf(found)} is ${describe(found.value)}; expected ${expected}.`;
  return { code: 'shape-type', message, hint: typeHint(found) };
}

function typeHint({ value, written, schema, steps }: Found): string | undefined {
  const types = typesOf(schema);
  if ((typeof value === 'number' || typeof value === 'boolean') && types.includes('string')) {
    const text = written.trim() || String(value);
    const form = formOf(schema);
    if (schema.pattern === undefined || new RegExp(schema.pattern).test(text)) return `Write it in quotes: "${text}".`;
    const mended = form?.mend?.(text);
    return mended ? `Did you mean ${mended}?` : exampleOf(steps, schema);
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
  const expected = form?.expected ?? lowerFirst(schema.description ?? 'another form').replace(/\.$/, '');
  const message = `${nameOf(found)} is ${describe(value)}; expected ${expected}.`;
  const mended = typeof value === 'string' ? form?.mend?.(value) : null;
  return { code: 'shape-format', message, hint: mended ? `Did you mean ${mended}?` : exampleOf(steps, schema) };
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
