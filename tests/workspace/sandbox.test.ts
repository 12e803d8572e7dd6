import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MemoryFiles } from '../../src/workspace/memory-files.js';
import { readWithin } from '../../src/workspace/sandbox.js';
import { diskWorkspace } from '../../src/workspace/workspace.js';

describe('reading what a brief names', () => {
  const files = new MemoryFiles({
    '/briefs/a.png': 'picture',
    '/briefs/annex/b.md': 'annex',
    '/briefs/large': 'x'.repeat(101),
    '/briefs/device': { device: true },
    '/briefs/inner-link': { link: 'annex/b.md' },
    '/briefs/outer-link': { link: '../secret' },
    '/briefs/absolute-link': { link: '/secret' },
    '/briefs/outer-folder': { link: '/other' },
    '/briefs/circle': { link: 'circle' },
    '/briefs-neighbour/x': 'neighbour',
    '/other/x': 'other',
    '/secret': 'secret',
    '/linked-briefs': { link: '/briefs' },
  });
  const read = (path: string, folder = '/briefs') => readWithin(files, folder, path, 100);

  test.each([
    ['a.png', 'picture'],
    ['annex/b.md', 'annex'],
    ['./annex/../a.png', 'picture'],
    ['inner-link', 'annex'],
  ])('%s is read', (path, text) => {
    expect(read(path)).toEqual({ ok: true, bytes: new TextEncoder().encode(text) });
  });

  test.each([
    ['missing.png', 'missing'],
    ['a.png/below', 'missing'],
    ['annex', 'unreadable'],
    ['device', 'unreadable'],
    ['circle', 'unreadable'],
    ['large', 'too-large'],
    ['outer-link', 'outside'],
    ['absolute-link', 'outside'],
    ['outer-folder/x', 'outside'],
    ['../briefs-neighbour/x', 'outside'],
    ['../briefs/a.png', 'outside'],
  ])('%s is not read: %s', (path, reason) => {
    expect(read(path)).toEqual({ ok: false, reason });
  });

  test('the folder of the brief may itself be a link', () => {
    expect(read('a.png', '/linked-briefs').ok).toBe(true);
  });
});

describe('on the disk', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'briefpress-'));
    mkdirSync(join(folder, 'briefs'));
    writeFileSync(join(folder, 'secret'), 'secret');
    writeFileSync(join(folder, 'briefs', 'bild å.png'), 'picture');
    symlinkSync('../secret', join(folder, 'briefs', 'out'));
    symlinkSync('/dev/zero', join(folder, 'briefs', 'zero'));
    execFileSync('mkfifo', [join(folder, 'briefs', 'pipe')]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['bild å.png', undefined],
    ['out', 'outside'],
    ['zero', 'outside'],
    ['pipe', 'unreadable'],
    ['.', 'unreadable'],
    ['nothing', 'missing'],
    ['x'.repeat(300), 'unreadable'],
  ])('%s: %s', (path, reason) => {
    const result = diskWorkspace(folder).readWithin('briefs', path, 100);
    expect(result.ok ? undefined : result.reason).toBe(reason);
  });
});

describe('a path that differs in the case of its letters alone', () => {
  const files = new MemoryFiles({ '/desk/Photos/Visit.PNG': 'x', '/desk/plain.txt': 'x' });

  test.each([
    ['photos/visit.png', 'Photos/Visit.PNG'],
    ['./Photos/visit.png', 'Photos/Visit.PNG'],
    ['PLAIN.txt', 'plain.txt'],
  ])('%s is missing, and %s is there', (path, otherCase) => {
    expect(readWithin(files, '/desk', path, 100)).toEqual({ ok: false, reason: 'missing', otherCase });
  });

  test.each(['other.txt', 'Photos/other.png', 'plain.txt/more'])('%s is only missing', (path) => {
    expect(readWithin(files, '/desk', path, 100)).toEqual({ ok: false, reason: 'missing' });
  });
});
