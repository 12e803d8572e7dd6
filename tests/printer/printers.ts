/** Printers on this machine: one that says what a test wants, and the one of the Printer Working Group. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Operations by their numbers in RFC 8011. */
const OPERATIONS: Readonly<Record<number, Operation>> = { 2: 'print', 9: 'job', 11: 'abilities' };
export type Operation = 'print' | 'job' | 'abilities';

type Given = string | number | boolean | readonly [number, number];

export interface Reply {
  readonly status?: number;
  readonly message?: string;
  readonly job?: Readonly<Record<string, Given | readonly Given[]>>;
  readonly printer?: Readonly<Record<string, Given | readonly string[]>>;
  readonly unsupported?: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly operation: Operation;
  readonly bytes: Buffer;
}

export interface ScriptedPrinter {
  readonly uri: string;
  readonly asked: readonly Asked[];
  /** The bytes after the attributes of each print job. */
  readonly printed: readonly Buffer[];
}

const servers = new Set<Server>();

export const ABLE = {
  'document-format-supported': ['application/octet-stream', 'application/pdf'],
  'media-supported': ['iso_a4_210x297mm', 'na_letter_8.5x11in'],
  'media-ready': ['iso_a4_210x297mm'],
  'sides-supported': ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'],
  'print-color-mode-supported': ['color', 'monochrome'],
  'color-supported': true,
  'copies-supported': [1, 99] as const,
  'page-ranges-supported': true,
  'printer-is-accepting-jobs': true,
  'printer-state-reasons': ['none'],
};

/** What a printer answers that prints at once. */
export function goodPrinter({ operation }: Asked): Reply {
  if (operation === 'abilities') return { printer: ABLE };
  return operation === 'print' ? { job: { 'job-id': 7, 'job-state': 3 } } : { job: { 'job-state': 9 } };
}

type Scripted = Reply | null | 'cut' | number | Buffer;

/** A printer whose answers a test makes up: null is silence, `cut` the end of the connection, a number an HTTP status. */
export async function scriptedPrinter(
  answer: (asked: Asked, count: number) => Scripted | Promise<Scripted> = goodPrinter,
  socket?: string,
): Promise<ScriptedPrinter> {
  const asked: Asked[] = [];
  const printed: Buffer[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('error', () => {});
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const bytes = Buffer.concat(chunks);
      const operation = OPERATIONS[bytes.readUInt16BE(2)] ?? 'abilities';
      const one = { operation, bytes };
      asked.push(one);
      const pdf = bytes.indexOf('%PDF-');
      if (operation === 'print') printed.push(pdf < 0 ? Buffer.alloc(0) : bytes.subarray(pdf));
      const reply = await answer(one, asked.filter((each) => each.operation === operation).length);
      if (reply === null) return;
      if (reply === 'cut') return void request.socket.destroy();
      if (typeof reply === 'number') return void response.writeHead(reply).end();
      response.writeHead(200, { 'content-type': 'application/ipp' });
      response.end(Buffer.isBuffer(reply) ? reply : bytesOf(reply));
    });
  });
  await new Promise<void>((resolve) =>
    socket === undefined ? server.listen(0, '127.0.0.1', resolve) : server.listen(socket, resolve),
  );
  servers.add(server);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { uri: `ipp://localhost:${port}/ipp/print`, asked, printed };
}

