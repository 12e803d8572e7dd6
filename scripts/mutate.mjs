/**
 * Mutation testing: changes the program in one place at a time and says which changes no test notices.
 *
 *   npm run mutate                      every part below, one after the other; about two hours on two cores
 *   npm run mutate -- proof redaction   these parts
 *   npm run mutate -- --share 0.2       a fifth of the lines, spread over every file: an estimate in a fifth of the time
 *
 * Fails where fewer mutants are killed than a part asks for. What survived is in `reports/`.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

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

/** Lines in a row that are mutated together, where only a share of them is. */
const RUN = 6;

/** The lines to mutate, as Stryker takes them: whole files, or every nth run of lines. */
function linesOf(part, share) {
  const folder = join(ROOT, 'src', part);
  const files = readdirSync(folder, { recursive: true }).filter((name) => /(?<!\.d)\.ts$/.test(name));
  const paths = files.map((name) => `src/${part}/${name}`);
  if (share >= 1) return paths;
  const step = Math.round(RUN / share);
  let offset = 0;
  return paths.flatMap((path) => {
    const count = readFileSync(join(ROOT, path), 'utf8').split('\n').length;
    const ranges = [];
    for (; offset < count; offset += step) ranges.push(`${path}:${offset + 1}-${Math.min(offset + RUN, count)}`);
    offset -= count;
    return ranges;
  });
}

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { share: { type: 'string', default: '1' } },
});
const share = Number(values.share);
if (!(share > 0 && share <= 1)) {
  console.error('--share is a number above 0, at most 1.');
  process.exit(2);
}
const unknown = wanted.filter((part) => !Object.hasOwn(PARTS, part));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

const failed = (wanted.length > 0 ? wanted : Object.keys(PARTS)).filter((part) => {
  const { tests, least } = PARTS[part];
  const env = {
    ...process.env,
    MUTATED: JSON.stringify(linesOf(part, share)),
    MUTATION_PART: part.replace('/', '-'),
    MUTATION_TESTS: tests.join(','),
    MUTATION_LEAST: String(least),
  };
  console.log(`\n== ${part}: at least ${least} % of the mutants are to be killed`);
  const { status } = spawnSync('node_modules/.bin/stryker', ['run'], { cwd: ROOT, env, stdio: 'inherit' });
  return status !== 0;
});
if (failed.length > 0) console.log(`\nToo many mutants survive in ${failed.join(', ')}.`);
process.exitCode = failed.length > 0 ? 1 : 0;
