import { describe, expect, test } from 'vitest';
import { brief, briefpress } from './session.js';

const PLAIN_PACK = {
  'plain/pack.yaml': 'title: Plain\n',
  'plain/print.md.hbs': '# {{title}}\n',
  'plain/memo.md.hbs': '# {{title}}\n',
};

/** Builds `a.yaml` twice, with another title the second time; `between` changes the outputs in between. */
async function twice(
  argv: readonly string[],
  between: (files: Record<string, Uint8Array | string>) => Record<string, Uint8Array | string> = (files) => files,
  extra: Record<string, string> = {},
) {
  const first = await briefpress(['build', 'a.yaml', ...argv], { files: { 'a.yaml': brief(), ...extra } });
  expect([first.code, first.stderr]).toEqual([0, '']);
  const files = between(Object.fromEntries(first.files));
  const run = await briefpress(['build', 'a.yaml', ...argv], {
    files: { ...files, 'a.yaml': brief('', 'Another title') },
  });
  return { ...run, before: files };
}

const edited = (name: string, more: string) => (files: Record<string, Uint8Array | string>) => ({
  ...files,
  [name]: Buffer.concat([Buffer.from(files[name] ?? ''), Buffer.from(more)]),
});

describe('building over what is there', () => {
  test.each([
    [['--format', 'pdf']],
    [['--format', 'md']],
    [['--format', 'pdf,md']],
    [['--attach', 'none']],
    [['--lang', 'en', '--max-tlp', 'CLEAR']],
  ])('own documents are written over: %j', async (argv) => {
    const marked = brief('marking: { tlp: CLEAR }\n');
    const files = { 'a.yaml': marked };
    const first = await briefpress(['build', 'a.yaml', ...argv], { files });
    expect([first.code, first.stderr]).toEqual([0, '']);
    const again = await briefpress(['build', 'a.yaml', ...argv], {
      files: { ...Object.fromEntries(first.files), 'a.yaml': marked.replace('A visit', 'Another title') },
    });
    expect([again.code, again.stderr]).toEqual([0, '']);
    expect(again.files.size).toBe(first.files.size);
    for (const [name, bytes] of again.files)
      expect([name, Buffer.from(bytes).equals(first.files.get(name) ?? bytes)]).toEqual([name, false]);
  });

  test('a memo without front matter is known by the PDF beside it', async () => {
    const run = await twice(['--template', 'plain'], undefined, PLAIN_PACK);
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.text('output/a.md')).toBe('# Another title\n');
  });

  test('a PDF to which something was added, such as a signature, is not', async () => {
    const name = 'output/a.pdf';
    const run = await twice([], edited(name, '\n9 0 obj\n(signed)\nendobj\n%%EOF\n'));
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(`${name} is there already`);
    expect(run.stderr).toContain('--force');
    // Nothing of the brief is written: its documents belong together.
    for (const file of ['output/a.pdf', 'output/a.md']) {
      expect(Buffer.from(run.files.get(file) ?? []).equals(Buffer.from(run.before[file] ?? ''))).toBe(true);
    }
  });

  test('a memo is written over after it was made anew without its PDF', async () => {
    const first = await briefpress(['build', 'a.yaml'], { files: { 'a.yaml': brief() } });
    const files = { ...Object.fromEntries(first.files), 'a.yaml': brief('', 'Second') };
    const second = await briefpress(['build', 'a.yaml', '--format', 'md'], { files });
    const third = await briefpress(['build', 'a.yaml'], {
      files: { ...Object.fromEntries(second.files), 'a.yaml': brief('', 'Third') },
    });
    expect([second.code, third.code, third.stderr]).toEqual([0, 0, '']);
    expect(third.text('output/a.md')).toContain('# Third');
  });

  test.each([
    ['output/a.pdf', '%PDF-1.4 somebody else’s'],
    ['output/a.pdf', ''],
    ['output/a.md', '# My notes\n'],
    ['output/a.md', '---\nid: "b"\nas_of: "2024-09-04"\n---\n'],
  ])('somebody else’s %s is not: %j', async (name, text) => {
    const files = { 'a.yaml': brief(), [name]: text };
    const run = await briefpress(['build', 'a.yaml'], { files });
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining(`${name} is there already`)]);
    expect(run.text(name)).toBe(text);
    const forced = await briefpress(['build', 'a.yaml', '--force'], { files });
    expect([forced.code, forced.stderr]).toEqual([0, '']);
    expect(forced.text(name)).not.toBe(text);
  });

  test.each(['html', 'txt'])('an output of ours in %s is written over, and nobody else’s', async (format) => {
    const name = `output/a.${format}`;
    const argv = ['build', 'a.yaml', '--format', format];
    const first = await briefpress(argv, { files: { 'a.yaml': brief() } });
    const files = { ...Object.fromEntries(first.files), 'a.yaml': brief('', 'Second') };
    const second = await briefpress(argv, { files });
    expect([second.code, second.stderr]).toEqual([0, '']);
    expect(second.text(name)).toContain('Second');
    const titled = 'A visit\n=======\n\nAs of: today\n\nMy own notes of the visit.\n\nPlan\n----\n\nEdition: none\n';
    for (const text of ['', '<!DOCTYPE html>\n<p>mine</p>', 'my notes\n', titled]) {
      const refused = await briefpress(argv, { files: { 'a.yaml': brief(), [name]: text } });
      expect([refused.code, refused.text(name)]).toEqual([2, text]);
    }
  });

  test('the same bytes are no matter', async () => {
    const files = { 'a.yaml': brief(), ...PLAIN_PACK, 'output/a.md': '# A visit\n' };
    const run = await briefpress(['build', 'a.yaml', '--format', 'md', '--template', 'plain'], { files });
    expect([run.code, run.stderr]).toEqual([0, '']);
  });
});

