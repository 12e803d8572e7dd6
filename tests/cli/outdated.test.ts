import { describe, expect, test } from 'vitest';
import { brief, briefpress } from './session.js';

const BRIEF = brief('');
const changed = brief('subtitle: What has changed\n');

/** What is on the disk after a build in one way, and what a second one says, of a brief that is another by then or not. */
async function buildTwice(first: readonly string[], second: readonly string[], then = changed, add = {}) {
  const before = await briefpress(['build', 'visit.yaml', ...first], { files: { 'visit.yaml': BRIEF } });
  expect(before.code, before.stderr).toBe(0);
  const files = { ...Object.fromEntries(before.files), 'visit.yaml': then, ...add };
  const after = await briefpress(['build', 'visit.yaml', ...second], { files });
  expect(after.code, after.stderr).toBe(0);
  return { ...after, outdated: after.stderr.match(/^.*\[file-outdated\]$/gm) ?? [] };
}

const said = (older: string, newer: string) =>
  `${older}:1:1: warning: ${older} is of an earlier build, and ${newer} has changed since. [file-outdated]`;

describe('what an earlier build left beside a document that has changed', () => {
  test.each([
    ['pdf,md', 'pdf', ['output/visit.md'], 'output/visit.pdf'],
    ['pdf,md', 'md', ['output/visit.pdf'], 'output/visit.md'],
    ['html,txt,md', 'md', ['output/visit.html', 'output/visit.txt'], 'output/visit.md'],
  ])('%s, then %s: %s', async (first, second, older, newer) => {
    const after = await buildTwice(['--format', first], ['--format', second]);
    expect(after.outdated).toEqual(older.map((each) => said(each, newer)));
    for (const each of older)
      expect(after.stderr).toContain(`Add ${each.split('.').at(-1)} to \`--format\`, or delete it.`);
  });

  test('pages on sheets', async () => {
    const after = await buildTwice(['--imposition', 'booklet'], []);
    expect(after.outdated).toEqual([said('output/visit.booklet.pdf', 'output/visit.pdf')]);
    expect(after.stderr).toContain('Add `--imposition booklet`, or delete it.');
  });

  test('a draft of an e-mail', async () => {
    const draft = 'From: a@example.org\r\nX-Mailer: Briefpress\r\n\r\n';
    const after = await buildTwice([], [], changed, { 'output/visit.eml': draft });
    expect(after.outdated).toEqual([said('output/visit.eml', 'output/visit.pdf')]);
  });

  test('is said in JSON, too', async () => {
    const { stdout } = await buildTwice([], ['--format', 'pdf', '--json']);
    expect(JSON.parse(stdout).briefs[0].diagnostics).toMatchObject([{ code: 'file-outdated', severity: 'warning' }]);
  });
});

describe('nothing is said', () => {
  test('where all is made anew', async () => {
    const all = ['--format', 'pdf,md', '--imposition', 'booklet'];
    expect((await buildTwice(all, all)).outdated).toEqual([]);
  });

  test('where nothing has changed', async () => {
    expect((await buildTwice(['--imposition', 'booklet'], ['--format', 'pdf'], BRIEF)).outdated).toEqual([]);
  });

  test('of a file that somebody else has made', async () => {
    const after = await buildTwice(['--format', 'pdf'], ['--format', 'pdf'], changed, {
      'output/visit.md': 'Notes\n',
    });
    expect(after.outdated).toEqual([]);
  });

  test('of another brief, whose name begins in the same way', async () => {
    const { files } = await briefpress(['build', 'visit.yaml', '--format', 'md'], { files: { 'visit.yaml': BRIEF } });
    const memo = files.get('output/visit.md') ?? '';
    const after = await buildTwice(['--format', 'pdf'], ['--format', 'pdf'], changed, {
      'output/visit.annex.md': memo,
    });
    expect(after.outdated).toEqual([]);
  });
});
