/**
 * Properties with a fresh seed, and long: briefs that nobody thought of, through every template.
 *
 *   npm run fuzz                        any brief, 50 times in each template, with a seed of this moment
 *   npm run fuzz -- --runs 500          longer
 *   npm run fuzz -- --seed 1234         again, as it was
 *   npm run fuzz -- tests/markdown      other properties
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string' }, runs: { type: 'string', default: '50' } },
  allowPositionals: true,
});
const seed = values.seed ?? String(Math.floor(Math.random() * 2 ** 31));
const files = positionals.length > 0 ? positionals : ['tests/briefing/any-brief.test.ts'];
const again = `npm run fuzz -- --seed ${seed} --runs ${values.runs} ${positionals.join(' ')}`.trimEnd();

console.log(`Seed ${seed}. To run this again: ${again}`);
const { status } = spawnSync('node_modules/.bin/vitest', ['run', '--testTimeout=0', ...files], {
  cwd: join(dirname(fileURLToPath(import.meta.url)), '..'),
  env: { ...process.env, FUZZ_SEED: seed, FUZZ_RUNS: values.runs },
  stdio: 'inherit',
});
console.log(`Seed ${seed}: ${status === 0 ? 'nothing found' : `something found. To run this again: ${again}`}.`);
process.exitCode = status ?? 1;
