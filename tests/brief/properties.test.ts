import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readBrief } from '../../src/brief/read.js';
import { checkShape } from '../../src/brief/shape.js';
import { validateBrief } from '../../src/brief/validate.generated.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { printDiagnostics } from '../../src/diagnostics/print.js';
import { parseText } from '../../src/syntax/parse.js';
import { shapelyBrief } from './arbitrary.js';
import { contextOf, SMALLEST } from './reading.js';

/** Reads, and holds the outcome to its promises. */
function readHonestly(input: Uint8Array | string, file: string): readonly Diagnostic[] {
  const outcome = readBrief(input, contextOf({}, file));
  expect(outcome.ok).toBe(!outcome.diagnostics.some(({ severity }) => severity === 'error'));
  for (const { message, place } of outcome.diagnostics) {
    expect(message).not.toMatch(/undefined|NaN|\[object/);
    expect(place?.line).toBeGreaterThan(0);
    expect(place?.column).toBeGreaterThan(0);
  }
  for (const format of ['pretty', 'json', 'sarif', 'github'] as const) {
    const text = typeof input === 'string' ? input : new TextDecoder().decode(input);
    expect(printDiagnostics(outcome.diagnostics, { format, version: '0', sourceText: () => text })).toBeTypeOf(
      'string',
    );
  }
  return outcome.diagnostics;
}

const file = fc.constantFrom('briefs/x.yaml', 'briefs/x.json');

describe('whatever is read', () => {
  test('bytes end in diagnostics', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), file, (bytes, name) => {
        expect(readHonestly(bytes, name).length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test('text that is nearly YAML ends in diagnostics', () => {
    const pieces = fc.constantFrom(
      'a',
      'briefpress: 1',
      'title',
      ':',
      ': ',
      '- ',
      '\n',
      '\n  ',
      '\t',
      '{',
      '}',
      '[',
      ']',
      ',',
      '&a ',
      '*a',
      '!!str ',
      '!x',
      '|',
      '>',
      '"',
      "'",
      '#',
      '---',
      '...',
      '%',
      '?',
      '<<: ',
      '\\',
      '\r',
      '\u0000',
      '\uFEFF',
      '😀',
      '1',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), file, (parts, name) => {
        expect(readHonestly(parts.join(''), name).length).toBeGreaterThan(0);
      }),
      { numRuns: 1500 },
    );
  });

  test('a brief with a passage cut out, doubled or replaced ends in an outcome', () => {
    const range = fc.tuple(fc.nat(SMALLEST.length), fc.nat(60), fc.oneof(fc.string({ maxLength: 6 }), fc.constant('')));
    fc.assert(
      fc.property(range, ([start, length, text]) => {
        readHonestly(SMALLEST.slice(0, start) + text + SMALLEST.slice(start + length), 'briefs/x.yaml');
      }),
      { numRuns: 500 },
    );
  });

  test('values of any kind in any field end in diagnostics', () => {
    const fields = fc.constantFrom(
      'title',
      'keyFacts',
      'sources',
      'meeting',
      'editions',
      'languages',
      'asOf',
      'from',
      'annexes',
      '__proto__',
    );
    fc.assert(
      fc.property(fields, fc.jsonValue({ maxDepth: 4 }), (name, value) => {
        const text = `{"briefpress": 1, ${JSON.stringify(name)}: ${JSON.stringify(value)}}`;
        expect(readHonestly(text, 'briefs/x.json').length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('whatever the schema allows', () => {
  test('passes the check of shape, written as YAML or as JSON', () => {
    fc.assert(
      fc.property(shapelyBrief, fc.boolean(), (brief, asJson) => {
        const text = asJson ? JSON.stringify(brief, null, 1) : stringify(brief, { version: '1.2' });
        const parsed = parseText(text, 'x', asJson ? 'json' : 'yaml');
        expect(parsed.diagnostics).toEqual([]);
        if (!parsed.ok) return;
        expect(parsed.value.value).toEqual(brief);
        expect(checkShape(parsed.value, validateBrief)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('has its sense checked without throwing', () => {
    fc.assert(
      fc.property(shapelyBrief, (brief) => {
        const found = readHonestly(JSON.stringify(brief), 'briefs/x.json');
        expect(found.filter(({ code }) => code.startsWith('syntax-'))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
