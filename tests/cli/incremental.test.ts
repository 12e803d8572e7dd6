import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Crew } from '../../src/workspace/crew.js';
import { MemoryFiles } from '../../src/workspace/memory-files.js';
import { memoryWorkspace } from '../../src/workspace/memory-workspace.js';
import { SealedNotes } from '../../src/workspace/sealed-notes.js';
import { type Briefed, brief, briefpress, type Session } from './session.js';

const env = { XDG_CACHE_HOME: '/cache' };
const NOTES = '/cache/briefpress/made/';
type Files = Readonly<Record<string, string | Uint8Array>>;

/** Builds on what is there, as a machine does that knows what it has made before. */
const build = (files: Files, argv: readonly string[] = ['a.yaml', '--format', 'md'], more: Session = {}) =>
  briefpress(['build', '--incremental', ...argv], { files, env, fingerprint: 'f1', ...more });
/** What is there after a run, and what has happened to it since. */
const later = ({ files }: Briefed, changes: Files = {}): Record<string, string | Uint8Array> => ({
  ...Object.fromEntries(files),
  ...changes,
});
const without = (files: Files, path: string) =>
  Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
const UNCHANGED = 'Nothing to make: 1 brief unchanged.\n';
const MADE = /Made 1 brief\.\n$/;

const dejavu = (face: string) =>
  new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/DejaVu${face}.ttf`)));
const square = (side: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="9"><rect width="9" height="9"/></svg>`;
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const COPY = 'The visit took place.\n';
const OLD = brief();
/** It needs a file of every kind. */
const FILES: Files = {
  'a.yaml': `${brief(
    `edition: 2
supersedes: { edition: 1, file: old.yaml, sha256: ${hashOf(OLD)} }
background: "![A square](square.svg)"
layout: { theme: mine.yaml }
quotes: [{ text: The visit took place., speaker: A. Speaker, source: press }]
`,
    'Second',
  ).replace('2024-09-03\n', `2024-09-03\n    snapshot: { file: press.txt, sha256: ${hashOf(COPY)} }\n`)}`,
  'old.yaml': OLD,
  'press.txt': COPY,
  'square.svg': square(9),
  'mine.yaml': 'fontFolders: [letters]\nsizes: { title: 30 }\n',
  'letters/b.ttf': dejavu('Sans'),
  'packs/mine/pack.yaml': 'title: Mine\n',
  'packs/mine/print.md.hbs': '# {{title}}\n\n{{{background}}}\n',
  'packs/mine/memo.md.hbs': '# {{title}}\n\nwritten by mine\n\n{{{background}}}\n',
  'words/en.yaml': 'labels: { to: For }\n',
  'fonts/House-Regular.ttf': dejavu('Sans'),
};
const ARGV = ['a.yaml', '--template', 'packs/mine', '--labels', 'words', '--fonts', 'fonts'];

