import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeServers, smtpServer, type TestServer } from '../mail/servers.js';
import { closePrinters, type EvePrinter, evePrinter, hasEvePrinter } from '../printer/printers.js';

/** The sample for three readers goes to a mail server and to a printer, both real, by the program as it is started. */
const ROOT = join(import.meta.dirname, '../..');
const BRIEF = 'briefs/circular-exercise.yaml';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.skipIf(!hasEvePrinter)('three readers', () => {
  let folder: string;
  let mail: TestServer;
  let printer: EvePrinter;
  const said: string[] = [];

  /** Not to be run synchronously: the mail server is in this process. */
  async function briefpress(...argv: readonly string[]): Promise<void> {
    const child = spawn(process.execPath, [join(ROOT, 'dist/cli/bin.js'), ...argv], { cwd: folder });
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect([argv[0], code, said.join('')]).toEqual([argv[0], 0, expect.any(String)]);
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'briefpress-readers-'));
    mkdirSync(join(folder, 'briefs'));
    copyFileSync(join(ROOT, BRIEF), join(folder, BRIEF));
    mail = await smtpServer();
    printer = await evePrinter();
    // All three, then the mails and the print, and everything a second time.
    for (let round = 1; round <= 2; round++) {
      await briefpress('copies', BRIEF);
      await briefpress('email', BRIEF, '--send', '--yes', '--smtp', `smtp://localhost:${mail.port}`);
      await briefpress('print', BRIEF, '--printer', printer.uri);
    }
  }, 240_000);
  afterAll(async () => {
    await Promise.all([closeServers(), closePrinters()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const fileAt = (path: string) => readFileSync(join(folder, 'output', path));
  const tableAt = (path: string) =>
    parse(fileAt(path), { bom: true, columns: true }) as readonly Record<string, string>[];
  /** By poppler. */
  const textOf = (pdf: Uint8Array) => {
    const path = join(folder, 'read.pdf');
    writeFileSync(path, pdf);
    return spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).stdout.replace(/\s+/g, ' ');
  };

  test('have a copy each, in their edition and language, and the register says so', () => {
    const names = [1, 2, 3].map((number) => `circular-exercise.copies/circular-exercise.copy-${number}.pdf`);
    const [minister = '', embassy = '', hauliers = ''] = names.map((name) => textOf(fileAt(name)));
    expect(minister).toContain('Copy 1 of 3');
    expect(minister).toContain('has nine officers at the pass');
    expect(embassy).toContain('Exemplaire 2 sur 3');
    expect(embassy).toContain('compte neuf agents au col');
    expect(hauliers).toContain('Copy 3 of 3');
    expect(hauliers).not.toMatch(/officers|AMBER/);
    const rows = tableAt('circular-exercise.copies/copies.csv');
    const hashes = names.map((name) => sha256(fileAt(name)));
    expect(hashes.map((hash) => rows.filter((row) => row.sha256 === hash).length)).toEqual([1, 1, 1]);
  });

  test('two of them get a mail, once, with their own copy and nobody else’s', async () => {
    expect(mail.received.map(({ to }) => to)).toEqual([
      ['ambassade@northland.example'],
      ['a.example@hauliers.example'],
    ]);
    const mails = await Promise.all(mail.received.map(({ text }) => PostalMime.parse(Buffer.from(text, 'latin1'))));
    expect(mails.map(({ subject }) => subject)).toEqual([
      'TLP:AMBER – EXERCICE : la route du col ouvre le 1er juin',
      'TLP:GREEN – EXERCISE: The road over the pass opens on 1 June',
    ]);
    const rows = tableAt('circular-exercise.copies/copies.csv');
    mails.forEach(({ attachments, text = '' }, index) => {
      const [pdf, ...others] = attachments;
      expect(others).toEqual([]);
      const bytes = new Uint8Array(pdf?.content as ArrayBuffer);
      expect(rows.find((row) => row.sha256 === sha256(bytes))?.copy).toBe(String(index + 2));
      expect(textOf(bytes)).toContain(index === 0 ? 'Exemplaire 2 sur 3' : 'Copy 3 of 3');
      expect(text.includes('capital')).toBe(index === 0);
    });
    const sent = tableAt('circular-exercise.sent/register.csv');
    expect(sent.map(({ copy, state, address }) => [copy, state, address])).toEqual([
      ['2', 'sent', 'ambassade@northland.example'],
      ['3', 'sent', 'a.example@hauliers.example'],
    ]);
  });

  test('one gets paper, once: the bytes at the printer are those of the register', () => {
    const spooled = printer.spooled();
    expect([...spooled.keys()]).toEqual(['circular-exercise_copy-1.pdf']);
    const [bytes = new Uint8Array()] = spooled.values();
    expect(textOf(bytes)).toContain('Copy 1 of 3');
    const [row, ...others] = tableAt('circular-exercise.printed/register.csv');
    expect(others).toEqual([]);
    expect(row).toMatchObject({ copy: '1', state: 'printed', printer: printer.uri, sha256: sha256(bytes) });
    const traced = spawnSync(process.execPath, [join(ROOT, 'dist/cli/bin.js'), 'trace', 'read.pdf'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(traced.stdout).toContain('Minister’s office');
  });

  test('nothing else is about, and the second round made nothing new', () => {
    expect(readdirSync(join(folder, 'output')).sort()).toEqual(
      ['copies', 'printed', 'sent'].map((kind) => `circular-exercise.${kind}`),
    );
    expect(said.join('')).toContain('Everyone has it; nothing was sent.');
    expect(said.join('')).toContain('Everything has been printed; nothing was printed.');
  });
});
