import { describe, expect, test } from 'vitest';
import { hashOf } from '../evidence/kept.js';
import { brief, briefpress } from './session.js';

const REPORT = `The minister spoke on Monday. “We regret the delay,” she said, and left.
On Tuesday the court’s registrar repeated: we regret the delay. Nobody an-
swered him.
`;
const BRIEF = brief('# the end\n').replace('- id: press', '- id: press # the report');
const FILES = { 'a.yaml': BRIEF, '/home/report.txt': REPORT };

const add = (argv: readonly string[] = [], files: Parameters<typeof briefpress>[1] = {}) =>
  briefpress(['snapshot', 'add', 'a.yaml', 'press', '/home/report.txt', ...argv], { files: FILES, ...files });

async function kept(): Promise<Record<string, Uint8Array>> {
  const run = await add();
  expect(run.stderr).toBe('');
  return Object.fromEntries(run.files);
}

describe('snapshot add', () => {
  test('copies the file and writes hash, media type and day; all else stays', async () => {
    const run = await add();
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toBe('Kept snapshots/press.txt. Next: briefpress check a.yaml\n');
    expect(run.text('snapshots/press.txt')).toBe(REPORT);
    const hash = hashOf(new TextEncoder().encode(REPORT));
    const snapshot = `    snapshot:
      file: snapshots/press.txt
      sha256: ${hash}
      mediaType: text/plain
      retrievedAt: 2024-09-04
`;
    expect(run.text('a.yaml')).toBe(BRIEF.replace('# the end\n', `${snapshot}# the end\n`));
    expect((await briefpress(['check', 'a.yaml'], { files: Object.fromEntries(run.files) })).code).toBe(0);
  });

  test('an address has to be saved first, and says how', async () => {
    const run = await briefpress(['snapshot', 'add', 'my brief.yaml', 'press', 'https://example.org/a.html'], {
      files: { 'my brief.yaml': BRIEF },
      program: 'npx briefpress',
    });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('https://example.org/a.html is an address');
    expect(run.stderr).toContain('save the page first');
    expect(run.stderr.replace(/\s+/g, ' ')).toContain("npx briefpress snapshot add 'my brief.yaml' press SAVED-FILE");
    expect(run.text('my brief.yaml')).toBe(BRIEF);
  });

  test('the day is that of --today, or of SOURCE_DATE_EPOCH', async () => {
    expect((await add(['--today', '2024-09-03'])).text('a.yaml')).toContain('retrievedAt: 2024-09-03');
    expect((await add([], { env: { SOURCE_DATE_EPOCH: '0' } })).text('a.yaml')).toContain('retrievedAt: 1970-01-01');
  });

  test('again replaces its own copy, and never the file of another', async () => {
    const files = { ...(await kept()), '/home/report.txt': `${REPORT}More.`, 'snapshots/other.txt': 'mine' };
    const again = await add([], { files });
    expect(again.text('snapshots/press.txt')).toBe(`${REPORT}More.`);
    expect((await briefpress(['check', 'a.yaml'], { files: Object.fromEntries(again.files) })).stderr).toBe('');
    const taken = await add([], { files: { ...FILES, 'snapshots/press.txt': 'mine' } });
    expect(taken.text('snapshots/press.txt')).toBe('mine');
    expect(taken.text('a.yaml')).toMatch(/file: snapshots\/press-[0-9a-f]{8}\.txt/);
  });

  test('a byte order mark and line ends of Windows stay', async () => {
    const text = `\uFEFF${BRIEF.replaceAll('\n', '\r\n')}`;
    const changed = (await add([], { files: { ...FILES, 'a.yaml': text } })).text('a.yaml');
    expect(changed.startsWith(text.slice(0, 100))).toBe(true);
    expect(changed.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test.each([
    [['snapshot', 'add', 'a.yaml', 'pres', '/home/report.txt'], 2, 'Did you mean `press`?'],
    [['snapshot', 'add', 'a.yaml', 'press', '/home/none.txt'], 2, 'no such file'],
    [['snapshot', 'add', 'none.yaml', 'press', '/home/report.txt'], 2, 'no such file'],
    [['snapshot', 'add', 'a.yaml', 'press', '/home/scan.png'], 1, 'snapshot-unreadable'],
    [['snapshot', 'add', 'a.yaml', 'press', '/home/latin.txt'], 1, 'UTF-8'],
    [['snapshot', 'add', 'a.yaml', 'press', '/home/report.txt', '--today', '2024-02-30'], 2, 'It is a day'],
    [['snapshot', 'add', 'a.yaml', 'press', '/home/report.txt', '--today', '3.9.2024'], 2, 'Did you mean 2024-09-03?'],
    [['snapshot', 'add', 'a.yaml'], 2, 'source-id'],
  ])('%j changes nothing and says why', async (argv, code, words) => {
    const files = { ...FILES, '/home/scan.png': 'x', '/home/latin.txt': Uint8Array.of(0xe4, 0x20) };
    const run = await briefpress(argv, { files });
    expect(run.code).toBe(code);
    expect(run.stderr).toContain(words);
    expect([...run.files.keys()].filter((path) => !path.startsWith('/home'))).toEqual(['a.yaml']);
    expect(run.text('a.yaml')).toBe(BRIEF);
  });

  test('a disk that is full leaves the brief as it was', async () => {
    const run = await add([], {
      faults: { 'create /desk/a': 'ENOSPC', 'create /desk/.a.yaml': 'ENOSPC', 'create /desk/snapshots': 'ENOSPC' },
    });
    expect(run.code).toBe(2);
    expect(run.text('a.yaml')).toBe(BRIEF);
  });
});

describe('quote', () => {
  const quote = async (...argv: string[]) => briefpress(['quote', 'a.yaml', 'press', ...argv], { files: await kept() });

  test('adds the words of the source, and the brief is then right', async () => {
    const run = await quote('"We regret the delay,"', '--speaker', 'The minister', '--date', '2024-09-02');
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.text('a.yaml')).toContain(
      'quotes:\n  - speaker: The minister\n    date: 2024-09-02\n    text: “We regret the delay,”\n    source: press\n',
    );
    const check = await briefpress(['check', 'a.yaml'], { files: Object.fromEntries(run.files) });
    expect(check).toMatchObject({ code: 0, stderr: '' });
  });

  test('hyphenation at a line end is undone; the speaker is the source until told otherwise', async () => {
    const run = await quote('Nobody answered him');
    expect(run.text('a.yaml')).toContain('speaker: Report\n    text: Nobody answered him\n');
  });

  test('words that are left out and put in stay as they are written', async () => {
    const run = await quote('The minister [of transport] spoke […] and left');
    expect(run.code).toBe(0);
    expect(run.text('a.yaml')).toContain('text: The minister [of transport] spoke […] and left');
  });

  test('says at once what `check` will say of words that were put in', async () => {
    const run = await quote('The minister [never] spoke […] and left');
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('[never], contain a negation');
    const check = await briefpress(['check', 'a.yaml'], { files: Object.fromEntries(run.files) });
    expect(check.stderr).toContain('[never], contain a negation');
  });

  test('refuses what is not verbatim, and shows the nearest', async () => {
    const run = await quote('We welcome the delay');
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('[-welcome-] {+regret+}');
    expect(run.text('a.yaml')).not.toContain('quotes');
  });

  test('asks which of several, and writes what tells it from the others', async () => {
    const which = await quote('regret the delay');
    expect(which.code).toBe(1);
    expect(which.stderr).toContain('--nth');
    expect(which.stderr).toContain('(2) …');
    const second = await quote('regret the delay', '--nth', '2');
    expect(second.text('a.yaml')).toMatch(/source:\n {6}source: press\n {6}(suffix|prefix): /);
    expect((await briefpress(['check', 'a.yaml'], { files: Object.fromEntries(second.files) })).stderr).toBe('');
    expect((await quote('regret the delay', '--nth', '3')).code).toBe(1);
  });

  test.each([
    [[], 2, "missing required argument 'source-id'"],
    [['press', 'words', '--nth', '0'], 2, 'number from 1'],
    [['pres', 'words'], 2, 'Did you mean'],
  ])('%j is a wrong usage', async (argv, code, words) => {
    const run = await briefpress(['quote', 'a.yaml', ...argv], { files: FILES });
    expect(run.code).toBe(code);
    expect(run.stderr).toContain(words);
  });

  test('needs a kept copy, and one that is still the same', async () => {
    const none = await briefpress(['quote', 'a.yaml', 'press', 'We'], { files: FILES });
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('snapshot add a.yaml press FILE') });
    const changed = await briefpress(['quote', 'a.yaml', 'press', 'We regret'], {
      files: { ...(await kept()), 'snapshots/press.txt': 'We regret it.' },
    });
    expect(changed).toMatchObject({ code: 1, stderr: expect.stringContaining('snapshot-hash') });
  });
});

