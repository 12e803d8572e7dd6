import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
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

/**
 * As a user does, from the cache and the registry; where there is neither, by hand, with the packages of the project: what
 * is in the tarball is what is tested.
 */
function install(folder: string, tarball: string): void {
  const options = { cwd: folder, stdio: 'ignore', timeout: 45_000 } as const;
  // Without one, npm installs into the nearest folder above that has one.
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  try {
    execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball], options);
  } catch {
    const modules = join(folder, 'node_modules');
    mkdirSync(join(modules, 'briefpress'), { recursive: true });
    execFileSync('tar', ['xzf', tarball, '--strip-components=1', '-C', join(modules, 'briefpress')]);
    for (const name of readdirSync(join(ROOT, 'node_modules')).filter((each) => !each.startsWith('.'))) {
      if (!existsSync(join(modules, name))) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    }
    mkdirSync(join(modules, '.bin'), { recursive: true });
    symlinkSync('../briefpress/dist/cli/bin.js', join(modules, '.bin', 'briefpress'));
  }
}
