import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { BRIEF_TYPES } from '../../src/brief/schema/head.js';
import { briefSchema } from '../../src/brief/schema/schema.js';
import { main } from '../../src/cli/main.js';
import { memoryWorkspace } from '../../src/workspace/memory-workspace.js';
import { brief, briefpress, Recorder } from './session.js';

test('problems are reported from the top of a file to its end, however they were found', async () => {
  // The title is printed first, and stands last.
  const text = `background: 𐌰𐌱\n${brief().replace(/^title:.*\n/m, '')}title: 𐌲𐌳\n`;
  const { stderr } = await briefpress(['check', 'a.yaml'], { files: { 'a.yaml': text } });
  const lines = [...stderr.matchAll(/^a\.yaml:(\d+):/gm)].map(([, line]) => Number(line));
  expect(lines).toEqual([1, text.trimEnd().split('\n').length]);
});

describe('help and usage', () => {
  test('--version', async () => {
    expect(await briefpress(['--version'])).toMatchObject({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  test.each([['--help'], ['help'], ['build', '--help'], ['check', '--help'], ['new', '--help'], ['help', 'schema']])(
    '%s %s prints help with an example',
    async (...argv) => {
      const run = await briefpress(argv);
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(run.stdout).toContain('Usage: briefpress');
      expect(run.stdout).toMatch(/Examples?:\n/);
    },
  );

  test.each([
    [[], 'Usage: briefpress'],
    [['biuld'], '(Did you mean build?)'],
    [['build', '--lang', ''], 'It is empty.'],
    [['build', '-o', ''], 'It is empty.'],
    [['build', '-dash.yaml'], './-dash.yaml'],
    [['build', '--fromat', 'pdf'], '(Did you mean --format?)'],
    [['build', '--format', 'docx'], 'one of pdf, md, html, txt'],
    [['build', '--format', ''], 'one of pdf, md, html, txt'],
    [['build', '--paper', 'A3'], 'A4 or LETTER'],
    [['build', '--diagnostics', 'xml'], 'pretty, json, sarif, github'],
    [['check', '--format', 'xml'], 'pretty, json, sarif, github'],
    [['new'], "missing required argument 'name'"],
    [['new', ''], 'It does not name a file'],
    [['new', 'folder/'], 'It does not name a file'],
    [['new', 'x', '--type', 'letter'], 'information-memo'],
    [['completion', 'tcsh'], 'bash'],
    [['schema', 'too', 'much'], 'too many arguments'],
  ])('%j is a wrong usage', async (argv, words) => {
    const run = await briefpress(argv);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(words);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(run.files.size).toBe(0);
  });
});

describe('check', () => {
  test('says so when nothing is wrong, and makes nothing', async () => {
    const run = await briefpress(['check'], { files: { 'briefs/a.yaml': brief() } });
    expect(run).toMatchObject({ code: 0, stdout: 'Nothing is wrong in 1 brief.\n', stderr: '' });
    expect([...run.files.keys()]).toEqual(['briefs/a.yaml']);
  });

  test('shows every problem with its place', async () => {
    const files = { 'a.yaml': brief('keyfacts: []\nstatus: done\n') };
    const run = await briefpress(['check', 'a.yaml'], { files });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('a.yaml:13:1: error');
    expect(run.stderr).toContain('Did you mean `keyFacts`?');
    expect(run.stderr).toContain('a.yaml:14:9: error');
    expect(run.stderr).toContain('^^^^');
  });

  test('--format json is one object', async () => {
    const run = await briefpress(['check', 'a.yaml', '--format', 'json'], {
      files: { 'a.yaml': brief('keyfacts: []\n') },
    });
    const { diagnostics, ...rest } = JSON.parse(run.stdout);
    expect(rest).toEqual({});
    expect(diagnostics).toEqual([
      {
        severity: 'error',
        code: 'shape-unknown-field',
        message: expect.any(String),
        file: 'a.yaml',
        line: 13,
        column: 1,
        endLine: 13,
        endColumn: 9,
        field: '',
        hint: expect.stringContaining('keyFacts'),
      },
    ]);
    const fine = await briefpress(['check', 'a.yaml', '--format', 'json'], { files: { 'a.yaml': brief() } });
    expect(JSON.parse(fine.stdout)).toEqual({ diagnostics: [] });
    expect(fine.code).toBe(0);
  });

  test('finds what is wrong in a language that is not the main one', async () => {
    const text = brief().replace('asOf', 'languages: [en, sv]\nasOf').replace('A visit', '{ en: Visit }');
    const run = await briefpress(['check', 'a.yaml'], { files: { 'a.yaml': text } });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('sense-language-missing');
  });

  test('shows the line of a brief from standard input', async () => {
    const run = await briefpress(['check', '-'], { stdin: 'briefpress: 3\n' });
    expect(run.stderr).toContain('1 | briefpress: 3');
  });
});

describe('new', () => {
  test.each(BRIEF_TYPES)('%s: a brief that has nothing wrong and builds at once', async (type) => {
    const made = await briefpress(['new', 'my-visit', '--type', type]);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect([...made.files.keys()]).toEqual(['briefs/brief.schema.json', 'briefs/my-visit.yaml']);
    const text = made.text('briefs/my-visit.yaml');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./brief.schema.json');
    expect(text).toContain('title: "My visit"');
    const files = Object.fromEntries(made.files);
    expect(await briefpress(['check', '--format', 'json'], { files })).toMatchObject({
      code: 0,
      stdout: '{\n  "diagnostics": []\n}\n',
    });
    const built = await briefpress(['build'], { files });
    expect(built).toMatchObject({ code: 0, stderr: '' });
    expect(built.files.get('output/my-visit.pdf')?.length).toBeGreaterThan(5000);
  });

  test.each(BRIEF_TYPES)('%s: every part of the format is there, and right when its # is taken away', async (type) => {
    const made = await briefpress(['new', 'a.yaml', '--type', type]);
    const names = Object.keys(briefSchema.properties);
    const comment = new RegExp(`^# (?=(?:${names.join('|')}):)`, 'gm');
    const more = made
      .text('briefs/a.yaml')
      .replace(/^# (?=(?: {2})+[\w-]| {2}-)/gm, '')
      .replace(comment, '')
      .replace(/^#$/gm, '')
      .replace(/^( *)# (?=- text| {2}sources| {2}status|URL)/gm, '$1');
    for (const name of names) expect(more).toMatch(new RegExp(`^${name}:`, 'm'));
    // Whatever a type has filled in is there once.
    for (const name of names) expect(more.match(new RegExp(`^${name}:`, 'gm'))).toHaveLength(1);
    const files = { 'briefs/a.yaml': more, 'briefs/annexes/law.md': 'The law.' };
    const run = await briefpress(['check'], { files });
    // A quote whose source has no kept copy is worth a warning, and no more; so is a page budget that a draft exceeds.
    expect(run.stderr).not.toContain('error');
    expect(run.code).toBe(0);
  });

  test('never writes over a file, nor over a schema that is there', async () => {
    const files = { 'briefs/a.yaml': 'mine', 'briefs/brief.schema.json': 'mine too' };
    const run = await briefpress(['new', 'a'], { files });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('already');
    expect(run.text('briefs/a.yaml')).toBe('mine');
    const other = await briefpress(['new', 'b'], { files });
    expect(other.code).toBe(0);
    expect(other.text('briefs/brief.schema.json')).toBe('mine too');
  });

  test.each([
    ['x', 'briefs/x.yaml'],
    ['x.yml', 'briefs/x.yml'],
    ['./x', 'x.yaml'],
    ['deep/er/x.yaml', 'deep/er/x.yaml'],
  ])('%s begins %s', async (name, path) => {
    expect([...(await briefpress(['new', name])).files.keys()]).toContain(path);
  });

  test('a title with characters that mean something in YAML', async () => {
    const made = await briefpress(['new', "./a' {b}, #c - d"]);
    const files = { 'a.yaml': made.text("a' {b}, #c - d.yaml") };
    expect((await briefpress(['check', 'a.yaml'], { files })).code).toBe(0);
  });

  test.each([
    ['create', 'ENOSPC'],
    ['makeFolder', 'EACCES'],
  ])('%s fails with %s', async (operation, code) => {
    const run = await briefpress(['new', 'a'], { faults: { [`${operation} /desk/briefs`]: code } });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('file-unwritable');
    expect(run.files.size).toBe(0);
  });
});

describe('schema with a field', () => {
  test('says what it is, what it may hold, and where it is printed', async () => {
    const run = await briefpress(['schema', 'keyFacts[0].status']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    for (const part of ['How firmly it is known', 'established, reported, disputed', 'Without it: established'])
      expect(run.stdout).toContain(part);
    expect((await briefpress(['schema', 'request'])).stdout).toContain('deadline');
    expect((await briefpress(['schema', 'brief'])).stdout).toMatch(/^ {2}keyFacts\* +What is known/m);
  });

  test.each([
    ['deadline', 'request.deadline'],
    ['facts', 'keyFacts'],
    ['keyFacts.txt', 'keyFacts.text'],
  ])('%s is not one; %s was meant', async (field, meant) => {
    const run = await briefpress(['schema', field]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(`Did you mean \`${meant}\`?`);
  });
});

describe('templates, schema, completion', () => {
  test('templates lists the packs and what they need, one’s own first', async () => {
    const files = { 'mine/pack.yaml': 'title: Mine', 'mine/print.md.hbs': '', 'mine/memo.md.hbs': '' };
    const run = await briefpress(['templates', '--templates', 'mine'], { files });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/^mine: Mine\n/);
    expect(run.stdout).toMatch(/submission: [\s\S]*needs: request/);
    const json = await briefpress(['templates', '--json']);
    expect(JSON.parse(json.stdout).templates.map(({ name }: { name: string }) => name)).toEqual([
      'assessment',
      'policy-memo',
      'read-ahead',
      'submission',
      'two-pager',
    ]);
  });

  test('a pack at fault is reported, and the others are listed', async () => {
    const files = { 'mine/pack.yaml': 'titel: Mine', 'mine/print.md.hbs': '{{#if', 'mine/memo.md.hbs': '' };
    const run = await briefpress(['templates', '--templates', 'mine'], { files });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('mine/print.md.hbs:1:');
    expect(run.stdout).toContain('policy-memo');
  });

  test('schema prints the JSON Schema', async () => {
    const run = await briefpress(['schema']);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  });
});

describe('the configuration', () => {
  test('is found in a folder above, and its paths are relative to it', async () => {
    const files = {
      '/briefpress.config.json': '{"input": "in", "output": "out", "formats": ["md"]}',
      '/in/a.yaml': brief(),
    };
    const run = await briefpress(['build'], { files });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect([...run.files.keys()]).toContain('/out/a.md');
  });

  test('the command line goes before it', async () => {
    const files = { 'briefpress.config.yaml': 'output: out\nformats: [pdf]\n', 'a.yaml': brief() };
    const run = await briefpress(['build', 'a.yaml', '-o', 'there', '--format', 'md'], { files });
    expect([...run.files.keys()]).toEqual(['a.yaml', 'briefpress.config.yaml', 'there/a.md']);
  });

  test.each([
    ['output: [', 'The [ that opens here is not closed'],
    ['- output', 'The configuration should be a map of fields'],
    ['output: 3', '`output` should be a path, but here is 3'],
    ['output: [a, b]', '`output` should be a path, but here is a list'],
    ['input: { a: b }', '`input` should be a list of paths, or a single one, but here is a map'],
    ['formats: docx', '`formats` should be one of pdf, md'],
    ['paper: A5', '`paper` should be one of A4, LETTER'],
    ['output: a\noutput: b', 'for the second time'],
    ['__proto__: x', 'no field `__proto__`'],
    ['&a a: &b [*b]', 'would never end'],
  ])('%j is wrong: %s', async (text, words) => {
    const run = await briefpress(['check'], { files: { 'briefpress.config.yaml': text, 'briefs/a.yaml': brief() } });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(words);
    expect(run.stderr).toContain('config-invalid');
    expect(run.stderr).toMatch(/^briefpress\.config\.yaml:\d+:\d+: error/);
  });

  test('an empty one says nothing', async () => {
    const files = { 'briefpress.config.yaml': '# later\n', 'briefs/a.yaml': brief() };
    expect((await briefpress(['check'], { files })).code).toBe(0);
  });
});

describe('a fault of ours', () => {
  const broken = (env: Record<string, string>) => {
    const stderr = new Recorder();
    const stdout = new Recorder();
    stdout.write = () => {
      throw new TypeError('a bug\nwith details');
    };
    const streams = { stdout, stderr, readInput: async () => new Uint8Array() };
    return main(['schema'], memoryWorkspace(undefined, env), streams).then((code) => ({ code, stderr: stderr.text }));
  };

  test('is said in one line with what to do, and ends with 2', async () => {
    const { code, stderr } = await broken({});
    expect(code).toBe(2);
    expect(stderr).toContain('Briefpress has a fault of its own: a bug. [internal]');
    expect(stderr).toContain('report it');
    expect(stderr).not.toMatch(/ at .*\.ts/);
  });

  test('is told in full to who asks', async () => {
    expect((await broken({ BRIEFPRESS_DEBUG: '1' })).stderr).toMatch(/ at .*\.ts/);
  });
});
