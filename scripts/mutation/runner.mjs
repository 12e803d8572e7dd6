/**
 * A test runner for Stryker that runs the tests of Vitest again and again in one process. Stryker's own for Vitest begins
 * a thread for every mutant, which takes a hundred times as long as the tests.
 *
 * Tests and sources are translated once, file beside file; a test imports `./vitest.mjs` in place of `vitest`. Modules are
 * imported once too: what a mutant changes at import is not seen, unless Stryker asks for a process of its own ("static").
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';

/** The files whose tests are tried, named by scripts/mutate.mjs. */
const TEST_FILES = (process.env.MUTATION_TESTS ?? '').split(',');
/** The files that are mutated, as JavaScript. */
const MUTATED = JSON.parse(process.env.MUTATED ?? '[]').map((path) => path.replace(/\.ts(?::.*)?$/, '.js'));
/** Words in the names of tests that are not. */
const SLOW = (process.env.MUTATION_SLOW ?? '').split(',').filter((words) => words !== '');
/** How many times a property that asks for more is tried; each survivor costs that again. */
const MOST_RUNS = process.env.MUTATION_RUNS ?? '';

/** What is read in place of a test or source: `vitest` is ours, and properties are tried less often. */
function rewritten(code, shim) {
  const ours = code.replaceAll(/from "vitest"/g, `from "${shim}"`);
  return MOST_RUNS === '' ? ours : ours.replaceAll(/\bnumRuns: ([\de.]+)/g, `numRuns: Math.min($1, ${MOST_RUNS})`);
}

function sourcesIn(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => /(?<!\.d)\.ts$/.test(name));
  return names.map((name) => join(folder, name));
}

class Runner {
  /** Where mutated code looks for the mutant that is tried, and counts what is run. */
  #stryker;
  #tests;

  constructor() {
    globalThis.__stryker__ ??= {};
    this.#stryker = globalThis.__stryker__;
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    const shim = pathToFileURL(join(process.cwd(), 'scripts/mutation/vitest.mjs')).href;
    for (const path of [...sourcesIn('src'), ...sourcesIn('tests')]) {
      const { code } = transformSync(readFileSync(path, 'utf8'), { loader: 'ts', format: 'esm', target: 'node20' });
      writeFileSync(path.replace(/\.ts$/, '.js'), rewritten(code, shim));
    }
  }

  async #collected() {
    if (this.#tests !== undefined) return this.#tests;
    const load = (path) => import(pathToFileURL(join(process.cwd(), path)).href);
    await load('tests/seed.js');
    // A module that a test is the first to import would count as run by that test alone, and then never again.
    for (const path of new Set(MUTATED)) await load(path);
    const { beginFile, collected } = await load('scripts/mutation/vitest.mjs');
    for (const file of TEST_FILES) {
      beginFile(file);
      await load(file.replace(/\.ts$/, '.js'));
    }
    for (const before of collected.befores) await before();
    this.#tests = collected.tests.filter(({ title }) => !SLOW.some((words) => title.includes(words)));
    return this.#tests;
  }

  async dryRun() {
    this.#stryker.activeMutant = undefined;
    const tests = await this.#collected();
    const results = [];
    for (const each of tests) {
      this.#stryker.currentTestId = each.id;
      results.push(await resultOf(each));
      this.#stryker.currentTestId = undefined;
    }
    // The quickest first: most mutants are noticed by them.
    const times = new Map(results.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
    tests.sort((a, b) => times.get(a.id) - times.get(b.id));
    return { status: 'complete', tests: results, mutantCoverage: this.#stryker.mutantCoverage };
  }

  async mutantRun({ testFilter, activeMutant, hitLimit, mutantActivation }) {
    if (mutantActivation === 'static') this.#stryker.activeMutant = activeMutant.id;
    Object.assign(this.#stryker, { hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    const all = await this.#collected();
    this.#stryker.activeMutant = activeMutant.id;
    const wanted = new Set(testFilter);
    const tests = testFilter === undefined ? all : all.filter(({ id }) => wanted.has(id));
    for (const [index, each] of tests.entries()) {
      const { status, failureMessage } = await resultOf(each);
      if (this.#stryker.hitCount > hitLimit) return { status: 'timeout', reason: 'It runs on and on.' };
      if (status !== FAILED) continue;
      return { status: 'killed', killedBy: [each.id], failureMessage, nrOfTests: index + 1 };
    }
    return { status: 'survived', nrOfTests: tests.length };
  }
}

/** The states of a test, as Stryker numbers them. */
const PASSED = 0;
const FAILED = 1;

async function resultOf({ id, title, run }) {
  const start = performance.now();
  const common = () => ({ id, name: title, timeSpentMs: performance.now() - start });
  try {
    await run();
    return { ...common(), status: PASSED };
  } catch (fault) {
    return { ...common(), status: FAILED, failureMessage: String(fault?.message ?? fault).slice(0, 500) };
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'one-process', injectableClass: Runner }];
