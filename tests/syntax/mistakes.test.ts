import { describe, expect, test } from 'vitest';
import { parseText } from '../../src/syntax/parse.js';

/** `line:column message | hint` of each problem. */
function problems(text: string): string[] {
  return parseText(text, 'x.yaml', 'yaml').diagnostics.map(
    ({ place, message, hints }) => `${place?.line}:${place?.column} ${message} | ${hints.join(' ')}`,
  );
}

const FACTS = 'keyFacts:\n  - text: First.\n    sources: [a]\n';

describe('indentation: the line itself is named, and by how much', () => {
  test.each([
    [
      'a field too far in',
      'a: 1\n b: 2\n',
      '2:2 Line 2 is indented too far: `b` begins in column 2, and `a` (line 1), beside which it stands, in column 1. | Take 1 space away before it.',
    ],
    [
      'a field of an item too far out',
      FACTS.replace('    sources', '   sources'),
      '3:4 Line 3 is indented too little: `sources` begins in column 4, and `text` (line 2), beside which it stands, in column 5. | Put 1 space more before it.',
    ],
    [
      'a field of an item too far in',
      FACTS.replace('    sources', '      sources'),
      '3:7 Line 3 is indented too far: `sources` begins in column 7, and `text` (line 2), beside which it stands, in column 5. | Take 2 spaces away before it.',
    ],
    [
      'an item too far out',
      `${FACTS} - text: Second.\n`,
      '4:2 Line 4 is indented too little: the list item begins in column 2, and the item before it (line 2) in column 3. | Put 1 space more before it.',
    ],
    [
      'an item too far in',
      `${FACTS}   - text: Second.\n     sources: [a]\n`,
      '4:4 Line 4 is indented too far: the list item begins in column 4, and the item before it (line 2) in column 3. | Take 1 space away before it.',
    ],
    [
      'the first field of a group too far in',
      'from:\n    name: A\n  unit: B\n  role: C\n',
      '2:5 Line 2 is indented too far: `name` begins in column 5, and `unit` (line 3), beside which it stands, in column 3. | Take 2 spaces away before it.',
    ],
    [
      'the first field, nearer to its group',
      'meeting:\n   at: 2024\n  purpose: x\n',
      '2:4 Line 2 is indented too far: `at` begins in column 4, and `purpose` (line 3), beside which it stands, in column 3. | Take 1 space away before it.',
    ],
    [
      'the first item of a list too far in',
      'facts:\n    - text: a\n      sources: [s]\n  - text: b\n    sources: [s]\n',
      '2:5 Line 2 is indented too far: the list item begins in column 5, and the item after it (line 4) in column 3. | Take 2 spaces away before it, and before the lines that belong to it.',
    ],
    [
      'the first item, and the second at the edge',
      'facts:\n   - a: 1\n- a: 2\n',
      '2:4 Line 2 is indented too far: the list item begins in column 4, and the item after it (line 3) in column 1. | Take 3 spaces away before it.',
    ],
    [
      'a line of a text on lines of its own',
      'a: >-\n    They came.\n  And went.\nb: 1\n',
      '3:3 Line 3 is indented too little: it begins in column 3, and the text of `a`, to which it belongs, in column 5. | Put 2 spaces more before it.',
    ],
    [
      'a text that is not indented at all',
      'a:\nA visit\nb: 1\n',
      '2:1 Line 2 is not indented, so it does not belong to `a` above it; expected `field: value`. | If it is the text of `a`, indent it by 2 spaces.',
    ],
    [
      'a tab behind spaces',
      FACTS.replace('    sources', '  \tsources'),
      '3:3 Found a tab in the indentation; expected spaces. | Indent with two spaces; most editors can turn tabs into spaces.',
    ],
  ])('%s', (_, text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });

  test.each([
    'a:\n- b\n- c\nd: 1',
    'a:\n  - b: 1\n    c:\n      - d\n  - b: 2\ne: 3',
    'a: |\n   x\n    y\nb: "one\n two"\nc: [1,\n  2]\nd: text\n  goes on\ne:\n\n  # note\n  f: 1',
  ])('nothing is said of %j', (text) => {
    expect(problems(text)).toEqual([]);
  });
});

test('a comment between is passed over, and what stumbles over the line is not said as well', () => {
  const found = (text: string) => problems(text).map((each) => each.split(' | ')[0]);
  expect(found('a: 1\n# note: x\n\n b: 2\n')).toEqual([
    '4:2 Line 4 is indented too far: `b` begins in column 2, and `a` (line 1), beside which it stands, in column 1.',
  ]);
  expect(found('k:\n  - a: 1\n   b: 2\n    c: 3\n    d: 4\n')).toHaveLength(1);
});

