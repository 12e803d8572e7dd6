/** Prints `N passed, N failed` from a results file of vitest's JSON reporter; exit code 1 where any failed or none ran. */
import { readFileSync } from 'node:fs';

function counts(file) {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(readFileSync(file, 'utf8'));
    // A file that cannot even be loaded has no tests that could fail, and counts as one.
    const failed = success ? 0 : Math.max(numFailedTests, numFailedTestSuites, 1);
    return { passed: numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const { passed, failed } = counts(process.argv[2]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
