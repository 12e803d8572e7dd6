import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editionShape } from '../../../src/edition/edition.js';
import type { Shape } from '../../../src/edition/shape.js';
import { DIRECTIVES } from '../../../src/memo/template/check-directives.js';
import { SIGNATURES } from '../../../src/memo/template/signatures.js';
import { ownPack } from '../packs.js';

const docs = readFileSync(new URL('../../../docs/templates.md', import.meta.url), 'utf8');

/** The rows that docs/templates.md has to have for the fields of a record. */
function rows(shape: Shape, seen = new Set<string>()): string[] {
  if (shape.kind === 'list') return rows(shape.of, seen);
  if (shape.kind !== 'record' || seen.has(shape.name)) return [];
  seen.add(shape.name);
  const own = Object.entries(shape.fields).map(([name, field]) => `| \`${name}\` | … | ${field.about} |`);
  return [...own, ...Object.values(shape.fields).flatMap((field) => rows(field, seen))];
}

describe('docs/templates.md', () => {
  it('has every field', () => {
    const written = docs.replace(/^(\| `\w+` \| )[^|]*( \| )/gm, '$1…$2');
    expect(rows(editionShape).filter((row) => !written.includes(row))).toEqual([]);
  });

  it('has every helper with its example', () => {
    for (const [name, { about, example }] of Object.entries(SIGNATURES)) {
      expect(docs).toContain(`| \`${name}\` | ${about} | \`${example}\` |`);
    }
  });

  it('has every directive and every attribute of it', () => {
    for (const [name, attributes] of Object.entries(DIRECTIVES)) {
      const row = docs.split('\n').find((line) => line.startsWith('|') && line.includes(`::${name}`));
      expect([name, row !== undefined]).toEqual([name, true]);
      for (const attribute of attributes) expect(row).toContain(`${attribute}="`);
    }
  });

  it('has examples that are templates without a mistake', () => {
    const examples = [...docs.matchAll(/```handlebars\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(ownPack(example).diagnostics).toEqual([]);
  });
});
