/** Times of processes: wall and processor, many tools in turn, so that what else the machine does falls on all alike. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ wall: number, cpu: number, inside?: object }} Run in milliseconds; `inside` is what the process itself says
 */

/** Milliseconds: what takes longer is stuck, and would keep the whole from its end. */
const TOO_LONG = 180_000;

/** Runs a command once. bash's own `time` tells what the process and its children took, to the millisecond. */
export function runOnce([command, ...args], { cwd, says, env = {} }) {
  return new Promise((resolve, reject) => {
    const script = 'TIMEFORMAT="%R %U %S"; time "$@" >"$BENCH_OUT" 2>&1';
    const out = join(cwd, 'last-output.txt');
    const options = { cwd, timeout: TOO_LONG, env: { ...process.env, ...env, BENCH_OUT: out, LC_ALL: 'C' } };
    execFile('bash', ['-c', script, 'bash', command, ...args], options, (error, _stdout, stderr) => {
      const line = [command, ...args].join(' ');
      if (error?.killed) return reject(new Error(`${line}: not done after ${TOO_LONG / 1000} s`));
      if (error) return reject(new Error(`${line}: ${readFileSync(out, 'utf8').slice(0, 2000)}`));
      const [real, user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
      const told = says ? JSON.parse(readFileSync(out, 'utf8').trim().split('\n').at(-1)) : undefined;
      resolve({ wall: real * 1000, cpu: (user + system) * 1000, ...(told && { inside: told }) });
    });
  });
}

/**
 * Runs commands in turn, each so many times.
 * @param tools name → { command, says?, env? }
 * @returns name → medians
 */
export async function inTurn(tools, { times, cwd }) {
  const runs = Object.fromEntries(Object.keys(tools).map((name) => [name, []]));
  for (let round = 0; round < times; round++) {
    for (const [name, { command, says, env }] of Object.entries(tools)) {
      runs[name].push(await runOnce(command, { cwd, says, env }));
    }
  }
  return Object.fromEntries(Object.entries(runs).map(([name, each]) => [name, mediansOf(each)]));
}

function mediansOf(runs) {
  const inside = runs.map((each) => each.inside).filter(Boolean);
  const keys = Object.keys(inside[0] ?? {});
  return {
    wall: median(runs.map(({ wall }) => wall)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    ...Object.fromEntries(keys.map((key) => [key, median(inside.map((each) => each[key]))])),
  };
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
