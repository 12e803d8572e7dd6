/** The words for problems of shape: what was found, what was expected, and an example of it done right. */
import type { DiagnosticCode } from '../diagnostics/codes.js';
import { didYouMean } from '../diagnostics/diagnostic.js';
import type { Step } from '../syntax/places.js';
import type { SchemaPart } from './schema-walk.js';
import { formOf, pathOf } from './shape-forms.js';
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
  readonly condition: string | null;
}

export interface Explanation {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hints?: readonly (string | null)[];
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
        message: `${parentOf(found)} ${found.condition ?? 'has a field that it may not have'}.`,
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
  return { code: 'shape-type', message, hints: typeHints(found) };
}

function typeHints({ value, written, schema, steps }: Found): readonly (string | null)[] {
  const types = typesOf(schema);
  const example = exampleOf(steps, schema);
  if ((typeof value === 'number' || typeof value === 'boolean') && types.includes('string')) {
    const text = written.trim() || String(value);
    if (schema.pattern === undefined || new RegExp(schema.pattern).test(text))
      return [`Write it in quotes: "${text}".`];
    return [meant(formOf(schema)?.mend?.(text)) ?? example];
  }
  if (value === null) {
    // Somebody may be called Null.
    const isWord = types.includes('string') && /^null$/i.test(written);
    const what = typeof steps.at(-1) === 'number' ? 'item' : 'field';
    return [
      isWord ? `\`${written}\` means nothing to YAML; if it is text, write it in quotes: "${written}".` : null,
      `Fill it in, or leave the ${what} out.`,
      example,
    ];
  }
  if (types.includes('array') && !types.includes('string')) {
    return ['Every item stands on a line of its own.', example];
  }
  if (typeof value === 'string' && !types.includes('string') && /^\d+$|^(?:true|false)$/.test(value)) {
    return ['Write it without quotes.'];
  }
  return [example];
}

/** The hint for a value that can be put right. */
function meant(mended: string | null | undefined): string | null {
  return mended ? `Did you mean \`${mended}\`?` : null;
}

function missing(found: Found): Explanation {
  const name = String(found.error.params.missingProperty);
  if (name === 'sources' && isKeyFact(found.steps)) return unsourced(found);
  const property = propertyOf(found.schema, name);
  const hints = [property ? exampleOf([name], property) : null];
  const purpose = property?.description ? `: ${lowerFirst(property.description).replace(/\.$/, '')}` : '';
  const message = found.condition
    ? `${nameOf(found)} ${found.condition}.`
    : `${nameOf(found)} lacks \`${name}\`${purpose}.`;
  return { code: 'shape-required', message, hints };
}

function unsourced({ field }: Found): Explanation {
  return {
    code: 'sense-unsourced-fact',
    message: `\`${field.replace(/\.sources$/, '')}\` has no source; expected one citation or more.`,
    hints: ['Add `sources: [source-id]`. What has no source is a judgement, and belongs under `judgements`.'],
  };
}

function unknownField(found: Found): Explanation {
  const name = String(found.error.params.additionalProperty);
  const { schema } = found;
  if (schema.patternProperties) {
    return {
      code: 'shape-unknown-field',
      message: `${nameOf(found)} has the key \`${shorten(name)}\`, which is not a language tag; expected tags such as en or sv.`,
      hints: [
        'A text is one string, or a map from language tag to string: { en: …, sv: … }.',
        'A text with ": " in it must stand in straight quotes as a whole.',
      ],
    };
  }
  const names = Object.keys(propertiesOf(schema));
  const hints = [didYouMean(name, names) ?? `It may have ${listed(names, 'and', 14)}.`];
  return { code: 'shape-unknown-field', message: `${nameOf(found)} has no field \`${shorten(name)}\`.`, hints };
}

function wrongWord(found: Found): Explanation {
  const { schema, value, steps } = found;
  const words = (schema.enum ?? [found.error.params.allowedValue]).map(String);
  const message = `${nameOf(found)} is ${describe(value)}; expected ${listed(words, 'or', 14)}.`;
  const near = typeof value === 'string' ? didYouMean(value.replace(/^TLP:/i, ''), words) : null;
  return { code: 'shape-value', message, hints: [near ?? exampleOf(steps, schema)] };
}

function wrongForm(found: Found): Explanation {
  const { schema, value, steps, error, written } = found;
  if (error.keyword === 'pattern' && typeof value === 'string' && !/\S/.test(value)) {
    // `>3 of them` and `|` begin a text on lines of its own, and there are none.
    const isHeader = /^[|>]\S/.test(written) && !written.trim().includes('\n');
    return {
      code: 'shape-value',
      message: `${nameOf(found)} is empty; expected text.`,
      hints: [isHeader ? `If it is text, write it in quotes: "${written.trim()}".` : exampleOf(steps, schema)],
    };
  }
  const form = formOf(schema);
  const expected = form?.expected ?? lowerFirst(schema.description ?? 'another form').replace(/\.$/, '');
  const message = `${nameOf(found)} is ${describe(value)}; expected ${expected}.`;
  const mended = typeof value === 'string' ? (form?.mend ?? pathOf)(value) : null;
  return { code: 'shape-format', message, hints: [meant(mended) ?? exampleOf(steps, schema)] };
}

function wrongAmount(found: Found): Explanation {
  const { error, schema, steps, value } = found;
  const limit = Number(error.params.limit ?? 0);
  if (steps.at(-1) === 'sources' && isKeyFact(steps.slice(0, -1))) return unsourced(found);
  const hints = [found.condition ? `The request ${found.condition}.` : exampleOf(steps, schema)];
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
    hints,
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
