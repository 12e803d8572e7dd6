import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { brief, briefpress } from './session.js';

const files = { 'visit.yaml': brief('') };
const SHEETS = 'output/visit.booklet.pdf';
const build = (disk: Readonly<Record<string, string | Uint8Array>>, ...more: readonly string[]) =>
  briefpress(['build', 'visit.yaml', '--imposition', 'booklet', ...more], { files: disk });

describe('build --imposition', () => {
  test('writes the pages on sheets beside the PDF, and says what they are for', async () => {
    const { code, stdout, files: made } = await build(files);
    expect(code).toBe(0);
    expect(stdout).toMatch(/output\/visit\.pdf \(1 page, \d+ kB\), output\/visit\.booklet\.pdf, output\/visit\.md/);
    expect(stdout).toContain('On sheets, for paper alone (no tags for screen readers, no archival PDF): 1 PDF.\n');
    const sheets = await getDocumentProxy(new Uint8Array(made.get(SHEETS) ?? []), { verbosity: 0 });
    expect([sheets.numPages, (await sheets.getPage(1)).view.map(Math.round)]).toEqual([2, [0, 0, 842, 595]]);
    const imposed = await briefpress(['impose', 'output/visit.pdf', '-o', 'x.pdf'], {
      files: Object.fromEntries(made),
    });
    expect(made.get(SHEETS)).toEqual(imposed.files.get('x.pdf'));
  });

  test('--json names them', async () => {
    const { stdout } = await build(files, '--json', '--format', 'pdf,md');
    const [{ outputs }] = JSON.parse(stdout).briefs;
    expect(outputs.map(({ path, sheets }: { path: string; sheets?: string }) => [path, sheets])).toEqual([
      ['output/visit.pdf', SHEETS],
      ['output/visit.md', undefined],
    ]);
  });

  test('writes over sheets of ours when the brief has changed, and over nothing else', async () => {
    const made = Object.fromEntries((await build(files)).files);
    const changed = { ...made, 'visit.yaml': brief('background: More is said.\n') };
    const again = await build(changed);
    expect([again.code, again.stderr]).toEqual([0, '']);
    expect(again.files.get(SHEETS)).not.toEqual(made[SHEETS]);
    const other = await build({ ...changed, [SHEETS]: '%PDF-1.7 mine' });
    expect(other.stderr).toContain(`${SHEETS} is there already, and Briefpress did not make it`);
    expect([other.code, Buffer.from(other.files.get(SHEETS) ?? []).toString()]).toEqual([2, '%PDF-1.7 mine']);
    expect(other.files.get('output/visit.pdf')).toEqual(made['output/visit.pdf']);
  });

  test('two briefs do not write one file', async () => {
    const disk = { ...files, 'visit.booklet.yaml': brief('') };
    const run = await briefpress(['build', 'visit.yaml', 'visit.booklet.yaml', '--imposition', 'booklet'], {
      files: disk,
    });
    expect(run.stderr).toContain(`would both be written to ${SHEETS}`);
  });

  test('may be configured; --imposition none says otherwise, and a build without a PDF makes no sheets', async () => {
    const disk = { ...files, 'briefpress.config.yaml': 'imposition: 2-up\n' };
    const run = async (...more: readonly string[]) => {
      const { code, files: made } = await briefpress(['build', 'visit.yaml', ...more], { files: disk });
      return [code, ...[...made.keys()].filter((path) => path.startsWith('output/')).toSorted()];
    };
    expect(await run()).toEqual([0, 'output/visit.2-up.pdf', 'output/visit.md', 'output/visit.pdf']);
    expect(await run('--imposition', 'none')).toEqual([0, 'output/visit.md', 'output/visit.pdf']);
    expect(await run('--format', 'md')).toEqual([0, 'output/visit.md']);
    const wrong = await briefpress(['build', 'visit.yaml'], {
      files: { ...files, 'briefpress.config.yaml': 'imposition: leaflet\n' },
    });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/briefpress\.config\.yaml:1:13: error: .*leaflet/);
  });

  test('is refused where no PDF is made', async () => {
    const { code, stderr, files: left } = await build(files, '--format', 'md');
    expect([code, left.size]).toEqual([2, 1]);
    expect(stderr).toContain('no PDF is made');
  });
});

test('impose --json says what was made, and what was not', async () => {
  const { files: made } = await build(files);
  const disk = Object.fromEntries(made);
  const told = async (...more: readonly string[]) => {
    const { code, stdout, stderr } = await briefpress(['impose', 'output/visit.pdf', '--json', ...more], {
      files: disk,
    });
    expect(stderr).toBe('');
    return [code, JSON.parse(stdout)];
  };
  expect(await told('--imposition', '2-up')).toEqual([
    0,
    { file: 'output/visit.2-up.pdf', pages: 1, sides: 1, sheets: 1, diagnostics: [] },
  ]);
  const [code, refused] = await told();
  expect([code, Object.keys(refused)]).toEqual([2, ['diagnostics']]);
  expect(refused.diagnostics).toMatchObject([{ code: 'file-unwritable', severity: 'error' }]);
});
