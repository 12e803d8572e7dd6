import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MemoryFiles } from '../../src/workspace/memory-files.js';
import { memoryWorkspace } from '../../src/workspace/memory-workspace.js';
import { diskWorkspace } from '../../src/workspace/workspace.js';

describe('writing whole or not at all', () => {
  const old = { '/desk/output/a.pdf': 'the old file' };

  test('a new file takes the place of the old one, and nothing else is left', () => {
    const files = new MemoryFiles(old);
    expect(memoryWorkspace(files).write('output/a.pdf', 'the new file').ok).toBe(true);
    expect([...files.snapshot()].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual([
      ['/desk/output/a.pdf', 'the new file'],
    ]);
  });

  test.each([
    ['create /desk/output', 'ENOSPC', 'the disk is full'],
    ['create /desk/output', 'EACCES', 'you have no permission'],
    ['create /desk/output', 'EROFS', 'the disk is read-only'],
    ['create /desk/output', 'EDQUOT', 'quota'],
    ['rename /desk/output', 'ENOSPC', 'the disk is full'],
    ['rename /desk/output', 'EPERM', 'does not permit'],
    ['makeFolder /desk/output', 'EACCES', 'you have no permission'],
    ['create /desk/output', 'ENAMETOOLONG', 'name is too long'],
    ['create /desk/output', 'EWEIRD', 'EWEIRD'],
  ])('%s fails with %s: the old file stays, no half file is left', (operation, code, words) => {
    const files = new MemoryFiles(old, { [operation]: code });
    const result = memoryWorkspace(files).write('output/a.pdf', 'the new file');
    expect(result.diagnostics).toMatchObject([
      { severity: 'error', code: 'file-unwritable', message: expect.stringContaining(words) },
    ]);
    expect(result.diagnostics[0]?.message).toContain('output/a.pdf');
    expect([...files.snapshot().keys()]).toEqual(['/desk/output/a.pdf']);
    expect(Buffer.from(files.snapshot().get('/desk/output/a.pdf') ?? []).toString()).toBe('the old file');
  });

  test('what is there is kept when it must not be replaced', () => {
    const files = new MemoryFiles(old);
    const result = memoryWorkspace(files).write('output/a.pdf', 'new', { replace: false });
    expect(result.diagnostics[0]).toMatchObject({
      code: 'file-unwritable',
      message: expect.stringContaining('already'),
    });
    expect(Buffer.from(files.snapshot().get('/desk/output/a.pdf') ?? []).toString()).toBe('the old file');
  });

  test('a new file that cannot be finished is not left half written', () => {
    const files = new MemoryFiles({}, { 'create /desk': 'ENOSPC' });
    expect(memoryWorkspace(files).write('a.yaml', 'new text', { replace: false }).ok).toBe(false);
    expect(files.snapshot().size).toBe(0);
  });

  test('an output that is a folder', () => {
    const files = new MemoryFiles({ '/desk/output/a.pdf/x': '' });
    expect(memoryWorkspace(files).write('output/a.pdf', 'new').diagnostics[0]?.message).toContain('it is a folder');
  });

  test('an output folder that is a file', () => {
    const files = new MemoryFiles({ '/desk/output': '' });
    expect(memoryWorkspace(files).write('output/a.pdf', 'new').ok).toBe(false);
  });

  test('a bug of ours is not taken for a file problem', () => {
    const files = new MemoryFiles();
    files.create = () => {
      throw new TypeError('a bug');
    };
    expect(() => memoryWorkspace(files).write('a', 'b')).toThrow('a bug');
  });
});

describe('the disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'briefpress-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('writes and reads back, in a folder that it makes', () => {
    const disk = diskWorkspace(folder);
    expect(disk.write('deep/er/a.txt', 'åäö').ok).toBe(true);
    expect(disk.readText('deep/er/a.txt', 100)).toMatchObject({ ok: true, value: 'åäö' });
    expect(readdirSync(join(folder, 'deep/er'))).toEqual(['a.txt']);
  });

  test('replaces a link by a file and leaves what it led to alone', () => {
    writeFileSync(join(folder, 'precious'), 'precious');
    symlinkSync('precious', join(folder, 'a.txt'));
    expect(diskWorkspace(folder).write('a.txt', 'new').ok).toBe(true);
    expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('precious');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('new');
  });

  test.each([
    ['/dev/full/x', 'file, not a folder'],
    ['/proc/briefpress/x', ''],
    [`${'x'.repeat(256)}`, 'name is too long'],
    ['a\0b', 'no file name can hold'],
  ])('refuses to write %j', (path, words) => {
    const result = diskWorkspace(folder).write(path, 'text');
    expect(result.diagnostics).toMatchObject([{ code: 'file-unwritable' }]);
    expect(result.diagnostics[0]?.message).toContain(words);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('reads no pipe, no device, no folder, and waits for none of them', () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const disk = diskWorkspace(folder);
    expect(disk.read('pipe', 100).diagnostics[0]).toMatchObject({ code: 'file-unreadable' });
    expect(disk.read('/dev/zero', 100).diagnostics[0]).toMatchObject({ code: 'file-unreadable' });
    expect(disk.read('.', 100).diagnostics[0]?.message).toContain('it is a folder');
    expect(disk.read('nothing', 100).diagnostics[0]).toMatchObject({ code: 'file-not-found' });
  });

  test('reads up to the limit and not beyond', () => {
    writeFileSync(join(folder, 'a'), 'x'.repeat(5000));
    const disk = diskWorkspace(folder);
    expect(disk.read('a', 5000)).toMatchObject({ ok: true });
    expect(disk.read('a', 4999).diagnostics[0]).toMatchObject({ code: 'file-too-large' });
    expect(disk.read('/proc/self/environ', 1_000_000).ok).toBe(true);
  });

  test('sees a change, and one that comes by renaming', async () => {
    writeFileSync(join(folder, 'a.txt'), 'old');
    const disk = diskWorkspace(folder);
    const changed: string[] = [];
    const watching = await disk.watch(['a.txt'], (path) => changed.push(path));
    disk.write('a.txt', 'new');
    await expect.poll(() => changed, { timeout: 60_000 }).toContain(join(folder, 'a.txt'));
    await watching.close();
  });
});

test('a file is named as people write it', () => {
  const workspace = memoryWorkspace();
  expect(workspace.name('/desk/briefs/a.yaml')).toBe('briefs/a.yaml');
  expect(workspace.name('/elsewhere/a.yaml')).toBe('/elsewhere/a.yaml');
  expect(workspace.name('.')).toBe('.');
});
