import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addQuote, keepSnapshot } from '../../src/brief/edit.js';
import { read, SMALLEST } from './reading.js';

const SNAPSHOT = {
  file: 'snapshots/a.txt',
  sha256: 'a'.repeat(64),
  mediaType: 'text/plain',
  retrievedAt: '2024-09-04',
};
const OTHER = { ...SNAPSHOT, sha256: '0123456789'.repeat(6).concat('0123') };
const QUOTE = { speaker: 'A: "B"', text: 'We [sic] – “regret”\\it', source: { source: 'press-0903', suffix: '# x' } };

/** Every line of `before` is in `after` in its order; what is new is returned. */
function added(before: string, after: string): string[] {
  const kept = before.split('\n');
  const fresh: string[] = [];
  for (const line of after.split('\n')) {
    if (line === kept[0]) kept.shift();
    else fresh.push(line);
  }
  expect(kept).toEqual([]);
  return fresh;
}

const COMMENTED = `${SMALLEST.trimEnd()} # the day after
    # a last word on the source
  # the next source
  - id: other # other
    type: book
    title: >-
      A long
      title

# the end
`;

describe('a kept copy', () => {
  test('is written behind the other fields of its source, and nothing else changes', () => {
    const changed = keepSnapshot('press-0903', SNAPSHOT)(COMMENTED, 'yaml') ?? '';
    expect(added(COMMENTED, changed)).toEqual([
      '    snapshot:',
      '      file: snapshots/a.txt',
      `      sha256: ${'a'.repeat(64)}`,
      '      mediaType: text/plain',
      '      retrievedAt: 2024-09-04',
    ]);
    expect(changed).toContain('issued: 2024-09-03 # the day after\n    snapshot:\n');
    const loaded = read(changed);
    expect(loaded.ok && loaded.value.brief.sources[0]?.snapshot).toEqual(SNAPSHOT);
  });

  test('goes behind a text of several lines', () => {
    const changed = keepSnapshot('other', SNAPSHOT)(COMMENTED, 'yaml') ?? '';
    expect(changed).toContain('      A long\n      title\n    snapshot:\n');
    expect(changed.endsWith('2024-09-04\n\n# the end\n')).toBe(true);
  });

  test('that was there is replaced field by field, with the comments around it', () => {
    const before = (keepSnapshot('press-0903', SNAPSHOT)(COMMENTED, 'yaml') ?? '')
      .replace('text/plain', 'text/html # saved by hand')
      .replace('    snapshot:\n', '    # the copy\n    snapshot:\n');
    const changed = keepSnapshot('press-0903', OTHER)(before, 'yaml');
    expect(changed).toBe(before.replace('a'.repeat(64), `"${OTHER.sha256}"`).replace('text/html', 'text/plain'));
  });

  test.each([
    [
      'a map in braces',
      '  - { id: a, type: book, title: T } # c\n',
      '  - { id: a, type: book, title: T, snapshot: {"file"',
    ],
    [
      'a file with line ends of Windows',
      '  - id: a\r\n    type: book # c\r\n',
      'type: book # c\r\n    snapshot:\r\n      file: ',
    ],
    ['a file that ends without a line end', '  - id: a\n    type: book', 'type: book\n    snapshot:\n      file: '],
    ['items that are not indented', '- id: a\n  type: book\n', 'type: book\n  snapshot:\n    file: '],
  ])('in %s', (_what, item, expected) => {
    const changed = keepSnapshot('a', SNAPSHOT)(`x: 1\nsources:\n${item}`, 'yaml');
    expect(changed).toContain(expected);
    const without = changed?.replace(/(, |\r?\n *)snapshot:[\s\S]*2024-09-04"?\}?/, '');
    expect(without).toBe(`x: 1\nsources:\n${item}`);
  });

  test('in JSON, on lines as the others are', () => {
    const json = '{\n  "sources": [\n    {\n      "id": "a",\n      "title": "T"\n    }\n  ]\n}\n';
    const changed = keepSnapshot('a', SNAPSHOT)(json, 'json') ?? '';
    expect(changed).toContain('"title": "T",\n      "snapshot": {\n        "file": "snapshots/a.txt",\n');
    expect(JSON.parse(changed)).toEqual({ sources: [{ id: 'a', title: 'T', snapshot: SNAPSHOT }] });
    const oneLine = keepSnapshot('a', SNAPSHOT)('{"sources": [{"id": "a"}]}', 'json') ?? '';
    expect(JSON.parse(oneLine)).toEqual({ sources: [{ id: 'a', snapshot: SNAPSHOT }] });
  });

  test.each([
    ['an alias', 'x: &a { id: a }\nsources:\n  - *a\n'],
    ['a text whose empty lines at the end count', 'sources:\n  - id: a\n    title: |+\n      T\n\n\n'],
    ['no source', 'sources: []\n'],
    ['no text that can be read', 'sources: [\n'],
  ])('is not written into %s', (_what, text) => {
    expect(keepSnapshot('a', SNAPSHOT)(text, 'yaml')).toBeNull();
  });
});

describe('a quotation', () => {
  test('begins the list behind the facts', () => {
    const changed = addQuote(QUOTE)(COMMENTED, 'yaml') ?? '';
    const lines = added(COMMENTED, changed);
    expect(lines.slice(0, 3)).toEqual(['', 'quotes:', '  - speaker: \'A: "B"\'']);
    expect(changed.indexOf('quotes:')).toBeLessThan(changed.indexOf('sources:\n  - id'));
    const loaded = read(changed);
    expect(loaded.ok && loaded.value.brief.quotes).toEqual([QUOTE]);
  });

  test('goes behind the others', () => {
    const once = addQuote({ ...QUOTE, speaker: 'One' })(COMMENTED, 'yaml') ?? '';
    const twice = addQuote(QUOTE)(once, 'yaml') ?? '';
    added(once, twice);
    const loaded = read(twice);
    expect(loaded.ok && loaded.value.brief.quotes?.map(({ speaker }) => speaker)).toEqual(['One', 'A: "B"']);
  });

  test.each([
    ['in the same list', 'keyFacts:\n  - id: a\n  # - id: b\n  #   text: later\n', '# What we read.\nsources: []\n'],
    ['of the last item', 'keyFacts:\n  - id: a\n    # by telephone\n', '\n# What we read.\nsources: []\n'],
    ['behind an empty line', 'keyFacts:\n  - id: a\n\n  # - id: b\n', '\n# What we read.\nsources: []\n'],
    ['below the whole list', 'keyFacts:\n  - id: a\n# These were checked.\n', '\nsources: []\n'],
    ['of what follows', 'keyFacts:\n  - id: a\n', '# What we read.\n# And heard.\nsources: []\n'],
    ['at the end of the file', 'sources: []\nkeyFacts:\n  - id: a\n# the end', ''],
    ['with line ends of Windows', 'keyFacts:\r\n  - id: a\r\n    # by telephone\r\n', 'sources: []\r\n'],
  ])('never parts a comment from what it belongs to: %s', (_what, before, after) => {
    const changed = addQuote(QUOTE)(before + after, 'yaml') ?? '';
    expect(changed.slice(0, before.trimEnd().length)).toBe(before.trimEnd());
    expect(changed.endsWith(after)).toBe(true);
    expect(changed.slice(before.length).trimStart()).toMatch(/^quotes:\r?\n {2}- speaker/);
  });

  test.each([
    ['deeper', '    # by telephone\n'],
    ['of a next one', '  # - speaker: Z\n'],
  ])('leaves a comment with the quotation above it: %s', (_what, comment) => {
    const list = `quotes:\n  - speaker: A\n${comment}`;
    const changed = addQuote(QUOTE)(`${list}sources: []\n`, 'yaml') ?? '';
    expect(changed.startsWith(`${list}  - speaker: `)).toBe(true);
  });

  test('in JSON, with a list and without one', () => {
    const json = '{\n  "keyFacts": [],\n  "sources": []\n}\n';
    const once = addQuote(QUOTE)(json, 'json') ?? '';
    expect(Object.keys(JSON.parse(once))).toEqual(['keyFacts', 'quotes', 'sources']);
    const twice = addQuote(QUOTE)(once, 'json') ?? '';
    expect(JSON.parse(twice).quotes).toEqual([QUOTE, QUOTE]);
    added(
      once.replace('    }\n  ],\n  "sources"', '    },\n  "sources"'),
      twice.replace('    }\n  ],\n  "sources"', '  "sources"'),
    );
  });

  test.each(['mongolia-icc.yaml', 'read-ahead-exercise.yaml', 'two-pager-exercise.json'])(
    'in the sample %s',
    (name) => {
      const text = readFileSync(new URL(`../../briefs/${name}`, import.meta.url), 'utf8');
      const format = name.endsWith('json') ? 'json' : 'yaml';
      expect(addQuote(QUOTE)(text, format)).not.toBeNull();
      const sources = text.slice(text.search(/^(?: {2}")?sources"?:/m));
      const [, id = ''] = /\bid"?: "?([^\s",]+)/.exec(sources) ?? [];
      const kept = keepSnapshot(id, SNAPSHOT)(text, format);
      expect(kept).toContain(SNAPSHOT.sha256);
      const around = (whole: string | null) =>
        whole?.replace(/^.*(snapshot|file|sha256|mediaType|retrievedAt)"?:.*$/gm, '').replace(/[\s,}]/g, '');
      expect(around(kept)).toBe(around(text));
    },
  );
});

describe('a kept copy of a source in a library', () => {
  const item = '- id: a\n    snapshot:\n      file: snapshots/a.txt\n';

  test.each([
    ['sources: refs.bib # mine\nx: 1\n', 'sources:\n  - refs.bib\n  - id: a\n    snapshot:\n'],
    ['sources: refs.bib', 'sources:\n  - refs.bib\n  - id: a\n    snapshot:\n'],
    ['sources: "refs.bib"\r\nx: 1\r\n', 'sources:\r\n  - refs.bib\r\n  - id: a\r\n'],
    ['sources:\n  - refs.bib\n  - id: b\n', `  - refs.bib\n  - id: b\n  ${item}`],
    ['sources:\n  - id: a\n    note: n\n  - refs.bib\n', '    note: n\n    snapshot:\n      file: snapshots/a.txt\n'],
    ['sources: [refs.bib]\n', 'sources: [refs.bib, {"id":"a","snapshot":'],
  ])('is put into an entry of the brief: %j', (text, expected) => {
    const changed = keepSnapshot('a', SNAPSHOT)(text, 'yaml') ?? '';
    expect(changed).toContain(expected);
    if (text.includes('# mine')) expect(changed).toContain('# mine');
    expect(keepSnapshot('a', OTHER)(changed, 'yaml')).toContain(OTHER.sha256);
  });

  test('in JSON', () => {
    const changed = keepSnapshot('a', SNAPSHOT)('{\n  "sources": "refs.json"\n}\n', 'json') ?? '';
    expect(JSON.parse(changed)).toEqual({ sources: ['refs.json', { id: 'a', snapshot: SNAPSHOT }] });
  });
});
