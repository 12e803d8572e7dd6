import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Briefed, briefpress } from '../cli/session.js';
import { SPECIMEN } from '../redaction/specimen.js';

const LIST = `distribution:
  - { copy: 1, role: Private office, medium: print }
  - { copy: 2, name: "=A. Reader, \\"the first\\"", email: a@example.org, edition: public, language: sv }
  - { copy: 11, name: Алексей Пример, clearance: GREEN, tlp: AMBER }
  - { copy: 12, role: Embassy, edition: partners }
`;
const BRIEF = SPECIMEN.replace(/distribution:[\s\S]*(?=sources:)/, LIST);
const FOLDER = 'output/harbour.copies';

const copies = (argv: readonly string[] = [], files: Readonly<Record<string, string | Uint8Array>> = {}) =>
  briefpress(['copies', 'harbour.yaml', ...argv], { files: { 'harbour.yaml': BRIEF, ...files } });

const pdfOf = (run: Briefed, number: number): Uint8Array =>
  run.files.get(`${FOLDER}/harbour.copy-${String(number).padStart(2, '0')}.pdf`) ?? new Uint8Array();

interface Row {
  readonly copy: number;
  readonly sha256: string;
  readonly id: string;
  readonly made: string;
}
const registered = (run: Briefed): readonly Row[] => JSON.parse(run.text(`${FOLDER}/copies.json`)).copies;

/** What pdf.js finds in a PDF. */
async function read(bytes: Uint8Array) {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  const trees: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    );
    trees.push(JSON.stringify(await page.getStructTree()));
  }
  const attachments = await document.getAttachments();
  const [id] = document.fingerprints;
  await document.destroy();
  return { pages, trees, attachments, id };
}

