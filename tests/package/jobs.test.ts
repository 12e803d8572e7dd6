import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brief } from '../cli/session.js';
import { ROOT } from './installation.js';

const BRIEFS = 7;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefpress-jobs-'));
  mkdirSync(join(folder, 'briefs'));
  for (let number = 1; number <= BRIEFS; number++) {
    const text = number === 3 ? brief('keyfact: []\n') : brief(`subtitle: Number ${number}\n`);
    writeFileSync(join(folder, `briefs/b${number}.yaml`), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build(output: string, ...argv: readonly string[]) {
  const run = spawnSync(process.execPath, [join(ROOT, 'dist/cli/bin.js'), 'build', '--output', output, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { ...run, said: [run.status, run.stdout.replaceAll(output, 'output'), run.stderr] };
}

function documents(output: string): Readonly<Record<string, string>> {
  const names = readdirSync(join(folder, output)).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, output, name), 'latin1')]));
}

describe('several briefs at a time', () => {
  test('give the same bytes, and the same words in the order of the list, as one at a time', () => {
    const [one, three] = [build('one', '--jobs', '1'), build('three', '--jobs', '3')];
    expect(one.status).toBe(1);
    expect(one.stdout).toContain(`Made ${BRIEFS - 1} of ${BRIEFS} briefs.`);
    expect(one.stderr).toContain('briefs/b3.yaml');
    expect(three.said).toEqual(one.said);
    expect(Object.keys(documents('one'))).toHaveLength(2 * (BRIEFS - 1));
    expect(documents('three')).toEqual(documents('one'));
    // And over what is there already, of which every worker has to know that it is ours.
    expect(build('three', '--jobs', '2').said).toEqual(one.said);
  }, 240_000);

  test('parts of a list are together the list', () => {
    build('whole', '--format', 'md');
    const parts = [1, 2, 3].map((part) => build(`part${part}`, '--format', 'md', '--shard', `${part}/3`));
    expect(parts.map(({ stdout }) => /Made \d.*/.exec(stdout)?.[0])).toEqual([
      'Made 3 briefs.',
      'Made 2 briefs.',
      'Made 1 of 2 briefs.',
    ]);
    const all = Object.assign({}, ...[1, 2, 3].map((part) => documents(`part${part}`)));
    expect(all).toEqual(documents('whole'));
  }, 240_000);

  test.each([
    ['--shard', '0/2'],
    ['--shard', '3/2'],
    ['--shard', 'half'],
    ['--jobs', '0'],
    ['--jobs', 'many'],
  ])('%s %s is refused', (option, value) => {
    expect(build('refused', option, value)).toMatchObject({ status: 2, stderr: expect.stringContaining(option) });
  });
});
