import { createServer } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { briefpress } from './session.js';

/** All that makes documents is loaded with it. */
beforeAll(() => import('../../src/cli/commands/preview/run.js'), 120_000);

const BRIEF = 'briefpress: 1\ntitle: A visit\n';

test('a preview of nothing is refused, with how to begin', async () => {
  const run = await briefpress(['preview', 'no.yaml', '--no-open']);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('no.yaml does not name a file or folder.');
  expect(run.stderr).toContain('briefpress new NAME --preview');
});

test('a port that another program listens on is said', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  try {
    const files = { 'a.yaml': BRIEF };
    const run = await briefpress(['preview', 'a.yaml', '--no-open', '--port', String(port)], { files });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(`Another program listens on port ${port}`);
    expect(run.stdout).toBe('');
  } finally {
    other.close();
  }
});

test.each(['0', '80', '70000', 'x'])('--port %s is not a port to listen on', async (port) => {
  const run = await briefpress(['preview', '--port', port]);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('It is a number from 1024 to 65535.');
});

test('a sample is copied, and not begun in a preview', async () => {
  const run = await briefpress(['new', '--sample', 'mongolia-icc', '--preview']);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('cannot be used with');
});
