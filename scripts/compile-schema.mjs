/**
 * Compiles the JSON Schema of a brief to a validator that needs nothing at run time, and writes the schema as a file.
 *
 * The schema is TypeScript, because the types of a brief are derived from it; ajv takes 95 ms to import and compile,
 * its standalone code 2 ms. That code still says `require()` for two small helpers, so it is bundled once more.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';
import { loadSource, ROOT } from './load-source.mjs';

const HEADER = '// Made from src/brief/schema by scripts/compile-schema.mjs; do not edit.\n';

/** Two validators: of a brief, and of one source, for files of sources. */
function validatorCode(schema) {
  const ajv = new Ajv2020.default({
    strict: true,
    allowUnionTypes: true,
    // A condition requires in its `then` what is declared outside it.
    strictRequired: false,
    allErrors: true,
    // Most properties refer to a few definitions: one function each is a third of the code of inlining them.
    inlineRefs: false,
    // Messages are our own.
    messages: false,
    code: { source: true, esm: true },
  });
  addFormats.default(ajv, ['email', 'uri']);
  ajv.addSchema(schema);
  const source = 'urn:briefpress:source:1';
  ajv.addSchema({ $id: source, $ref: `${schema.$id}#/$defs/source` });
  return withoutSchema(standaloneCode.default(ajv, { validateBrief: schema.$id, validateSource: source }));
}

/**
 * ajv's code brings the whole schema, with all its descriptions, and asks it for three things: the names of properties, of
 * which it needs no more, and the words and types that were allowed, which no message of ours takes from it.
 */
function withoutSchema(code) {
  const schemas = new Map();
  const names = [];
  const path = String.raw`(schema\d+)((?:\.[\w$]+|\["[^"\\]*"\]|\[\d+\])*)`;
  const rest = code
    .replaceAll(/const (schema\d+) = (\{.*?\});(?=const |function |export )/gs, (_, name, text) => {
      schemas.set(name, JSON.parse(text));
      return '';
    })
    .replaceAll(new RegExp(`params:\\{(?:allowedValues|type): ${path}\\}`, 'g'), 'params:{}')
    .replaceAll(new RegExp(`${path}(?=, key\\d)`, 'g'), (_, schema, steps) => {
      const found = steps.matchAll(/\.([\w$]+)|\["([^"]*)"\]|\[(\d+)\]/g);
      const value = [...found].reduce((part, [, ...step]) => part[step.join('')], schemas.get(schema));
      names.push(Object.fromEntries(Object.keys(value).map((name) => [name, 0])));
      return `names${names.length - 1}`;
    });
  const left = /\bschema\d+/.exec(rest);
  if (schemas.size === 0 || left !== null) throw new Error(`ajv writes otherwise than it did: ${left?.[0]}`);
  return names.map((each, index) => `const names${index} = ${JSON.stringify(each)};`).join('') + rest;
}

async function bundled(code) {
  const bundle = await build({
    stdin: { contents: code, resolveDir: ROOT, loader: 'js' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'node20',
    minify: true,
    metafile: true,
    write: false,
  });
  const [output] = Object.values(bundle.metafile.outputs);
  if (output.imports.length > 0) throw new Error('the compiled validator still imports something');
  return bundle.outputFiles[0].text;
}

/** Several runs may write at once (tests and a build): a file is there whole or not at all. */
export async function writeWhole(path, text) {
  await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.tmp`;
  await writeFile(partial, text);
  await rename(partial, path);
}

/** Writes `src/brief/validate.generated.js` and `dist/brief.schema.json`. */
export async function compileSchema() {
  const { briefSchema: schema } = await loadSource('src/brief/schema/schema.ts');
  await writeWhole(join(ROOT, 'src/brief/validate.generated.js'), HEADER + (await bundled(validatorCode(schema))));
  await writeWhole(join(ROOT, 'dist/brief.schema.json'), `${JSON.stringify(schema, null, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileSchema();
