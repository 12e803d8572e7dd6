import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { afterEach, describe, expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '../../src/diagnostics/codes.js';
import { ABLE, closePrinters, goodPrinter, type Reply, scriptedPrinter } from '../printer/printers.js';
import { brief, briefpress } from './session.js';

afterEach(closePrinters);

const READERS = `distribution:
  - { copy: 1, role: Private office, medium: print }
  - { copy: 2, name: Anna Berg, email: anna@ministry.example }
  - { copy: 3, role: Registry }
`;
const files = { 'visit.yaml': brief(READERS) };

function printing(uri: string, ...more: readonly string[]) {
  return ['print', 'visit.yaml', '--printer', uri, ...more];
}

describe('briefpress print', () => {
  test('prints the numbered copies that are for paper, each once, and keeps a register', async () => {
    const printer = await scriptedPrinter();
    const { code, stdout, stderr, files: made, text } = await briefpress(printing(printer.uri), { files });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^Copy +Reader +Edition +Language +Marking +Pages +Printer$/),
      expect.stringMatching(/^1 of 3 +Private office +whole brief +en +– +1 +ipp:\S+ +printed$/),
      expect.stringMatching(/^3 of 3 +Registry .* printed$/),
      'Printed 2 of 2 documents. The register is output/visit.printed.',
      '',
    ]);
    const copies = [1, 3].map((number) => made.get(`output/visit.copies/visit.copy-${number}.pdf`));
    expect(printer.printed.map((bytes, index) => bytes.equals(copies[index] ?? Buffer.alloc(0)))).toEqual([true, true]);
    expect(JSON.parse(text('output/visit.copies/copies.json')).copies).toMatchObject([{ copy: 1 }, { copy: 3 }]);
    const again = await briefpress(printing(printer.uri), { files: { ...files, ...Object.fromEntries(made) } });
    expect([again.code, again.stdout.split('\n').at(-2)]).toEqual([
      0,
      'Everything has been printed; nothing was printed.',
    ]);
    expect(printer.printed).toHaveLength(2);
  });

  test('--dry-run asks no printer and writes nothing', async () => {
    const { code, stdout, stderr, files: made } = await briefpress(['print', 'visit.yaml', '--dry-run'], { files });
    expect([code, stderr, made.size]).toEqual([0, '', 1]);
    expect(stdout).toMatch(/\n1 of 3 +Private office .* – +to be printed\n3 of 3 /);
  });

  test('--only and --json', async () => {
    const printer = await scriptedPrinter();
    const { code, stdout } = await briefpress(printing(printer.uri, '--only', '3', '--json'), { files });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      prints: [
        {
          document: 'visit.copy-3',
          copy: 3,
          role: 'Registry',
          printer: printer.uri,
          standing: 'new',
          state: 'printed',
        },
      ],
      diagnostics: [],
    });
  });

  test('each copy goes to its printer; the command line says it for all, the configuration for the rest', async () => {
    const [one, other, third] = await Promise.all([scriptedPrinter(), scriptedPrinter(), scriptedPrinter()]);
    const readers = `distribution: [{ copy: 1, role: A, printer: "${one.uri}" }, { copy: 2, role: B }]\n`;
    const disk = { 'visit.yaml': brief(readers), 'briefpress.config.yaml': `printer: ${other.uri}\n` };
    await briefpress(['print', 'visit.yaml'], { files: disk });
    expect([one, other].map(({ printed }) => printed.length)).toEqual([1, 1]);
    await briefpress(printing(third.uri), { files: disk });
    expect(third.printed).toHaveLength(2);
  });

  test('a brief without copies, as often as asked; an edition of it; a finished PDF', async () => {
    const printer = await scriptedPrinter();
    const disk = { 'visit.yaml': brief('marking: { tlp: GREEN }\neditions: [{ id: partners, maxTlp: GREEN }]\n') };
    const whole = await briefpress(printing(printer.uri, '--copies', '2'), { files: disk });
    expect([whole.code, whole.files.size]).toEqual([0, 1]);
    const edition = await briefpress(printing(printer.uri, '--edition', 'partners', '--copies', '2'), { files: disk });
    expect([edition.stderr, edition.code]).toEqual(['', 0]);
    const built = await briefpress(['build', 'visit.yaml'], { files: disk });
    const pdf = { 'visit.pdf': built.files.get('output/visit.pdf') ?? '' };
    const argv = ['print', 'visit.pdf', '--printer', printer.uri, '--pages', '1'];
    expect(await briefpress(argv, { files: pdf })).toMatchObject({ code: 0, stderr: '' });
    const asked = printer.asked
      .filter(({ operation }) => operation === 'print')
      .map(({ bytes }) => bytes.toString('latin1'));
    expect(
      asked.map((each) => ['copies', 'visit.partners', 'page-ranges'].filter((word) => each.includes(word))),
    ).toEqual([['copies'], ['copies', 'visit.partners'], ['page-ranges']]);
    expect(printer.printed[2]?.equals(Buffer.from(pdf['visit.pdf']))).toBe(true);
  });

  test.each<[string, readonly string[], string]>([
    ['copies of numbered copies', ['visit.yaml', '--copies', '2'], 'each of them is printed once'],
    ['a language of numbered copies', ['visit.yaml', '--lang', 'sv'], 'each in the language of its reader'],
    [
      'a page that is not there',
      ['visit.yaml', '--pages', '1-9'],
      'There is no page 9: visit.copy-1 ends with page 1.',
    ],
    ['an edition of a PDF', ['x.pdf', '--edition', 'x'], '--edition is for briefs'],
    ['what is not a PDF', ['x.pdf'], 'x.pdf is not a PDF that can be read.'],
    ['what is not there', ['y.pdf'], 'y.pdf'],
    ['a copy that is not there', ['visit.yaml', '--only', '9'], 'There is no copy 9.'],
    ['a register that is not ours', ['visit.yaml'], 'output/visit.printed/register.csv is not what Briefpress keeps'],
  ])('does not print %s', async (_, argv, message) => {
    const printer = await scriptedPrinter();
    const disk = {
      ...files,
      'x.pdf': 'x',
      ...(message.startsWith('output') && { 'output/visit.printed/register.csv': 'mine' }),
    };
    const { code, stderr } = await briefpress(['print', ...argv, '--printer', printer.uri], { files: disk });
    expect(stderr).toContain(message);
    expect([code > 0, printer.printed.length]).toEqual([true, 0]);
  });

  test('a booklet: two pages on each side, both sides, and the register has the copy', async () => {
    const printer = await scriptedPrinter();
    const argv = printing(printer.uri, '--imposition', 'booklet', '--only', '1', '--json');
    const { code, stdout, text } = await briefpress(argv, { files });
    expect(code).toBe(0);
    const sheets = await getDocumentProxy(new Uint8Array(printer.printed[0] ?? []), { verbosity: 0 });
    const [, , wide = 0, high = 0] = (await sheets.getPage(1)).view;
    expect([sheets.numPages, wide > high]).toEqual([2, true]);
    const asked = printer.asked.find(({ operation }) => operation === 'print')?.bytes.toString('latin1');
    expect(asked).toContain('two-sided-short-edge');
    const [copy] = JSON.parse(text('output/visit.copies/copies.json')).copies;
    expect(JSON.parse(stdout).prints).toMatchObject([{ copy: 1, state: 'printed' }]);
    expect(text('output/visit.printed/register.csv')).toContain(copy.sha256);
  });

  test('a configured imposition holds for paper too, is said, and can be left out', async () => {
    const printer = await scriptedPrinter();
    const disk = { ...files, 'briefpress.config.yaml': 'imposition: 2-up\n' };
    const dry = await briefpress(printing(printer.uri, '--only', '1', '--dry-run'), { files: disk });
    expect(dry.stdout).toMatch(/to be printed\nTwo pages on each side\.\n$/);
    await briefpress(printing(printer.uri, '--only', '1'), { files: disk });
    const plain = await briefpress(printing(printer.uri, '--only', '1', '--imposition', 'none'), { files: disk });
    expect(plain.stdout).not.toContain('Two pages');
    const widths = await Promise.all(
      printer.printed.map(async (bytes) => {
        const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
        return (await pdf.getPage(1)).view.map(Math.round)[2];
      }),
    );
    expect(widths).toEqual([842, 595]);
  });

  test('a printer of this computer, by its name, wherever its printing system listens', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'briefpress-cups-'));
    const [atPort, atSocket] = [await scriptedPrinter(), await scriptedPrinter(goodPrinter, join(folder, 'cups.sock'))];
    const argv = ['print', 'visit.yaml', '--only', '1', '--printer', 'Office_2'];
    for (const server of [new URL(atPort.uri.replace('ipp:', 'http:')).host, join(folder, 'cups.sock')]) {
      const { code, stderr, stdout } = await briefpress(argv, { files, env: { CUPS_SERVER: server } });
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/Office_2 +printed\n/);
    }
    rmSync(folder, { recursive: true, force: true });
    expect([atPort, atSocket].map(({ printed }) => printed.length)).toEqual([1, 1]);
    expect(atPort.asked[0]?.bytes.toString('latin1')).toContain('/printers/Office_2');
    const gone = await briefpress(argv, { files, env: { CUPS_SERVER: join(folder, 'cups.sock') } });
    expect([gone.code, gone.stderr]).toEqual([2, expect.stringContaining('Office_2 cannot be reached: the printing')]);
    const windows = await briefpress(argv, { files, env: { OS: 'Windows_NT' } });
    expect([windows.code, windows.stdout]).toEqual([2, '']);
    expect(windows.stderr).toContain('"Office_2" is the name of a printer, and on Windows');
  });

  test('an address in the brief that is none has its place; one with a password is nowhere repeated', async () => {
    const withPrinter = (printer: string) => ({
      'visit.yaml': brief(`distribution: [{ copy: 1, role: A, printer: "${printer}" }]\n`),
    });
    const env = { OS: 'Windows_NT' };
    const wrong = await briefpress(['print', 'visit.yaml', '--dry-run'], { files: withPrinter('Office'), env });
    expect(wrong.stderr).toMatch(/visit\.yaml:\d+:\d+: error: "Office" is the name of a printer/);
    const secret = { files: withPrinter('ipp://anna:hunter2@p.example') };
    for (const argv of [
      ['print', 'visit.yaml'],
      ['print', 'visit.yaml', '--dry-run', '--json'],
      ['copies', 'visit.yaml', '--dry-run'],
      ['copies', 'visit.yaml', '--dry-run', '--json'],
    ]) {
      const { stdout, stderr } = await briefpress(argv, secret);
      expect(stdout + stderr).not.toContain('hunter2');
      expect(stdout + stderr).toMatch(/`distribution\[0\]\.printer`|\/\/…@p\.example/);
    }
  });

  test('nothing is printed where one of several printers cannot do it', async () => {
    const good = await scriptedPrinter();
    const readers = `distribution: [{ copy: 1, role: A, printer: "${good.uri}" }, { copy: 2, role: B, printer: "ipp://localhost:1/" }]\n`;
    const {
      code,
      stdout,
      stderr,
      files: made,
    } = await briefpress(['print', 'visit.yaml'], {
      files: { 'visit.yaml': brief(readers) },
    });
    expect([code, good.printed.length, made.size]).toEqual([2, 0, 1]);
    expect(stdout).toMatch(/Nothing was printed\.\n$/);
    expect(stderr).toContain(
      'The printer ipp://localhost:1/ipp/print cannot be reached: nothing answers at that port.',
    );
  });

  test('what a printer says steers no terminal, and a password in an address is not repeated', async () => {
    const printer = await scriptedPrinter((asked) =>
      asked.operation === 'print' ? { status: 0x0401, message: 'no\u001b]0;x\u0007' } : goodPrinter(asked),
    );
    const disk = { 'visit.yaml': brief('distribution: [{ copy: 1, name: Anna }]\n') };
    const refused = await briefpress(printing(printer.uri), { files: disk });
    const secret = await briefpress(printing('ipp://anna:hunter2@p.example/'), { files });
    const all = [refused, secret].map(({ stdout, stderr }) => stdout + stderr).join('');
    expect(all).not.toMatch(/[\u0000-\u0009\u000b-\u001f]|hunter2/);
    expect([refused.code, secret.code]).not.toContain(0);
  });
});

