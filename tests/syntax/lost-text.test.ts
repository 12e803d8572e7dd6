import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/syntax/decode.js';
import { parseText } from '../../src/syntax/parse.js';
import { type Mark, markAt, stepsOf } from '../../src/syntax/places.js';

const parse = (text: string) => parseText(text, 'x.yaml', 'yaml');

/** `code "words pointed at"` of each problem. */
function lost(text: string): string[] {
  const lines = text.split('\n');
  return parse(text).diagnostics.map(({ code, place }) => {
    const line = lines[(place?.line ?? 1) - 1] ?? '';
    const end = place?.endLine === place?.line ? (place?.endColumn ?? 1) - 1 : line.length;
    return `${code} "${line.slice((place?.column ?? 1) - 1, end)}"`;
  });
}

const firstHint = (text: string) => parse(text).diagnostics[0]?.hints[0];
const firstMessage = (text: string) => parse(text).diagnostics[0]?.message;

describe('what YAML would leave out', () => {
  test.each([
    ['an anchor', 'a: &Co talks', '&Co'],
    ['an anchor before quotes', 'a: &Co "talks"', '&Co'],
    ['an anchor on a list', 'a: &all\n  - b', '&all'],
    ['an anchor in braces', 'a: {b: &Co talks}', '&Co'],
    ['an anchor before a name', '&Co a: talks', '&Co'],
    ['an anchor in a list', '- &Co\n- b', '&Co'],
    ['the second of two anchors of a name', 'a: &x b\nc: *x\nd: &x e', '&x'],
    ['a tag', 'a: !important talks', '!important'],
    ['a tag alone', 'a: ! talks', '!'],
    ['a tag of YAML that is none', 'a: !!talks b', '!!talks'],
    ['a tag with an address', 'a: !<tag:example.org,2024:x> b', '!<tag:example.org,2024:x>'],
  ])('%s', (_, text, words) => {
    expect(lost(text)).toEqual([`syntax-lost-text "${words}"`]);
  });

  test('how to keep it', () => {
    expect(firstHint('a: &Co talks')).toBe('If it is text, put the whole in quotes: "&Co talks".');
    expect(firstHint('- !now or never\n- b')).toBe('If it is text, put the whole in quotes: "!now or never".');
    expect(firstHint('a: {b: &Co talks}')).toBe('Put the text in quotes as a whole, or remove it.');
    expect(firstMessage('a: &Co talks')).toContain('nothing refers to it');
    expect(firstMessage('a: !Co talks')).not.toContain('nothing refers to it');
  });

  test.each([
    'a: &x b\nc: *x',
    'a: &x [b]\nc: {<<: &y {d: *x}, e: *y}',
    'a: !!str 007',
    'a: "&Co" # !x &y',
    "a: '!x'",
    'a: |\n  &Co !x\n  %YAML',
    'a: Marks &Co',
    '%YAML 1.2\n---\na: yes',
  ])('nothing of %s', (text) => {
    expect(lost(text)).toEqual([]);
  });

  test.each([
    ['%TAG ! tag:example.org,2024:\n---\na: b', '%TAG ! tag:example.org,2024:'],
    ['%YAML 2.0\n---\na: b', '%YAML 2.0'],
    ['%50 of them\n---\na: b', '%50 of them'],
  ])('no directive: %s', (text, words) => {
    expect(lost(text)).toEqual([`syntax-yaml "${words}"`]);
  });

  test.each([
    ['a: "snake\\_case"', '\\_'],
    ['a: "The \\Law"', '\\L'],
    ['a: "a\\\\\\N"', '\\N'],
    ['a: "C:\\new\\b"', '\\n'],
    ['a: "at c:\\temp"', '\\t'],
  ])('an escape that was a backslash: %s', (text, words) => {
    expect(lost(text)).toContain(`syntax-lost-text "${words}"`);
  });

  test.each([
    'a: "a\\nb"',
    'a: "\\\\_"',
    "a: 'C:\\new'",
    'a: C:\\new',
    'a: "C:\\\\new"',
    'a: "C:/new"',
    'a: "\\u00a0"',
  ])('no escape in %s', (text) => {
    expect(lost(text)).toEqual([]);
  });

  test('a comment does not go on behind a line end that YAML does not know', () => {
    expect(lost('# one\u2028a: b\nc: d')).toEqual(['syntax-lost-text "# one\u2028a: b"']);
    const text = decodeText('# one\ra: b\nc: d\r\n', 'x.yaml');
    expect(text.ok && text.value).toBe('# one\na: b\nc: d\r\n');
  });

  test.each([
    ['a: b\n...\nc: d', '...'],
    ['a: b\n---\nc: d', '---'],
  ])('nothing behind the end of the document: %s', (text, words) => {
    expect(lost(text)).toEqual([`syntax-several-documents "${words}"`]);
  });

  test.each([
    ['a: b\n... and more', '...'],
    ['a: b\n... #3 and more', '...'],
    ['--- a: b', '---'],
  ])('nothing on the line of a marker: %s', (text, words) => {
    expect(lost(text)).toEqual([expect.stringMatching(/^syntax-(?:yaml|lost-text) /)]);
    expect(lost(text)[0]).toContain(`"${words}"`);
  });
});

