import { defineConfig } from 'vitest/config';

/** The tests of the part that is mutated; named by scripts/mutate.mjs. */
const folders = (process.env.MUTATION_TESTS ?? 'proof').split(',');

export default defineConfig({
  test: {
    globalSetup: ['tests/setup.ts'],
    include: folders.map((folder) => `tests/${folder}/**/*.test.ts`),
    testTimeout: 60_000,
  },
});
