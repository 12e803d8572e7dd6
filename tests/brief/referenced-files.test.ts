import { describe, expect, test } from 'vitest';
import { readBrief } from '../../src/brief/read.js';
import type { FileRead } from '../../src/diagnostics/unread.js';
import { briefWith, contextOf, diagnosticsOf, gist, read } from './reading.js';

const CSL = JSON.stringify([
  {
    id: 'press-0903',
    type: 'article-newspaper',
    title: 'Report',
    issued: { 'date-parts': [['2024', 9, 3]] },
    custom: { x: 1 },
    note: '',
  },
  { id: 'http://zotero.org/users/1/items/AB', type: 'webpage', title: 'Page' },
  { id: 'rome', type: 'treaty', title: 'Rome Statute' },
]);

describe('annexes that are files', () => {
  const annex = (file: string) => `annexes: [{title: t, body: b}, {title: t, file: ${JSON.stringify(file)}}]`;

  test('are read, by their place', () => {
    const loaded = read(briefWith(annex('law/a.md')), { 'law/a.md': '# Law\n\n[@press-0903]' });
    expect(loaded).toMatchObject({ ok: true, diagnostics: [] });
    expect(loaded.ok && [...loaded.value.annexBodies]).toEqual([[1, '# Law\n\n[@press-0903]']]);
  });

  test('lose their front matter, and nothing that only looks like it; places stay true', () => {
    const bodyOf = (text: string) => {
      const loaded = read(briefWith(annex('law/a.md')), { 'law/a.md': text });
      return loaded.ok ? loaded.value.annexBodies.get(1)?.trim() : null;
    };
    expect(bodyOf('---\ntitle: Law\ntags:\n  - a\n# a comment\n---\n\nWords.\n')).toBe('Words.');
    expect(bodyOf('---\r\ntitle: Law\r\n---\r\nWords.')).toBe('Words.');
    for (const text of ['---\nA heading\n---\n\nWords.', 'Words.\n\n---\na: b\n---', '---\na: b\n\nWords.'])
      expect(bodyOf(text)).toBe(text);
    expect(diagnosticsOf(annex('law/a.md'), { 'law/a.md': '---\nby: x\n---\nsee [@nobody]' })).toMatchObject([
      { code: 'sense-unknown-reference', place: { file: 'briefs/law/a.md', line: 4, column: 7 } },
    ]);
  });

  test('have their citations checked, in their own file', () => {
    expect(diagnosticsOf(annex('law/a.md'), { 'law/a.md': 'First\n\nsee [@nobody, p. 3]' })).toMatchObject([
      { code: 'sense-unknown-reference', place: { file: 'briefs/law/a.md', line: 3, column: 7, endColumn: 13 } },
    ]);
  });

  test.each([
    '../a.md',
    '/etc/passwd',
    'a/../../b.md',
    'C:\\a.md',
    '\\\\server\\a.md',
    'a\\..\\..\\b',
    'file:///etc/passwd',
    'https://example.org/a.md',
  ])('are never looked for outside: %s', (file) => {
    const asked: string[] = [];
    const readFile = (path: string): FileRead => {
      asked.push(path);
      return { ok: false, reason: 'missing' };
    };
    const context = { ...contextOf(), readFile };
    const found = readBrief(briefWith(annex(file)), context).diagnostics;
    const code = file.includes('\\') ? 'shape-format' : 'file-outside-folder';
    expect(gist(found)).toEqual([`${code} annexes[1].file`]);
    expect(asked).toEqual([]);
  });

  test.each([
    ['missing', 'file-not-found'],
    ['outside', 'file-outside-folder'],
    ['unreadable', 'file-unreadable'],
    ['too-large', 'file-too-large'],
  ] as const)('%s', (reason, code) => {
    expect(gist(diagnosticsOf(annex('a.md'), { 'a.md': { ok: false, reason } }))).toEqual([`${code} annexes[1].file`]);
  });

  test('are named with / between the parts of a path', () => {
    expect(diagnosticsOf(annex('law\\a.md'), {})).toMatchObject([
      { code: 'shape-format', field: 'annexes[1].file', hints: ['Did you mean `law/a.md`?'] },
    ]);
  });

  test('are text in UTF-8 without control characters', () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x41, 0]);
    expect(diagnosticsOf(annex('a.md'), { 'a.md': { ok: true, bytes } })).toMatchObject([
      { code: 'syntax-encoding', place: { file: 'briefs/a.md' } },
    ]);
    expect(diagnosticsOf(annex('a.md'), { 'a.md': 'a\nb\u0007' })).toMatchObject([
      { code: 'syntax-control-character', place: { file: 'briefs/a.md', line: 2, column: 2 } },
    ]);
  });

  test('snapshots and earlier editions lie inside, too', () => {
    const sha256 = 'a'.repeat(64);
    const fields = `edition: 2
supersedes: {edition: 1, file: ../old.yaml}
sources: [{id: press-0903, type: book, title: t, snapshot: {file: /tmp/x, sha256: ${sha256}}}]`;
    expect(gist(diagnosticsOf(fields)).sort()).toEqual([
      'file-outside-folder sources[0].snapshot.file',
      'file-outside-folder supersedes.file',
    ]);
  });
});

