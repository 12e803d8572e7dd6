import { describe, expect, test } from 'vitest';
import { builtInTemplates, choosePack, findPack, listPacks, readFolderText } from '../../src/materials/packs.js';
import { type MemoryEntry, MemoryFiles } from '../../src/workspace/memory-files.js';
import { memoryWorkspace } from '../../src/workspace/memory-workspace.js';

const workspaceOf = (files: Record<string, MemoryEntry>, faults = {}) =>
  memoryWorkspace(new MemoryFiles(files, faults));

const OURS = {
  '/desk/packs/ours/pack.yaml': 'name: ours',
  '/desk/packs/read-ahead/pack.yaml': 'name: read-ahead',
  '/desk/packs/notes/readme.txt': 'Not a pack.',
  '/desk/packs/pack.txt': 'Not a folder.',
};

describe('packs', () => {
  test('are those in the folders of a person, and those that come with the program; the first of a name counts', () => {
    const found = listPacks(workspaceOf(OURS), ['packs']);
    const names = found.map(({ name }) => name);
    expect(names.slice(0, 2).sort()).toEqual(['ours', 'read-ahead']);
    expect(names).toEqual(expect.arrayContaining(['assessment', 'policy-memo', 'submission', 'two-pager']));
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain('shared');
    expect(found.find(({ name }) => name === 'read-ahead')?.folder).toBe('/desk/packs/read-ahead');
  });

  test('may be a folder alone', () => {
    const [first] = listPacks(workspaceOf(OURS), ['packs/ours/']);
    expect(first).toEqual({ name: 'ours', folder: '/desk/packs/ours' });
  });

  test('of a folder that is not there are none', () => {
    const built = listPacks(workspaceOf({}), []);
    expect(listPacks(workspaceOf({}), ['nowhere'])).toEqual(built);
  });

  test('that do not exist are an error that names those that do', () => {
    const found = findPack(workspaceOf(OURS), 'our', ['packs']);
    expect(found).toMatchObject({ ok: false, diagnostics: [{ code: 'template-not-found' }] });
    expect(found.diagnostics[0]?.hints[0]).toMatch(/^There are: .*\bours\b.*\bpolicy-memo\b/);
  });

  test.each([
    ['a name', 'ours', ['packs']],
    ['a path', './packs/ours', []],
    ['a path with a slash at its end', 'packs/ours/', []],
  ])('are chosen by %s', (_what, given, folders) => {
    expect(choosePack(workspaceOf(OURS), given, folders)).toMatchObject({
      ok: true,
      value: { name: 'ours', folder: '/desk/packs/ours' },
    });
  });

  test('a folder of the name in the current folder is the pack that is meant', () => {
    const files = { '/desk/policy-memo/pack.yaml': 'name: policy-memo' };
    expect(choosePack(workspaceOf(files), 'policy-memo', [])).toMatchObject({ value: { folder: '/desk/policy-memo' } });
    expect(choosePack(workspaceOf({}), 'policy-memo', [])).toMatchObject({
      value: { folder: `${builtInTemplates()}/policy-memo` },
    });
  });

  test.each(['./packs/notes', '.', '..', 'packs/none'])('a path without a pack is an error: %s', (given) => {
    const chosen = choosePack(workspaceOf(OURS), given, []);
    expect(chosen).toMatchObject({ ok: false, diagnostics: [{ code: 'template-not-found' }] });
    expect(chosen.diagnostics[0]?.message).toContain(`${given} is not a template pack`);
  });
});

describe('the texts of a folder', () => {
  const files = {
    '/desk/p/pack.yaml': 'a',
    '/desk/p/print.md.hbs': 'b',
    '/desk/p/labels/sv.yml': 'c',
    '/desk/p/a/b/deep.yaml': 'too deep',
    '/desk/p/picture.png': 'not text',
    '/desk/p/yaml': 'no ending',
  };

  test('are its templates and YAML files, one folder deep', () => {
    const texts = readFolderText(workspaceOf(files), '/desk/p');
    expect(texts.ok && [...texts.value].sort()).toEqual([
      ['labels/sv.yml', 'c'],
      ['pack.yaml', 'a'],
      ['print.md.hbs', 'b'],
    ]);
  });

  test('of a folder that is not there are none', () => {
    expect(readFolderText(workspaceOf({}), '/desk/none')).toMatchObject({ ok: true, value: new Map() });
  });

  test('are an error where one cannot be read or is too large', () => {
    const denied = readFolderText(workspaceOf(files, { 'read /desk/p/pack.yaml': 'EACCES' }), '/desk/p');
    expect(denied).toMatchObject({ ok: false, diagnostics: [{ code: 'file-unreadable' }] });
    const large = readFolderText(workspaceOf({ '/desk/p/pack.yaml': ' '.repeat(1024 * 1024 + 1) }), '/desk/p');
    expect(large).toMatchObject({ ok: false, diagnostics: [{ code: 'file-too-large' }] });
  });
});
