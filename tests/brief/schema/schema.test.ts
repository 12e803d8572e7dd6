import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { LIKELIHOOD_TERMS } from '../../../src/brief/schema/judgement.js';
import { briefSchema } from '../../../src/brief/schema/schema.js';

type Part = Readonly<Record<string, unknown>>;

const ajv = new Ajv2020.default({ strict: true, strictRequired: false, allowUnionTypes: true });
addFormats.default(ajv, ['email', 'uri']);
ajv.addSchema(briefSchema);

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every schema within the brief's, by its pointer; not what stands in conditions, which describe nothing. */
function* parts(part: Part, pointer: string): Generator<[string, Part]> {
  yield [pointer, part];
  for (const keyword of ['properties', '$defs', 'patternProperties']) {
    for (const [name, inner] of Object.entries((part[keyword] as Part | undefined) ?? {})) {
      if (isPart(inner))
        yield* parts(inner, `${pointer}/${keyword}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    }
  }
  if (isPart(part.items)) yield* parts(part.items, `${pointer}/items`);
}

const ALL = [...parts(briefSchema, '#')];
const DESCRIBED = ALL.filter(([pointer]) => /\/(?:properties|\$defs)\/[^/]+$/.test(pointer));

describe('the schema', () => {
  test('says of every property and definition what it is, with examples', () => {
    expect(DESCRIBED.length).toBeGreaterThan(250);
    const silent = DESCRIBED.filter(
      ([, part]) => !part.title || !part.description || !Array.isArray(part.examples) || part.examples.length === 0,
    );
    expect(silent.map(([pointer]) => pointer)).toEqual([]);
  });

  test('has examples that it accepts itself', () => {
    const wrong = DESCRIBED.flatMap(([pointer, part]) => {
      const validate = ajv.getSchema(`${briefSchema.$id}${encodeURI(pointer)}`);
      expect(validate, pointer).toBeDefined();
      return (part.examples as unknown[])
        .filter((example) => !validate?.(example))
        .map((example) => ({ pointer, example }));
    });
    expect(wrong).toEqual([]);
  });

  test('closes every object', () => {
    const open = ALL.filter(
      ([, part]) =>
        (part.properties !== undefined || part.patternProperties !== undefined) && part.additionalProperties !== false,
    );
    expect(open.map(([pointer]) => pointer)).toEqual([]);
  });

  test('lets every item of a list have an id, a marking and audiences', () => {
    const without = ['edition', 'translation', 'cslName'];
    const lists = ALL.flatMap(([pointer, part]) => {
      const ref = (part.items as Part | undefined)?.$ref;
      return typeof ref === 'string' ? [[pointer, ref.replace('#/$defs/', '')] as const] : [];
    });
    const items = [...new Set(lists.map(([, name]) => name))].filter((name) => !without.includes(name));
    const defs: Readonly<Record<string, Part>> = briefSchema.$defs;
    for (const name of items) {
      const properties = defs[name === 'sourceEntry' ? 'source' : name]?.properties;
      if (isPart(properties) && name !== 'citation')
        expect(Object.keys(properties), name).toEqual(expect.arrayContaining(['id', 'tlp', 'audiences']));
    }
    expect(items).toEqual(expect.arrayContaining(['keyFact', 'risk', 'annex', 'sourceEntry', 'person', 'option']));
  });

  test('has every definition used, and every term of both scales', () => {
    const text = JSON.stringify(briefSchema);
    expect(Object.keys(briefSchema.$defs).filter((name) => !text.includes(`"#/$defs/${name}"`))).toEqual([]);
    const terms: readonly string[] = briefSchema.$defs.likelihood.enum;
    expect([...terms].sort()).toEqual([...new Set([...LIKELIHOOD_TERMS.phia, ...LIKELIHOOD_TERMS.icd203])].sort());
  });

  test('is valid JSON Schema 2020-12', () => {
    expect(briefSchema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(ajv.validateSchema(briefSchema)).toBe(true);
  });
});
