import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonProblem } from '../../src/syntax/json-syntax.js';
import { parseText } from '../../src/syntax/parse.js';

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('JSON', () => {
  test.each([
    ['{"a": 1, // one\n}', 9, 'comment'],
    ['# no\n{}', 0, 'comment'],
    ["{'a': 1}", 1, 'single quote'],
    ['{"a": 1,}', 8, 'trailing comma'],
    ['[1, 2,\n]', 7, 'trailing comma'],
    ['{"a": 1 "b": 2}', 8, 'expected a comma'],
    ['{"a" 1}', 5, 'expected a colon'],
    ['{a: 1}', 1, 'a name in double quotes'],
    ['{"a": tru}', 6, '"tru"'],
    ['{"a": 01}', 6, '"01"'],
    ['{"a": "b\n"}', 6, 'does not end on its line'],
    ['{"a": "\\x"}', 6, 'escape'],
    ['{"a": [1', 8, 'ends too early'],
    ['{} {}', 3, 'after the end'],
    ['{} // done', 3, 'comment'],
    ['[1}', 2, 'expected a comma'],
  ])('%j: a problem at %d', (text, offset, words) => {
    const problem = findJsonProblem(text);
    expect(problem?.offset).toBe(offset);
    expect(problem?.message).toContain(words);
  });

  test('says what JSON.parse says, and never throws', () => {
    const nearly = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"',
        '\\',
        '1',
        '-',
        '0',
        '.5',
        'e3',
        'true',
        'null',
        ' ',
        '\n',
        '/',
        "'",
        '\\u0041',
        '\u0001',
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          nearly.map((parts) => parts.join('')),
          fc.json(),
          fc.string(),
        ),
        (text) => {
          expect(findJsonProblem(text) === null).toBe(isJson(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('what is JSON has the value that JSON.parse gives it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const parsed = parseText(text, 'x.json', 'json');
        // Control characters and lone surrogates are refused in JSON as in YAML.
        if (!parsed.ok) expect(parsed.diagnostics.every(({ code }) => code === 'syntax-control-character')).toBe(true);
        else expect(JSON.stringify(parsed.value.value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
      { numRuns: 500 },
    );
  });

  test('a long string and a deep list take no stack', () => {
    expect(findJsonProblem(JSON.stringify('x"\\'.repeat(500_000)))).toBeNull();
    expect(findJsonProblem('['.repeat(300_000) + ']'.repeat(300_000))).toBeNull();
  });
});