describe('build --incremental', () => {
  let first: Briefed;
  let all: Briefed;
  beforeAll(async () => {
    first = await build({ 'a.yaml': brief() });
    all = await build(FILES, ARGV);
  });

  test('makes a brief that is new, and leaves it when nothing has changed', async () => {
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(MADE);
    const again = await build(later(first));
    expect(again).toMatchObject({ code: 0, stderr: '', stdout: UNCHANGED });
    expect(again.files).toEqual(first.files);
    expect([all.code, all.stdout]).toEqual([0, expect.stringMatching(MADE)]);
    const allAgain = await build(later(all), ARGV);
    expect(allAgain).toMatchObject({ code: 0, stderr: all.stderr, stdout: expect.stringMatching(`${UNCHANGED}$`) });
    expect(allAgain.files).toEqual(all.files);
  });

  test('says in JSON what there is, as the build that made it', async () => {
    const [made, left] = [await build(FILES, [...ARGV, '--json']), await build(later(all), [...ARGV, '--json'])];
    const [{ unchanged, ...report }] = JSON.parse(left.stdout).briefs;
    expect(unchanged).toBe(true);
    expect(JSON.parse(made.stdout).briefs).toEqual([report]);
  });

  test.each([
    ['the brief', 'a.yaml', `${FILES['a.yaml']}# a comment\n`],
    ['the edition before', 'old.yaml', undefined],
    ['a kept copy', 'press.txt', 'The visit took place. Or not.\n'],
    ['a picture', 'square.svg', square(8)],
    ['a theme that the brief names', 'mine.yaml', 'fontFolders: [letters]\nsizes: { title: 31 }\n'],
    ['a font of that theme', 'letters/b.ttf', dejavu('Serif')],
    ['a file among its fonts, though none was there', 'letters/c.ttf', dejavu('Serif')],
    ['a template', 'packs/mine/memo.md.hbs', '# {{title}}\n\nby another\n'],
    ['a file of the template, though none was there', 'packs/mine/labels/en.yaml', 'labels: { to: Whom }\n'],
    ['labels', 'words/en.yaml', 'labels: { to: Whom }\n'],
    ['labels, though none were there', 'words/sv.yaml', 'labels: { to: Vem }\n'],
    ['a font', 'fonts/House-Regular.ttf', undefined],
    ['a document', 'output/a.md', '# Another\n'],
    ['a picture beside it', 'output/a.picture-1.svg', undefined],
    ['a package of fonts, though none was there', 'node_modules/@expo-google-fonts/noto-sans-jp/x', 'x'],
  ])('makes it again when this has changed: %s', async (_, path, content) => {
    const files = content === undefined ? without(later(all), path) : later(all, { [path]: content });
    const run = await build(files, ARGV);
    expect(run.stdout).not.toContain('unchanged');
    // As a build that knows nothing of before.
    const anew = await briefpress(['build', ...ARGV], { files: Object.fromEntries(Object.entries(files)), env });
    expect([run.code, run.stdout, run.stderr]).toEqual([anew.code, anew.stdout, anew.stderr]);
    expect(run.text('output/a.md')).toBe(anew.text('output/a.md'));
  });

  test.each([
    [['--paper', 'LETTER']],
    [['--format', 'md', '--format', 'txt']],
    [['--attach', 'all']],
    [['--standard', 'ua2']],
    [['--imposition', 'booklet']],
    [['--theme', 'large-print']],
    [['--set', 'title=Third']],
    [['--lang', 'en']],
    [['--output', 'elsewhere']],
    [['--force']],
    [['--no-incremental']],
  ])('makes it again for %j', async (more) => {
    const run = await build(later(all), [...ARGV, ...more]);
    expect(run.stdout).not.toContain('unchanged');
    expect(run.stdout).toMatch(MADE);
  });

  test('makes it again with another program, another configuration, and for another day of SOURCE_DATE_EPOCH', async () => {
    const files = later(first);
    const argv = ['a.yaml', '--format', 'md'];
    expect((await build(files, argv, { fingerprint: 'f2' })).stdout).toMatch(MADE);
    expect((await build(files, argv, { env: { ...env, SOURCE_DATE_EPOCH: '0' } })).stdout).toMatch(MADE);
    expect((await build({ ...files, 'briefpress.config.yaml': 'paper: LETTER\n' })).stdout).toMatch(MADE);
    // A program that was not built does not know whether it is the same.
    const unknown = await briefpress(['build', '--incremental', ...argv], { files, env });
    expect(unknown.stdout).toMatch(MADE);
  });

  test('what the program prints, and with how many workers, does not count', async () => {
    for (const more of [
      ['--quiet'],
      ['--jobs', '3'],
      ['--shard', '1/1'],
      ['--today', '2024-09-05'],
      ['--diagnostics', 'json'],
    ]) {
      const run = await build(later(first), ['a.yaml', '--format', 'md', ...more]);
      expect([run.code, run.files]).toEqual([0, first.files]);
      expect(run.stdout).not.toContain('Made');
    }
  });

  test('is asked for by the configuration, and the command line has the last word', async () => {
    const config = { 'briefpress.config.yaml': 'incremental: true\n' };
    const argv = ['build', 'a.yaml', '--format', 'md'];
    const made = await briefpress(argv, { files: { 'a.yaml': brief(), ...config }, env, fingerprint: 'f1' });
    expect(made.stdout).toMatch(MADE);
    const session = { files: later(made), env, fingerprint: 'f1' };
    expect((await briefpress(argv, session)).stdout).toBe(UNCHANGED);
    expect((await briefpress([...argv, '--no-incremental'], session)).stdout).toMatch(MADE);
    // Without it, everything is made, and nothing is remembered.
    const usual = await briefpress(argv, { files: { 'a.yaml': brief() }, env, fingerprint: 'f1' });
    expect([...usual.files.keys()].sort()).toEqual(['a.yaml', 'output/a.md']);
  });
});