describe('a dash that was forgotten', () => {
  test('before the first item, where the next has one', () => {
    const line2 = '2:5 Line 2 has no dash: `id` begins the first item of `facts`; the next, in line 5, has one.';
    expect(problems('facts:\n    id: a\n    text: A\n    sources: [x]\n  - id: b\n    text: B\nlast: 1\n')).toEqual([
      `${line2} | Put \`- \` before \`id\`: the dash in column 3, and the names below each other.`,
    ]);
    expect(problems('facts:\n  id: a\n  text: A\n  - id: b\n    text: B\n')[0]).toContain(
      '2:3 Line 2 has no dash: `id` begins the first item of `facts`; the next, in line 4, has one.',
    );
  });

  test('before a later item, where its name stands in the column of the dashes', () => {
    expect(problems('facts:\n  - id: a\n    text: A\n  id: b\n  text: B\nlast: 1\n')[0]).toBe(
      '4:3 Line 4 stands where the items of the list begin, in column 3, and has no dash. | ' +
        'If an item begins here, write `- id`, and put the lines that belong to it below the name. ' +
        'If it belongs to the item above it, put 2 spaces more before it.',
    );
  });

  test('is not looked for where only the column is wrong', () => {
    expect(problems('from:\n  unit: Desk\n summary: A\n')).toEqual([
      '3:2 Line 3 is indented too little: `summary` begins in column 2, and `unit` (line 2), beside which it stands, in ' +
        'column 3. | Put 1 space more before it. If it stands beside `from` (line 1), take 1 space away.',
    ]);
  });
});

describe('quotes and brackets are reported where they open', () => {
  test.each([
    ['a: "A visit\nb: 1\n', '1:4 The " that opens here is not closed; expected " at the end of the text.'],
    ["a: 'A visit\nb: 1\n", "1:4 The ' that opens here is not closed; expected ' at the end of the text."],
    ['a: "A visit\nb: "two"\nc: 3\n', '1:4 The " that opens here is not closed; expected " at the end of the text.'],
    ['t: { en: A, sv: B\nb: 1\n', '1:4 The { that opens here is not closed; expected } before the next field.'],
    ['t: [a\nb: 1\n', '1:4 The [ that opens here is not closed; expected ] before the next field.'],
    ['- t: [\n  a,\n  b\n  ]\n', '1:6 The [ that opens here goes on in lines that are indented too little.'],
  ])('%j', (text, problem) => {
    expect(problems(text).map((each) => each.split(' | ')[0])).toEqual([problem]);
  });

  test.each([
    ['a: "No" said she', `"No" said she`, `'"No" said she'`],
    ["a: 'The minister's visit'", '', `"The minister's visit"`],
    ['a: "He said "yes" to it"', '', `'He said "yes" to it'`],
    ['a: @press says so', '', '"@press says so"'],
    ['a: *Important* fact', '', '"*Important* fact"'],
    ['a: [First] fact', '', '"[First] fact"'],
    ['a: - A visit', '', '"- A visit"'],
    ['a: A visit: the facts', '', '"A visit: the facts"'],
  ])('the whole of %s belongs in quotes', (text, _, whole) => {
    const [problem, ...more] = problems(text);
    expect(problem).toMatch(/ Put the whole (?:text )?in quotes: /);
    expect(problem?.endsWith(`: ${whole}`)).toBe(true);
    expect(more).toEqual([]);
    expect(problems(`a: ${whole}`)).toEqual([]);
  });

  test('brackets, braces and missing commas within { }', () => {
    expect(problems('t: { en: A visit [again], sv: B }')[0]).toContain('Found [ in a text within { }');
    expect(problems('t: { en: A {visit}, sv: B }')[0]).toContain('Found { in a text within { }');
    expect(problems('t: { en: A visit sv: B }')[0]).toContain('Found `sv:` within { } without a comma before it.');
  });
});

describe('what looks like YAML to a person', () => {
  test.each([
    ['a:\n  – b: 1\n    c: 1', '2:3 Found – at the beginning of an item'],
    ['a:\n  • b: 1\n    c: 1', '2:3 Found • at the beginning of an item'],
    ['a:\n  -b: 1\n   c: 2', '2:3 Found a dash without a space behind it'],
    ['a:b\nc: 1', '1:2 Found a colon without a space behind it'],
    ['a = b\nc: 1', '1:3 Found = behind a name'],
    ['<<<<<<< HEAD\na: 1', '1:1 Found the mark of a merge that is not finished.'],
    ['a: "annexes\\law.md"', '1:12 Found `\\l` in double quotes'],
    ['a: "C:\\Users"', '1:7 Found `\\U` in double quotes'],
    ['a: { b: "c\\press.txt", d: 1 }', '1:11 Found `\\p` in double quotes'],
    ['a: 1\n// a note\nb: 2', '2:1 Found // at the beginning of a line; a comment begins with #.'],
    ['a: 1\n<!-- a note -->\nb: 2', '2:1 Found <!-- at the beginning of a line; a comment begins with #.'],
    ['```yaml\na: 1\n```', '1:1 Found ```, which marks code in Markdown, and is not part of a brief.'],
    [
      'a: | A text.\nb: 1',
      '1:4 Found text behind | in the same line; the text that | begins stands on the lines below.',
    ],
  ])('%j', (text, problem) => {
    expect(problems(text)[0]).toContain(problem);
  });

  test.each([
    ['a: 1\nb:\n  -\tc: 1\n    d: 1\n', 1],
    ['a:\n\tb: 1\n    c: 1\nd: 1\n', 1],
    ['<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> other\nb: 1\n', 3],
  ])('%j is said once, and not what the parser makes of the lines below', (text, count) => {
    expect(problems(text)).toHaveLength(count);
  });
});
