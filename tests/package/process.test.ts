import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brief } from '../cli/session.js';
import { ROOT } from './installation.js';

const BIN = join(ROOT, 'dist/cli/bin.js');
const { SOURCE_DATE_EPOCH: _, NO_COLOR: __, FORCE_COLOR: ___, ...INHERITED } = process.env;
/** As of somebody who has not started the tests through npm. */
const ENV = Object.fromEntries(Object.entries(INHERITED).filter(([name]) => !name.startsWith('npm_')));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefpress-process-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(argv: readonly string[], options: { input?: string | Uint8Array; env?: Record<string, string> } = {}) {
  const env = { ...ENV, ...options.env };
  return spawnSync(process.execPath, [BIN, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    ...options,
    env,
    timeout: 60_000,
  });
}

function shell(script: string) {
  return spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8', env: { ...ENV, BIN }, timeout: 60_000 });
}

describe('as a process', () => {
  test('builds, and the same again gives the same bytes in another time zone and language', () => {
    writeFileSync(join(folder, 'a.yaml'), brief());
    expect(run(['build', 'a.yaml'])).toMatchObject({ status: 0, stderr: '' });
    const first = readFileSync(join(folder, 'output/a.pdf'));
    const env = { TZ: 'Asia/Ulaanbaatar', LC_ALL: 'mn_MN.UTF-8', LANG: 'mn_MN.UTF-8' };
    expect(run(['build', 'a.yaml', '-o', 'other'], { env })).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, 'other/a.pdf')).equals(first)).toBe(true);
    expect(readdirSync(join(folder, 'output'))).toEqual(['a.md', 'a.pdf']);
  });

  test('reads standard input', () => {
    expect(run(['build', '-', '--format', 'md'], { input: brief('id: piped\n') })).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(existsSync(join(folder, 'output/piped.md'))).toBe(true);
  });

  test('a pipe that closes early is no error', () => {
    const result = shell('set -o pipefail; node "$BIN" schema | head -c 10 && echo " 0"');
    expect(result.stdout).toMatch(/ 0\n$/);
    expect(result.stderr).toBe('');
  });

  test('a full disk on standard output is no stack trace', () => {
    expect(shell('node "$BIN" schema > /dev/full').stderr).not.toMatch(/^\s+at /m);
  });

  test('pipes, devices and folders in the place of a brief', () => {
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    for (const file of ['pipe.yaml', '/dev/zero', '/dev/null']) {
      const result = run(['build', file]);
      expect(result).toMatchObject({ status: 2, stderr: expect.stringContaining('file-unreadable') });
    }
  });

  test.each(['/dev/full/x', '/proc/x', '/sys/x', 'a.yaml/x'])('an output folder %s', (output) => {
    writeFileSync(join(folder, 'a.yaml'), brief());
    const result = run(['build', 'a.yaml', '--format', 'md', '-o', output]);
    expect(result).toMatchObject({ status: 2, stderr: expect.stringContaining('file-unwritable') });
    expect(result.stderr).not.toMatch(/^\s+at /m);
  });

  test.each([
    ['SIGINT', '1'],
    ['SIGTERM', '1'],
    ['SIGINT', '3'],
    ['SIGTERM', '3'],
  ] as const)('%s in the middle leaves whole files alone, with %s at a time', async (signal, jobs) => {
    mkdirSync(join(folder, 'briefs'));
    const names = Array.from({ length: 40 }, (_, i) => `brief-${i}`);
    for (const name of names) writeFileSync(join(folder, 'briefs', `${name}.yaml`), brief());
    const child = spawn(process.execPath, [BIN, 'build', '--jobs', jobs], { cwd: folder, env: ENV });
    let output = '';
    child.stderr.on('data', (data) => {
      output += data;
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
    child.kill(signal);
    expect(await ended).toBe(2);
    expect(output).not.toMatch(/^\s+at /m);
    const made = readdirSync(join(folder, 'output'));
    expect(made.length).toBeGreaterThan(0);
    expect(made.length).toBeLessThan(80);
    for (const name of made) {
      expect(name).toMatch(/^brief-\d+\.(pdf|md)$/);
      const bytes = readFileSync(join(folder, 'output', name));
      if (name.endsWith('.pdf')) expect(bytes.subarray(-7).toString()).toContain('%%EOF');
      else expect(bytes.toString()).toMatch(/\n$/);
    }
  });

  test('--watch sees a real save, and ends with 2 at Ctrl-C', async () => {
    writeFileSync(join(folder, 'a.yaml'), brief());
    const child = spawn(process.execPath, [BIN, 'build', 'a.yaml', '--watch', '--format', 'md'], {
      cwd: folder,
      env: ENV,
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    await expect.poll(() => stderr).toContain('Watching');
    writeFileSync(join(folder, 'a.yaml'), brief('', 'New title'));
    await expect.poll(() => stdout.split('Made 1 brief.').length).toBe(3);
    expect(readFileSync(join(folder, 'output/a.md'), 'utf8')).toContain('New title');
    child.kill('SIGINT');
    expect(await ended).toBe(2);
  });
});

test('a preview tells its pages that it ends, and ends with 0 at Ctrl-C', async () => {
  writeFileSync(join(folder, 'a.yaml'), brief());
  const child = spawn(process.execPath, [BIN, 'preview', 'a.yaml', '--no-open'], { cwd: folder, env: ENV });
  let stdout = '';
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  await expect.poll(() => stdout).toMatch(/^Preview: http.*\n/);
  const followed = await fetch(`${stdout.trim().replace('Preview: ', '')}api/events`);
  child.kill('SIGINT');
  expect(await followed.text()).toMatch(/\nevent: end\ndata: \n\n$/);
  expect(await ended).toBe(0);
});

describe('shell completion', () => {
  const complete = (...words: string[]) =>
    run(['complete', '--', ...words])
      .stdout.split('\n')
      .map((line) => line.split('\t')[0]);

  test.each(['bash', 'zsh', 'fish', 'powershell'])('%s', (name) => {
    const result = run(['completion', name]);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(result.stdout).toContain('briefpress');
    if (name === 'bash') expect(spawnSync('bash', ['-n'], { input: result.stdout }).status).toBe(0);
  });

  test.each([
    ['briefpress', { COMP: 'briefpress build --pa', FIRST: 'briefpress' }, ['--paper']],
    ['briefpress', { COMP: 'briefpress build my', FIRST: 'briefpress' }, ['my\\ visit.yaml']],
    ['npx', { COMP: 'npx briefpress che', FIRST: 'npx' }, ['check']],
    ['npx', { COMP: 'briefpress build --paper L', FIRST: 'briefpress' }, ['LETTER']],
    ['npx', { COMP: 'npx cowsay che', FIRST: 'npx' }, []],
    ['npx', { COMP: 'briefpress build $(>ran)', FIRST: 'briefpress' }, []],
  ])('in bash without any package, read twice, for whoever starts it with %s: %j', (how, { COMP, FIRST }, expected) => {
    writeFileSync(join(folder, 'my visit.yaml'), '');
    // Programs of these names stand in for the installed ones.
    const result = shell(`
      mkdir bin; printf '#!/bin/sh\\nexec env -u npm_command node "$BIN" "$@"\\n' > bin/briefpress
      printf '#!/bin/sh\\nshift; exec env npm_command=exec node "$BIN" "$@"\\n' > bin/npx; chmod +x bin/*
      PATH=$PWD/bin:$PATH
      ${how === 'npx' ? 'rm bin/briefpress' : ''}
      for time in once twice; do source <(${how === 'npx' ? 'npx briefpress' : 'briefpress'} completion bash); done
      read -ra COMP_WORDS <<< '${COMP}'; COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
      complete -p ${FIRST} > /dev/null && __briefpress_complete && printf '%s\\n' "\${COMPREPLY[@]}"
    `);
    expect(result.stderr).toBe('');
    expect(result.stdout.split('\n').filter((line) => line !== '')).toEqual(expected);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });

  test('commands, options, what an option takes, files', () => {
    expect(complete('b')).toContain('build');
    expect(complete('build', '--pa')).toContain('--paper');
    expect(complete('build', '--paper', '')).toEqual(expect.arrayContaining(['A4', 'LETTER']));
    expect(complete('new', 'x', '--type', '')).toContain('read-ahead');
    expect(complete('new', '--sample', '')).toContain('mongolia-icc');
    writeFileSync(join(folder, 'visit.yaml'), '');
    mkdirSync(join(folder, 'briefs'));
    expect(complete('build', '')).toEqual(expect.arrayContaining(['visit.yaml', 'briefs/']));
  });
});

test('help, versions and usage errors load neither the printer nor the templates', () => {
  // Above the code of every package, its pack names the file that it is from.
  const hook = join(folder, 'hook.cjs');
  writeFileSync(
    hook,
    `const fs = require('node:fs'); const read = fs.readFileSync;
    fs.readFileSync = (path, ...rest) => {
      const [file] = /\\/dist\\/packs\\/.*\\.js$/.exec(path) ?? [];
      if (file !== undefined) fs.writeSync(3, file + '\\n');
      return read(path, ...rest);
    };`,
  );
  const loaded = (...argv: string[]) => {
    const files = shell(`node --require ${hook} "$BIN" ${argv.join(' ')} 3>&1 >/dev/null 2>&1`);
    const code = files.stdout
      .trim()
      .split('\n')
      .filter((file) => file !== '')
      .map((file) => readFileSync(join(ROOT, file), 'utf8'));
    return new Set(
      code.flatMap((text) =>
        [...text.matchAll(/^ *\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)/gm)].map(([, name]) => name),
      ),
    );
  };
  for (const argv of [['--help'], ['--version'], ['biuld'], ['build', '--paper', 'A3']]) {
    const packages = [...loaded(...argv)].join(' ');
    // To say the version, not even the program is loaded.
    expect(packages.includes('commander')).toBe(argv[0] !== '--version');
    expect(packages).not.toMatch(/pdfmake|pdfkit|handlebars|marked|yaml|fontkit/);
  }
});