describe('numbered copies', () => {
  let run: Briefed;
  beforeAll(async () => {
    run = await copies();
  });

  test('are made of the edition and in the language of each reader', async () => {
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('Made 4 copies. Who has which: output/harbour.copies/copies.csv.');
    const [first, second, third, last] = await Promise.all([1, 2, 11, 12].map((number) => read(pdfOf(run, number))));
    expect(first?.pages[0]).toContain('Copy 1 of 12 · Private office');
    expect(first?.pages.join(' ')).toContain('Secret talks');
    expect(second?.pages[0]).toContain('Exemplar 2 av 12 · =A. Reader, "the first"');
    expect(second?.pages.join(' ')).not.toContain('Secret talks');
    expect(third?.pages[0]).toContain('Copy 11 of 12 · Алексей Пример');
    expect(third?.pages[0]).toContain('The harbour');
    expect(last?.pages[0]).toContain('Copy 12 of 12 · Embassy');
    expect(last?.pages.join(' ')).toContain('Partners were told beforehand');
  });

  test('bear their number on every page, in the margin and behind the text, as artifacts', async () => {
    for (const number of [1, 2, 11, 12]) {
      const { pages, trees } = await read(pdfOf(run, number));
      for (const text of pages) {
        expect(text).toMatch(new RegExp(`(?:Copy|Exemplar) ${number} (?:of|av) 12`));
        expect(text).toContain(`${number}/12`);
      }
      expect(trees.join('')).not.toContain(`${number}/12`);
    }
  });

  test('are the same otherwise, and have an identifier of their own', async () => {
    const ids = await Promise.all([1, 2, 11, 12].map(async (number) => (await read(pdfOf(run, number))).id));
    expect(new Set(ids).size).toBe(4);
    expect(registered(run).map(({ id }) => id)).toEqual(ids);
  });

  test('have nothing inside, and no address or name of another reader of another edition', async () => {
    for (const number of [1, 2, 11, 12]) {
      const { attachments, pages } = await read(pdfOf(run, number));
      expect(attachments).toBeNull();
      expect(pages.join(' ')).not.toContain('example.org');
      if (number !== 1) expect(pages.join(' ')).not.toContain('Private office');
      if (number !== 12) expect(pages.join(' ')).not.toContain('12 of 12');
    }
  });

  test('keep to the standard that the configuration names', async () => {
    const made = await copies([], { 'briefpress.config.yaml': 'standard: ua2\n' });
    expect(made.code).toBe(0);
    expect(new TextDecoder('latin1').decode(pdfOf(made, 2).subarray(0, 8))).toBe('%PDF-2.0');
    expect(new TextDecoder('latin1').decode(pdfOf(run, 2).subarray(0, 8))).toBe('%PDF-1.7');
  });

  test('are registered, with hashes that another program finds too', () => {
    for (const { copy, sha256, made } of registered(run)) {
      expect(createHash('sha256').update(pdfOf(run, copy)).digest('hex')).toBe(sha256);
      expect(made).toBe('2024-09-04T12:00:00Z');
    }
    const rows = parse(run.text(`${FOLDER}/copies.csv`), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map(({ copy, edition, language, marking }) => [copy, edition, language, marking])).toEqual([
      ['1', '', 'en', 'AMBER'],
      ['2', 'public', 'sv', 'GREEN'],
      ['11', 'public', 'en', 'GREEN'],
      ['12', 'partners', 'en', 'GREEN'],
    ]);
    expect(rows[1]?.name).toBe(`'=A. Reader, "the first"`);
    expect(rows.map(({ sha256 }) => sha256)).toEqual(registered(run).map(({ sha256 }) => sha256));
  });

  test('are the same bytes the next time, and keep their row', async () => {
    const again = await copies([], Object.fromEntries(run.files) as Record<string, Uint8Array>);
    expect(again.code).toBe(0);
    expect([1, 2, 11, 12].every((number) => Buffer.from(pdfOf(again, number)).equals(pdfOf(run, number)))).toBe(true);
    expect(again.text(`${FOLDER}/copies.json`)).toBe(run.text(`${FOLDER}/copies.json`));
  });

  test('one that was handed out before stays registered when the brief has changed', async () => {
    const changed = BRIEF.replaceAll('Besöket ägde rum', 'Ett besök ägde rum');
    const files = { ...Object.fromEntries(run.files), 'harbour.yaml': changed };
    const again = await briefpress(['copies', 'harbour.yaml', '--only', '2', '--json'], { files });
    expect(registered(again).map(({ copy }) => copy)).toEqual([1, 2, 2, 11, 12]);
    expect(JSON.parse(again.stdout).copies).toMatchObject([{ copy: 2, path: `${FOLDER}/harbour.copy-02.pdf` }]);
  });

  test.each([
    ['the bytes', 11, (bytes: Uint8Array) => bytes, 'byte for byte'],
    ['the identifier', 2, (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from('\n')]), 'keeps its identifier'],
    [
      'the line',
      12,
      (bytes: Uint8Array) =>
        Buffer.from(
          Buffer.from(bytes)
            .toString('latin1')
            .replace(/\/ID \[[^\]]*\]/, (id) => ' '.repeat(id.length)),
          'latin1',
        ),
      'in their margin',
    ],
  ])('are traced by %s', async (_, number, alter, reason) => {
    const files = { ...Object.fromEntries(run.files), 'found.pdf': Uint8Array.from(alter(pdfOf(run, number))) };
    const traced = await briefpress(['trace', 'found.pdf'], { files });
    expect([traced.code, traced.stderr]).toEqual([0, '']);
    expect(traced.stdout).toContain(`found.pdf is copy ${number} of 12 of harbour: `);
    expect(traced.stdout).toContain(reason);
  });

  test.each([
    ['The text.\n COPY  11 of  12 · whoever\nmore', 'copy 11 of 12 of harbour: Алексей Пример', 'in their margin'],
    ['Some lines\n2/12\nmore', 'copy 2 of 12 of harbour: =A. Reader, "the first"', 'The mark behind'],
  ])('are traced by the text of printed pages: %j', async (text, holder, reason) => {
    const files = { ...Object.fromEntries(run.files), 'scan.txt': text };
    const traced = await briefpress(['trace', 'scan.txt', '--register', FOLDER], { files });
    expect(traced.stdout).toContain(holder);
    expect(traced.stdout).toContain(reason);
  });

  test('pages of two copies are said to be of both', async () => {
    const files = { ...Object.fromEntries(run.files), 'scan.txt': 'Exemplar 2 av 12\fCopy 12 of 12\f' };
    const traced = await briefpress(['trace', 'scan.txt', '--json'], { files });
    expect(JSON.parse(traced.stdout).copies).toMatchObject([
      { copy: 2, by: 'line', seenOn: [1] },
      { copy: 12, by: 'line', seenOn: [2] },
    ]);
  });

  test.each(['Copy 3 of 12', 'Copy 1 of 120', '12 copies', '1/12/2024', ''])('nobody’s is: %j', async (text) => {
    const files = { ...Object.fromEntries(run.files), 'scan.txt': text };
    const traced = await briefpress(['trace', 'scan.txt'], { files });
    expect(traced.code).toBe(1);
    expect(traced.stderr).toContain('scan.txt is none of the 4 registered copies. [trace-unknown]');
  });
});