describe('a comment that may be text', () => {
  const cut = (text: string, field: string): string | undefined => {
    const parsed = parse(text);
    if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message }) => message).join('\n'));
    const { mark, exact }: { mark: Mark; exact: boolean } = markAt(parsed.value.mark, stepsOf(field));
    expect(exact).toBe(true);
    return mark.cut && text.slice(...mark.cut);
  };

  test.each([
    ['on the line of a text', 'a: group #3 of', 'a', '#3 of'],
    ['behind a tab', 'a: group\t#3', 'a', '#3'],
    ['in a list', '- group #3\n- b', '[0]', '#3'],
    ['in place of a text', 'a: #3 of\nb: c', 'a', '#3 of'],
    ['in place of an item', '- #3 of\n- b', '[0]', '#3 of'],
    ['below a text, further in', 'a: group\n  #3 of', 'a', '#3 of'],
    ['below a text of several lines', 'a: group\n  more\n\n  #3 of', 'a', '#3 of'],
    ['below an item, further in', '- group\n  #3', '[0]', '#3'],
    ['below a block, further in than its name', 'a: |\n    text\n  # Head', 'a', '# Head'],
    ['below a folded block', 'b:\n  a: >\n      text\n    # Head\nc: d', 'b.a', '# Head'],
    ['in braces', 'a: {b: group #3\n}', 'a.b', '#3'],
    ['in brackets, on the next line', 'a: [group\n  #3 of\n]', 'a[0]', '#3 of'],
    ['behind a comma in braces', 'a: {b: group, #3 of\n}', 'a.b', '#3 of'],
    ['behind quotes, without a space', 'a: "group" #3', 'a', '#3'],
    ['before a text that begins below', 'a: #3 of\n  the border', 'a', '#3 of'],
    ['before a text, with another comment', 'a: # one\n  # two\n  text\nb: c', 'a', '# one'],
    ['in place of the first line', 'a:\n  #3 of\n  the border', 'a', '#3 of'],
    ['before an item that begins below', '- #3 of\n  the border\n- b', '[0]', '#3 of'],
    ['with Windows line ends', 'a: group #3\r\nb: c\r\n', 'a', '#3'],
  ])('%s', (_, text, field, words) => {
    expect(cut(text, field)).toBe(words);
  });

  test.each([
    ['none', 'a: group#3', 'a'],
    ['behind quotes, with a space', 'a: "group" # why', 'a'],
    ['below a text, in the column of its name', 'a: group\n# why\nb: c', 'a'],
    ['below an item, in the column of its dash', 'x:\n  - group\n  # why\n  - b', 'x[0]'],
    ['before the next field of an item', '- a: group\n  # why\n  b: c', '[0].a'],
    ['below quotes', 'a: "group"\n  # why', 'a'],
    ['in brackets, on a line of its own', 'a: [\n  group,\n  # why\n  b\n]', 'a[0]'],
    ['behind a comma, with a space', 'a: [group, # why\n  b]', 'a[0]'],
    ['above a text, on a line of its own', 'a:\n  # why\n  group', 'a'],
    ['before the first field of an item', '- # why\n  a: b', '[0].a'],
    ['before the fields of a map', 'a: # why\n  b: c', 'a.b'],
    ['at the end', 'a: group\n\n# the end', 'a'],
  ])('is a comment: %s', (_, text, field) => {
    expect(cut(text, field)).toBeUndefined();
  });

  test.each([
    ['a: group\n  #3 goes on\n  to the end', '#3 goes on'],
    ['a: [{b: group #3, c: d}]', '#3, c: d}]'],
  ])('explains why the rest is no YAML: %s', (text, words) => {
    expect(lost(text)).toEqual([`syntax-lost-text "${words}"`]);
  });
});

describe('what nobody sees', () => {
  test.each([
    ['before a name', 'a: b\n\u200bc: d', '\u200b', 'zero-width space (U+200B)'],
    ['in a name', 'a: b\nc\u00add: d', '\u00ad', 'soft hyphen (U+00AD)'],
    ['in place of the indentation', 'a:\n\u00a0\u00a0- b: c', '\u00a0', 'no-break space (U+00A0)'],
    ['behind a colon', 'a: b\nc:\u00a0d', '\u00a0', 'no-break space (U+00A0)'],
    ['behind a dash', 'a:\n  -\u00a0b: c', '\u00a0', 'no-break space (U+00A0)'],
    ['a byte order mark on the way', 'a: b\n\ufeffc: d', '\ufeff', 'byte order mark (U+FEFF)'],
    ['a wide space', 'a: b\n\u3000c: d', '\u3000', 'ideographic space (U+3000)'],
    ['any other', 'a: b\n\u2003c: d', '\u2003', 'unseen character (U+2003)'],
    ['in a name in quotes', 'a: b\n"c\u200b": d', '\u200b', 'zero-width space (U+200B)'],
    ['a list that became text', 'a:\n  - b\n   \u00a0 - c', '\u00a0', 'no-break space (U+00A0)'],
  ])('%s', (_, text, character, name) => {
    expect(lost(text)).toEqual([`syntax-yaml "${character}"`]);
    expect(firstMessage(text)).toContain(name);
  });

  test('an escape in a name of JSON', () => {
    const found = parseText('{"a\\u200b": 1}', 'x.json', 'json').diagnostics;
    expect(found.map(({ code, place }) => [code, place?.column])).toEqual([['syntax-yaml', 2]]);
  });

  test.each(['a: b\u00a0c', 'a: \u200bb', 'a: |\n  \u00a0- b', 'a: می\u200cآییم', 'a: one\n  \u3000two'])(
    'is text in a text: %s',
    (text) => {
      expect(lost(text)).toEqual([]);
    },
  );
});

describe('what looks like syntax', () => {
  test.each([
    ['a: “Visit: a summary”', '“'],
    ['a: «Visite: résumé»', '«'],
    ['a: „Besuch: kurz“', '„'],
    ['a: "Visit”', '”'],
    ['a: b\nc：d', '：'],
  ])('%s', (text, words) => {
    expect(lost(text)).toEqual([`syntax-yaml "${words}"`]);
  });

  test('typographic quotes are text where they do no harm', () => {
    expect(lost('a: “Visit”\nb: the «visit»\nc: "a “visit”: b"')).toEqual([]);
  });
});
