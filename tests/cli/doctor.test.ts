import { afterEach, describe, expect, test } from 'vitest';
import { lookAtMail, lookAtPrinter } from '../../src/cli/commands/doctor/look-at-delivery.js';
import { lookAtNode } from '../../src/cli/commands/doctor/look-at-setting.js';
import { MemoryFiles } from '../../src/workspace/memory-files.js';
import { memoryWorkspace } from '../../src/workspace/memory-workspace.js';
import { closeServers, scriptedServer, smtpServer } from '../mail/servers.js';
import { ABLE, closePrinters, scriptedPrinter } from '../printer/printers.js';
import { briefpress } from './session.js';

afterEach(async () => {
  await Promise.all([closeServers(), closePrinters()]);
});

const QUICK = { answer: 300, busy: 300, job: 300, pause: 5 };

describe('briefpress doctor', () => {
  test('says what works, and what to do about the rest; nothing is written', async () => {
    const { code, stdout, files } = await briefpress(['doctor'], {
      env: { PATH: '/bin' },
      files: { '/bin/qpdf': 'x' },
    });
    expect(code).toBe(0);
    expect(files.size).toBe(1);
    const lines = stdout.split('\n').filter((line) => /^\S/.test(line));
    expect(lines.map((line) => line.split(/ {2,}/).slice(0, 2).join(' '))).toEqual([
      'works Node.js',
      'works Configuration',
      'works Pages',
      '– Printer',
      '– Mail',
      '– Conformance',
      'works Conformance',
    ]);
    expect(stdout).toContain('1 page set for trial; fonts: Source Serif 4, Source Sans 3, Source Code Pro\n');
    expect(stdout).toContain('                       Install Java 11 or later');
  });

  test('asks the printer and the mail server of the configuration, and prints and sends nothing', async () => {
    const printer = await scriptedPrinter();
    const mail = await smtpServer();
    const config = `printer: ${printer.uri}\nsmtp: smtp://localhost:${mail.port}\n`;
    const { code, stdout } = await briefpress(['doctor', '--json'], { files: { 'briefpress.config.yaml': config } });
    expect(code).toBe(0);
    const { findings } = JSON.parse(stdout);
    expect(findings).toContainEqual({
      about: 'Printer',
      state: 'works',
      says: `${printer.uri}: printer: two-sided, colour, A4 loaded`,
      todo: [],
    });
    expect(findings).toContainEqual(
      expect.objectContaining({
        state: 'works',
        says: `localhost:${mail.port} answers, this computer; without a login`,
      }),
    );
    expect([printer.printed, mail.received]).toEqual([[], []]);
  });

  test('finds what is broken, and repeats no password', async () => {
    const files = {
      'briefpress.config.yaml': 'fonts: nowhere\ntheme: x.yaml\n',
      'x.yaml': 'fonts: { body: Nothing }\n',
    };
    const argv = ['doctor', '--printer', 'ipp://anna:hunter2@p.example', '--smtp', 'smtp://anna:hunter2@m.example'];
    const { code, stdout, stderr } = await briefpress(argv, { files });
    expect(code).toBe(2);
    expect(stdout.match(/^BROKEN +\S+/gm)?.map((line) => line.split(/ +/)[1])).toEqual(['Pages', 'Printer', 'Mail']);
    expect(stdout + stderr).not.toContain('hunter2');
    const wrong = await briefpress(['doctor'], { files: { 'briefpress.config.yaml': 'colour: red\n' } });
    expect(wrong).toMatchObject({
      code: 2,
      stdout: expect.stringMatching(/^BROKEN {2}Configuration {2}briefpress\.config\.yaml:1: /m),
    });
  });

  test.each([
    ['18.20.1', 'broken'],
    ['20.18.9', 'broken'],
    ['20.19.0', 'works'],
    ['24.1.0', 'works'],
  ])('Node.js %s: %s', (version, state) => {
    expect(lookAtNode(version).state).toBe(state);
  });

  test.each<[string, object]>([
    ['is out of paper', { 'printer-state-reasons': ['media-empty-error'] }],
    ['does not print PDF', { 'document-format-supported': ['image/urf'] }],
  ])('a printer that %s', async (words, more) => {
    const { uri } = await scriptedPrinter(() => ({ printer: { ...ABLE, ...more } }));
    expect(await lookAtPrinter(uri, QUICK, { env: {} })).toMatchObject({
      state: 'broken',
      says: expect.stringContaining(words),
    });
  });

  test('printers and servers that never answer', async () => {
    const { uri } = await scriptedPrinter(() => null);
    expect(await lookAtPrinter(uri, QUICK, { env: {} })).toMatchObject({
      state: 'broken',
      says: expect.stringContaining('in time'),
    });
    const { port } = await scriptedServer(() => null, null);
    const about = { smtp: `smtp://localhost:${port}`, from: undefined };
    const found = await lookAtMail(about, memoryWorkspace(new MemoryFiles()), { connect: 300, answer: 300 });
    expect(found).toMatchObject({ state: 'broken', says: expect.stringContaining('does not answer in time') });
  });

  test('a password from the environment that is wrong', async () => {
    const { port } = await smtpServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ password }, _, done) => done(new Error(`wrong: ${password}`)),
    });
    const argv = ['doctor', '--smtp', `smtp://anna@localhost:${port}`];
    const { code, stdout } = await briefpress(argv, { env: { BRIEFPRESS_SMTP_PASSWORD: 'hunter2' } });
    expect(code).toBe(2);
    expect(stdout).toContain('it does not let you log in');
    expect(stdout).not.toContain('hunter2');
  });
});
