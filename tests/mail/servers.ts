/** Mail servers on this machine that do what servers do. */
import { createServer, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

export interface TestServer {
  readonly port: number;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

const open = new Set<TestServer>();

/** A real server; it takes everything, unless `options` say otherwise. */
export async function smtpServer(options: SMTPServerOptions = {}): Promise<TestServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString('latin1'),
        });
        done(null, `Queued as ${received.length}`);
      });
    },
    ...options,
  });
  // A client that refuses its certificate is an error to a server, and the point of a test.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  const made: TestServer = {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  open.add(made);
  return made;
}

/** A server of which each line is said by the test: `answer` gives null for silence, and may end the connection. */
export async function scriptedServer(
  answer: (line: string, socket: Socket) => string | null,
  greeting: string | null = '220 test',
): Promise<TestServer> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    if (greeting !== null) socket.write(`${greeting}\r\n`);
    let rest = '';
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const said = answer(line, socket);
        if (said !== null) socket.write(`${said}\r\n`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const made: TestServer = {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    received: [],
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  open.add(made);
  return made;
}

/** What a server says up to the text of a mail, and after it what `ending` does. */
export function upToText(ending: (socket: Socket) => string | null) {
  let isText = false;
  return (line: string, socket: Socket): string | null => {
    if (isText) {
      if (line !== '.') return null;
      isText = false;
      return ending(socket);
    }
    if (line === 'DATA') isText = true;
    if (line.startsWith('EHLO')) return '250 test';
    return line === 'DATA' ? '354 go on' : '250 2.0.0 ok';
  };
}

/** Ends the connection without a word. */
export function hangUp(socket: Socket): null {
  socket.destroy();
  return null;
}

export async function closeServers(): Promise<void> {
  await Promise.all([...open].map((server) => server.close()));
  open.clear();
}

export function refusal(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}
