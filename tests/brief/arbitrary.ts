/** Arbitrary values that the brief's schema allows, made from the schema itself. */
import fc, { type Arbitrary } from 'fast-check';
import { briefSchema } from '../../src/brief/schema/schema.js';

interface Part {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Part;
  readonly properties?: Readonly<Record<string, Part | boolean>>;
  readonly patternProperties?: Readonly<Record<string, Part>>;
  readonly required?: readonly string[];
  readonly if?: { readonly type?: unknown };
  readonly then?: Part;
  readonly else?: Part;
  readonly allOf?: readonly Part[];
}

const DEFINITIONS = briefSchema.$defs as unknown as Readonly<Record<string, Part>>;

/** Text of every kind, the awkward ones often; never a control character, never blank. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      '# no heading',
      '- no item',
      '1. no',
      '{{title}}',
      '<b>',
      '| a | b |',
      '`x',
      '*x_',
      'no',
      '1.10',
      '2024-09-04',
      ': x',
      "it's",
      '"',
      'a\n\nb',
      ' x ',
      '---',
      '[@nobody]',
      '日本',
      '😀',
    ),
  )
  .filter((value) => /\S/.test(value) && !/[\p{Cs}\uFFFE\uFFFF]|(?![\t\n])\p{Cc}/u.test(value));

const language = fc.constantFrom('en', 'sv', 'mn', 'zh-Hant');

const FORMATS: Readonly<Record<string, Arbitrary<unknown>>> = {
  email: fc.constantFrom('a@example.org', 'first.last@example.com'),
  uri: fc.constantFrom('https://example.org/a?b=c#d', 'urn:x:y'),
};

function stringOf(part: Part): Arbitrary<unknown> {
  if (part.format) return FORMATS[part.format] ?? text;
  if (part.pattern === undefined || part.pattern === '\\S') return text;
  return fc.stringMatching(new RegExp(part.pattern)).filter((value) => value.length <= 100);
}

/** All that a condition may ask for is always there; what excludes each other is taken out again by `mend`. */
function requiredOf(part: Part | undefined): string[] {
  if (!part) return [];
  return [
    ...(part.required ?? []),
    ...requiredOf(part.then),
    ...(part.allOf ?? []).flatMap((each) => requiredOf(each)),
  ];
}

function mend(value: object): object {
  const mended: Record<string, unknown> = { ...value };
  if ('event' in mended && 'date' in mended) {
    delete mended.from;
    delete mended.to;
  }
  if ('title' in mended && 'body' in mended) delete mended.file;
  if ('rows' in mended) delete mended.file;
  return mended;
}

function objectOf(part: Part, depth: number): Arbitrary<unknown> {
  if (part.patternProperties) {
    const [inner = {}] = Object.values(part.patternProperties);
    return fc.dictionary(language, arbitraryOf(inner, depth + 1), { minKeys: 1, maxKeys: 3, noNullPrototype: true });
  }
  const required = requiredOf(part);
  const properties = Object.entries(part.properties ?? {}).flatMap(([name, inner]) =>
    typeof inner === 'object' ? [[name, inner] as const] : [],
  );
  const always = properties.filter(([name]) => required.includes(name));
  const sometimes = properties.filter(([name]) => !required.includes(name));
  const some = fc.subarray(sometimes, {
    maxLength: Math.min(depth === 0 ? 12 : 3, sometimes.length),
    minLength: always.length === 0 ? 1 : 0,
  });
  return some.chain((chosen) => {
    const fields = [...always, ...chosen].map(([name, inner]) => {
      const least = part.then?.properties?.[name];
      const whole = typeof least === 'object' ? { ...inner, minItems: least.minItems ?? 1 } : inner;
      return [name, arbitraryOf(whole, depth + 1)] as const;
    });
    return fc.record(Object.fromEntries(fields), { noNullPrototype: true }).map(mend);
  });
}

function ofType(type: string, part: Part, depth: number): Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return stringOf(part);
    case 'integer':
      return fc.integer({ min: part.minimum ?? 0, max: 2000 });
    case 'number':
      return fc.integer({ min: part.minimum ?? 1, max: part.maximum ?? 2000 });
    case 'boolean':
      return fc.boolean();
    case 'array': {
      const limits = {
        minLength: part.minItems ?? 0,
        maxLength: Math.min(part.maxItems ?? 3, Math.max(3, part.minItems ?? 0)),
      };
      const item = arbitraryOf(part.items ?? {}, depth + 1);
      return part.uniqueItems ? fc.uniqueArray(item, limits) : fc.array(item, limits);
    }
    default:
      return objectOf(part, depth);
  }
}

/** A schema of this size is made into arbitraries once, not once for every value. */
const MADE = new WeakMap<Part, Arbitrary<unknown>>();

function arbitraryOf(part: Part, depth: number): Arbitrary<unknown> {
  const made = MADE.get(part) ?? makeArbitrary(part, depth);
  MADE.set(part, made);
  return made;
}

function makeArbitrary(part: Part, depth: number): Arbitrary<unknown> {
  if (part.$ref) {
    const { $ref, ...own } = part;
    const definition = DEFINITIONS[$ref.replace('#/$defs/', '')] ?? {};
    return own.minItems === undefined
      ? arbitraryOf(definition, depth)
      : makeArbitrary({ ...definition, ...own }, depth);
  }
  if (part.const !== undefined) return fc.constant(part.const);
  if (part.enum) return fc.constantFrom(...part.enum);
  // A source, or the name of a file of sources: the property tests keep to sources.
  if (part.then?.$ref) return arbitraryOf(part.then, depth);
  if (part.if?.type === 'null' && part.else) return fc.option(arbitraryOf(part.else, depth));
  const types = typeof part.type === 'string' ? [part.type] : (part.type ?? []);
  const kinds = types.includes('array') ? ['array'] : types;
  return fc.oneof(...kinds.map((type) => ofType(type, part, depth)));
}

/** A brief of the right shape; its sense is another matter. */
export const shapelyBrief = arbitraryOf(briefSchema as unknown as Part, 0) as Arbitrary<
  Readonly<Record<string, unknown>>
>;
