import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepingFolders, Packs } from '../../src/workspace/compiled-packs.js';

let folder: string;
let kept: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefpress-packs-'));
  kept = join(folder, 'compiled');
  const list = {
    entries: { start: 'start.js' },
    chunks: { 'start.js': 'first', 'shared.js': 'second', 'rare.js': 'rare' },
    hashes: { first: 'a'.repeat(16), second: 'b'.repeat(16), rare: 'c'.repeat(16) },
  };
  writeFileSync(join(folder, 'list.json'), JSON.stringify(list));
  writeFileSync(join(folder, 'first.js'), pack('start.js', FIRST));
  writeFileSync(join(folder, 'second.js'), pack('shared.js', 'exports.word = () => "said";'));
  writeFileSync(join(folder, 'rare.js'), pack('rare.js', 'throw new Error("loaded");'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Two chunks that need each other, a module of Node, and a chunk that is asked for later. */
const FIRST = `
  const shared = require('./shared.js');
  const { sep } = require('node:path');
  exports.start = () => shared.word() + sep;
  exports.later = () => require('./rare.js');
  exports.address = packAddress;
`;

function pack(name: string, code: string): string {
  return `({ ${JSON.stringify(name)}: function (exports, require, module, packAddress) { ${code} } })`;
}

interface Program {
  start(): string;
  later(): unknown;
  readonly address: string;
}

/** Runs the program once, as a process does; and keeps what was compiled. */
function run(use = 'build', folders: readonly string[] = [kept]): string {
  const packs = new Packs(folder, { folders, use });
  const said = (packs.entry('start') as Program).start();
  packs.keep({ hasFailed: false });
  return said;
}

/** A run that stops before it has done anything. */
function fail(): void {
  const packs = new Packs(folder, { folders: [kept], use: 'build' });
  packs.entry('start');
  packs.keep({ hasFailed: true });
}

const files = () => readdirSync(kept).sort();
const bytes = (name: string) => readFileSync(join(kept, name));
const nodeName = `${process.version}-${process.arch}`;
const [FIRST_FILE, SECOND_FILE] = [`first-${'a'.repeat(16)}-${nodeName}`, `second-${'b'.repeat(16)}-${nodeName}`];

describe('packs', () => {
  test('are loaded when they are needed, and their chunks once', () => {
    const packs = new Packs(folder, null);
    const program = packs.entry('start') as Program;
    expect(program.start()).toMatch(/^said[\\/]$/);
    expect(packs.entry('start')).toBe(program);
    expect(program.address).toMatch(/^file:.*first\.js$/);
    expect(program.later).toThrow('loaded');
    expect(() => packs.entry('other')).toThrow('no entry');
  });

  test('leave their compiled code for the next time, which takes it and writes nothing', () => {
    expect(run()).toMatch(/^said/);
    expect(files()).toEqual([FIRST_FILE, SECOND_FILE]);
    const before = bytes(FIRST_FILE ?? '');
    expect(run()).toMatch(/^said/);
    expect(bytes(FIRST_FILE ?? '').equals(before)).toBe(true);
  });

  test('keep the code of another use beside that of the first', () => {
    run('build');
    run('check');
    const about = bytes(FIRST_FILE ?? '').toString('latin1', 8, 24);
    expect(about).toMatch(/^\["build","check"/);
  });

  test('keep the code of what succeeds, whether something failed before it or not', () => {
    const usesOf = () => JSON.parse(/\[.*?\]/.exec(bytes(FIRST_FILE ?? '').toString('latin1', 8))?.[0] ?? '[]');
    fail();
    fail();
    expect(usesOf()).toEqual(['build (failed)']);
    const before = bytes(FIRST_FILE ?? '').length;
    run();
    expect(usesOf()).toEqual(['build (failed)', 'build']);
    // What `start` does was not compiled before.
    expect(bytes(FIRST_FILE ?? '').length).toBeGreaterThan(before + 100);
    rmSync(kept, { recursive: true });
    run();
    fail();
    expect(usesOf()).toEqual(['build']);
  });

  test('keep nothing where nobody asks for it', () => {
    const packs = new Packs(folder, null);
    packs.entry('start');
    packs.keep({ hasFailed: false });
    expect(readdirSync(folder)).not.toContain('compiled');
  });
});

describe('without code that fits, the program is compiled, and its code is kept anew', () => {
  const damages: Readonly<Record<string, (file: Buffer) => Uint8Array>> = {
    'an empty file': () => new Uint8Array(),
    'a file that is cut off': (file) => file.subarray(0, file.length - 10),
    'a bit that has turned over': (file) => {
      file[file.length - 20] = (file[file.length - 20] ?? 0) ^ 1;
      return file;
    },
    'another file': () => new TextEncoder().encode('not compiled code at all, but longer than its head'),
  };
  test.each(Object.entries(damages))('%s', (_, damage) => {
    run();
    const whole = bytes(FIRST_FILE ?? '');
    writeFileSync(join(kept, FIRST_FILE ?? ''), damage(Buffer.from(whole)));
    expect(run()).toMatch(/^said/);
    expect(bytes(FIRST_FILE ?? '').length).toBeGreaterThan(100);
    const renewed = bytes(FIRST_FILE ?? '');
    run();
    expect(bytes(FIRST_FILE ?? '').equals(renewed)).toBe(true);
  });

  test('of another text', () => {
    run();
    // What stood for the pack before an update: V8 itself sees that the length is another.
    writeFileSync(join(folder, 'first.js'), pack('start.js', `${FIRST} exports.start = () => 'other';`));
    expect(run()).toBe('other');
    expect(run()).toBe('other');
  });

  test('of packs that were replaced goes away', () => {
    run();
    const list = JSON.parse(readFileSync(join(folder, 'list.json'), 'utf8'));
    list.hashes.first = 'd'.repeat(16);
    writeFileSync(join(folder, 'list.json'), JSON.stringify(list));
    run();
    expect(files()).toEqual([`first-${'d'.repeat(16)}-${nodeName}`, SECOND_FILE]);
  });

  test('a folder that cannot be made', () => {
    writeFileSync(kept, '');
    const other = join(folder, 'other');
    expect(run('build', [kept, other])).toMatch(/^said/);
    expect(readdirSync(other)).toHaveLength(2);
    expect(run('build', [kept])).toMatch(/^said/);
  });
});

test('code is kept in folders that others cannot write to', () => {
  const own = join(folder, 'own');
  const env = { XDG_CACHE_HOME: own };
  expect(keepingFolders(folder, env)).toEqual([join(folder, 'dist/compiled'), join(own, 'briefpress/compiled')]);
  mkdirSync(join(own, 'briefpress/compiled'), { recursive: true });
  chmodSync(join(own, 'briefpress/compiled'), 0o777);
  expect(keepingFolders(folder, env)).toEqual([join(folder, 'dist/compiled')]);
});
