import { describe, expect, test } from 'vitest';
import { PdfFile } from '../../src/proof/pdf/pdf-file.js';
import { attachedFiles } from '../../src/verify/attachments.js';
import { brief, briefpress } from './session.js';

const BRIEF = brief('# a note of the desk\nmarking: { tlp: AMBER } # narrow\n');
const run = (argv: readonly string[], text = BRIEF, more: Record<string, string> = {}) =>
  briefpress(argv, { files: { 'a.yaml': text, ...more } });

describe('--set', () => {
  test('changes fields for one build, and the brief in the PDF says so, so that it can be verified', async () => {
    const options = ['--set', 'status=issued', '--set', 'issuedAt=2024-09-05', '--set', 'marking.tlp=GREEN'];
    const made = await run(['build', 'a.yaml', ...options]);
    expect([made.code, made.stderr]).toEqual([0, '']);
    expect(made.text('a.yaml')).toBe(BRIEF);
    expect(made.text('output/a.md')).toContain('TLP:GREEN');
    const [inside] = attachedFiles(new PdfFile(made.files.get('output/a.pdf') ?? new Uint8Array())).filter(
      ({ relationship }) => relationship === 'Source',
    );
    const text = Buffer.from(inside?.bytes ?? []).toString();
    expect(text).toContain('status: issued\nissuedAt: 2024-09-05\n');
    expect(text).not.toContain('desk');
    const verified = await briefpress(['verify', 'output/a.pdf'], { files: Object.fromEntries(made.files) });
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('So is output/a.md.')]);
  });

  test('is the same as writing it into the file', async () => {
    const set = await run(['build', 'a.yaml', '--format', 'md', '--set', 'title=Another: title # 2']);
    const written = await run(['build', 'a.yaml', '--format', 'md'], BRIEF.replace('A visit', '"Another: title # 2"'));
    expect(set.text('output/a.md')).toBe(written.text('output/a.md'));
  });

  test.each([
    ['edition=2', 'edition: 2'],
    ['title=2024', 'title: "2024"'],
    ['title={ en: A visit, sv: Ett besök }', 'title:\n  en: A visit\n  sv: Ett besök'],
    ['languages=[en, sv]', 'languages:\n  - en\n  - sv'],
    ['layout.maxPages=3', 'layout:\n  maxPages: 3'],
    ['marking.portions=true', 'portions: true'],
    ['keyFacts[0].status=disputed', 'status: disputed'],
    ['keyFacts[1]={ text: Another fact., sources: [press] }', '- text: Another fact.'],
    ['from.name=Ada', 'from:\n  name: Ada'],
    [' subtitle = To Ulaanbaatar ', 'subtitle: To Ulaanbaatar'],
  ])('%s is typed by the schema', async (option, expected) => {
    const made = await run(['build', 'a.yaml', '--format', 'pdf', '--set', option]);
    expect(made.stderr).not.toContain('error');
    const files = attachedFiles(new PdfFile(made.files.get('output/a.pdf') ?? new Uint8Array()));
    const inside = files.find(({ relationship }) => relationship === 'Source');
    expect(Buffer.from(inside?.bytes ?? []).toString()).toContain(expected);
  });

  test('null takes a field away, and a later option goes before an earlier one', async () => {
    const made = await run([
      'build',
      'a.yaml',
      '--format',
      'md',
      '--set',
      'marking=null',
      '--set',
      'title=A',
      '--set',
      'title=B',
    ]);
    expect(made.text('output/a.md')).not.toContain('AMBER');
    expect(made.text('output/a.md')).toContain('# B');
    expect((await run(['check', 'a.yaml', '--set', 'title=null'])).stderr).toContain('title');
  });

  test.each([
    ['status=isued', 'command line:1:14', 'Did you mean `issued`?'],
    ['staus=issued', 'command line:1:7', 'Did you mean `status`?'],
    ['edition=two', 'command line:1:15', 'a whole number'],
    ['asOf=2024-02-31', 'command line:1:12', 'there is no such date'],
    ['title=', 'command line:1:7', 'empty'],
    ['title={ en: A', 'command line:1:13', 'syntax-yaml'],
    ['keyFacts[4].text=A', 'command line:1:7', '`keyFacts` has 1 item, counted from [0], so there is no [4]'],
    ['summary.sv=Ett besök', 'command line:1:7', '`summary` is not a map of fields'],
    ['title[0]=A', 'command line:1:7', '`title` is not a list'],
    ['keyFacts[0].sources=[pres]', 'command line:1:', 'Did you mean `press`?'],
  ])('%s is an error that points to the option', async (option, place, words) => {
    for (const command of ['check', 'build']) {
      const made = await run([command, 'a.yaml', '--set', option]);
      expect(made.code).toBe(2);
      expect(made.stderr).toContain(place);
      expect(made.stderr).toContain(`--set ${option}`);
      expect(made.stderr.replace(/\s+/g, ' ')).toContain(words);
      expect([...made.files.keys()]).toEqual(['a.yaml']);
    }
  });

  test('what is wrong with an option is said once, however many briefs there are', async () => {
    const made = await run(['build', 'a.yaml', 'b.yaml', '--set', 'status=isued'], BRIEF, { 'b.yaml': BRIEF });
    expect(made.stderr.match(/command line:1/g)).toHaveLength(1);
    const json = JSON.parse((await run(['check', 'a.yaml', '--format', 'json', '--set', 'status=isued'])).stdout);
    expect(json.diagnostics).toMatchObject([{ file: 'command line', line: 1, column: 14 }]);
  });

  test('what the file itself lacks for it is a problem of the file', async () => {
    const made = await run(['check', 'a.yaml', '--set', 'status=issued']);
    expect([made.code, made.stderr]).toEqual([1, expect.stringContaining('a.yaml:')]);
    expect(made.stderr).toContain('issuedAt');
  });

  test.each(['status', '=issued', '3=4', 'a..b=c', 'a[x]=1', '__proto__.x=1'])('%s is wrong usage', async (option) => {
    const made = await run(['build', 'a.yaml', '--set', option]);
    expect([made.code, made.stderr]).toEqual([2, expect.stringContaining('It is FIELD=VALUE')]);
  });

  test('holds for a brief in JSON, from standard input, and for every edition of it', async () => {
    const text = JSON.stringify({ ...JSON.parse(JSON_BRIEF), editions: [{ id: 'public', maxTlp: 'CLEAR' }] });
    const argv = ['build', '-', '--format', 'md', '--all-editions', '--set', 'marking.tlp=CLEAR', '--set', 'id=visit'];
    const made = await briefpress(argv, { stdin: text });
    expect([made.code, made.stderr]).toEqual([0, '']);
    expect([...made.files.keys()]).toEqual(['output/visit.md', 'output/visit.public.md']);
    expect(made.text('output/visit.public.md')).toContain('TLP:CLEAR');
  });
});

const JSON_BRIEF = JSON.stringify({
  briefpress: 1,
  title: 'A visit',
  asOf: '2024-09-04',
  summary: 'Mongolia received a visitor.',
  keyFacts: [{ text: 'The visit took place.', sources: ['press'] }],
  sources: [{ id: 'press', type: 'article-newspaper', title: 'Report', issued: '2024-09-03' }],
});