describe('what is in the way of copies', () => {
  const JSON_OF_ANOTHER = `{ "copies": [] }`;
  const before = { [`${FOLDER}/copies.lock`]: '2024-09-04T11:55:00Z\n' };

  test('--json says what is wrong as well', async () => {
    const failed = await copies(['--only', '3', '--json']);
    expect([failed.code, failed.stderr, JSON.parse(failed.stdout).copies]).toEqual([1, '', []]);
    expect(JSON.parse(failed.stdout).diagnostics).toContainEqual(
      expect.objectContaining({ code: 'delivery-nobody', line: expect.any(Number) }),
    );
    const gone = await briefpress(['trace', 'gone.pdf', '--json'], { files: {} });
    expect([gone.code, gone.stderr]).toEqual([2, '']);
    expect(JSON.parse(gone.stdout)).toMatchObject({ copies: [], diagnostics: [{ code: 'file-not-found' }] });
    const unknown = await briefpress(['trace', 'x.txt', '--json'], { files: { 'x.txt': 'words' } });
    expect([unknown.code, JSON.parse(unknown.stdout).diagnostics[0].code]).toEqual([1, 'trace-unknown']);
  });

  test.each<[string, Record<string, string>, string, RegExp]>([
    [
      'a register of another program',
      { [`${FOLDER}/copies.json`]: JSON_OF_ANOTHER },
      'register-invalid',
      /is not a register/,
    ],
    ['a damaged register', { [`${FOLDER}/copies.json`]: '{' }, 'register-invalid', /is not a register/],
    ['a table of somebody', { [`${FOLDER}/copies.csv`]: 'name,copy\n' }, 'register-invalid', /copies\.csv is not/],
    [
      'the register of another brief',
      { [`${FOLDER}/copies.json`]: `{ "format": "briefpress copies 1", "brief": "port", "copies": [] }` },
      'register-invalid',
      /is the register of the brief "port"/,
    ],
    ['another run', before, 'register-busy', /Another run is writing copies/],
  ])('%s: nothing is written', async (_, files, code, message) => {
    const run = await copies([], files);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(`[${code}]`);
    expect(run.stderr).toMatch(message);
    expect([...run.files.keys()].filter((path) => path.startsWith(FOLDER)).sort()).toEqual(Object.keys(files).sort());
  });

  test('a lock that a run left behind counts no more, and none is left', async () => {
    const run = await copies(['--only', '2', '--quiet'], { [`${FOLDER}/copies.lock`]: '2024-09-04T11:00:00Z\n' });
    expect([run.code, run.stdout]).toEqual([0, '']);
    expect(run.files.has(`${FOLDER}/copies.lock`)).toBe(false);
  });

  test.each([
    ['--only', '13', 1],
    ['--only', 'x', 2],
    ['--only', '4-1', 2],
  ])('%s %s', async (option, value, code) => {
    expect((await copies([option, value])).code).toBe(code);
  });

  test('a reader without clearance for anything: no copy of anybody is made', async () => {
    const text = BRIEF.replace('clearance: GREEN', 'clearance: CLEAR');
    const run = await copies([], { 'harbour.yaml': text });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('may read neither the brief nor any edition of it. [delivery-clearance]');
    expect([...run.files.keys()]).toEqual(['harbour.yaml']);
  });

  test('--dry-run shows who gets what, and makes nothing', async () => {
    const run = await copies(['--dry-run']);
    expect(run.stdout).toContain('11 of 12  Алексей Пример');
    expect([...run.files.keys()]).toEqual(['harbour.yaml']);
  });
});