describe('a source of a library', () => {
  const library = '@article{lind2024, title = {Report}, author = {Lind, Eva}}\n@book{other, title = {Other}}\n';
  const text = BRIEF.replace(/^sources:\n(?: .*\n)*/m, 'sources: refs.bib\n').replaceAll('[press]', '[other]');
  const files = { ...FILES, 'a.yaml': text, 'refs.bib': library };

  test('is kept and quoted as one of the brief’s own is, cited or not', async () => {
    const keptCopy = await briefpress(['snapshot', 'add', 'a.yaml', 'lind2024', '/home/report.txt'], { files });
    expect(keptCopy.stderr).toBe('');
    expect(keptCopy.text('a.yaml')).toContain('sources:\n  - refs.bib\n  - id: lind2024\n    snapshot:\n');
    expect(keptCopy.text('refs.bib')).toBe(library);
    const quoted = await briefpress(['quote', 'a.yaml', 'lind2024', 'We regret the delay,'], {
      files: Object.fromEntries(keptCopy.files),
    });
    expect(quoted.stdout).toBe('Quoted "Eva Lind": We regret the delay,\n');
    const after = Object.fromEntries(quoted.files);
    expect(await briefpress(['check', 'a.yaml'], { files: after })).toMatchObject({ code: 0, stderr: '' });
    const changed = { ...after, 'snapshots/lind2024.txt': 'Other words.' };
    expect((await briefpress(['check', 'a.yaml'], { files: changed })).stderr).toContain('snapshot-hash');
  });

  test('is said to be none where no library has it', async () => {
    const run = await briefpress(['snapshot', 'add', 'a.yaml', 'lind2042', '/home/report.txt'], { files });
    expect(run).toMatchObject({ code: 2 });
    expect(run.stderr).toContain('Did you mean `lind2024`?');
  });
});

