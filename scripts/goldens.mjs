/**
 * The documents in `output/` are what the briefs in `briefs/` become, byte for byte.
 *
 *   node scripts/goldens.mjs            builds the briefs elsewhere and compares
 *   node scripts/goldens.mjs --update   builds them into output/ and removes what no brief becomes
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const OUTPUT = join(ROOT, 'output');
/** Pictures for the README lie there too. */
const MADE = /\.(pdf|md)$/;

const isUpdate = process.argv.includes('--update');
const folder = isUpdate ? OUTPUT : mkdtempSync(join(tmpdir(), 'briefpress-goldens-'));
const { SOURCE_DATE_EPOCH: _, ...env } = process.env;
const options = ['dist/cli/bin.js', 'build', 'briefs', '--lang', 'all', '--output', folder, '--json'];
// Elsewhere in time and place, since neither may show in the documents.
const elsewhere = { ...env, TZ: 'Pacific/Chatham', LC_ALL: 'C', LANG: 'C' };
const { status, stdout, stderr } = spawnSync(process.execPath, options, {
  cwd: ROOT,
  env: elsewhere,
  encoding: 'utf8',
});
if (status !== 0) {
  console.log(`The briefs do not build (exit code ${status}).\n${stderr}${stdout}`);
  process.exit(1);
}
const made = readdirSync(folder).filter((name) => MADE.test(name));
const kept = existsSync(OUTPUT) ? readdirSync(OUTPUT).filter((name) => MADE.test(name)) : [];
const expected = JSON.parse(stdout).briefs.flatMap(({ outputs }) => outputs.map(({ path }) => path.split('/').at(-1)));
if (isUpdate) {
  for (const name of kept.filter((each) => !expected.includes(each))) rmSync(join(OUTPUT, name));
  console.log(`${expected.length} documents in output/.`);
} else {
  process.exitCode = compare(made, kept) ? 0 : 1;
  rmSync(folder, { recursive: true });
}

function compare(made, kept) {
  const problems = [
    ...made.filter((name) => !kept.includes(name)).map((name) => `output/${name} is missing`),
    ...kept.filter((name) => !made.includes(name)).map((name) => `output/${name} comes from no brief`),
    ...made.filter((name) => kept.includes(name)).flatMap((name) => difference(name)),
  ];
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) console.log('If the change is meant: npm run goldens, then look at what changed.');
  else console.log(`${made.length} documents are the same, byte for byte.`);
  return problems.length === 0;
}

function difference(name) {
  const now = readFileSync(join(folder, name));
  const before = readFileSync(join(OUTPUT, name));
  if (now.equals(before)) return [];
  const at = now.findIndex((byte, index) => byte !== before[index]);
  return [
    `output/${name} differs from byte ${at === -1 ? now.length : at} on (${before.length} bytes, now ${now.length})`,
  ];
}