describe('what was said', () => {
  const WARNED = brief('background: "A 2*3*4 sign."\nreviewBy: 2024-10-01\n');

  test('of a brief that is left is said again, and what a new day makes of it too', async () => {
    const made = await build({ 'a.yaml': WARNED });
    expect([made.code, made.stderr]).toEqual([0, expect.stringContaining('2*3*4')]);
    const again = await build(later(made));
    expect(again).toMatchObject({ code: 0, stderr: made.stderr, stdout: UNCHANGED });
    const overdue = await build(later(made), ['a.yaml', '--format', 'md', '--today', '2024-12-01']);
    expect(overdue.stdout).toBe(UNCHANGED);
    expect(overdue.stderr).toContain('stale-review');
  });

  test('of what is found only when a document is made is said again', async () => {
    const long = Array.from({ length: 9 }, () => 'Words of a text that is long. '.repeat(60)).join('\n\n  ');
    const files = { 'a.yaml': brief(`status: draft\nlayout: { maxPages: 1 }\nbackground: |\n  ${long}\n`) };
    const made = await build(files, ['a.yaml', '--format', 'pdf']);
    expect([made.code, made.stderr]).toEqual([0, expect.stringContaining('page-overflow')]);
    const again = await build(later(made), ['a.yaml', '--format', 'pdf']);
    expect(again).toMatchObject({ code: 0, stderr: made.stderr });
    expect(again.stdout).toContain(UNCHANGED);
  });

  test('a brief with errors is tried each time, and the others are left', async () => {
    const wrong = brief('background: "![A square](none.svg)"\n');
    const argv = ['a.yaml', 'b.yaml', '--format', 'md'];
    const made = await build({ 'a.yaml': wrong, 'b.yaml': brief() }, argv);
    expect([made.code, made.stdout]).toEqual([1, expect.stringContaining('Made 1 of 2 briefs.')]);
    const again = await build(later(made), argv);
    expect([again.code, again.stderr]).toEqual([1, made.stderr]);
    expect(again.stdout).toBe('Made 0 of 1 brief; 1 unchanged.\n');
    const mended = await build(later(again, { 'none.svg': square(9) }), argv);
    expect(mended.stdout).toContain('Made 1 brief; 1 unchanged.');
  });

  test('two briefs that would be one file are an error, though each was made', async () => {
    const made = await build({ 'x/a.yaml': brief() }, ['x/a.yaml', '--format', 'md']);
    const both = await build(later(made, { 'y/a.yaml': brief() }), ['x/a.yaml', 'y/a.yaml', '--format', 'md']);
    expect([both.code, both.stderr]).toEqual([1, expect.stringContaining('would both be written')]);
    expect(both.stdout).toBe('Made 0 of 2 briefs.\n');
  });
});

