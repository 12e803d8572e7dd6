/** For scripts/mutate.mjs, which says by the environment what is mutated and which tests are run. */
const part = process.env.MUTATION_PART ?? 'all';
const least = Number(process.env.MUTATION_LEAST ?? 0);

export default {
  mutate: JSON.parse(process.env.MUTATED ?? '["src/**/*.ts"]'),
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // The wording of messages is for people to judge; what runs once at import cannot be tried test by test.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignoreStatic: true,
  concurrency: Number(process.env.MUTATION_JOBS ?? 2),
  timeoutMS: 20_000,
  tempDirName: '.stryker',
  ignorePatterns: ['output', 'reports', 'dist'],
  reporters: ['clear-text', 'json'],
  clearTextReporter: { logTests: false, allowColor: false },
  jsonReporter: { fileName: `reports/mutation-${part}.json` },
  thresholds: { high: 95, low: least, break: least },
};
