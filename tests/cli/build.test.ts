import { describe, expect, test } from 'vitest';
import { brief, briefpress } from './session.js';

const isPdf = (bytes: Uint8Array | undefined) =>
  Buffer.from(bytes ?? [])
    .subarray(0, 5)
    .toString() === '%PDF-';

describe('build', () => {
  test('makes every brief in briefs/ into output/, and says what it made', async () => {
    const run = await briefpress(['build'], { files: { 'briefs/a.yaml': brief(), 'briefs/b.yml': brief() } });
    expect(run.stderr).toBe('');
    expect(run.stdout).toMatch(
      /^briefs\/a\.yaml → output\/a\.pdf \(1 page, \d+ kB\), output\/a\.md \(\d+ B\)\nbriefs\/b\.yml → .*\nInside 2 PDFs: .*\nMade 2 briefs\.\n$/,
    );
    expect(run.code).toBe(0);
    expect([...run.files.keys()].filter((path) => path.startsWith('output/'))).toEqual([
      'output/a.md',
      'output/a.pdf',
      'output/b.md',
      'output/b.pdf',
    ]);
    expect(isPdf(run.files.get('output/a.pdf'))).toBe(true);
    expect(run.text('output/a.md')).toContain('The visit took place.');
  });

  test('the same brief gives the same bytes, whatever the clock and the folder', async () => {
    const first = await briefpress(['build', 'a.yaml'], { files: { 'a.yaml': brief() } });
    const second = await briefpress(['build', 'deep/a.yaml', '-o', 'elsewhere'], { files: { 'deep/a.yaml': brief() } });
    expect(second.files.get('elsewhere/a.pdf')).toEqual(first.files.get('output/a.pdf'));
    expect(second.files.get('elsewhere/a.md')).toEqual(first.files.get('output/a.md'));
  });

  test.each([
    ['pdf', ['output/a.pdf']],
    ['md', ['output/a.md']],
    ['md,pdf', ['output/a.md', 'output/a.pdf']],
    ['html', ['output/a.html']],
    ['txt,HTML', ['output/a.html', 'output/a.txt']],
  ])('--format %s', async (format, outputs) => {
    const run = await briefpress(['build', 'a.yaml', '--format', format], { files: { 'a.yaml': brief() } });
    expect([...run.files.keys()].filter((path) => path.startsWith('output/'))).toEqual(outputs);
  });

  test('one brief with problems does not stop the others', async () => {
    const files = { 'briefs/a.yaml': 'title: [', 'briefs/b.yaml': brief(), 'briefs/c.yaml': 'briefpress: 2' };
    const run = await briefpress(['build', '--format', 'md'], { files });
    expect(run.code).toBe(1);
    expect([...run.files.keys()].filter((path) => path.startsWith('output/'))).toEqual(['output/b.md']);
    expect(run.stdout).toContain('Made 1 of 3 briefs.');
    expect(run.stderr).toContain('briefs/a.yaml:1:');
    expect(run.stderr).toContain('briefs/c.yaml:1:');
  });

  test('a brief of which one document could not be written does not count as made', async () => {
    const files = { 'a.yaml': brief(), 'output/a.pdf/x': '' };
    const run = await briefpress(['build', 'a.yaml'], { files });
    expect(run.code).toBe(2);
    expect(run.stdout).toContain('a.yaml → output/a.md');
    expect(run.stdout).toContain('Made 0 of 1 brief.');
  });

  test('two briefs that would write the same file are refused before anything of theirs is written', async () => {
    const files = {
      'briefs/a.yaml': brief(),
      'briefs/x/A.yaml': brief(),
      'briefs/c.yaml': brief('id: a\n'),
      'd.yaml': brief(),
    };
    const run = await briefpress(['build', 'briefs', 'd.yaml', '--format', 'md'], { files });
    expect(run.code).toBe(1);
    expect(run.stderr.match(/sense-duplicate-id/g)).toHaveLength(3);
    expect([...run.files.keys()].filter((path) => path.startsWith('output/'))).toEqual(['output/d.md']);
  });

  test('a document never takes the place of a file that its brief is made of', async () => {
    const files = { 'a.yaml': brief('annexes: [{ title: Law, file: a.md }]\n'), 'a.md': 'The law.' };
    const run = await briefpress(['build', 'a.yaml', '-o', '.', '--format', 'md'], { files });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('file-unwritable');
    expect(run.text('a.md')).toBe('The law.');
  });

  test('several languages', async () => {
    const text = brief('', '{ en: Visit, sv: Besök }').replace('asOf', 'languages: [en, sv]\nasOf');
    const both = (field: string, value: string) => [`${field}: ${value}`, `${field}: { en: ${value}, sv: ${value} }`];
    const [summary = '', summaries = ''] = both('summary', 'Mongolia received a visitor.');
    const [fact = '', facts = ''] = both('text', 'The visit took place.');
    const files = { 'a.yaml': text.replace(summary, summaries).replace(fact, facts) };
    const all = await briefpress(['build', 'a.yaml', '--lang', 'all', '--format', 'md'], { files });
    expect(all.stderr).toBe('');
    expect([...all.files.keys()]).toEqual(['a.yaml', 'output/a.md', 'output/a.sv.md']);
    expect(all.text('output/a.sv.md')).toContain('Besök');
    const one = await briefpress(['build', 'a.yaml', '--lang', 'SV', '--format', 'md'], { files });
    expect([...one.files.keys()]).toEqual(['a.yaml', 'output/a.sv.md']);
    const none = await briefpress(['build', 'a.yaml', '--lang', 'de', '--format', 'md'], { files });
    expect(none.code).toBe(1);
    expect(none.stderr).toContain('sense-language-missing');
  });

  test('from standard input, in YAML and in JSON', async () => {
    const yaml = await briefpress(['build', '-', '--format', 'md'], { stdin: brief('id: given\n') });
    expect(yaml).toMatchObject({ code: 0, stderr: '' });
    expect([...yaml.files.keys()]).toEqual(['output/given.md']);
    const json = await briefpress(['build', '-', '--format', 'md'], { stdin: '{"briefpress": 1}' });
    expect(json.code).toBe(1);
    expect(json.stderr).toContain('stdin:1:2: error');
  });

  test('--json says what became of each brief, and nothing else', async () => {
    const files = { 'briefs/a.yaml': brief(), 'briefs/b.yaml': 'title: 1' };
    const run = await briefpress(['build', 'briefs', 'nothing', '--json'], { files });
    expect(run.stderr).toBe('');
    expect(run.code).toBe(2);
    const [missing, made, failed] = JSON.parse(run.stdout).briefs;
    expect(missing).toMatchObject({ file: 'nothing', outputs: [], diagnostics: [{ code: 'file-not-found' }] });
    expect(made).toMatchObject({
      file: 'briefs/a.yaml',
      outputs: [
        { path: 'output/a.pdf', format: 'pdf', language: 'en', pages: 1, bytes: run.files.get('output/a.pdf')?.length },
        { path: 'output/a.md', format: 'md', language: 'en', pages: null },
      ],
      diagnostics: [],
    });
    expect(failed.outputs).toEqual([]);
    expect(failed.diagnostics[0]).toMatchObject({ severity: 'error', file: 'briefs/b.yaml', line: 1 });
  });

  test.each(['json', 'sarif', 'github'])('--diagnostics %s is the whole of standard output', async (format) => {
    const run = await briefpress(['build', 'b.yaml', '--diagnostics', format], { files: { 'b.yaml': 'x: 1' } });
    expect(run.stderr).toBe('');
    expect(run.code).toBe(1);
    if (format === 'github') expect(run.stdout).toMatch(/^::error file=b\.yaml,/);
    else expect(JSON.parse(run.stdout)).toBeTypeOf('object');
  });

  test('--quiet is quiet, but for problems', async () => {
    const files = { 'a.yaml': brief(), 'b.yaml': 'x: 1' };
    expect(await briefpress(['build', 'a.yaml', '--quiet'], { files })).toMatchObject({
      stdout: '',
      stderr: '',
      code: 0,
    });
    const run = await briefpress(['build', 'b.yaml', '--quiet'], { files });
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain('error');
  });

  test('SOURCE_DATE_EPOCH is the date of the documents', async () => {
    const options = ['build', 'a.yaml', '--format', 'pdf'];
    const files = { 'a.yaml': brief() };
    const dated = await briefpress(options, { files, env: { SOURCE_DATE_EPOCH: '1700000000' } });
    expect(Buffer.from(dated.files.get('output/a.pdf') ?? []).includes('D:20231114221320')).toBe(true);
    const own = await briefpress(options, { files });
    expect(Buffer.from(own.files.get('output/a.pdf') ?? []).includes('D:20240904')).toBe(true);
    const wrong = await briefpress(options, { files, env: { SOURCE_DATE_EPOCH: 'yesterday' } });
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('SOURCE_DATE_EPOCH') });
  });

  test('a bar and a time on a terminal, neither in a pipe', async () => {
    const files = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`briefs/${name}.yaml`, brief()]));
    const terminal = await briefpress(['build', '--format', 'md'], { files, terminal: true });
    expect(terminal.stderr).toContain('2/4 briefs/c.yaml');
    expect(terminal.stderr.endsWith('\u001b[K')).toBe(true);
    expect(terminal.stdout).toMatch(/Made 4 briefs in \d+\.\d s\.\n$/);
    const pipe = await briefpress(['build', '--format', 'md'], { files });
    expect(pipe.stderr).toBe('');
  });

  test.each([
    [{}, false, false],
    [{}, true, true],
    [{ NO_COLOR: '1' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('colours with %j, on a terminal: %s', async (env, terminal, coloured) => {
    const run = await briefpress(['build', 'b.yaml'], { files: { 'b.yaml': 'x: 1' }, env, terminal });
    expect(run.stderr.includes('\u001b[31m')).toBe(coloured);
  });
});

describe('what a person chooses', () => {
  const pack = {
    'own/mine/pack.yaml': 'title: Mine\n',
    'own/mine/print.md.hbs': '# {{title}}\n\nset by mine\n',
    'own/mine/memo.md.hbs': '# {{title}}\n\nwritten by mine\n',
  };
  const files = { 'a.yaml': brief(), ...pack };

  test.each([
    ['a folder', ['--template', 'own/mine']],
    ['a name in a folder of packs', ['--templates', 'own', '--template', 'mine']],
    ['a name, of a folder that is a pack', ['--templates', 'own/mine', '--template', 'mine']],
  ])('a template by %s', async (_, options) => {
    const run = await briefpress(['build', 'a.yaml', ...options], { files });
    expect(run.stderr).toBe('');
    expect(run.text('output/a.md')).toContain('written by mine');
  });

  test('a template that the brief names, from the folder of the configuration', async () => {
    const config = { 'briefpress.config.yaml': 'templates: own\noutput: made\nformats: md\n' };
    const named = { ...files, 'a.yaml': brief('layout: { template: mine }\n'), ...config };
    const run = await briefpress(['build', 'a.yaml'], { files: named });
    expect(run.stderr).toBe('');
    expect(run.text('made/a.md')).toContain('written by mine');
  });

  test('of two configurations in one folder none is guessed at', async () => {
    const two = { 'briefpress.config.yaml': 'formats: md\n', 'briefpress.config.json': '{ "formats": ["txt"] }' };
    const run = await briefpress(['build', 'a.yaml'], { files: { ...files, ...two } });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('briefpress.config.yaml, briefpress.config.json.');
    const named = await briefpress(['build', 'a.yaml', '--config', 'briefpress.config.json'], {
      files: { ...files, ...two },
    });
    expect([named.stderr, [...named.files.keys()].filter((file) => file.startsWith('output/'))]).toEqual([
      '',
      ['output/a.txt'],
    ]);
  });

  test('formats that are named one by one are made all', async () => {
    const run = await briefpress(['build', 'a.yaml', '--format', 'txt', '--format', 'md'], { files });
    expect([...run.files.keys()].filter((file) => file.startsWith('output/')).sort()).toEqual([
      'output/a.md',
      'output/a.txt',
    ]);
  });

  test('a brief cannot name a folder as its template', async () => {
    const named = { ...files, 'a.yaml': brief('layout: { template: ../desk/own/mine }\n') };
    const run = await briefpress(['build', 'a.yaml'], { files: named });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('template-not-found');
  });

  test.each([
    [['--template', 'nonsense'], 2, 'template-not-found'],
    [['--template', './nonsense'], 2, 'template-not-found'],
    [['--theme', 'nonsense.yaml'], 2, 'file-not-found'],
    [['--theme', 'bad-theme.yaml'], 2, 'theme-invalid'],
    [['--theme', 'no-font.yaml'], 2, 'There is no font'],
    [['--labels', 'nonsense'], 2, 'config-invalid'],
    [['--fonts', 'nonsense'], 2, 'config-invalid'],
    [['--templates', 'nonsense'], 2, 'config-invalid'],
    [['--config', 'nonsense.yaml'], 2, 'file-not-found'],
    [['--config', 'bad.yaml'], 2, 'Did you mean `output`?'],
  ])('%j: exit code %d and %s', async (options, code, words) => {
    const more = {
      'bad-theme.yaml': 'colours: { text: red }',
      'no-font.yaml': 'fonts: { body: Comic Sans }',
      'bad.yaml': 'ouput: x',
    };
    const run = await briefpress(['build', 'a.yaml', '--format', 'md', ...options], { files: { ...files, ...more } });
    expect(run.stderr).toContain(words);
    expect(run.code).toBe(code);
    expect(run.files.has('output/a.md')).toBe(false);
  });

  test('a theme changes the page, and its text size', async () => {
    const theme = { 'theme.yaml': 'text: { size: 14, leading: 20 }' };
    const plain = await briefpress(['build', 'a.yaml'], { files });
    const run = await briefpress(['build', 'a.yaml', '--theme', 'theme.yaml'], { files: { ...files, ...theme } });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.files.get('output/a.pdf')).not.toEqual(plain.files.get('output/a.pdf'));
    expect(run.files.get('output/a.md')).toEqual(plain.files.get('output/a.md'));
  });

  test('a theme that the brief names lies in its folder', async () => {
    const inside = {
      'a.yaml': brief('layout: { theme: theme.yaml }\n'),
      'theme.yaml': 'text: { size: 14, leading: 20 }',
    };
    expect((await briefpress(['build', 'a.yaml'], { files: inside })).code).toBe(0);
    const outside = { 'b/a.yaml': brief('layout: { theme: ../theme.yaml }\n'), 'theme.yaml': '' };
    const run = await briefpress(['build', 'b/a.yaml'], { files: outside });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('file-outside-folder');
  });

  test('paper, by whatever case', async () => {
    const run = await briefpress(['build', 'a.yaml', '--paper', 'letter', '--format', 'pdf'], { files });
    expect(Buffer.from(run.files.get('output/a.pdf') ?? []).toString('latin1')).toContain('%PDF');
    expect(run.code).toBe(0);
  });

  test('more pages than the brief allows', async () => {
    const long =
      'background: |\n' +
      Array.from({ length: 60 }, (_, i) => `  Paragraph ${i}. ${'Words. '.repeat(40)}\n\n`).join('');
    const over = await briefpress(['build', 'a.yaml'], {
      files: { 'a.yaml': brief(`${long}status: cleared\nlayout: { maxPages: 1 }\n`) },
    });
    expect(over.code).toBe(1);
    expect(over.stderr).toMatch(/error: .*\[page-overflow\]/);
    expect([...over.files.keys()]).toEqual(['a.yaml']);
    const draft = await briefpress(['build', 'a.yaml'], {
      files: { 'a.yaml': brief(`${long}layout: { maxPages: 1 }\n`) },
    });
    expect(draft.code).toBe(0);
    expect(draft.stderr).toMatch(/warning: .*\[page-overflow\]/);
    expect([...draft.files.keys()]).toContain('output/a.pdf');
    const pages = Number(/has (\d+) pages/.exec(over.stderr)?.[1]);
    const tight = brief(`${long}layout: { maxPages: ${pages - 1}, onOverflow: tighten, minBodyPt: 7 }\n`);
    const run = await briefpress(['build', 'a.yaml', '--json'], { files: { 'a.yaml': tight } });
    const [made] = JSON.parse(run.stdout).briefs;
    expect(made.diagnostics).toMatchObject([{ severity: 'info', code: 'page-overflow' }]);
    expect(made.outputs[0].pages).toBeLessThan(pages);
  });
});
