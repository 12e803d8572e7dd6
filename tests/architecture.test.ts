import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { impurities } from '../scripts/pure-code.mjs';
import { ENTRANCES, PURE_ROOMS, ROOMS } from '../scripts/rooms.mjs';

const TEXT = readFileSync(new URL('../ARCHITECTURE.md', import.meta.url), 'utf8');
const SRC = new URL('../src/', import.meta.url);

/** Room → what it may import, as the table says. */
const table = Object.fromEntries(
  [...TEXT.matchAll(/^\| `src\/(\w+)\/` \| [^|]+ \| ([^|]+) \|$/gm)].map(([, room = '', allowed = '']) => [
    room,
    allowed.trim() === 'nothing' ? [] : allowed.split(',').map((each) => each.trim()),
  ]),
);

test('the table of rooms says what the rules check', () => {
  const { cli, ...rooms } = table;
  expect(cli).toEqual(['everything']);
  expect(rooms).toEqual(ROOMS);
});

test('every folder of src is a room', () => {
  const folders = readdirSync(SRC).filter((name) => statSync(new URL(name, SRC)).isDirectory());
  expect(folders.sort()).toEqual([...Object.keys(ROOMS), ...ENTRANCES].sort());
  expect(readdirSync(SRC).filter((name) => name.endsWith('.ts'))).toEqual(['index.ts']);
});

test('no two files of a room have one name, but for the two of each command', () => {
  const twice = [...Object.keys(ROOMS), ...ENTRANCES].flatMap((room) => {
    const paths = readdirSync(new URL(`${room}/`, SRC), { recursive: true, encoding: 'utf8' });
    const names = paths.filter((path) => path.endsWith('.ts')).map((path) => path.split(/[\\/]/).at(-1) ?? '');
    return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].map((name) => `${room}: ${name}`);
  });
  expect(twice).toEqual(['cli: command.ts', 'cli: run.ts']);
});

test('no file of src is over 300 lines', () => {
  const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  expect(paths.length).toBeGreaterThan(300);
  const long = paths.filter((path) => readFileSync(new URL(path, SRC), 'utf8').split('\n').length > 301);
  expect(long).toEqual([]);
});

/** Folders of tests without one of `src`, and what they hold. */
const OTHER_TESTS = [
  'briefing/pages', // pictures of pages
  'layout/golden', // print definitions
  'package', // what is published
  'pdf/file', // a reader of PDF that knows nothing of the writer
  'pdf/golden', // print definitions
];

test('every room of src has tests, and the folders of tests are those of src', () => {
  const foldersIn = (name: string) => {
    const base = new URL(`../${name}/`, import.meta.url);
    return readdirSync(base, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => statSync(new URL(path, base)).isDirectory());
  };
  const sources = foldersIn('src');
  const tests = foldersIn('tests');
  expect(sources.filter((room) => !room.includes('/') && !tests.includes(room))).toEqual([]);
  expect(tests.filter((folder) => !sources.includes(folder)).sort()).toEqual(OTHER_TESTS);
});

test('the rooms from the diagnostics to the pipeline are pure', () => {
  expect(PURE_ROOMS).toEqual(
    Object.keys(ROOMS).filter(
      (room) =>
        !['workspace', 'ledger', 'mail', 'printer', 'materials', 'copies', 'verify', 'preview', 'page'].includes(room),
    ),
  );
});

describe('what reaches the machine without an import', () => {
  test.each([
    ['process.env.HOME', '1:1 process'],
    ['const a = typeof process', '1:18 process'],
    ['Buffer.from(a)', '1:1 Buffer'],
    ['const at = Date.now()', '1:12 Date.now'],
    ['const at = new Date()', '1:12 new Date()'],
    ['const at = new Date', '1:12 new Date()'],
    ['Math.random()', '1:1 Math.random'],
    ['const here = import.meta.url', '1:14 import.meta'],
    ['await fetch(url)', '1:7 fetch'],
  ])('%s', (source, found) => {
    expect(impurities('x.ts', source)).toContain(found);
  });

  test.each([
    'const day = new Date(text)',
    'const { process } = machine; machine.process.run()',
    'function take(bytes: Buffer): void {}',
    'const most = Math.max(1, 2)',
  ])('not %s', (source) => {
    expect(
      impurities('x.ts', source)
        .filter((each) => !each.includes('process'))
        .concat(),
    ).toEqual([]);
  });
});
