import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brief } from '../cli/session.js';
import { ROOT } from './installation.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefpress-compiled-'));
  mkdirSync(join(folder, 'dist'));
  for (const name of ['cli', 'packs'])
    cpSync(join(ROOT, 'dist', name), join(folder, 'dist', name), { recursive: true });
  for (const name of ['dist/assets', 'templates']) symlinkSync(join(ROOT, name), join(folder, name));
  writeFileSync(join(folder, 'a.yaml'), brief());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds a brief with this copy of the program; the documents' bytes. */
function built(env: Record<string, string> = {}): readonly string[] {
  const run = spawnSync(process.execPath, ['dist/cli/bin.js', 'build', 'a.yaml'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '', ...env },
    timeout: 60_000,
  });
  expect(run).toMatchObject({ status: 0, stderr: '' });
  return ['a.pdf', 'a.md'].map((name) => readFileSync(join(folder, 'output', name), 'latin1'));
}

const compiled = () => join(folder, 'dist/compiled');

test('the documents are the same with compiled code, without it, and where it is damaged', () => {
  const without = built({ NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(readdirSync(join(folder, 'dist'))).not.toContain('compiled');
  expect(built()).toEqual(without);
  const files = readdirSync(compiled());
  expect(files.some((name) => name.startsWith('start-'))).toBe(true);
  expect(built()).toEqual(without);
  for (const name of files)
    writeFileSync(join(compiled(), name), readFileSync(join(compiled(), name)).subarray(0, 999));
  expect(built()).toEqual(without);
  expect(readdirSync(compiled())).toEqual(files);
}, 120_000);

test('the version and a word of help are said, and nothing is kept for the version', () => {
  rmSync(compiled(), { recursive: true, force: true });
  const said = spawnSync(process.execPath, ['dist/cli/bin.js', '--version'], { cwd: folder, encoding: 'utf8' });
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(said).toMatchObject({ stdout: `${version}\n`, stderr: '', status: 0 });
  expect(readdirSync(join(folder, 'dist'))).not.toContain('compiled');
});

test('the packs are in ASCII: they are read without decoding', () => {
  for (const name of readdirSync(join(ROOT, 'dist/packs'))) {
    expect(readFileSync(join(ROOT, 'dist/packs', name)).every((byte) => byte < 128)).toBe(true);
  }
});
