import { describe, expect, test } from 'vitest';
import { MAX_PROBLEMS, parseText } from '../../src/syntax/parse.js';
import { pointedAt } from '../brief/reading.js';

const parse = (text: string, format: 'yaml' | 'json' = 'yaml') => parseText(text, `x.${format}`, format);

function contentOf(text: string): unknown {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message }) => message).join('\n'));
  return parsed.value.value;
}

/** `code "words pointed at"` */
function problems(text: string, format: 'yaml' | 'json' = 'yaml'): string[] {
  return parse(text, format).diagnostics.map((d) => `${d.code} ${JSON.stringify(pointedAt(text, d))}`);
}

describe('YAML', () => {
  test('dates, versions and the words of YAML 1.1 stay text', () => {
    expect(contentOf('a: 2024-09-04\nb: 12:30\nc: no\nd: 1_000\ne: !!str 5')).toEqual({
      a: '2024-09-04',
      b: '12:30',
      c: 'no',
      d: '1_000',
      e: '5',
    });
    expect(contentOf('%YAML 1.1\n---\na: 2024-09-04\nb: no')).toEqual({ a: '2024-09-04', b: 'no' });
  });

  test('anchors, aliases and merges repeat', () => {
    const text = 'a: &a {x: 1, y: 2}\nb: *a\nc: {<<: *a, y: 3}\nd: {y: 4, <<: [*a, {z: 5}]}\n"<<": plain';
    expect(contentOf(text)).toEqual({
      a: { x: 1, y: 2 },
      b: { x: 1, y: 2 },
      c: { x: 1, y: 3 },
      d: { x: 1, y: 4, z: 5 },
      '<<': 'plain',
    });
  });

  test('names of fields are only ever own properties', () => {
    const value = contentOf('__proto__: {polluted: true}\nconstructor: 1\n1: one\ntrue: yes\n~: nothing') as object;
    expect(Object.keys(value)).toEqual(['1', '__proto__', 'constructor', 'true', '~']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('polluted');
  });

  test('duplicate fields are all reported, at the second one', () => {
    expect(problems('a: 1\nb: 2\na: 3\nc: {d: 1, d: 2}\na: 4')).toEqual([
      'syntax-duplicate-key "a"',
      'syntax-duplicate-key "d"',
      'syntax-duplicate-key "a"',
    ]);
  });

  test('several documents are refused; one between markers is not', () => {
    expect(problems('a: 1\n---\nb: 2')).toEqual(['syntax-several-documents "---"']);
    expect(contentOf('---\na: 1\n...\n')).toEqual({ a: 1 });
    expect(problems('---\n'.repeat(20_000))).toEqual(['syntax-several-documents "---"']);
  });

  test('tabs in the indentation are told', () => {
    const [tab] = parse('a:\n\tb: 1').diagnostics;
    expect(tab).toMatchObject({ code: 'syntax-yaml', place: { line: 2, column: 1 } });
    expect(tab?.message).toContain('tab');
  });

  test('problems in several lines are all reported, their echoes are not', () => {
    const text = 'a: b: c\nd: "x" y\ne: [1, 2\nf: 3\n';
    const found = parse(text).diagnostics;
    expect(found.map(({ place }) => place?.line)).toEqual([1, 2, 3]);
    expect(found.every(({ code, hints }) => code === 'syntax-yaml' && hints.length > 0)).toBe(true);
  });

  test.each([
    ['an unknown alias', 'a: *b'],
    ['a list as a name', '? [a]\n: b'],
    ['something else than a map after <<', '<<: 5'],
    ['a wrong escape', 'a: "\\q"'],
    ['an unclosed quote', 'a: "b'],
    ['an unclosed bracket', 'a: [b'],
    ['a reserved character', 'a: @b'],
  ])('%s is a problem of syntax', (_, text) => {
    expect(parse(text).diagnostics.map(({ code }) => code)).toEqual(['syntax-yaml']);
  });

  test('comments alone are empty', () => {
    expect(parse('# a\n# b').diagnostics.map(({ code }) => code)).toEqual(['syntax-empty']);
  });
});

describe('attacks', () => {
  test('aliases cannot multiply', () => {
    const levels = 'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[i]}`)}]`);
    const text = `a: &a [${Array(10).fill('x')}]\n${levels.join('\n')}`;
    expect(parse(text).diagnostics.map(({ code }) => code)).toEqual(['syntax-alias-bomb']);
  });

  test('merges cannot multiply', () => {
    const levels = Array.from({ length: 40 }, (_, i) => `m${i + 1}: &m${i + 1} {p: *m${i}, q: *m${i}, <<: *m${i}}`);
    expect(parse(`m0: &m0 {x: 1}\n${levels.join('\n')}`).diagnostics.map(({ code }) => code)).toEqual([
      'syntax-alias-bomb',
    ]);
  });

  test('an alias inside what it repeats would never end', () => {
    expect(problems('a: &a [1, *a]')).toEqual(['syntax-alias-bomb "*a"']);
  });

  test.each([
    ['brackets', '['.repeat(200_000)],
    ['closed brackets', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['braces', '{a: '.repeat(50_000)],
    ['hyphens', '- '.repeat(100_000)],
    ['questions', '? '.repeat(50_000)],
    ['indentation', Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    [
      'aliases in a chain',
      `a0: &a0 [x]\n${Array.from({ length: 99 }, (_, i) => `a${i + 1}: &a${i + 1} [[*a${i}]]`).join('\n')}`,
    ],
  ])('nothing nests too deep: %s', (_, text) => {
    const found = parse(text).diagnostics;
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain('deep');
  });

  test('a JSON file that nests too deep is told so too', () => {
    const text = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(parse(text, 'json').diagnostics.map(({ message }) => message)).toEqual([
      'The values nest more than 100 deep; a brief nests about six.',
    ]);
  });

  test('many fields are read', () => {
    const text = Array.from({ length: 50_000 }, (_, i) => `k${i}: 1`).join('\n');
    expect(parse(text).ok).toBe(true);
  });

  test('thousands of problems are cut short', () => {
    expect(parse('a: 1\n'.repeat(5000)).diagnostics).toHaveLength(MAX_PROBLEMS);
  });
});

describe('control characters', () => {
  test('are found where they stand', () => {
    expect(problems('a: b\u0007c\nd: \u0085\t"\u009f"')).toEqual([
      'syntax-control-character "\\u0007"',
      'syntax-control-character "\u009f"',
    ]);
  });

  test('are found behind escapes, in names too', () => {
    expect(problems('a: "x\\0y"\n"b\\e": 1\nc: "\\ud800"')).toEqual([
      'syntax-control-character "\\"x\\\\0y\\""',
      'syntax-control-character "\\"b\\\\e\\""',
      'syntax-control-character "\\"\\\\ud800\\""',
    ]);
  });

  test('a pair of surrogates is a character', () => {
    const parsed = parse('{"a": "\\ud83d\\ude00"}', 'json');
    expect(parsed.ok && parsed.value.value).toEqual({ a: '😀' });
  });
});
