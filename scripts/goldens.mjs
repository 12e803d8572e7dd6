/**
 * The documents in `output/` are what the briefs in `briefs/` become, byte for byte.
 *
 *   node scripts/goldens.mjs            builds the briefs elsewhere and compares
 *   node scripts/goldens.mjs --update   builds them into output/ and removes what no brief becomes
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const OUTPUT = join(ROOT, 'output');
/** Pictures for the README lie there too. */
const MADE = /\.(?:pdf|md|picture-\d+\.\w+)$/;

const folder = mkdtempSync(join(tmpdir(), 'briefpress-goldens-'));
try {
  process.exitCode = build() && (process.argv.includes('--update') ? update() : compare()) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** Elsewhere in time and place, since neither may show in the documents. */
function build() {
  const { SOURCE_DATE_EPOCH: _, ...env } = process.env;
  const elsewhere = { ...env, TZ: 'Pacific/Chatham', LC_ALL: 'C', LANG: 'C' };
  const options = [
    'dist/cli/bin.js',
    'build',
    'briefs',
    '--lang',
    'all',
    '--all-editions',
    '--output',
    folder,
    '--quiet',
  ];
  const { status, stderr } = spawnSync(process.execPath, options, { cwd: ROOT, env: elsewhere, encoding: 'utf8' });
  if (status !== 0) console.log(`The briefs do not build (exit code ${status}).\n${stderr}`);
  return status === 0;
}

function documentsIn(place) {
  return existsSync(place) ? readdirSync(place).filter((name) => MADE.test(name)) : [];
}

function update() {
  const made = documentsIn(folder);
  for (const name of documentsIn(OUTPUT)) rmSync(join(OUTPUT, name));
  for (const name of made) cpSync(join(folder, name), join(OUTPUT, name));
  console.log(`${made.length} documents in output/.`);
  return true;
}

function compare() {
  const [made, kept] = [documentsIn(folder), documentsIn(OUTPUT)];
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
