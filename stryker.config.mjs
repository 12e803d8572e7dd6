/**
 * For scripts/mutate.mjs, which says by the environment what is mutated and which tests are run.
 *
 * What is not mutated:
 * - the wording of messages (scripts/mutation/wording.mjs): it is for people to judge. Codes, keys and names are mutated;
 * - what runs once, when a module is imported (tables, patterns): Stryker cannot tell which test it concerns, and would
 *   run all of them for each. MUTATION_STATIC=1 has them mutated all the same, where the tests of a room are quick.
 */
const part = process.env.MUTATION_PART ?? 'all';

export default {
  mutate: JSON.parse(process.env.MUTATED ?? '["src/**/*.ts"]'),
  testRunner: 'one-process',
  plugins: ['./scripts/mutation/runner.mjs', './scripts/mutation/wording.mjs'],
  ignorers: ['wording'],
  coverageAnalysis: 'perTest',
  ignoreStatic: process.env.MUTATION_STATIC !== '1',
  // Two runners on a busy machine of two cores make each other's mutants time out, which would count as killed.
  concurrency: Number(process.env.MUTATION_JOBS ?? 1),
  // Beyond three times what its tests take in the first run: an endless loop costs this, a busy machine does not fake one.
  timeoutMS: 3_000,
  timeoutFactor: 3,
  tempDirName: '.stryker',
  ignorePatterns: ['output', 'reports', 'dist', 'coverage'],
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `reports/mutation-${part}.json` },
};
