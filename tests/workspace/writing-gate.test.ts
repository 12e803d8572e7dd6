import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WritingGate } from '../../src/workspace/writing-gate.js';

/** A thread that writes a file in two steps, slowly, and then another. */
const THREAD = `
  import { writeFileSync, appendFileSync } from 'node:fs';
  import { parentPort, workerData } from 'node:worker_threads';
  import { WritingGate } from ${JSON.stringify(fileURLToPath(new URL('../../src/workspace/writing-gate.ts', import.meta.url)))};
  const gate = new WritingGate(workerData.shared);
  gate.through(() => {
    writeFileSync(workerData.first, 'half');
    parentPort.postMessage('writing');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    appendFileSync(workerData.first, ' and half');
  });
  gate.through(() => writeFileSync(workerData.second, 'more'));
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefpress-gate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what another thread writes is whole when the gate is closed, and nothing comes after it', async () => {
  writeFileSync(join(folder, 'thread.mjs'), THREAD);
  const script = join(folder, 'thread.cjs');
  buildSync({ entryPoints: [join(folder, 'thread.mjs')], bundle: true, platform: 'node', outfile: script });
  const gate = new WritingGate();
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  const thread = new Worker(script, { workerData: { shared: gate.shared, first, second } });
  await new Promise((resolve) => thread.once('message', resolve));
  expect(readFileSync(first, 'utf8')).toBe('half');
  gate.close();
  expect(readFileSync(first, 'utf8')).toBe('half and half');
  await thread.terminate();
  expect(existsSync(second)).toBe(false);
});

test('nobody is waited for where nobody writes, and an error lets the next one through', () => {
  const gate = new WritingGate();
  expect(gate.through(() => 1)).toBe(1);
  expect(() =>
    gate.through(() => {
      throw new Error('full');
    }),
  ).toThrow('full');
  expect(gate.through(() => 2)).toBe(2);
  gate.close();
});
