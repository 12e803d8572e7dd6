import { describe, expect, test } from 'vitest';
import { section } from '../../src/syntax/setting-shape.js';
import { readSettings } from '../../src/syntax/settings.js';

const word = { kind: 'text', what: 'a word' } as const;
const shape = section({
  size: { kind: 'number', min: 1, max: 9, unit: 'pt' },
  paper: { kind: 'choice', of: ['A4', 'LETTER'] },
  loud: { kind: 'switch' },
  note: { kind: 'text', what: 'text', maybeEmpty: true, isProse: true },
  file: word,
  colour: { kind: 'text', what: 'a colour', read: (text) => (text.startsWith('#') ? text.toLowerCase() : null) },
  inputs: { kind: 'list', what: 'paths', each: word, orOne: true },
  families: { kind: 'list', what: 'families', each: word },
  groups: { kind: 'names', what: 'a map of groups', each: section({ normal: word }) },
  logo: { kind: 'section', orNull: true, fields: { file: word } },
});

const read = (text: string) => readSettings(text, shape, { file: 'x.yaml', code: 'theme-invalid', what: 'A theme' });

/** `line:column message hint` of each problem. */
const said = (text: string) =>
  read(text).problems.map(
    ({ place, message, hints }) => `${place?.line}:${place?.column} ${[message, ...hints].join(' ')}`,
  );

describe('a small file of settings', () => {
  test('gives what it holds, and where', () => {
    const { value, problems, placeOf } = read(
      'size: 7\ncolour: "#ABCDEF"\ninputs: one\nfamilies: [A, B]\nnote: ""\ngroups:\n  Mine 2.0: { normal: a }\nlogo: null\n',
    );
    expect(problems).toEqual([]);
    expect(value).toEqual({
      size: 7,
      colour: '#abcdef',
      inputs: ['one'],
      families: ['A', 'B'],
      note: '',
      groups: { 'Mine 2.0': { normal: 'a' } },
      logo: null,
    });
    expect(placeOf('families', 1)).toMatchObject({ file: 'x.yaml', line: 4, column: 15 });
    expect(placeOf('groups', 'Mine 2.0', 'normal')).toMatchObject({ line: 7, column: 23 });
    expect(placeOf('paper')).toBeNull();
  });

  test.each(['', '# later\n', '{}', 'groups:\n'])('may hold nothing: %j', (text) => {
    expect(read(text)).toMatchObject({ value: {}, problems: [] });
  });

  test.each([
    ['papre: A4', '1:1 A theme has no field `papre`. Did you mean `paper`?'],
    ['logo:\n  fil: x', '2:3 A theme has no field `logo.fil`. Did you mean `file`?'],
    ['logo: { zzzzzz: 1 }', '1:9 A theme has no field `logo.zzzzzz`. There are: file.'],
    ['paper: LETER', '1:8 `paper` should be one of A4, LETTER, but here is "LETER". Did you mean `LETTER`?'],
    ['size: 12', '1:7 `size` should be a number from 1 to 9 (pt), but here is 12.'],
    ['size:', '1:1 `size` should be a number from 1 to 9 (pt), but here is nothing.'],
    ['loud: yes', '1:7 `loud` should be true or false, but here is "yes". Did you mean `true`?'],
    ['size: 7pt', '1:7 `size` should be a number from 1 to 9 (pt), but here is "7pt". Did you mean `7`?'],
    ['size: 7,5', 'but here is "7,5". Did you mean `7.5`?'],
    ['colour: red', '1:9 `colour` should be a colour, but here is "red".'],
    ['families: A', '1:11 `families` should be a list of families, but here is "A".'],
    ['families: [A, "", 3]', '1:15 The 2nd of `families` should be a word, but here is "".'],
    ['inputs: { a: b }', '1:1 `inputs` should be a list of paths, or a single one, but here is a map.'],
    ['groups: [a]', '1:1 `groups` should be a map of groups, but here is a list.'],
    ['- a', '1:1 A theme should be a map of fields: '],
    ['size: 1\nsize: 2', '2:1 The field `size` is here for the second time'],
    ['__proto__: {}', '1:1 A theme has no field `__proto__`.'],
  ])('says what is wrong with %j, and where', (text, words) => {
    expect(said(text)[0]).toContain(words);
    expect(read(text).problems.every(({ code }) => code === 'theme-invalid')).toBe(true);
  });

  test('proposes nothing where nothing is near', () => {
    expect(said('loud: never')).toEqual(['1:7 `loud` should be true or false, but here is "never".']);
    expect(said('size: big')).toEqual(['1:7 `size` should be a number from 1 to 9 (pt), but here is "big".']);
  });

  test.each([
    ['note: Talks with group #3 of the border', '1:24 `note` lacks `#3 of the border`'],
    ['families: [A, B #2\n]', '1:17 The 2nd of `families` lacks `#2`'],
    ['groups:\n  a:\n    normal: one #two', '3:17 `groups.a.normal` lacks `#two`'],
    ['note: # later\n', '1:7 `note` lacks `# later`'],
    ['note: Talks # later\n', '1:13 `note` lacks `# later`'],
    ['file: logo #2.png', '1:12 `file` lacks `#2.png`'],
    ['size: 1\nnote: &Co talks', '2:7 `&Co` is an anchor to YAML, and nothing refers to it'],
    ['note: !important talks', '1:7 `!important` is a tag to YAML'],
  ])('loses no text in silence: %j', (text, words) => {
    expect(said(text)).toEqual([expect.stringContaining(words)]);
    expect(read(text).problems[0]?.code).toBe('theme-invalid');
    expect(read(text).problems[0]?.hints[0]).toMatch(/quotes/);
  });

  test('what is no text of its own may have a comment behind it', () => {
    const text =
      'size: 7 # small\npaper: A4 # ours\nloud: true # yes\ncolour: "#abcdef" # blue\nnote: "one" # two\nfile: a # ours\nfamilies: [Inter] # ours\n';
    expect(read(text).problems).toEqual([]);
  });

  test('reports everything at once, and keeps what is right', () => {
    const { value, problems } = read('size: big\npaper: A5\nloud: true\nfamilies: [A, 1]\n');
    expect(problems.map(({ place }) => place?.line)).toEqual([1, 2, 4]);
    expect(value).toEqual({ loud: true });
  });

  test('too long a file is refused before it is parsed', () => {
    expect(read(`note: ${'a'.repeat(200_000)}`).problems).toMatchObject([{ place: { line: 1 } }]);
  });
});