describe('check and build', () => {
  const quoted = (words: string, status = '') =>
    brief(`quotes: [{ speaker: A, text: ${words}, source: press }]\n${status}`);

  test('both refuse a quotation that is not there', async () => {
    const files = await kept();
    const text = Buffer.from(files['a.yaml'] ?? []).toString();
    const wrong = `${text}quotes: [{ speaker: A, text: We welcome the delay, source: press }]\n`;
    for (const command of ['check', 'build']) {
      const run = await briefpress([command, 'a.yaml'], { files: { ...files, 'a.yaml': wrong } });
      expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining('quote-not-found') });
      expect([...run.files.keys()].filter((path) => path.startsWith('output'))).toEqual([]);
    }
  });

  test('both refuse an unchecked quotation in a cleared brief, and warn of it in a draft', async () => {
    for (const command of ['check', 'build']) {
      const cleared = await briefpress([command, 'a.yaml'], { files: { 'a.yaml': quoted('x', 'status: cleared\n') } });
      expect(cleared).toMatchObject({ code: 1, stderr: expect.stringContaining('quote-unchecked') });
      const draft = await briefpress([command, 'a.yaml'], { files: { 'a.yaml': quoted('x') } });
      expect(draft).toMatchObject({ code: 0, stderr: expect.stringContaining('warning') });
    }
  });

  test('the documents say which source was checked, and when the copy was taken', async () => {
    const files = Object.fromEntries(
      (await briefpress(['quote', 'a.yaml', 'press', 'Nobody answered'], { files: await kept() })).files,
    );
    const run = await briefpress(['build', 'a.yaml', '--format', 'md'], { files });
    expect(run.text('output/a.md')).toContain(
      'Quotations checked word for word against the copy kept on 4 September 2024.',
    );
    const without = await briefpress(['build', 'a.yaml', '--format', 'md'], { files: await kept() });
    expect(without.text('output/a.md')).not.toContain('word for word');
  });

  test('a document is never written over a kept copy', async () => {
    const files = { ...(await kept()) };
    const text = Buffer.from(files['a.yaml'] ?? [])
      .toString()
      .replaceAll('snapshots/press.txt', 'output/a.md');
    const copy = files['snapshots/press.txt'] ?? new Uint8Array();
    const run = await briefpress(['build', 'a.yaml'], { files: { 'a.yaml': text, 'output/a.md': copy } });
    expect(run.stderr).toContain('would be written over');
    expect(run.files.get('output/a.md')).toEqual(copy);
  });
});

describe('the day of the build', () => {
  const files = (status: string) => ({ 'a.yaml': brief(`reviewBy: 2024-10-01\n${status}`) });

  test.each(['check', 'build'])(
    '%s warns of a draft that was to be looked at again, and fails for one issued',
    async (command) => {
      expect((await briefpress([command, 'a.yaml'], { files: files('') })).stderr).toBe('');
      const later = await briefpress([command, 'a.yaml', '--today', '2024-10-02'], { files: files('') });
      expect(later).toMatchObject({ code: 0, stderr: expect.stringContaining('stale-review') });
      const issued = await briefpress([command, 'a.yaml', '--today', '2024-10-02'], {
        files: files('status: issued\nissuedAt: 2024-09-05\n'),
      });
      expect(issued).toMatchObject({ code: 1, stderr: expect.stringContaining('error') });
      const epoch = await briefpress([command, 'a.yaml'], {
        files: files(''),
        env: { SOURCE_DATE_EPOCH: '1735689600' },
      });
      expect(epoch.stderr).toContain('stale-review');
    },
  );

  test('never shows in the documents', async () => {
    const [soon, late] = await Promise.all(
      ['2024-09-04', '2031-01-01'].map((day) => briefpress(['build', 'a.yaml', '--today', day], { files: files('') })),
    );
    expect(late?.stderr).toContain('stale-review');
    expect(late?.files).toEqual(soon?.files);
  });
});
