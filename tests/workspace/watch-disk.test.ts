import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { watchDisk } from '../../src/workspace/watch-disk.js';

const soon = { timeout: 60_000 };
let desk: string;
beforeEach(() => {
  desk = mkdtempSync(join(tmpdir(), 'briefpress-watch-'));
  mkdirSync(join(desk, 'briefs'));
  writeFileSync(join(desk, 'briefs/a.yaml'), 'one');
});
afterEach(() => rmSync(desk, { recursive: true, force: true }));

describe('watching the disk', () => {
  test.each([
    ['moved away and put back', () => renameSync(join(desk, 'briefs'), join(desk, 'old'))],
    ['removed and made again', () => rmSync(join(desk, 'briefs'), { recursive: true })],
  ])(
    'a folder that is %s is still watched',
    async (_, remove) => {
      const changed: string[] = [];
      const watching = await watchDisk([join(desk, 'briefs')], (path) => changed.push(path));
      try {
        remove();
        mkdirSync(join(desk, 'briefs'));
        writeFileSync(join(desk, 'briefs/b.yaml'), 'two');
        await expect.poll(() => changed, soon).toContain(join(desk, 'briefs'));
        // Wait until the new folder is watched, then change something in it alone.
        await new Promise((resolve) => setTimeout(resolve, 1200));
        changed.length = 0;
        writeFileSync(join(desk, 'briefs/b.yaml'), 'three');
        await expect.poll(() => changed, soon).toContain(join(desk, 'briefs/b.yaml'));
      } finally {
        await watching.close();
      }
    },
    40_000,
  );

  test('a file that is removed and written again at once is still watched', async () => {
    const file = join(desk, 'briefs/a.yaml');
    const changed: string[] = [];
    const watching = await watchDisk([file], (path) => changed.push(path));
    try {
      rmSync(file);
      writeFileSync(file, 'two');
      await expect.poll(() => changed, soon).toContain(file);
      // All that is heard of this is heard by then.
      await new Promise((resolve) => setTimeout(resolve, 1200));
      changed.length = 0;
      writeFileSync(file, 'three');
      await expect.poll(() => changed, soon).toContain(file);
    } finally {
      await watching.close();
    }
  }, 90_000);
});
