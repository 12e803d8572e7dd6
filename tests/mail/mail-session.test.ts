import { afterEach, describe, expect, test } from 'vitest';
import type { Login, MailServer } from '../../src/mail/mail-server.js';
import { MailSession, SessionError } from '../../src/mail/mail-session.js';
import { closeServers, refusal, scriptedServer, smtpServer, upToText } from './servers.js';

const LIMITS = { connect: 400, answer: 400 };
const MESSAGE = new TextEncoder().encode('Subject: x\r\n\r\ntext\r\n');
const from = 'desk@ministry.example';

afterEach(closeServers);

function at(port: number, more: Partial<MailServer> = {}): MailServer {
  return { host: '127.0.0.1', port, isSecure: false, needsTls: false, user: null, ...more };
}

async function post(server: MailServer, to: readonly string[] = ['anna@a.example'], login: Login | null = null) {
  const session = await MailSession.open({ server, login, limits: LIMITS });
  try {
    return Object.fromEntries(await session.send({ from, to, message: MESSAGE }));
  } finally {
    session.close();
  }
}

async function failure(promise: Promise<unknown>): Promise<SessionError> {
  const fault = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(fault instanceof SessionError)) throw new Error(`not a SessionError: ${String(fault)}`);
  return fault;
}

describe('a mail server', () => {
  test('takes a mail, and its answer is kept', async () => {
    const server = await smtpServer();
    expect(await post(at(server.port))).toEqual({ 'anna@a.example': { kind: 'sent', answer: '250 Queued as 1' } });
    expect(server.received).toEqual([{ from, to: ['anna@a.example'], text: 'Subject: x\r\n\r\ntext\r\n' }]);
  });

  test('refuses one recipient and puts off another; the third gets it', async () => {
    const server = await smtpServer({
      onRcptTo({ address }, _, done) {
        if (address.startsWith('nobody')) return done(refusal(550, 'No such user'));
        return address.startsWith('new') ? done(refusal(450, 'Greylisted, come back')) : done();
      },
    });
    expect(await post(at(server.port), ['nobody@a.example', 'new@a.example', 'anna@a.example'])).toEqual({
      'nobody@a.example': { kind: 'refused', answer: '550 No such user' },
      'new@a.example': { kind: 'later', answer: '450 Greylisted, come back' },
      'anna@a.example': { kind: 'sent', answer: '250 Queued as 1' },
    });
    expect(server.received[0]?.to).toEqual(['anna@a.example']);
  });

  test('refuses all recipients, and the next mail has none of them', async () => {
    const server = await smtpServer({
      onRcptTo: ({ address }, _, done) => (address.startsWith('nobody') ? done(refusal(550, 'No')) : done()),
    });
    const session = await MailSession.open({ server: at(server.port), login: null, limits: LIMITS });
    const first = await session.send({ from, to: ['nobody@a.example', 'nobody2@a.example'], message: MESSAGE });
    expect([...first.values()].map(({ kind }) => kind)).toEqual(['refused', 'refused']);
    await session.send({ from, to: ['anna@a.example'], message: MESSAGE });
    session.close();
    expect(server.received.map(({ to }) => to)).toEqual([['anna@a.example']]);
  });

  test('refuses the text', async () => {
    const server = await smtpServer({
      onData(stream, _, done) {
        stream.resume();
        stream.on('end', () => done(refusal(554, 'Looks like spam')));
      },
    });
    expect(await post(at(server.port))).toEqual({
      'anna@a.example': { kind: 'refused', answer: '554 Looks like spam' },
    });
  });

  test('that ends the connection after the text leaves it unclear', async () => {
    const server = await scriptedServer(
      upToText((socket) => {
        socket.destroy();
        return null;
      }),
    );
    const fates = await post(at(server.port));
    expect(fates['anna@a.example']?.kind).toBe('unclear');
  });

  test('that never answers after the text leaves it unclear', async () => {
    const server = await scriptedServer(upToText(() => null));
    expect(await post(at(server.port))).toEqual({
      'anna@a.example': { kind: 'unclear', answer: 'it does not answer in time' },
    });
  });

  test('that ends the connection before the text has certainly not got it', async () => {
    const server = await scriptedServer((line, socket) => {
      if (line.startsWith('RCPT')) socket.destroy();
      return line.startsWith('EHLO') ? '250 test' : '250 ok';
    });
    const { message, mayPass } = await failure(post(at(server.port)));
    expect([message, mayPass]).toEqual(['the connection broke: Connection closed unexpectedly', true]);
  });

  test('that ends the connection in the middle of a long text has certainly not got it', async () => {
    const server = await scriptedServer((line, socket) => {
      if (line.startsWith('AAAA')) socket.destroy();
      if (line.startsWith('EHLO')) return '250 test';
      return line === 'DATA' ? '354 go on' : line.startsWith('AAAA') ? null : '250 ok';
    });
    const session = await MailSession.open({ server: at(server.port), login: null, limits: LIMITS });
    const message = new TextEncoder().encode(`${'A'.repeat(70)}\r\n`.repeat(400_000));
    expect((await failure(session.send({ from, to: ['anna@a.example'], message }))).mayPass).toBe(true);
  });

  test.each([
    ['never greets', null, (): null => null, 'it does not answer in time'],
    ['never answers', '220 test', (): null => null, 'it does not answer in time'],
    ['greets with a refusal', '554 go away', (): null => null, 'it ended the connection: 554 go away'],
  ])('that %s is given up', async (_, greeting, answer, words) => {
    const server = await scriptedServer(answer, greeting);
    expect((await failure(post(at(server.port)))).message).toContain(words);
  });

  test('that is not there', async () => {
    const server = await smtpServer();
    await server.close();
    const { message, mayPass } = await failure(post(at(server.port)));
    expect([message, mayPass]).toEqual(['nothing answers at that port', false]);
  });

  test('that does not exist', async () => {
    const { mayPass } = await failure(post(at(25, { host: 'no-such-server.invalid' })));
    expect(mayPass).toBe(false);
  });

  test('takes no mail from the sender', async () => {
    const server = await smtpServer({ onMailFrom: (_, __, done) => done(refusal(553, 'Not your address')) });
    expect(await failure(post(at(server.port)))).toMatchObject({
      message: 'it takes no mail from this sender: 553 Not your address',
      mayPass: false,
    });
  });
});

