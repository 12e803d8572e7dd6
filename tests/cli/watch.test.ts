import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import { MemoryFiles } from '../../src/workspace/memory-files.js';
import { memoryWorkspace } from '../../src/workspace/memory-workspace.js';
import { brief, Recorder } from './session.js';

/** Runs `build --watch` on a disk in memory until `act` is done. */
async function watching(disk: MemoryFiles, argv: readonly string[], act: (io: Io) => Promise<void>): Promise<number> {
  const [stdout, stderr] = [new Recorder(), new Recorder()];
  let stop: () => void = () => {};
  const streams = { stdout, stderr, readInput: async () => new Uint8Array() };
  const ended = main(['build', '--watch', ...argv], memoryWorkspace(disk, { XDG_CACHE_HOME: '/cache' }), streams, {
    fingerprint: () => 'the same',
    onStop: (end) => {
      stop = end;
    },
  });
  await expect.poll(() => stderr.text).toContain('Watching');
  await act({ disk, stdout, stderr });
  stop();
  return ended;
}

interface Io {
  readonly disk: MemoryFiles;
  readonly stdout: Recorder;
  readonly stderr: Recorder;
}

const madeOf = (output: Recorder, name: string) => output.text.split(`briefs/${name}.yaml →`).length - 1;
const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
const soon = { timeout: 60_000 };

