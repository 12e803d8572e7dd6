/**
 * The whole check, the same for a person and for CI: every step runs, whatever the ones before it found, and what failed
 * is shown in full.
 *
 *   npm run check                        everything
 *   npm run check -- --only types,lint   some steps
 *   npm run check -- --without tests     all but some
 */
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const BIN = 'node_modules/.bin';
const STEPS = [
  // npm leaves packages for other systems out of the lock file at times, and npm ci then fails.
  ['lock', 'npm', ['ci', '--dry-run', '--ignore-scripts']],
  ['build', 'node', ['scripts/build.mjs']],
  ['lint', `${BIN}/biome`, ['check', '--error-on-warnings', '--max-diagnostics=100', '.']],
  ['types', `${BIN}/tsc`, ['--noEmit', '-p', '.']],
  ['types of the page', `${BIN}/tsc`, ['--noEmit', '-p', 'tsconfig.page.json']],
  ['boundaries', 'node', ['scripts/boundaries.mjs']],
  ['unused', `${BIN}/knip`, ['--no-progress']],
  ['package', `${BIN}/publint`, ['run', '--strict', '--pack', 'false']],
  ['goldens', 'node', ['scripts/goldens.mjs']],
  ['tests', `${BIN}/vitest`, ['run', '--coverage']],
  ...(process.env.CI ? [['clean-tree', 'node', ['scripts/clean-tree.mjs']]] : []),
];

function namesAfter(option) {
  const at = process.argv.indexOf(option);
  return at === -1 ? null : (process.argv[at + 1] ?? '').split(',');
}

/** Runs a step; its output is kept, and shown only where it failed. */
function run(command, args) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' } });
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

const [only, without] = [namesAfter('--only'), namesAfter('--without')];
const unknown = [...(only ?? []), ...(without ?? [])].filter((name) => !STEPS.some(([step]) => step === name));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}; there are: ${STEPS.map(([name]) => name).join(', ')}.`);
  process.exit(2);
}
const steps = STEPS.filter(([name]) => (only?.includes(name) ?? true) && !without?.includes(name));
const failed = [];
for (const [name, command, args] of steps) {
  const started = performance.now();
  const { ok, output } = await run(command, args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`);
  if (ok) continue;
  failed.push(name);
  console.log(`${output.trimEnd().replace(/^/gm, '        ')}\n`);
}
console.log(failed.length === 0 ? `All ${steps.length} steps passed.` : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
