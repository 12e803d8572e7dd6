import { expect, test } from 'vitest';
import { crewSize } from '../../src/cli/commands/build/crew-work.js';
import type { Crew } from '../../src/workspace/crew.js';
import { brief, briefpress } from './session.js';

test.each([
  // Briefs, --jobs, processors → workers.
  [1, undefined, 8, 1],
  [7, undefined, 8, 1],
  [8, undefined, 8, 2],
  [100, undefined, 8, 8],
  [100, 1, 8, 1],
  [100, 20, 8, 20],
  [3, 20, 8, 3],
  [0, undefined, 8, 1],
])('%i briefs, --jobs %s, %i processors: %i', (briefs, jobs, cores, size) => {
  expect(crewSize(briefs, jobs, cores)).toBe(size);
});

test('a brief that breaks its worker is a fault of ours, and the others are made', async () => {
  const crew = {
    run: async (file: string) => {
      if (file === 'b.yaml') throw new Error('a worker ended with exit code 134');
      return { report: { file, outputs: [], diagnostics: [] }, written: [], named: [] };
    },
    end: async () => {},
  };
  const files = { 'a.yaml': brief(), 'b.yaml': brief(), 'c.yaml': brief() };
  const workers = { cores: 4, start: () => crew as unknown as Crew };
  const { code, stderr, stdout } = await briefpress(['build', 'a.yaml', 'b.yaml', 'c.yaml', '--jobs', '2'], {
    files,
    workers,
  });
  expect(stderr).toMatch(/^b\.yaml:1:1: error: Briefpress has a fault of its own: a worker ended with exit code 134\./);
  expect(stdout).toContain('Made 2 of 3 briefs.');
  expect(code).toBe(2);
});
