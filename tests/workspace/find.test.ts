import { describe, expect, test } from 'vitest';
import { findBriefs } from '../../src/workspace/find.js';
import { globExpression } from '../../src/workspace/glob.js';
import { MemoryFiles } from '../../src/workspace/memory-files.js';
import { memoryWorkspace } from '../../src/workspace/memory-workspace.js';

describe('patterns', () => {
  test.each([
    ['*.yaml', 'a.yaml', true],
    ['*.yaml', 'a/b.yaml', false],
    ['*.yaml', '.a.yaml', false],
    ['.*', '.a', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['**/*.yaml', 'a.yaml', true],
    ['**/*.yaml', 'a/b/c.yaml', true],
    ['**/*.yaml', '.git/c.yaml', false],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/x/y/b', true],
    ['a/**', 'a/x/y', true],
    ['*.{yaml,json}', 'a.json', true],
    ['*.{yaml,json}', 'a.txt', false],
    ['[ab].yaml', 'b.yaml', true],
    ['[!ab].yaml', 'b.yaml', false],
    ['[!ab].yaml', 'c.yaml', true],
    ['a.b', 'axb', false],
    ['a+(b)', 'a+(b)', true],
    ['[', '[', true],
    ['{', '{', true],
    ['æ*', 'æøå', true],
  ])('%s and %s: %s', (pattern, path, matches) => {
    expect(globExpression(pattern).test(path)).toBe(matches);
  });
});

describe('finding briefs', () => {
  const workspace = memoryWorkspace(
    new MemoryFiles({
      '/desk/briefs/b.yaml': '',
      '/desk/briefs/a.yml': '',
      '/desk/briefs/deep/c.json': '{"briefpress": 1}',
      '/desk/briefs/sources.json': '[{"id": "a"}]',
      '/desk/briefs/brief.schema.json': '{"title": "briefpress"}',
      '/desk/briefs/.hidden.yaml': '',
      '/desk/briefs/node_modules/x.yaml': '',
      '/desk/briefs/picture.png': '',
      '/desk/briefs/circle': { link: '/desk/briefs' },
      '/desk/briefpress.config.yaml': '',
      '/desk/other/d.yaml': '',
      '/desk/empty/readme.txt': '',
      '/desk/odd[1].yaml': '',
    }),
  );
  const find = (...targets: string[]) => {
    const { files, problems } = findBriefs(workspace, targets);
    return { files: files.map((file) => workspace.name(file)), problems: problems.map((problem) => problem.message) };
  };

  test('in a folder and those below, by name, and nothing that is not a brief', () => {
    expect(find('briefs')).toEqual({ files: ['briefs/a.yml', 'briefs/b.yaml', 'briefs/deep/c.json'], problems: [] });
  });
  test('the configuration is no brief', () => {
    expect(find('.').files).not.toContain('briefpress.config.yaml');
  });
  test('a file that is named is taken, whatever it is', () => {
    expect(find('briefs/sources.json').files).toEqual(['briefs/sources.json']);
  });
  test('by a pattern', () => {
    expect(find('briefs/**/*.{yaml,json,png}').files).toEqual([
      'briefs/b.yaml',
      'briefs/deep/c.json',
      'briefs/picture.png',
    ]);
    expect(find('*/d.yaml').files).toEqual(['other/d.yaml']);
    expect(find('./*/d.yaml').files).toEqual(['other/d.yaml']);
    expect(find('/desk/o*/d.yaml').files).toEqual(['other/d.yaml']);
  });
  test('a name with brackets that exists is a name', () => {
    expect(find('odd[1].yaml').files).toEqual(['odd[1].yaml']);
  });
  test('each once, in the order given', () => {
    expect(find('other/d.yaml', 'briefs/b.yaml', './other/*.yaml').files).toEqual(['other/d.yaml', 'briefs/b.yaml']);
  });
  test('what names nothing is said, and the others are found', () => {
    expect(find('nothing', 'other', 'empty', '*.txt')).toEqual({
      files: ['other/d.yaml'],
      problems: [
        'nothing does not name a file or folder.',
        'There is no brief in empty.',
        '*.txt does not name a file or folder.',
      ],
    });
  });
});

describe('YAML in a folder', () => {
  const isFound = (text: string): boolean =>
    findBriefs(memoryWorkspace(new MemoryFiles({ '/desk/in/x.yaml': text })), ['in']).files.length === 1;

  test.each([
    ['a theme', 'size: 11\nfonts:\n  body: Noto Serif\n  title: Noto Sans\n'],
    ['labels', 'labels:\n  keyFacts: Facts\n  sources: Sources\n  title: Title\n  asOf: As of\n'],
    ['labels without a heading', 'keyFacts: Facts\nsources: Sources\n'],
    ['a configuration', 'paper: A4\ntheme: ministry.yaml\n'],
    ['a job', 'name: briefpress\non: push\njobs: {}\n'],
    ['words about the program', '# for briefpress\nnote: run briefpress build\n'],
  ])('%s is not a brief', (_, text) => {
    expect(isFound(text)).toBe(false);
  });

  test.each([
    ['in full', 'briefpress: 1\n'],
    ['after a comment', '# yaml-language-server\n---\n"briefpress" : 1\n'],
    ['in one line', '{ briefpress: 1, title: Talks }\n'],
    ['in one line, with the word last', '{ title: Talks, "briefpress": 1 }'],
    ['without the word, with a title', 'title: ['],
    ['without the word, with a date', 'asOf: 2024-09-04\n'],
    ['without the word, with facts', 'keyFacts:\n  - text: It rains.\n'],
    ['without the word, with facts in a line', 'keyFacts: [{ text: It rains. }]\r\n'],
    ['that is empty', '\n'],
    ['that is not text', '\0\u0001'],
  ])('a brief %s is one', (_, text) => {
    expect(isFound(text)).toBe(true);
  });
});
