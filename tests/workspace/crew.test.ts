import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Crew } from '../../src/workspace/crew.js';

const SCRIPT = `
  const { parentPort, workerData, threadId } = require('node:worker_threads');
  parentPort.on('message', ({ number, job }) => {
    if (job === 'exit') process.exit(3);
    if (job === 'throw') setImmediate(() => { throw new Error('broken'); });
    else if (job === 'fault') parentPort.postMessage({ number, fault: 'not made' });
    else setTimeout(() => parentPort.postMessage({ number, made: [workerData.about.word, job, threadId] }), job === 'slow' ? 60 : 1);
  });
`;

let folder: string;
let crew: Crew;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefpress-crew-'));
  writeFileSync(join(folder, 'worker.cjs'), SCRIPT);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => crew.end());

const begun = (size: number) => new Crew(join(folder, 'worker.cjs'), size, { word: 'said' });
const answers = async (jobs: readonly string[]) => {
  const settled = await Promise.allSettled(jobs.map((job) => crew.run(job)));
  return settled.map((each) => (each.status === 'fulfilled' ? (each.value as unknown[]) : String(each.reason)));
};

describe('a crew', () => {
  test('tells every worker the same, gives each task to one, and each answer to who asked', async () => {
    crew = begun(2);
    const made = (await answers(['slow', 'a', 'b', 'c'])) as unknown[][];
    expect(made.map(([word, job]) => [word, job])).toEqual(['slow', 'a', 'b', 'c'].map((job) => ['said', job]));
    // While the first worker was slow, the other did everything else.
    expect(new Set(made.map((each) => each[2])).size).toBe(2);
  });

  test('has no more workers than it may', async () => {
    crew = begun(1);
    const made = (await answers(['slow', 'a', 'b'])) as unknown[][];
    expect(new Set(made.map((each) => each[2])).size).toBe(1);
  });

  test('loses what breaks a worker, and nothing else', async () => {
    crew = begun(2);
    const made = await answers(['a', 'exit', 'b', 'throw', 'fault', 'c', 'd']);
    expect(made.map((each) => (typeof each === 'string' ? each : each[1]))).toEqual([
      'a',
      'Error: a worker ended with exit code 3',
      'b',
      'Error: broken',
      'Error: not made',
      'c',
      'd',
    ]);
  });

  test('goes on when all its workers have broken', async () => {
    crew = begun(1);
    await answers(['exit', 'exit']);
    expect(await answers(['a'])).toEqual([['said', 'a', expect.any(Number)]]);
  });
});
