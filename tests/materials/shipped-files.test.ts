import { expect, test } from 'vitest';
import { error, failure, success } from '../../src/diagnostics/diagnostic.js';
import { builtInTemplates } from '../../src/materials/packs.js';
import { withShippedKept } from '../../src/materials/shipped-files.js';
import { memoryWorkspace } from '../../src/workspace/memory-workspace.js';

const LIMIT = 1000;

/** A library call of its own on a disk with these files, which notes what it asked of it. */
function call(files: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const within = (path: string) => {
    asked.push(path);
    return Object.keys(files).filter((file) => file === path || file.startsWith(`${path}/`));
  };
  const missing = failure([error('file-not-found', 'It is not there.')]);
  const workspace = withShippedKept({
    ...memoryWorkspace(),
    kind: (path) => (within(path).length === 0 ? null : path in files ? 'file' : 'folder'),
    list: (path) => {
      const found = within(path).map((file) => ({
        name: file.slice(path.length + 1),
        kind: 'file' as const,
        isLink: false,
      }));
      return found.length === 0 ? missing : success(found);
    },
    readText: (path) => (within(path).length === 0 ? missing : success(files[path] ?? '')),
  });
  const answers = (folder: string, file: string) => [
    workspace.kind(folder),
    workspace.list(folder),
    workspace.readText(`${folder}/${file}`, LIMIT),
  ];
  return { answers, asked };
}

test('what comes with the program is read once in a process, and what is a person’s each time', () => {
  const shipped = `${builtInTemplates()}/of-this-test`;
  const first = call({ [`${shipped}/pack.yaml`]: 'title: Old', '/desk/pack/pack.yaml': 'title: Old' });
  const old = first.answers(shipped, 'pack.yaml');
  expect(old).toMatchObject(['folder', { value: [{ name: 'pack.yaml' }] }, { value: 'title: Old' }]);
  first.answers('/desk/pack', 'pack.yaml');

  const later = call({ '/desk/pack/pack.yaml': 'title: New' });
  expect(later.answers(shipped, 'pack.yaml')).toEqual(old);
  expect(later.asked).toEqual([]);
  expect(later.answers('/desk/pack', 'pack.yaml').at(-1)).toMatchObject({ value: 'title: New' });
  expect(later.asked).toEqual(['/desk/pack', '/desk/pack', '/desk/pack/pack.yaml']);
});

test('what could not be read is looked for again', () => {
  const shipped = `${builtInTemplates()}/not-there-yet`;
  const [kind, list, text] = call({}).answers(shipped, 'pack.yaml');
  expect([kind, list, text]).toMatchObject([null, { ok: false }, { ok: false }]);
  const later = call({ [`${shipped}/pack.yaml`]: 'title: New' });
  expect(later.answers(shipped, 'pack.yaml')).toMatchObject(['folder', { ok: true }, { value: 'title: New' }]);
});
