import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import {
  closeServers,
  hangUp,
  refusal,
  scriptedServer,
  smtpServer,
  type TestServer,
  upToText,
} from '../mail/servers.js';
import { brief, briefpress } from './session.js';

afterEach(closeServers);

const READERS = `from: { unit: Desk, email: desk@ministry.example }
to: [{ role: Minister, email: minister@ministry.example }]
distribution:
  - { copy: 1, name: Anna Berg, email: anna@ministry.example }
`;
const files = { 'visit.yaml': brief(READERS) };

function sending(port: number, more: readonly string[] = ['--yes']) {
  return ['email', 'visit.yaml', '--send', '--smtp', `smtp://localhost:${port}`, ...more];
}

describe('briefpress email --send', () => {
  test('shows who gets what, asks, sends, and keeps a register', async () => {
    const server = await smtpServer();
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return 'y';
    };
    const { code, stdout, stderr, files: made } = await briefpress(sending(server.port, []), { files, ask });
    expect(stderr).toBe('');
    expect([code, asked]).toEqual([0, [`Send 2 mails by localhost:${server.port}? [y/N] `]]);
    expect(stdout).toMatch(/^Reader .*\n.*Anna Berg <anna@ministry\.example> .*to be sent\n.*Minister/);
    expect(stdout).toMatch(/\nSent to 2 of 2 readers\. The register is output\/visit\.sent\.\n$/);
    expect(server.received.map(({ from, to }) => [from, to])).toEqual([
      ['desk@ministry.example', ['anna@ministry.example']],
      ['desk@ministry.example', ['minister@ministry.example']],
    ]);
    expect([...made.keys()].filter((name) => name.endsWith('.eml'))).toEqual([]);
    const again = await briefpress(sending(server.port), { files: { ...files, ...Object.fromEntries(made) } });
    expect([again.code, again.stdout.split('\n').at(-2)]).toEqual([0, 'Everyone has it; nothing was sent.']);
    expect(server.received).toHaveLength(2);
  });

  test.each(['n', '', 'perhaps'])('sends nothing when the answer is %j', async (answer) => {
    const server = await smtpServer();
    const { stdout, files: made } = await briefpress(sending(server.port, []), { files, ask: async () => answer });
    expect(stdout).toMatch(/Nothing was sent\.\n$/);
    expect([server.received.length, made.size]).toEqual([0, 1]);
  });

  test('sends nothing where nobody can be asked', async () => {
    const server = await smtpServer();
    const { code, stderr, files: made } = await briefpress(sending(server.port, []), { files });
    expect([code, server.received.length, made.size]).toEqual([2, 0, 1]);
    expect(stderr).toContain('There is nobody here to ask whether to send. [mail-server]');
  });

  test('--dry-run talks to no server', async () => {
    const { code, stdout, files: made } = await briefpress(sending(9, ['--dry-run']), { files });
    expect([code, made.size]).toEqual([0, 1]);
    expect(stdout).toMatch(/2 mails would be sent by localhost:9\.\n$/);
  });

  test('--json has what became of each reader', async () => {
    const server = await smtpServer({
      onRcptTo: ({ address }, _, done) => (address.startsWith('anna') ? done(refusal(550, 'No')) : done()),
    });
    const { code, stdout } = await briefpress(sending(server.port, ['--yes', '--json']), { files });
    expect(code).toBe(1);
    const { mails, diagnostics } = JSON.parse(stdout);
    expect(mails.flatMap(({ readers }: { readers: object[] }) => readers)).toMatchObject([
      { address: 'anna@ministry.example', state: 'refused', answer: '550 No' },
      { address: 'minister@ministry.example', state: 'sent', answer: '250 Queued as 1' },
    ]);
    expect(diagnostics).toMatchObject([{ code: 'mail-refused', field: 'distribution[0]', line: 16 }]);
  });

  test('the password comes from the environment or a prompt, and stands nowhere', async () => {
    const seen: unknown[] = [];
    const server = await smtpServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _, done) {
        seen.push([username, password]);
        if (password === 'hunter2hunter2') return done(null, { user: 'anna' });
        return done(new Error(`wrong: ${password}`));
      },
    });
    const argv = [
      'email',
      'visit.yaml',
      '--send',
      '--yes',
      '--smtp',
      `smtp://anna%40x.example@localhost:${server.port}`,
    ];
    const asked: unknown[] = [];
    const ask = async (question: string, isSecret?: boolean) => {
      asked.push([question, isSecret]);
      return 'hunter2hunter2';
    };
    const prompted = await briefpress(argv, { files, ask });
    expect(asked).toEqual([['Password of anna@x.example at localhost: ', true]]);
    const given = await briefpress(argv, { files, env: { BRIEFPRESS_SMTP_PASSWORD: 'hunter2hunter2' } });
    const wrong = await briefpress(argv, { files, env: { BRIEFPRESS_SMTP_PASSWORD: 'tiger1tiger1' } });
    const none = await briefpress(argv, { files });
    expect([prompted.code, given.code, wrong.code, none.code]).toEqual([0, 0, 2, 2]);
    expect(none.stderr).toContain('There is no password for anna@x.example, and nobody here to ask for it.');
    expect(wrong.stderr).toContain('it does not let you log in: 535');
    expect(seen).toContainEqual(['anna@x.example', 'hunter2hunter2']);
    for (const { stdout, stderr, files: made } of [prompted, given, wrong, none]) {
      const all = [stdout, stderr, ...[...made].map(([name, bytes]) => name + Buffer.from(bytes).toString('latin1'))];
      const secrets = /hunter2|tiger1|aHVudGVyM|dGlnZXIx|AGFubmFAeC5leGFtcGxlA/;
      expect(all.join('\n')).not.toMatch(secrets);
    }
  });

  test('a password in an address is refused, in the configuration too, and not repeated', async () => {
    const url = 'smtp://anna:hunter2@mail.example.org';
    const argument = await briefpress(['email', 'visit.yaml', '--send', '--smtp', url], { files });
    const config = { ...files, 'briefpress.config.yaml': `smtp: ${url}\n` };
    const configured = await briefpress(['email', 'visit.yaml', '--send'], { files: config });
    for (const { code, stdout, stderr } of [argument, configured]) {
      expect(code).toBe(2);
      expect(stdout + stderr).not.toContain('hunter2');
      expect(stderr).toContain('[mail-server]');
    }
  });

  test('server and sender from the configuration', async () => {
    const server = await smtpServer();
    const config = `smtp: smtp://localhost:${server.port}\nmailFrom: Office <office@ministry.example>\n`;
    const { code } = await briefpress(['email', 'visit.yaml', '--send', '--yes'], {
      files: { ...files, 'briefpress.config.yaml': config },
    });
    expect([code, server.received[0]?.from]).toEqual([0, 'office@ministry.example']);
  });
});