describe('briefpress impose', () => {
  test('writes a booklet beside the PDF, says what it is for, and writes over nothing', async () => {
    const built = await briefpress(['build', 'visit.yaml'], { files: { 'visit.yaml': brief() } });
    const disk = Object.fromEntries(built.files);
    const made = await briefpress(['impose', 'output/visit.pdf'], { files: disk });
    expect([made.code, made.stderr]).toEqual([0, '']);
    expect(made.stdout).toBe(
      'output/visit.booklet.pdf: 1 page on 2 sides of paper. Print it on both sides, flipped on the short edge, and fold 1 sheet in the middle.\nFor paper alone: it has no tags, so a screen reader cannot read it, and it is no archival PDF.\n',
    );
    const again = await briefpress(['impose', 'output/visit.pdf'], { files: Object.fromEntries(made.files) });
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringContaining('output/visit.booklet.pdf is there already.'),
    ]);
    const forced = await briefpress(['impose', 'output/visit.pdf', '--force'], {
      files: Object.fromEntries(made.files),
    });
    expect(forced.code).toBe(0);
    const missing = await briefpress(['impose', 'output/visit.pdf', '--pages', '2', '-o', 'x.pdf'], { files: disk });
    expect([missing.code, missing.files.has('x.pdf')]).toEqual([2, false]);
  });
});

