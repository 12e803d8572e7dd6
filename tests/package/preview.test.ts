import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Memo, State } from '../../src/preview/protocol.js';
import { brief } from '../cli/session.js';
import { ROOT } from './installation.js';

test('a preview makes its documents in a worker, out of the packs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefpress-preview-'));
  writeFileSync(join(folder, 'visit.yaml'), brief('subtitle: In the worker\n'));
  const argv = [join(ROOT, 'dist/cli/bin.js'), 'preview', 'visit.yaml', '--no-open'];
  const run = spawn(process.execPath, argv, { cwd: folder });
  const ended = new Promise<number | null>((resolve) => run.once('exit', resolve));
  onTestFinished(async () => {
    run.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  let said = '';
  const address = await new Promise<string>((resolve) =>
    run.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /^Preview: (\S+)$/m.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    }),
  );
  const state = async () => (await (await fetch(`${address}api/state`)).json()) as State;
  await expect.poll(async () => (await state()).build.status, { timeout: 60_000 }).toBe('ready');
  const { document } = await state();
  const memo = (await (await fetch(`${address}api/documents/${document?.version}/memo`)).json()) as Memo;
  expect(memo.markdown).toContain('In the worker');
  const pdf = await (await fetch(`${address}api/documents/${document?.version}/pdf`)).text();
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  run.kill('SIGINT');
  expect(await ended).toBe(0);
}, 120_000);