describe('the examples in docs/diagnostics.md', () => {
  const DOCS = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');
  const fence = (language: string, text: string) =>
    new RegExp(`\`\`\`${language}[^\n]*\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? '';
  const base = fence('yaml base', DOCS);

  const SERVERS: Readonly<Record<string, () => Promise<TestServer>>> = {
    'mail-refused': () => smtpServer({ onRcptTo: (_, __, done) => done(refusal(550, 'No such user')) }),
    'mail-later': () => smtpServer({ onRcptTo: (_, __, done) => done(refusal(450, 'Later')) }),
    'mail-unclear': () => scriptedServer(upToText(hangUp)),
  };

  test.each([
    'mail-address',
    'mail-edition',
    'mail-sender',
    'mail-server',
    'mail-refused',
    'mail-later',
    'mail-unclear',
    'mail-earlier',
    'mail-register',
  ])('make %s happen', async (code) => {
    const section = DOCS.split(/^### /m).find((each) => each.startsWith(`\`${code}\``)) ?? '';
    const server = await (SERVERS[code] ?? smtpServer)();
    let disk: Readonly<Record<string, string | Uint8Array>> = { 'brief.yaml': base + fence('yaml', section) };
    let stderr = '';
    for (const line of fence('sh', section).trim().split('\n')) {
      if (line.startsWith('mkdir')) {
        disk = { ...disk, 'output/brief.sent': 'mine\n' };
        continue;
      }
      const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
      const argv = words.slice(1).map((word) => word.replace('localhost:2525', `localhost:${server.port}`));
      const run = await briefpress(argv, { files: disk });
      disk = { ...disk, ...Object.fromEntries(run.files) };
      stderr = run.stderr;
    }
    expect(stderr).toContain(`[${code}]`);
  });
});
