import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import zlib from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PrintDefinition } from '../../src/layout/definition.js';
import { rendered } from './rendered.js';
import { STRESS } from './stress.js';

const PROJECT = new URL('../..', import.meta.url).pathname;
let folder: string;
let script: string;

/** A program of its own, as a bundle: so this also shows that the room can be bundled with pdfmake left outside. */
beforeAll(async () => {
  folder = mkdtempSync(join(PROJECT, 'node_modules', '.same-bytes-'));
  script = join(folder, 'print.mjs');
  await build({
    stdin: {
      contents: `
        import { createHash } from 'node:crypto';
        import type { PrintDefinition } from '../../src/layout/definition.js';
import { rendered } from './tests/pdf/rendered.ts';
        import { STRESS } from './tests/pdf/stress.ts';
        for (const name of ['sample', 'scripts', 'odd', 'divided', 'contents']) {
          const { bytes } = await rendered(STRESS[name]);
          console.log(name, bytes.length, createHash('sha256').update(bytes).digest('hex'));
        }`,
      resolveDir: PROJECT,
      loader: 'ts',
    },
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function printed(cwd: string, environment: Record<string, string>): string {
  const run = spawnSync(process.execPath, [script], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...environment },
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  return run.stdout;
}

describe('the same definition', () => {
  it('gives the same bytes in another folder, time zone and locale', () => {
    const here = printed(PROJECT, { TZ: 'UTC', LANG: 'C' });
    expect(here.split('\n').filter(Boolean)).toHaveLength(5);
    expect(printed(tmpdir(), { TZ: 'Asia/Ulaanbaatar', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' })).toBe(here);
    expect(printed('/', { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', USER: 'someone', HOME: '/nonexistent' })).toBe(
      here,
    );
  });

  it('owes no byte to the zlib of this machine', async () => {
    const unused = () => {
      throw new Error('compressed by the machine');
    };
    const spies = [vi.spyOn(zlib, 'deflateSync'), vi.spyOn(zlib, 'deflate'), vi.spyOn(zlib, 'createDeflate')];
    for (const spy of spies) spy.mockImplementation(unused);
    try {
      // Pictures with transparency, fonts, attachments, object streams.
      for (const name of ['sample', 'odd']) {
        expect((await rendered(STRESS[name] as PrintDefinition)).bytes.length).toBeGreaterThan(1000);
      }
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  });
});
