import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { briefpress } from './session.js';

const ROOT = join(import.meta.dirname, '../..');
const kept = (path: string) => readFileSync(join(ROOT, 'briefs', path));

describe('new --sample', () => {
  test('copies the brief, and beside it all that it names', async () => {
    const made = await briefpress(['new', '--sample', 'mongolia-icc']);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect([...made.files.keys()].sort()).toEqual([
      'briefs/brief.schema.json',
      'briefs/mongolia-icc.1.yaml',
      'briefs/mongolia-icc.yaml',
      'briefs/snapshots/press.txt',
    ]);
    expect(made.stdout).toBe(
      'Copied the sample to briefs/mongolia-icc.yaml, and briefs/mongolia-icc.1.yaml, briefs/snapshots/press.txt beside it. Next: briefpress build briefs/mongolia-icc.yaml\n',
    );
    // The edition before is known by its hash.
    expect(
      kept('mongolia-icc.1.yaml').equals(made.files.get('briefs/mongolia-icc.1.yaml') ?? kept('smallest.yaml')),
    ).toBe(true);
    const [first, ...rest] = made.text('briefs/mongolia-icc.yaml').split('\n');
    expect(first).toBe('# yaml-language-server: $schema=./brief.schema.json');
    expect(rest.join('\n')).toBe(kept('mongolia-icc.yaml').toString().replace(/^.*\n/, ''));
    expect(await briefpress(['check', 'briefs'], { files: Object.fromEntries(made.files) })).toMatchObject({ code: 0 });
  });

  test.each<[target: string, path: string, files?: Record<string, string>]>([
    ['x', 'briefs/x.yaml'],
    ['./x.yaml', 'x.yaml'],
    ['here', 'here/smallest.yaml', { 'here/other.txt': '' }],
    ['there/', 'there/smallest.yaml'],
  ])('to %s', async (target, path, files = {}) => {
    const made = await briefpress(['new', target, '--sample', 'smallest'], { files });
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.text(path)).toContain('briefpress: 1');
  });

  test('a sample in JSON keeps its form', async () => {
    const made = await briefpress(['new', 'mine', '--sample', 'two-pager-exercise']);
    expect(made.code).toBe(0);
    expect(JSON.parse(made.text('briefs/mine.json'))).toMatchObject({ briefpress: 1 });
  });

  test('one that does not exist lists the others, a line each', async () => {
    const run = await briefpress(['new', '--sample', 'mongolia']);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^error: There is no sample `mongolia`\. There are:\n( {2}\S+ +\S.* \([a-z-]+\)\n){8}$/);
    expect(run.stderr).toMatch(/^ {2}mongolia-icc {2,}\S.* \(information-memo\)$/m);
    expect(run.files.size).toBe(0);
  });

  test('writes over nothing, and then writes nothing at all', async () => {
    const files = { 'briefs/snapshots/press.txt': 'Another report.' };
    const run = await briefpress(['new', '--sample', 'mongolia-icc'], { files });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('briefs/snapshots/press.txt cannot be written: there is another file of that name');
    expect([...run.files.keys()]).toEqual(['briefs/snapshots/press.txt']);
  });

  test('what is there already is no obstacle', async () => {
    const once = await briefpress(['new', '--sample', 'mongolia-icc']);
    const twice = await briefpress(['new', '--sample', 'mongolia-icc'], { files: Object.fromEntries(once.files) });
    expect(twice.code).toBe(0);
  });

  test('a full disk and a wrong use are said', async () => {
    const full = await briefpress(['new', '--sample', 'smallest'], { faults: { 'create /desk/briefs': 'ENOSPC' } });
    expect([full.code, full.stderr]).toEqual([2, expect.stringContaining('the disk is full')]);
    const both = await briefpress(['new', '--sample', 'smallest', '--type', 'submission']);
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('--type')]);
  });
});