describe('sources in a file of CSL-JSON', () => {
  test('are those of the brief; those that nothing cites are left out', () => {
    const loaded = read(briefWith('sources: refs/all.json\nanalysis: "[@rome, art. 27]"'), { 'refs/all.json': CSL });
    expect(loaded.diagnostics).toEqual([]);
    if (!loaded.ok) throw new Error('not read');
    expect(loaded.value.brief.sources).toEqual([
      { id: 'press-0903', type: 'article-newspaper', title: 'Report', issued: { 'date-parts': [[2024, 9, 3]] } },
      { id: 'rome', type: 'treaty', title: 'Rome Statute' },
    ]);
    expect(loaded.value.placeOf('sources[1].title').file).toBe('briefs/refs/all.json');
  });

  test('go together with sources of the brief', () => {
    const own = '{id: own, type: book, title: Own}';
    const loaded = read(briefWith(`sources: [refs.json, ${own}]\nanalysis: "[@own] [@rome]"`), { 'refs.json': CSL });
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.ok && loaded.value.brief.sources.map(({ id }) => id)).toEqual(['own', 'press-0903', 'rome']);
    expect(loaded.ok && loaded.value.placeOf('sources[0].title').file).toBe('briefs/x.yaml');
  });

  test('are checked where they stand', () => {
    const text = '[\n  {"id": "rome", "type": "book"},\n  {"id": "press-0903", "type": "bok", "URL": "x y"}\n]';
    const found = diagnosticsOf('sources: refs.json', { 'refs.json': text });
    expect(found.map(({ code, place }) => `${place?.file}:${place?.line} ${code}`)).toEqual([
      'briefs/refs.json:3 shape-required',
      'briefs/refs.json:3 shape-value',
      'briefs/refs.json:3 shape-format',
    ]);
  });

  test.each([
    ['refs.bib', {}, 'file-not-found'],
    ['refs.ris', {}, 'file-not-found'],
    ['refs.json', {}, 'file-not-found'],
    ['../refs.json', {}, 'file-outside-folder'],
    ['refs.json', { 'refs.json': '{}' }, 'shape-type'],
    ['refs.json', { 'refs.json': '[' }, 'syntax-json'],
    ['refs.json', { 'refs.json': '[5]' }, 'shape-type'],
  ])('%s %j', (file, files, code) => {
    const found = diagnosticsOf(`sources: ${file}`, files);
    expect(found.map((diagnostic) => diagnostic.code)).toContain(code);
    expect(found.every(({ place }) => place !== undefined)).toBe(true);
  });
});
