import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { briefDoc } from '../../scripts/brief-doc.mjs';
import { fieldReference, nearestPath } from '../../src/brief/reference.js';
import { PRINTED, PRINTED_OF_A_SOURCE } from '../../src/brief/schema/printed.js';
import { fieldsUnder, formatFields } from '../../src/brief/schema-fields.js';
import { buildBriefing } from '../../src/index.js';
import { briefWith, read } from './reading.js';

/** What the examples refer to. */
const BASE = briefWith(`stakeholders:
  - id: mongolia
    name: Mongolia
editions:
  - id: partners
sources:
  - { id: press-0903, type: article-newspaper, title: Report on the visit, issued: 2024-09-03 }
  - { id: rome-statute, type: treaty, title: Rome Statute }
  - { id: icc-finding, type: legal_case, title: Finding }
  - { id: budget-2025, type: report, title: Budget }
languages: [en]`);

const FILES = {
  'figures/warrants.csv': 'Year,Issued\n2023,4\n',
  'briefs/annexes/article-87.md': 'The Court may make a finding.',
  'briefs/references.json': '[{ "id": "press-0903", "type": "article-newspaper", "title": "Report on the visit" }]',
};

/** Errors of a brief with the example, as of a day that suits its dates: some lie before others of the format. */
function errorsWith(example: string): string[] {
  const found = ['2024-09-04', '2024-12-01', '2024-09-03'].map((day) => {
    const base = BASE.replace('asOf: 2024-09-04', `asOf: ${day}`);
    return read(briefWith(example.trimEnd(), base), FILES)
      .diagnostics.filter(({ severity, code }) => severity === 'error' && !OF_THE_BASE.has(code))
      .map(({ message }) => message);
  });
  return found.find((errors) => errors.length === 0) ?? found[0] ?? [];
}

/** An example of a whole part takes the place of the one that others refer to, and is in two languages at times. */
const OF_THE_BASE = new Set([
  'sense-unknown-reference',
  'sense-language-missing',
  'file-not-found',
  'sense-unreadable',
]);

describe('every field of the format', () => {
  test.each(formatFields().map(({ path }) => path))(
    '%s has its meaning, its place, and an example that is right',
    (path) => {
      const field = fieldReference(path);
      expect(field?.meaning).toMatch(/\.$/);
      expect(field?.printed).toMatch(/\.$/);
      expect(field?.kind).not.toMatch(/undefined|^$/);
      expect(field?.example).toContain(`${path.split('.').at(-1)}:`);
      expect(errorsWith(field?.example ?? '')).toEqual([]);
    },
  );

  test('places are of fields that exist, and every part has its own', () => {
    const paths = new Set(formatFields().map(({ path }) => path));
    for (const path of Object.keys(PRINTED)) expect(paths).toContain(path);
    for (const name of PRINTED_OF_A_SOURCE) expect(paths).toContain(`sources.${name}`);
    for (const { path } of fieldsUnder('')) expect(Object.keys(PRINTED)).toContain(path);
  });
});

test.each([
  ['deadline', 'request.deadline'],
  ['facts', 'keyFacts'],
  ['request.deadlin', 'request.deadline'],
  ['keyFacts[0].txt', 'keyFacts.text'],
  ['xyzzy', null],
])('%s is near %s', (path, meant) => {
  expect(nearestPath(path)).toBe(meant);
});

test('docs/brief.md is current: npm run brief-doc makes it anew', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/brief.md'), 'utf8');
  expect(page).toBe(await briefDoc());
  for (const { path } of fieldsUnder('')) expect(page).toContain(`\n## ${path}\n`);
});

test('a brief of the examples of all parts builds', async () => {
  const examples = fieldsUnder('').map(({ path }) => parse(fieldReference(path)?.example ?? ''));
  const { sources, stakeholders, languages, ...base } = parse(BASE);
  const whole = { ...Object.assign({}, ...examples), ...base, sources, stakeholders, languages };
  // A brief that is cleared or issued quotes nothing whose source has no kept copy, and a copy is a file.
  const built = await buildBriefing({ text: stringify({ ...whole, status: 'draft' }) });
  expect(built.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(built.ok).toBe(true);
});