/** A printer that takes the first bytes of a job and then hangs up. */
export async function halfPrinter(): Promise<{ readonly uri: string; received(): number }> {
  let received = 0;
  const server = createServer((request) => {
    request.on('error', () => {});
    request.once('data', (chunk: Buffer) => {
      received += chunk.length;
      request.socket.resetAndDestroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.add(server);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { uri: `ipp://localhost:${port}/ipp/print`, received: () => received };
}

/** An answer as bytes (RFC 8010), written by hand. */
export function bytesOf({ status = 0, message, job, printer, unsupported }: Reply): Buffer {
  const head = Buffer.from([1, 1, status >> 8, status & 255, 0, 0, 0, 1]);
  const operation = { 'attributes-charset': 'utf-8', ...(message && { 'status-message': message }) };
  return Buffer.concat([
    head,
    groupOf(1, operation),
    ...(unsupported ? [groupOf(5, unsupported)] : []),
    ...(job ? [groupOf(2, job)] : []),
    ...(printer ? [groupOf(4, printer)] : []),
    Buffer.from([3]),
  ]);
}

function groupOf(tag: number, attributes: Readonly<Record<string, unknown>>): Buffer {
  const rows = Object.entries(attributes).flatMap(([name, given]) => {
    const isRange = Array.isArray(given) && given.every((each) => typeof each === 'number');
    const values = Array.isArray(given) && !isRange ? given : [given];
    return values.map((value, index) => valueBytes(index === 0 ? name : '', value));
  });
  return Buffer.concat([Buffer.from([tag]), ...rows]);
}

function valueBytes(name: string, value: unknown): Buffer {
  const counted = (bytes: Buffer) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
  const int = (number: number) =>
    Buffer.from([number >> 24, number >> 16, number >> 8, number].map((byte) => byte & 255));
  const [tag, bytes] = Array.isArray(value)
    ? [0x33, Buffer.concat(value.map(int))]
    : typeof value === 'number'
      ? [name === 'job-id' ? 0x21 : 0x23, int(value)]
      : typeof value === 'boolean'
        ? [0x22, Buffer.from([value ? 1 : 0])]
        : [name === 'status-message' ? 0x41 : 0x44, Buffer.from(String(value))];
  return Buffer.concat([Buffer.from([tag]), counted(Buffer.from(name)), counted(bytes)]);
}

/** The printer that the Printer Working Group measures others by (Debian: cups-ipp-utils; it wants Avahi to run). */
export interface EvePrinter {
  readonly uri: string;
  readonly port: number;
  /** What it was given, by the name of the job. */
  spooled(): ReadonlyMap<string, Buffer>;
  log(): string;
}

const PROGRAM = ['/usr/sbin/ippeveprinter', '/usr/bin/ippeveprinter'].find((path) => existsSync(path));
/** A machine that tests for all has to have it. A socket of Avahi's may be left of one that has ended: only an answer counts. */
export const hasEvePrinter = PROGRAM !== undefined && (Boolean(process.env.CI) || avahiAnswers());

function avahiAnswers(): boolean {
  const question = ['--dest=org.freedesktop.Avahi', '/', 'org.freedesktop.Avahi.Server.GetVersionString'];
  return spawnSync('dbus-send', ['--system', '--print-reply', ...question]).status === 0;
}

const running: { readonly child: ChildProcess; readonly folder: string }[] = [];

export async function evePrinter(options: readonly string[] = ['-2']): Promise<EvePrinter> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'briefpress-printer-'));
  const usual = [
    '-r',
    'off',
    '-k',
    '-d',
    folder,
    '-f',
    'application/pdf',
    '-n',
    'localhost',
    '-p',
    String(port),
    '-vv',
  ];
  const child = spawn(PROGRAM ?? 'ippeveprinter', [...usual, ...options, 'Test'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push({ child, folder });
  let log = '';
  child.stdout?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const uri = `ipp://localhost:${port}/ipp/print`;
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) throw new Error(`ippeveprinter has ended: ${log}`);
    if (ipptool(uri, 'get-printer-attributes.test').status === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const spooled = () =>
    new Map(
      readdirSync(folder)
        .filter((name) => name.endsWith('.pdf'))
        .map((name) => [name.replace(/^\d+-/, ''), readFileSync(join(folder, name))] as const),
    );
  return { uri, port, spooled, log: () => log };
}

/** Asks a printer by CUPS's own program. */
export function ipptool(uri: string, test: string, ...options: readonly string[]) {
  return spawnSync('ipptool', ['-tv', '-T', '5', ...options, uri, test], { encoding: 'utf8' });
}

async function freePort(): Promise<number> {
  const socket = createSocket();
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const address = socket.address();
  await new Promise((resolve) => socket.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export async function closePrinters(): Promise<void> {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  servers.clear();
  for (const { child, folder } of running.splice(0)) {
    child.kill();
    await new Promise((resolve) => (child.exitCode === null ? child.on('exit', resolve) : resolve(null)));
    rmSync(folder, { recursive: true, force: true });
  }
}