describe('encryption', () => {
  test('a certificate that nobody vouches for is refused', async () => {
    const server = await smtpServer({ secure: true });
    const { message, mayPass } = await failure(post(at(server.port, { host: 'localhost', isSecure: true })));
    expect(message).toMatch(/^it cannot prove who it is: /);
    expect(mayPass).toBe(false);
  });

  test('so is one after STARTTLS, and nothing is said to such a server', async () => {
    const server = await smtpServer({ disabledCommands: [] });
    const { message } = await failure(post(at(server.port, { needsTls: true })));
    expect(message).toMatch(/^it cannot prove who it is: /);
    expect(server.received).toEqual([]);
  });

  test('a server that cannot encrypt gets neither mail nor password', async () => {
    const said: string[] = [];
    const server = await scriptedServer((line) => {
      said.push(line);
      return line.startsWith('EHLO') ? '250-test\r\n250 AUTH PLAIN LOGIN' : '502 no';
    });
    const login = { user: 'anna', password: 'correct horse' };
    const { message } = await failure(post(at(server.port, { needsTls: true }), ['b@a.example'], login));
    expect(message).toBe('it does not encrypt the connection: 502 no');
    expect(said).toEqual(['EHLO [127.0.0.1]', 'STARTTLS']);
  });
});

describe('a login', () => {
  const login = { user: 'anna', password: 'correct horse' };

  test('is used, and the mail goes', async () => {
    const seen: unknown[] = [];
    const server = await smtpServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth(auth, _, done) {
        seen.push([auth.username, auth.password]);
        done(null, { user: auth.username ?? '' });
      },
    });
    expect((await post(at(server.port), ['anna@a.example'], login))['anna@a.example']?.kind).toBe('sent');
    expect(seen).toEqual([['anna', 'correct horse']]);
  });

  test('that is refused is an error without the password in it, whatever the server says', async () => {
    const plain = Buffer.from('\0anna\0correct horse').toString('base64');
    const server = await scriptedServer((line) => {
      if (line.startsWith('EHLO')) return '250-test\r\n250 AUTH PLAIN';
      return `535 no: ${line} is wrong, "correct horse" is not it`;
    });
    const { message } = await failure(post(at(server.port), ['b@a.example'], login));
    expect(message).toMatch(/^it does not let you log in: 535 no/);
    expect(message).not.toContain('correct horse');
    expect(message).not.toContain(plain);
  });

  test('is not possible where the server asks for none', async () => {
    const server = await smtpServer({ disabledCommands: ['AUTH', 'STARTTLS'] });
    expect((await failure(post(at(server.port), ['b@a.example'], login))).message).toMatch(/^it asks nobody to log in/);
  });
});
