import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FONT_FILES } from '../../src/materials/font-files.js';
import { brief } from '../cli/session.js';
import { installPackage, ROOT } from './installation.js';

describe('the package, installed in an empty folder', () => {
  let folder: string;
  beforeAll(() => {
    folder = installPackage();
    writeFileSync(join(folder, 'brief.yaml'), brief());
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is as large as the documentation says', () => {
    const installed = join(folder, 'node_modules/briefpress');
    const entries = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    // What Node keeps compiled of it comes later.
    const paths = entries
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes('compiled'));
    const megabytes = paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;
    for (const name of ['README.md', 'docs/installing.md']) {
      const said = Number(/about (\d+) MB/.exec(readFileSync(join(ROOT, name), 'utf8'))?.[1]);
      expect(Math.abs(megabytes - said), `${name} says ${said} MB, and it is ${megabytes.toFixed(1)}`).toBeLessThan(4);
    }
  });

  test('npx briefpress build makes a brief', () => {
    const run = spawnSync('npx', ['--no-install', 'briefpress', 'build', 'brief.yaml'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(run.stdout).toContain('Made 1 brief.');
    expect(run.status).toBe(0);
    expect(readFileSync(join(folder, 'output/brief.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(join(folder, 'output/brief.md'), 'utf8')).toContain('The visit took place.');
  });

  test('it is a library', () => {
    const program = `import { buildBriefing, checkBrief } from 'briefpress';
      const made = await buildBriefing({ file: 'brief.yaml' });
      const found = await checkBrief({ text: 'briefpress: 1' });
      console.log(made.ok && made.value.pages, found.length > 0);`;
    writeFileSync(join(folder, 'program.mjs'), program);
    expect(execFileSync('node', ['program.mjs'], { cwd: folder, encoding: 'utf8' })).toBe('1 true\n');
  });

  test('its types are whole, and need no package that is not there', () => {
    const program = `import { buildBriefing, checkBrief, type Diagnostic } from 'briefpress';
      const made = await buildBriefing({ text: '', formats: ['md'], paper: 'A4', created: new Date(0) });
      if (made.ok) { const pages: number = made.value.pages; const memo: string | undefined = made.value.memo; void [pages, memo]; }
      const found: readonly Diagnostic[] = await checkBrief({ file: 'x.yaml' });
      // @ts-expect-error a brief is a file or a text
      await buildBriefing({});
      void found;`;
    writeFileSync(join(folder, 'program.mts'), program);
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const strict = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', 'program.mts'];
    expect(spawnSync('node', [tsc, ...strict], { cwd: folder, encoding: 'utf8' }).stdout).toBe('');
  });

  test('the schema can be imported', () => {
    const program = `import { createRequire } from 'node:module';
      console.log(createRequire(import.meta.url)('briefpress/schema').$schema);`;
    writeFileSync(join(folder, 'schema.mjs'), program);
    expect(execFileSync('node', ['schema.mjs'], { cwd: folder, encoding: 'utf8' })).toContain('json-schema.org');
  });

  test('it holds what it needs and nothing else', () => {
    const entries = readdirSync(join(folder, 'node_modules/briefpress')).filter((name) => name !== 'node_modules');
    const expected = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-LICENSES.md',
      'briefs',
      'dist',
      'docs',
      'package.json',
      'templates',
    ];
    expect(entries.sort()).toEqual(expected.filter((name) => existsSync(join(ROOT, name))).sort());
  });

  test('nothing is installed with it, no script runs, and it stays small', () => {
    const modules = join(folder, 'node_modules');
    const { dependencies, scripts } = JSON.parse(readFileSync(join(modules, 'briefpress/package.json'), 'utf8'));
    expect(dependencies).toBeUndefined();
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts).not.toHaveProperty(name);
    expect(readdirSync(modules).filter((name) => !name.startsWith('.'))).toEqual(['briefpress']);
    const files = readdirSync(modules, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const isShipped = ({ parentPath }: { parentPath: string }) => !parentPath.endsWith('dist/compiled');
    const bytes = files
      .filter(isShipped)
      .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
    expect(bytes / 1e6).toBeLessThan(35);
  });

  test('it names the licence of every package whose code it holds', () => {
    const place = join(folder, 'node_modules/briefpress/dist');
    const notices = readFileSync(join(place, 'third-party.txt'), 'utf8');
    const code = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
    const packages = new Set(
      code
        .flatMap((name) => [
          ...readFileSync(join(place, name), 'utf8').matchAll(/^ *\/\/ .*node_modules\/((?:@[^/]+\/)?[^/\n]+)\//gm),
        ])
        .map(([, name]) => name),
    );
    expect(packages.size).toBeGreaterThan(40);
    for (const name of packages) expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });
});

test('every font’s licence is kept', () => {
  const licences = readFileSync(join(ROOT, 'THIRD-PARTY-LICENSES.md'), 'utf8');
  const packages = new Set(
    Object.values(FONT_FILES).flatMap((faces) =>
      Object.values(faces).map((file) => /^(@[^/]+\/)?[^/]+/.exec(file)?.[0]),
    ),
  );
  expect(packages.size).toBeGreaterThan(5);
  for (const name of packages) {
    const folder = join(ROOT, 'node_modules', name ?? '');
    const file = ['LICENSE_FONT', 'LICENSE'].map((each) => join(folder, each)).find(existsSync);
    const [copyright = ''] = readFileSync(file ?? '', 'utf8').split('\n');
    expect(licences).toContain(copyright.trim());
  }
});

test('importing the library does nothing that can be seen', () => {
  const program = `const before = process.listenerCount('exit'); const listeners = process.eventNames().length;
    const library = await import('./dist/index.js');
    console.log(Object.keys(library).sort().join(), process.listenerCount('exit') === before, process.eventNames().length === listeners);`;
  const run = spawnSync('node', ['--input-type=module', '-e', program], { cwd: ROOT, encoding: 'utf8' });
  expect(run.stdout).toBe('DIAGNOSTIC_CODES,buildBriefing,checkBrief true true\n');
  expect(run.stderr).toBe('');
});
