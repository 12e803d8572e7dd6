import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '../../../src/diagnostics/codes.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { printDiagnostics } from '../../../src/diagnostics/print.js';

/** What SARIF 2.1.0 asks for (§3.13 to §3.49) of the objects that are written, closed: a misspelt property fails. */
const message = {
  type: 'object',
  required: ['text'],
  properties: { text: { type: 'string', minLength: 1 }, markdown: { type: 'string' } },
  additionalProperties: false,
};
const positive = { type: 'integer', minimum: 1 };
const SHAPE = {
  type: 'object',
  required: ['version', 'runs'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: {
        type: 'object',
        required: ['tool', 'results'],
        additionalProperties: false,
        properties: {
          tool: {
            type: 'object',
            required: ['driver'],
            additionalProperties: false,
            properties: {
              driver: {
                type: 'object',
                required: ['name'],
                additionalProperties: false,
                properties: {
                  name: { type: 'string' },
                  version: { type: 'string' },
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: {
                      type: 'object',
                      required: ['id'],
                      additionalProperties: false,
                      properties: { id: { type: 'string' }, shortDescription: message, help: message },
                    },
                  },
                },
              },
            },
          },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['message'],
              additionalProperties: false,
              properties: {
                ruleId: { type: 'string' },
                ruleIndex: { type: 'integer', minimum: 0 },
                level: { enum: ['none', 'note', 'warning', 'error'] },
                message,
                locations: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['physicalLocation'],
                    additionalProperties: false,
                    properties: {
                      physicalLocation: {
                        type: 'object',
                        required: ['artifactLocation'],
                        additionalProperties: false,
                        properties: {
                          artifactLocation: {
                            type: 'object',
                            required: ['uri'],
                            additionalProperties: false,
                            properties: { uri: { type: 'string', pattern: "^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$" } },
                          },
                          region: {
                            type: 'object',
                            additionalProperties: false,
                            properties: {
                              startLine: positive,
                              startColumn: positive,
                              endLine: positive,
                              endColumn: positive,
                            },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

const isSarif = new Ajv2020.default({ strict: true }).compile(SHAPE);

function log(diagnostics: readonly Diagnostic[]) {
  return JSON.parse(printDiagnostics(diagnostics, { format: 'sarif', version: '1.2.3' }));
}

function diagnostic(code: Diagnostic['code'], file: string): Diagnostic {
  return {
    severity: 'info',
    code,
    message: 'm',
    hints: [],
    place: { file, line: 2, column: 3, endLine: 4, endColumn: 5 },
  };
}

describe('SARIF', () => {
  test('has the shape of version 2.1.0, for every code and for none', () => {
    for (const list of [[], DIAGNOSTIC_CODES.map((code) => diagnostic(code, 'x.yaml'))]) {
      isSarif(log(list));
      expect(isSarif.errors ?? []).toEqual([]);
    }
  });

  test('explains each rule once, and refers to it by its place', () => {
    const [run] = log([diagnostic('internal', 'x'), diagnostic('shape-type', 'x'), diagnostic('internal', 'y')]).runs;
    expect(run.tool.driver).toMatchObject({ name: 'briefpress', version: '1.2.3' });
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(['shape-type', 'internal']);
    expect(run.results.map((result: { ruleIndex: number }) => result.ruleIndex)).toEqual([1, 0, 1]);
    expect(run.results[0]).toMatchObject({
      level: 'note',
      locations: [{ physicalLocation: { region: { startLine: 2, startColumn: 3, endLine: 4, endColumn: 5 } } }],
    });
  });

  test.each([
    ['briefs/x.yaml', 'briefs/x.yaml'],
    ['briefs\\å b.yaml', 'briefs/%C3%A5%20b.yaml'],
    ['/tmp/a#b?.yaml', 'file:///tmp/a%23b%3F.yaml'],
    ['C:\\briefs\\x.yaml', 'file:///C:/briefs/x.yaml'],
    ['<stdin>', '%3Cstdin%3E'],
    ['a\ud800', 'a%EF%BF%BD'],
  ])('writes the file %j as an address', (file, uri) => {
    const [result] = log([diagnostic('internal', file)]).runs[0].results;
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test('has no location where none is known', () => {
    expect(log([{ severity: 'error', code: 'internal', message: 'm', hints: ['h'] }]).runs[0].results).toEqual([
      { ruleId: 'internal', ruleIndex: 0, level: 'error', message: { text: 'm\nh' } },
    ]);
  });
});
