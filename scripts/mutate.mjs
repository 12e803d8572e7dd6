/**
 * Mutation testing: changes the program in one place at a time and says which changes no test notices.
 *
 *   npm run mutate                      every part below, one after the other; about two hours on two cores
 *   npm run mutate -- proof redaction   these parts
 *
 * Fails where fewer mutants are killed than a part asks for. What survived is in `reports/`.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Folder of `src/` → the tests that speak of it, and the least share of its mutants that they kill, in per cent. */
const PARTS = {
  redaction: { tests: ['redaction'], least: 85 },
  proof: { tests: ['proof', 'redaction'], least: 85 },
  evidence: { tests: ['evidence'], least: 85 },
  change: { tests: ['change', 'edition'], least: 75 },
  'brief/sense': { tests: ['brief'], least: 75 },
  'pdf/pagination': { tests: ['pdf'], least: 75 },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((part) => !Object.hasOwn(PARTS, part));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

const failed = (wanted.length > 0 ? wanted : Object.keys(PARTS)).filter((part) => {
  const { tests, least } = PARTS[part];
  const env = { ...process.env, MUTATED: part, MUTATION_TESTS: tests.join(','), MUTATION_LEAST: String(least) };
  console.log(`\n== ${part}: at least ${least} % of the mutants are to be killed`);
  const { status } = spawnSync('node_modules/.bin/stryker', ['run'], { cwd: ROOT, env, stdio: 'inherit' });
  return status !== 0;
});
if (failed.length > 0) console.log(`\nToo many mutants survive in ${failed.join(', ')}.`);
process.exitCode = failed.length > 0 ? 1 : 0;