describe('the examples in docs/diagnostics.md', () => {
  const DOCS = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');
  const fence = (language: string, text: string) =>
    new RegExp(`\`\`\`${language}[^\n]*\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? '';
  const base = fence('yaml base', DOCS);

  const PRINTERS: Readonly<Record<string, Parameters<typeof scriptedPrinter>[0]>> = {
    'print-unable': () => ({ printer: { ...ABLE, 'sides-supported': ['one-sided'] } }),
    'print-attention': (asked) =>
      asked.operation === 'abilities'
        ? { printer: { ...ABLE, 'printer-state-reasons': ['media-empty'] } }
        : goodPrinter(asked),
    'print-ignored': (asked): Reply => ({ ...goodPrinter(asked), unsupported: { sides: 'x' } }),
    'print-refused': (asked) => (asked.operation === 'print' ? { status: 0x0403 } : goodPrinter(asked)),
    'print-cancelled': (asked) => (asked.operation === 'job' ? { job: { 'job-state': 7 } } : goodPrinter(asked)),
    'print-unclear': (asked) => (asked.operation === 'print' ? 'cut' : goodPrinter(asked)),
  };

  test.each(DIAGNOSTIC_CODES.filter((code) => /^(?:print|impose)-/.test(code)))('make %s happen', async (code) => {
    const section = DOCS.split(/^### /m).find((each) => each.startsWith(`\`${code}\``)) ?? '';
    const printer = await scriptedPrinter(PRINTERS[code]);
    let disk: Readonly<Record<string, string | Uint8Array>> = { 'brief.yaml': base + fence('yaml', section) };
    let stderr = '';
    for (const line of fence('sh', section).trim().split('\n')) {
      if (line.startsWith('mkdir')) {
        disk = { ...disk, 'output/brief.printed': 'mine\n' };
        continue;
      }
      const argv = line.split(' ').slice(1);
      const run = await briefpress(
        argv.map((word) => word.replace('ipp://localhost:8631/ipp/print', printer.uri)),
        { files: disk },
      );
      disk = { ...disk, ...Object.fromEntries(run.files) };
      stderr = run.stderr;
    }
    expect(stderr).toContain(`[${code}]`);
  });
});
