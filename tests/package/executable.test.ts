import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './installation.js';

describe('the executable, in an empty folder, with no other program on the path', () => {
  let folder: string;
  const run = (...argv: readonly string[]) =>
    spawnSync(join(folder, 'made/briefpress'), argv, {
      cwd: join(folder, 'empty'),
      env: { PATH: join(folder, 'none') },
      encoding: 'utf8',
      timeout: 60_000,
    });
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'briefpress-executable-'));
    mkdirSync(join(folder, 'empty'));
    const argv = [join(ROOT, 'scripts/executable.mjs'), '--output', join(folder, 'made')];
    execFileSync(process.execPath, argv, { stdio: 'ignore' });
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('has its licences beside it', () => {
    const made = readdirSync(join(folder, 'made'));
    expect(made).toEqual(expect.arrayContaining(['LICENSE', 'THIRD-PARTY-LICENSES.md', 'third-party.txt']));
    expect(readFileSync(join(folder, 'made/third-party.txt'), 'utf8')).toMatch(/^pdfkit \d/m);
  });

  test('makes a sample into the same bytes as the package does', () => {
    expect(run('new', '--sample', 'mongolia-icc', './')).toMatchObject({ status: 0, stderr: '' });
    expect(run('build', 'mongolia-icc.yaml', '--lang', 'sv', '--edition', 'public', '-o', 'executable').status).toBe(0);
    const argv = ['build', 'mongolia-icc.yaml', '--lang', 'sv', '--edition', 'public', '-o', 'package'];
    execFileSync(process.execPath, [join(ROOT, 'dist/cli/bin.js'), ...argv], { cwd: join(folder, 'empty') });
    const [ours, theirs] = ['package', 'executable'].map((name) => join(folder, 'empty', name));
    const names = readdirSync(ours ?? '');
    expect(names).toEqual(readdirSync(theirs ?? ''));
    expect(names.some((name) => name.endsWith('.pdf'))).toBe(true);
    for (const name of names) {
      expect(readFileSync(join(ours ?? '', name)).equals(readFileSync(join(theirs ?? '', name))), name).toBe(true);
    }
  });

  test('lists its templates, and says how it is started', () => {
    expect(run('templates').stdout).toMatch(/^policy-memo: /m);
    expect(run('check', 'none.yaml').stderr).toContain(`${join(folder, 'made/briefpress')} new NAME`);
    expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(existsSync(join(folder, 'empty/dist'))).toBe(false);
  });
});
