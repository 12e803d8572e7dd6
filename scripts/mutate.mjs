/**
 * Mutation testing: changes the program in one place at a time and says which changes no test notices.
 *
 *   npm run mutate                            every part below, one after the other; about half an hour
 *   npm run mutate -- proof redaction         these parts
 *   npm run mutate -- src/proof/words.ts      this file, or these
 *   npm run mutate -- change --share 0.2      a fifth of the lines, spread over every file: an estimate in a fifth of the time
 *   npm run mutate -- change --survivors      and what survived, place by place
 *
 * Fails where fewer mutants are killed than a part asks for. The whole result is in `reports/`.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Folder of `src/` → the folders of the tests that are tried on its mutants, words in the names of tests (and their files)
 * that are not, how many times a property is tried at most, and the least share of the mutants that is killed, in per
 * cent. What is left out takes a second or more, and every survivor would cost that again: a mutant that only a slow
 * property or a run of the command notices counts as a survivor.
 */
const PARTS = {
  redaction: {
    tests: ['redaction'],
    slow: ['/leak.test', '/command.test', 'any text survives being written and read'],
    least: 85,
  },
  proof: { tests: ['proof', 'proof/pdf'], slow: [], least: 85 },
  evidence: {
    tests: ['evidence', 'evidence/extract', 'evidence/extract/pdf'],
    slow: ['text of megabytes', 'too many comparisons', 'made to be slow'],
    runs: 100,
    least: 85,
  },
  change: {
    tests: ['change', 'change/printers', 'edition'],
    slow: ['any two can be compared', 'too little in common'],
    least: 75,
  },
  'brief/sense': {
    tests: ['brief', 'brief/references', 'brief/schema', 'brief/sense'],
    slow: [
      '/properties.test',
      '/schema.test',
      '/markings.test',
      '/references.test',
      '/reference.test',
      'openings without an end',
    ],
    least: 75,
  },
  'pdf/pagination': {
    tests: ['pdf/pagination'],
    slow: ['/random.test', 'running text in', 'headers and footers', 'do not end with half a word, nor'],
    least: 75,
  },
};

function testsOf({ tests, slow }) {
  return tests.flatMap((folder) =>
    readdirSync(join(ROOT, 'tests', folder))
      .map((name) => `tests/${folder}/${name}`)
      .filter((path) => path.endsWith('.test.ts') && !slow.some((words) => path.includes(words))),
  );
}

/** Lines in a row that are mutated together, where only a share of them is. */
const RUN = 6;

/** The lines of files to mutate, as Stryker takes them: whole files, or every nth run of lines. */
function linesOf(paths, share) {
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

function filesOf(part) {
  const files = readdirSync(join(ROOT, 'src', part), { recursive: true });
  return files.filter((name) => /(?<!\.d)\.ts$/.test(name)).map((name) => `src/${part}/${name}`);
}

/** What is to be mutated: parts by their names, and files of parts. */
function runsOf(wanted) {
  const known = Object.keys(PARTS);
  const names = wanted.length > 0 ? wanted : known;
  return known.flatMap((part) => {
    if (names.includes(part)) return [{ part, files: filesOf(part), isWhole: true }];
    const files = filesOf(part).filter((file) => names.some((name) => file === name));
    return files.length > 0 ? [{ part, files, isWhole: false }] : [];
  });
}

const STATES = ['Killed', 'Timeout', 'Survived', 'NoCoverage'];

/** How many mutants of each file were killed, and so on. */
function countsOf(report) {
  return Object.entries(report.files).map(([file, { mutants }]) => {
    const counts = STATES.map((state) => mutants.filter(({ status }) => status === state).length);
    const errors = mutants.filter(({ status }) => /Error/.test(status)).length;
    return { file, counts, errors };
  });
}

/** Per cent of the mutants that were noticed; a mutant without an end is. */
function scoreOf([killed, timeout, survived, uncovered]) {
  const all = killed + timeout + survived + uncovered;
  return all === 0 ? 100 : (100 * (killed + timeout)) / all;
}

function row(name, counts) {
  const numbers = counts.map((count) => String(count).padStart(9)).join('');
  return `${name.padEnd(44)}${scoreOf(counts).toFixed(1).padStart(6)} %${numbers}`;
}

function print(report, part, isListed) {
  const rows = countsOf(report);
  const sum = STATES.map((_, at) => rows.reduce((total, { counts }) => total + (counts[at] ?? 0), 0));
  console.log(`\n${' '.repeat(52)}   killed  timeout survived  untried`);
  for (const { file, counts } of rows) console.log(row(file, counts));
  console.log(row(part, sum));
  const errors = rows.reduce((total, each) => total + each.errors, 0);
  if (errors > 0) console.log(`${errors} mutants could not be tried.`);
  for (const [file, { source, mutants }] of isListed ? Object.entries(report.files) : []) {
    const lines = source.split('\n');
    for (const { status, location, mutatorName, replacement } of mutants) {
      if (!['Timeout', 'Survived', 'NoCoverage'].includes(status)) continue;
      const { line, column } = location.start;
      console.log(`\n${file}:${line}:${column} ${status} ${mutatorName}`);
      console.log(`- ${lines.slice(line - 1, location.end.line).join('\n  ')}\n+ ${replacement}`);
    }
  }
  return scoreOf(sum);
}

/** Tries the mutants of some files of a part; their score, or nothing where Stryker failed. */
function tried({ part, files, isWhole }, share, isListed) {
  const name = (isWhole ? part : `${part}-some`).replaceAll('/', '-');
  const env = {
    ...process.env,
    MUTATED: JSON.stringify(linesOf(files, share)),
    MUTATION_PART: name,
    MUTATION_TESTS: testsOf(PARTS[part]).join(','),
    MUTATION_SLOW: PARTS[part].slow.join(','),
    MUTATION_RUNS: String(PARTS[part].runs ?? ''),
  };
  const { status } = spawnSync('node_modules/.bin/stryker', ['run'], { cwd: ROOT, env, stdio: 'inherit' });
  rmSync(join(ROOT, '.stryker'), { recursive: true, force: true });
  if (status !== 0) return undefined;
  return print(JSON.parse(readFileSync(join(ROOT, `reports/mutation-${name}.json`), 'utf8')), part, isListed);
}

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { share: { type: 'string', default: '1' }, survivors: { type: 'boolean', default: false } },
});
const share = Number(values.share);
if (!(share > 0 && share <= 1)) {
  console.error('--share is a number above 0, at most 1.');
  process.exit(2);
}
const runs = runsOf(wanted);
const unknown = wanted.filter((name) => !runs.some(({ part, files }) => part === name || files.includes(name)));
if (unknown.length > 0) {
  console.error(
    `Not a part, nor a file of one: ${unknown.join(', ')}. The parts are ${Object.keys(PARTS).join(', ')}.`,
  );
  process.exit(2);
}

const failed = runs.filter((run) => {
  const { least } = PARTS[run.part];
  console.log(`\n== ${run.part}: at least ${least} % of the mutants are to be killed`);
  const score = tried(run, share, values.survivors);
  return score === undefined || score < least;
});
if (failed.length > 0) console.log(`\nToo many mutants survive in ${failed.map(({ part }) => part).join(', ')}.`);
process.exitCode = failed.length > 0 ? 1 : 0;