describe('a disk that is full', () => {
  test('is reported with what was written before', async () => {
    const files = { 'a.yaml': brief(), 'b.yaml': brief() };
    const run = await briefpress(['build', 'a.yaml', 'b.yaml', '--quiet', '--format', 'md'], {
      files,
      faults: { 'rename /desk/output/b.md': 'ENOSPC' },
    });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('output/b.md cannot be written: the disk is full.');
    expect(run.stderr).toContain('Written before it: output/a.md.');
    expect([...run.files.keys()].sort()).toEqual(['a.yaml', 'b.yaml', 'output/a.md']);
  });

  test('or that nothing was', async () => {
    const run = await briefpress(['build', 'a.yaml'], {
      files: { 'a.yaml': brief() },
      faults: { 'create /desk/output': 'ENOSPC' },
    });
    expect(run.stderr).toContain('Nothing was written before it.');
  });
});

describe('names that Windows keeps for itself', () => {
  test.each([
    [['build', 'CON.yaml', '--format', 'md'], { 'CON.yaml': brief() }],
    [['build', 'a.yaml', '--format', 'md'], { 'a.yaml': brief('id: nul\n') }],
    [['check', 'a b?.yaml'], { 'a b?.yaml': brief() }],
  ])('%j is a problem of the brief', async (argv, files) => {
    const run = await briefpress(argv, { files });
    expect([run.code, run.stderr]).toEqual([1, expect.stringContaining('Windows')]);
    expect([...run.files.keys()]).toEqual(Object.keys(files));
  });

  test.each([
    ['Aux', 'briefs/Aux-brief.yaml', 'Aux'],
    ['Visit: Kyiv? <draft>', 'briefs/Visit- Kyiv- -draft.yaml', 'Visit: Kyiv? <draft>'],
    ['notes/Q3.', 'notes/Q3.yaml', 'Q3'],
    ['Visit: Kyiv / Lviv?', 'briefs/Visit- Kyiv - Lviv.yaml', 'Visit: Kyiv / Lviv?'],
    ['./notes/../notes/Q3', 'notes/Q3.yaml', 'Q3'],
    ['a\u0007b', 'briefs/a-b.yaml', 'A b'],
    ['???', 'briefs/brief.yaml', '???'],
  ])('a brief that is begun as %j is %s, and builds', async (name, file, title) => {
    const run = await briefpress(['new', name]);
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.text(file)).toContain(`title: ${JSON.stringify(title)}`);
    const built = await briefpress(['build', file, '--format', 'md'], { files: Object.fromEntries(run.files) });
    expect([built.code, built.stderr]).toEqual([0, '']);
  });

  test('a name of any length becomes one that a disk takes', async () => {
    const run = await briefpress(['new', 'Ж'.repeat(300)]);
    const [file = ''] = [...run.files.keys()].filter((each) => each.endsWith('.yaml'));
    expect(new TextEncoder().encode(file).length).toBeLessThan(160);
    expect(run.code).toBe(0);
  });
});
