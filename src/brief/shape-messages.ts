/** The words for problems of shape: what was found, what was expected, and an example of it done right. */
import type { DiagnosticCode } from '../diagnostics/codes.js';
import { didYouMean, meantHint } from '../diagnostics/diagnostic.js';
import { switchOf } from '../syntax/meant.js';
import type { Step } from '../syntax/places.js';
import { dateHint } from './date-hints.js';
import { languageTag } from './references/language-tags.js';
import { TLP_LABELS } from './schema/marking.js';
import { resolved, type SchemaPart } from './schema-walk.js';
import { formOf, pathOf } from './shape-forms.js';
import { guessHint } from './shape-guess.js';
import { isParty, partyHints } from './shape-party.js';
import { sameMeaning } from './shape-synonyms.js';
import {
  describe,
  exampleOf,
  expectedType,
  flow,
  listed,
  lowerFirst,
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
    const isOne = typeof value === 'string' && schema.items !== undefined && isParty(resolved(schema.items));
    return isOne ? partyHints(value, steps, example) : listHints({ value, steps, schema }, example);
  }
  if (typeof value === 'string' && types.includes('boolean') && switchOf(value) !== null)
    return [meant(switchOf(value))];
  if (typeof value === 'string' && !types.includes('string') && /^\d+$|^(?:true|false)$/.test(value)) {
    return ['Write it without quotes.'];
  }
  if (steps.length === 0)
    return ['A brief is made of lines such as `title: A visit`; `briefpress new visit` begins one.'];
  if (schema.$ref === '#/$defs/marking' && typeof value === 'string') return [meant(markingOf(value)) ?? example];
  if (typeof value === 'string' && types.includes('object') && isParty(schema))
    return partyHints(value, steps, example);
  const [main] = schema.required ?? [];
  if (typeof value === 'string' && types.includes('object') && main !== undefined && value.length <= 80) {
    return [`Say which field it is: \`${main}: ${flow(value)}\`.`, example];
  }
  return [example];
}

/** Where a list was expected: a single item, items with commas between them, or an item without its dash. */
function listHints({ value, schema }: Pick<Found, 'value' | 'steps' | 'schema'>, example: string | null) {
  const item = schema.items ? resolved(schema.items) : {};
  const words = typeof value === 'string' ? value.split(/\s*,\s*/) : [];
  const isWord = typesOf(item).includes('string') && words.every((word) => /^\S+$/.test(word));
  if (words.length > 0 && isWord) return [meantHint(`[${words.join(', ')}]`)];
  const isMap = typeof value === 'object' && value !== null;
  if (typeof value === 'string' && typesOf(item).includes('string') && value.length <= 80) {
    return [`Every item stands on a line of its own, after a dash. If it is one: \`[${flow(value)}]\`.`, example];
  }
  return [
    isMap ? 'Begin each item with a dash and a space: `- `.' : 'Every item stands on a line of its own, after a dash.',
    example,
  ];
}

/** A traffic light by itself, as the map that it stands in. */
function markingOf(value: string): string | null {
  const label = value
    .trim()
    .toUpperCase()
    .replace(/^TLP:? ?/, '');
  const known = TLP_LABELS.find((each) => each === label) ?? sameMeaning(label, TLP_LABELS);
  return known === null ? null : `{ tlp: ${known} }`;
}

/** Typographic quotes around a word, which are part of it to YAML. */
function quoteHint(value: string): string | null {
  const word = /^[“”„‟«»‘’‚‹›](?<word>.+)[“”„‟«»‘’‚‹›]$/su.exec(value)?.groups?.word;
  return word === undefined ? null : meantHint(word);
}

/** The hint for a value that can be put right. */
function meant(mended: string | null | undefined): string | null {
  return mended ? meantHint(mended) : null;
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
  if (schema.patternProperties) return unknownLanguage(found, name);
  const isItem = /^[–—−•·●▪‣◦]/u.test(name);
  const hints = [
    isItem
      ? 'Type `- ` before each item; word processors put other dashes and bullets in its place.'
      : guessHint(found.steps, name),
  ];
  return { code: 'shape-unknown-field', message: `${nameOf(found)} has no field \`${shorten(name)}\`.`, hints };
}

/** A name in a text in several languages that is not a language: often the rest of a text, cut off by a comma. */
function unknownLanguage(found: Found, name: string): Explanation {
  const { value, written } = found;
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const at = entries.findIndex(([each]) => each === name);
  const [tag, text] = entries[at - 1] ?? [];
  if (entries[at]?.[1] === null && typeof text === 'string' && written.startsWith('{')) {
    const whole = `${text}, ${name}`;
    return {
      code: 'shape-unknown-field',
      message: `${nameOf(found)} is cut off before \`${shorten(name)}\`: within { } a comma divides one language from the next.`,
      hints: [`Put the whole text in quotes: ${tag}: ${flow(whole)}`],
    };
  }
  const hints = [
    meant(languageTag(name)),
    'A text is one string, or one for each language: { en: …, sv: … }.',
    /\s/.test(name) ? 'A text with ": " in it must stand in straight quotes as a whole.' : null,
  ];
  return {
    code: 'shape-unknown-field',
    message: `${nameOf(found)} has the key \`${shorten(name)}\`, which is not a language tag; expected tags such as en or sv.`,
    hints,
  };
}

function wrongWord(found: Found): Explanation {
  const { schema, value, steps } = found;
  const words = (schema.enum ?? [found.error.params.allowedValue]).map(String);
  const message = `${nameOf(found)} is ${describe(value)}; expected ${listed(words, 'or', 14)}.`;
  const near = typeof value === 'string' ? nearWord(value.replace(/^TLP:/i, ''), words) : null;
  return { code: 'shape-value', message, hints: [near ?? exampleOf(steps, schema)] };
}

/** A word that means the same goes before one that is spelt nearly so: `unconfirmed` is not `confirmed`. */
function nearWord(value: string, words: readonly string[]): string | null {
  return meant(sameMeaning(value, words)) ?? didYouMean(value, words);
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
  if (typeof value === 'string' && /^[A-Za-z]:[\\/]/.test(value) && schema.$ref === '#/$defs/filePath') {
    const hints = ["Copy the file into the brief's folder, and name it from there: `annexes/law.md`."];
    return {
      code: 'shape-format',
      message: `${nameOf(found)} is ${describe(value)}; expected a path within the folder of the brief.`,
      hints,
    };
  }
  const hint = typeof value === 'string' ? (dateHint(value, found) ?? quoteHint(value)) : null;
  return { code: 'shape-format', message, hints: [hint ?? meant(mended) ?? exampleOf(steps, schema)] };
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
