import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** Copies what git has of the project, and what it would have, to an empty folder: a fresh clone. Returns that folder. */
export function cloneProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'briefpress-clone-'));
  const argv = ['-c', 'safe.directory=*', 'ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const names = execFileSync('git', argv, { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const name of names.filter((each) => existsSync(join(ROOT, each)))) cpSync(join(ROOT, name), join(folder, name));
  return folder;
}

/** Packs the project as it would be published, and unpacks it in an empty folder; returns that folder. */
export function installPackage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'briefpress-installed-'));
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  install(folder, join(folder, filename));
  return folder;
}

/** As a user does; nothing else comes with it, so neither a cache nor a registry is needed. */
function install(folder: string, tarball: string): void {
  // Without one, npm installs into the nearest folder above that has one.
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  const argv = ['install', '--offline', '--no-audit', '--no-fund', tarball];
  execFileSync('npm', argv, { cwd: folder, stdio: 'ignore', timeout: 240_000 });
}