describe('what is remembered', () => {
  const note = ({ files }: Briefed) => [...files.keys()].filter((path) => path.startsWith(NOTES));
  let made: Briefed;
  beforeAll(async () => {
    made = await build({ 'a.yaml': brief('', 'Operation Nightjar') });
  });

  test('may be deleted, cut short, changed, or of another program', async () => {
    const [path = ''] = note(made);
    const bytes = made.files.get(path) ?? new Uint8Array();
    expect((await build(later(made))).stdout).toBe(UNCHANGED);
    const flipped = bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte));
    for (const broken of [
      bytes.subarray(0, 40),
      bytes.subarray(0, 3),
      new Uint8Array(),
      flipped,
      new Uint8Array(200),
    ]) {
      const run = await build(later(made, { [path]: broken }));
      expect([run.code, run.stderr, run.stdout]).toEqual([0, '', expect.stringMatching(MADE)]);
      expect((await build(later(run))).stdout).toBe(UNCHANGED);
    }
    expect((await build(without(later(made), path))).stdout).toMatch(MADE);
  });

  test('can be read by those alone who have the brief', () => {
    const [path = ''] = note(made);
    expect(note(made)).toHaveLength(1);
    const bytes = Buffer.from(made.files.get(path) ?? []);
    expect(path).toMatch(/\/[0-9a-f]{64}$/);
    for (const word of ['Nightjar', 'a.yaml', '/desk', 'press']) expect(bytes.includes(word)).toBe(false);
    expect(() => inflateRawSync(bytes.subarray(28))).toThrow();
    const workspace = memoryWorkspace(new MemoryFiles());
    const notes = new SealedNotes(workspace, '/notes');
    expect(notes.write('name', 'secret', 'text')).toEqual([]);
    expect([notes.read('name', 'secret'), notes.read('name', 'other'), notes.read('other', 'secret')]).toEqual([
      'text',
      null,
      null,
    ]);
  });

  test('where nothing can be written, everything is made, and that is said', async () => {
    const faults = { 'create /cache': 'EROFS' };
    const files = { 'a.yaml': brief(), 'b.yaml': brief() };
    const run = await build(files, ['a.yaml', 'b.yaml', '--format', 'md'], { faults });
    expect([run.code, run.stdout]).toEqual([0, expect.stringContaining('Made 2 briefs.')]);
    expect(run.stderr.match(/cannot be remembered in \/cache\/briefpress\/made/g)).toHaveLength(1);
    // A folder that cannot be written can be read.
    const left = await build(later(made), undefined, { faults });
    expect([left.code, left.stderr, left.stdout]).toEqual([0, '', UNCHANGED]);
  });

  test('is not kept without end', () => {
    const many = Array.from({ length: 10_001 }, (_, i) => [`/notes/${hashOf(String(i))}`, 'old']);
    const disk = new MemoryFiles({ ...Object.fromEntries(many), '/notes/README': 'mine' });
    new SealedNotes(memoryWorkspace(disk), '/notes').write('name', 'secret', 'text');
    expect(disk.snapshot().size).toBe(2);
    expect(disk.snapshot().has('/notes/README')).toBe(true);
  });

  test('workers are given what has changed alone', async () => {
    const asked: string[] = [];
    const crew = {
      run: async (file: string) => {
        asked.push(file);
        return { report: { file, outputs: [], diagnostics: [] }, written: [], named: [] };
      },
      end: async () => {},
    };
    const briefs = { 'a.yaml': brief(), 'b.yaml': brief(), 'c.yaml': brief(), 'd.yaml': brief() };
    const argv = [...Object.keys(briefs), '--format', 'md'];
    const before = await build(briefs, argv);
    const files = later(before, { 'b.yaml': brief('', 'B'), 'd.yaml': brief('', 'D') });
    const workers = { cores: 4, start: () => crew as unknown as Crew };
    const run = await build(files, [...argv, '--jobs', '2'], { workers });
    expect(asked).toEqual(['b.yaml', 'd.yaml']);
    expect(run.stdout).toContain('Made 2 briefs; 2 unchanged.');
  });
});