describe('build --watch', () => {
  const two = () => new MemoryFiles({ '/desk/briefs/a.yaml': brief(), '/desk/briefs/b.yaml': brief() });

  test('makes the brief that changed again, and not the others', async () => {
    const code = await watching(two(), ['--format', 'md'], async ({ disk, stdout }) => {
      expect([madeOf(stdout, 'a'), madeOf(stdout, 'b')]).toEqual([1, 1]);
      disk.put('/desk/briefs/b.yaml', brief('', 'Another title'));
      await expect.poll(() => madeOf(stdout, 'b'), soon).toBe(2);
      expect(madeOf(stdout, 'a')).toBe(1);
      expect(Buffer.from(disk.snapshot().get('/desk/output/b.md') ?? []).toString()).toContain('Another title');
    });
    expect(code).toBe(0);
  });

  test('a save that touches the file many times is one change', async () => {
    await watching(two(), ['--format', 'md'], async ({ disk, stdout }) => {
      for (let i = 0; i < 5; i += 1) disk.put('/desk/briefs/b.yaml', brief('', `Title ${i}`));
      await expect.poll(() => madeOf(stdout, 'b'), soon).toBe(2);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(madeOf(stdout, 'b')).toBe(2);
    });
  });

  test('of briefs that were left, each is made when what it needs changes, over what an earlier watch has written', async () => {
    const disk = new MemoryFiles({
      '/desk/briefs/a.yaml': brief('background: "![A square](square.svg)"\n'),
      '/desk/briefs/square.svg': SQUARE,
      '/desk/mine/pack.yaml': 'title: Mine\n',
      '/desk/mine/print.md.hbs': '# {{title}}\n\n{{{background}}}\n',
      // Nothing in it says who made it.
      '/desk/mine/memo.md.hbs': '# {{title}}\n\n{{{background}}}\n',
    });
    const argv = ['--incremental', '--format', 'md', '--template', 'mine'];
    await watching(disk, argv, async ({ stdout }) => expect(madeOf(stdout, 'a')).toBe(1));
    await watching(disk, argv, async ({ stdout, stderr }) => {
      expect(stdout.text).toBe('Nothing to make: 1 brief unchanged.\n');
      disk.put('/desk/briefs/square.svg', SQUARE.replaceAll('9', '8'));
      await expect.poll(() => madeOf(stdout, 'a'), soon).toBe(1);
      disk.put('/desk/briefs/a.yaml', brief('background: "![A square](square.svg)"\n', 'Another title'));
      await expect.poll(() => madeOf(stdout, 'a'), soon).toBe(2);
      expect(stderr.text).toBe('Watching; Ctrl-C ends it.\n');
    });
  });

  test('survives an error, and makes the brief when it is mended', async () => {
    await watching(two(), ['--format', 'md'], async ({ disk, stdout, stderr }) => {
      disk.put('/desk/briefs/a.yaml', 'title: [');
      await expect.poll(() => stderr.text, soon).toContain('briefs/a.yaml:1:');
      disk.put('/desk/briefs/a.yaml', brief());
      await expect.poll(() => madeOf(stdout, 'a'), soon).toBe(2);
    });
  });

  test('the pictures beside the memo come, change and go with it', async () => {
    const disk = new MemoryFiles({
      '/desk/briefs/a.yaml': brief('background: "![x](x.svg)"\n'),
      '/desk/briefs/x.svg': SQUARE,
    });
    const pictures = () => [...disk.snapshot().keys()].filter((path) => path.startsWith('/desk/output/a.picture-'));
    const picture = () => Buffer.from(disk.snapshot().get('/desk/output/a.picture-1.svg') ?? []).toString();
    await watching(disk, ['--format', 'md'], async ({ stdout, stderr }) => {
      const first = picture();
      expect(pictures()).toEqual(['/desk/output/a.picture-1.svg']);
      disk.put('/desk/briefs/x.svg', SQUARE.replace('height="9"/>', 'height="5"/>'));
      await expect.poll(() => madeOf(stdout, 'a'), soon).toBe(2);
      expect(picture()).not.toBe(first);
      disk.put('/desk/briefs/y.svg', SQUARE);
      disk.put('/desk/briefs/a.yaml', brief('background: "![y](y.svg) ![x](x.svg)"\n'));
      await expect.poll(() => madeOf(stdout, 'a'), soon).toBe(3);
      expect(pictures()).toHaveLength(2);
      expect(picture()).toBe(first);
      disk.put('/desk/briefs/a.yaml', brief('background: No picture.\n'));
      await expect.poll(() => madeOf(stdout, 'a'), soon).toBe(4);
      expect(pictures()).toEqual([]);
      expect(stderr.text).toBe('Watching; Ctrl-C ends it.\n');
    });
  });

  test('what is written into the folder of the briefs is not taken for a change', async () => {
    const disk = new MemoryFiles({
      '/desk/briefs/a.yaml': brief('background: "![x](x.svg)"\n'),
      '/desk/briefs/x.svg': SQUARE,
    });
    await watching(disk, ['--format', 'md', '-o', 'briefs'], async ({ stdout }) => {
      disk.put('/desk/briefs/a.yaml', brief('background: "![y](x.svg)"\n', 'Another title'));
      await expect.poll(() => madeOf(stdout, 'a'), soon).toBe(2);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(madeOf(stdout, 'a')).toBe(2);
    });
  });

  test('an annex, a picture and a template are part of what it is made of', async () => {
    const disk = new MemoryFiles({
      '/desk/briefs/a.yaml': brief('annexes: [{ title: Law, file: law.md }]\nbackground: "![x](x.svg)"\n'),
      '/desk/briefs/b.yaml': brief(),
      '/desk/briefs/law.md': 'Old law.',
      '/desk/briefs/x.svg': SQUARE,
      '/desk/pack/pack.yaml': 'title: Mine',
      '/desk/pack/print.md.hbs': '# {{title}}\n\n{{background}}\n',
      '/desk/pack/memo.md.hbs': '# {{title}}\n\n{{#each annexes}}{{body}}{{/each}}\n',
    });
    await watching(disk, ['--template', 'pack'], async ({ stdout, stderr }) => {
      expect(stderr.text).toBe('Watching; Ctrl-C ends it.\n');
      disk.put('/desk/briefs/law.md', 'New law.');
      await expect.poll(() => madeOf(stdout, 'a'), soon).toBe(2);
      disk.put('/desk/briefs/x.svg', SQUARE.replace('height="9"/>', 'height="5"/>'));
      await expect.poll(() => madeOf(stdout, 'a'), soon).toBe(3);
      expect(madeOf(stdout, 'b')).toBe(1);
      disk.put('/desk/pack/memo.md.hbs', '# {{title}}\n\nchanged\n');
      await expect.poll(() => madeOf(stdout, 'b'), soon).toBe(2);
      await expect
        .poll(() => Buffer.from(disk.snapshot().get('/desk/output/b.md') ?? []).toString(), soon)
        .toContain('changed');
    });
  });

  test('a new brief in the folder is made', async () => {
    await watching(two(), ['--format', 'md'], async ({ disk, stdout }) => {
      disk.put('/desk/briefs/c.yaml', brief());
      await expect.poll(() => madeOf(stdout, 'c'), soon).toBe(1);
      expect(madeOf(stdout, 'a')).toBe(1);
    });
  });

  test('a folder that was replaced is a change of every brief in it', async () => {
    const disk = two();
    await watching(disk, ['--format', 'md'], async ({ stdout }) => {
      disk.announce('/desk/briefs');
      await expect.poll(() => madeOf(stdout, 'a'), soon).toBe(2);
      await expect.poll(() => madeOf(stdout, 'b'), soon).toBe(2);
    });
  });

  test('a memo without front matter is made again and again', async () => {
    const disk = new MemoryFiles({
      '/desk/briefs/a.yaml': brief(),
      '/desk/pack/pack.yaml': 'title: Mine',
      '/desk/pack/print.md.hbs': '# {{title}}\n',
      '/desk/pack/memo.md.hbs': '# {{title}}\n',
    });
    await watching(disk, ['--format', 'md', '--template', 'pack'], async ({ stdout, stderr }) => {
      disk.put('/desk/briefs/a.yaml', brief('', 'Second'));
      await expect.poll(() => madeOf(stdout, 'a'), soon).toBe(2);
      expect(stderr.text).not.toContain('error');
    });
  });
});
