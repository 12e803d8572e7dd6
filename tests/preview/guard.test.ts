import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { denialOf } from '../../src/preview/guard.js';
import { ask, BRIEF, folderWith, isReady, previewOf, stateWhere } from './preview-server.js';

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** A request with any header, which fetch() would not let us send. */
function send(port: number, { method = 'GET', path, headers = {}, body }: Sent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function guarded(files: Readonly<Record<string, string>> = { 'visit.yaml': BRIEF }) {
  const folder = folderWith(files);
  const preview = await previewOf(folder, 'visit.yaml');
  await stateWhere(preview, isReady);
  const { pathname, origin, host } = new URL(preview.address);
  const own = { host, origin, 'content-type': 'application/json', 'x-briefpress-preview': '1' };
  return { folder, preview, at: (path: string) => pathname + path, own, port: preview.port };
}

const SAVE = JSON.stringify({ brief: 'visit.yaml', base: BRIEF, text: BRIEF.replace('came.', 'went.') });

test('its own page reads and writes', async () => {
  const { folder, port, at, own } = await guarded();
  const read = await send(port, { path: at('api/state'), headers: { 'sec-fetch-site': 'same-origin' } });
  expect(read.status).toBe(200);
  const written = await send(port, { method: 'PUT', path: at('api/text'), headers: own, body: SAVE });
  expect(written.status).toBe(200);
  expect(readFileSync(join(folder, 'visit.yaml'), 'utf8')).toContain('Somebody went.');
});

test.each([
  ['a name that was pointed at this computer', { host: 'evil.example:1' }],
  ['localhost, which is another host', { host: 'localhost' }],
  ['another site', { origin: 'https://evil.example' }],
  ['a page without an origin', { origin: 'null' }],
  ['another port of this computer', { origin: 'http://127.0.0.1:1' }],
  ['a page that the browser says is another site', { 'sec-fetch-site': 'cross-site' }],
  ['a page of another port', { 'sec-fetch-site': 'same-site' }],
])('refuses %s, for reading and for writing', async (_name, headers) => {
  const { folder, port, at, own } = await guarded();
  for (const path of ['', 'api/state', 'api/events', 'api/text?brief=visit.yaml']) {
    const read = await send(port, { path: at(path), headers: { host: own.host, ...headers } });
    expect(read.status, path).toBe(403);
    expect(read.text).not.toContain('visit');
    expect(read.headers['access-control-allow-origin']).toBeUndefined();
  }
  const written = await send(port, {
    method: 'PUT',
    path: at('api/text'),
    headers: { ...own, ...headers },
    body: SAVE,
  });
  expect(written.status).toBe(403);
  expect(readFileSync(join(folder, 'visit.yaml'), 'utf8')).toBe(BRIEF);
});

test.each([
  ['without an origin', { origin: undefined }],
  ['without the header of the page', { 'x-briefpress-preview': undefined }],
  ['that a form could send', { 'content-type': 'text/plain' }],
])('refuses to write for a request %s', async (_name, lacking) => {
  const { folder, port, at, own } = await guarded();
  const headers = Object.fromEntries(
    Object.entries({ ...own, ...lacking }).filter((each): each is [string, string] => each[1] !== undefined),
  );
  const written = await send(port, { method: 'PUT', path: at('api/text'), headers, body: SAVE });
  expect(written.status).toBeGreaterThanOrEqual(403);
  expect(readFileSync(join(folder, 'visit.yaml'), 'utf8')).toBe(BRIEF);
});

test('answers no other site that asks whether it may', async () => {
  const { port, at, own } = await guarded();
  const headers = { host: own.host, origin: 'https://evil.example', 'access-control-request-method': 'PUT' };
  const answer = await send(port, { method: 'OPTIONS', path: at('api/text'), headers });
  expect(answer.status).toBe(403);
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test('gives nothing without the key, and says that the address is old', async () => {
  const { port, own } = await guarded();
  for (const path of ['/', '/api/state', '/x/api/state', '//api/state', '/x/', '/favicon.ico']) {
    const read = await send(port, { path, headers: { host: own.host } });
    expect(read.status, path).toBe(403);
    expect(JSON.parse(read.text)).toMatchObject({ refused: 'key' });
  }
  const seen = await send(port, { path: '/old/', headers: { host: own.host, 'sec-fetch-dest': 'document' } });
  expect(seen.text).toMatch(/^This address is of another preview/);
});

test('stands in no frame, fetches nothing from elsewhere, and runs no script but its own', async () => {
  const { port, at, own } = await guarded();
  const headers = { host: own.host, 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'iframe' };
  expect((await send(port, { path: at(''), headers })).status).toBe(403);
  const answer = await send(port, { path: at('api/state'), headers: { host: own.host } });
  const policy = String(answer.headers['content-security-policy']);
  for (const part of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"]) {
    expect(policy.split('; ')).toContain(part);
  }
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(answer.headers).toMatchObject({
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
});

// The absolute path is one of the test's own folder: where the guard fails, nothing else is overwritten.
test.each(['../secret.yaml', '%2e%2e/secret.yaml', '(absolute)', 'linked.yaml', 'inner/secret.yaml', ''])(
  'opens no file outside the folder of the brief: %s',
  async (way) => {
    const folder = folderWith({ 'secret.yaml': `${BRIEF}# secret\n` });
    const name = way === '(absolute)' ? join(folder, 'secret.yaml') : way;
    mkdirSync(join(folder, 'briefs'));
    writeFileSync(join(folder, 'briefs', 'visit.yaml'), BRIEF);
    symlinkSync(join(folder, 'secret.yaml'), join(folder, 'briefs', 'linked.yaml'));
    symlinkSync(folder, join(folder, 'briefs', 'inner'));
    const preview = await previewOf(folder, 'briefs/visit.yaml');
    await stateWhere(preview, isReady);
    const read = await ask(preview, `api/text?brief=${name}`);
    expect(read.status).toBeGreaterThanOrEqual(404);
    expect(await read.text()).not.toContain('# secret');
    await ask(preview, 'api/choose', { brief: decodeURIComponent(name) });
    const text = `${BRIEF}# written\n`;
    const written = await ask(preview, 'api/text', { brief: decodeURIComponent(name), base: BRIEF, text }, 'PUT');
    expect(written.status).toBeGreaterThanOrEqual(400);
    expect(readFileSync(join(folder, 'secret.yaml'), 'utf8')).toBe(`${BRIEF}# secret\n`);
  },
);

test('keeps no copy where a link leads out of the folder', async () => {
  const { folder, preview } = await guarded();
  const outside = folderWith({});
  symlinkSync(outside, join(folder, 'snapshots'));
  const bytes = Buffer.from('The minister said nothing.\n').toString('base64');
  const kept = { brief: 'visit.yaml', text: BRIEF, source: 'press', name: 'report.txt', bytes };
  const answer = (await (await ask(preview, 'api/keep', kept)).json()) as { isDone: boolean };
  expect(readdirSync(outside)).toEqual([]);
  expect(answer.isDone).toBe(false);
});

test('the key of one preview opens no other', async () => {
  const [one, other] = [await guarded(), await guarded()];
  const read = await send(other.port, { path: one.at('api/state'), headers: { host: other.own.host } });
  expect(read.status).toBe(403);
  expect(JSON.parse(read.text)).toMatchObject({ refused: 'key' });
  const confused = await send(other.port, { path: other.at('api/state'), headers: { host: one.own.host } });
  expect(confused.status).toBe(403);
});

test('says of a brief that is too large that it is, and goes on', async () => {
  const { folder, preview } = await guarded();
  writeFileSync(join(folder, 'visit.yaml'), `${BRIEF}#${'x'.repeat(11 * 1024 * 1024)}\n`);
  const failed = await stateWhere(preview, ({ build }) => build.status === 'failed');
  expect(failed.problems).toHaveLength(1);
  expect((await ask(preview, 'api/text?brief=visit.yaml')).status).toBe(422);
  writeFileSync(join(folder, 'visit.yaml'), BRIEF);
  await stateWhere(preview, isReady);
});

test('serves the files of its page and no others', async () => {
  const { port, at, own } = await guarded();
  for (const path of [
    '../../package.json',
    '..%2f..%2fpackage.json',
    '%2e%2e%2f%2e%2e%2fpackage.json',
    '..%5c..%5cpackage.json',
    '%252e%252e%252fpackage.json',
    '..%c0%af..%c0%afpackage.json',
    'fonts/..%2f..%2fpackage.json',
    'api/copies/..%2fvisit.yaml',
    'api/copies/%2e%2e%2f%2e%2e%2fpackage.json',
    'page.js%00.txt',
    'package.json',
    'visit.yaml',
    'api/../visit.yaml',
  ]) {
    const read = await send(port, { path: at(path), headers: { host: own.host } });
    expect(read.status, path).toBeGreaterThanOrEqual(403);
    expect(read.text).not.toContain('briefpress: 1');
  }
});

test('takes no template from the page that is not on its list', async () => {
  const { preview, folder } = await guarded();
  mkdirSync(join(folder, 'pack'));
  const state = (await (await ask(preview, 'api/choose', { template: './pack' })).json()) as { chosen: object };
  expect(state.chosen).toMatchObject({ template: null });
});

test('refuses a request that is too large, and one that is not as it should be', async () => {
  const { preview, port, at, own } = await guarded();
  const headers = { ...own, 'content-length': String(100 * 1024 * 1024) };
  const large = await send(port, { method: 'POST', path: at('api/edit'), headers }).catch(() => ({ status: 413 }));
  expect(large.status).toBe(413);
  for (const body of [null, [], 'x', { brief: 1 }, { brief: 'visit.yaml', text: BRIEF, changes: [{ op: 'run' }] }]) {
    expect((await ask(preview, 'api/edit', body)).status).toBe(400);
    expect((await ask(preview, 'api/text', body, 'PUT')).status).toBe(400);
  }
  expect((await ask(preview, 'api/choose', { brief: 1 })).status).toBe(400);
});

test('shows a hostile brief as text', async () => {
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)>';
  const text = BRIEF.replace('Somebody came.', JSON.stringify(hostile)).replace('"A visit"', JSON.stringify(hostile));
  const { preview } = await guarded({ 'visit.yaml': text });
  const { document } = preview.session.state;
  const memo = (await (await ask(preview, `api/documents/${document?.version}/memo`)).json()) as { tree: unknown };
  const types = new Set([...JSON.stringify(memo.tree).matchAll(/"type":"(\w+)"/g)].map(([, type]) => type));
  expect(types).toContain('text');
  expect(types).not.toContain('html');
  expect(JSON.stringify(memo.tree)).toContain('<script>');
  const files = await ask(preview, 'api/state');
  expect(files.headers.get('content-type')).toMatch(/^application\/json/);
});

test('listens on this computer alone', async () => {
  const { preview, folder } = await guarded();
  expect(new URL(preview.address).hostname).toBe('127.0.0.1');
  expect(existsSync(join(folder, 'visit.pdf'))).toBe(false);
});

test('compares the whole key', () => {
  const gate = { host: '127.0.0.1:1', key: 'secret' };
  const asked = (path: string) =>
    denialOf({ method: 'GET', path, header: (name) => (name === 'host' ? gate.host : undefined) }, gate);
  expect(asked('/secret/')).toBeNull();
  for (const path of ['/secre/', '/secret2/', '/', '', '/SECRET/', '/%73ecret/'])
    expect(asked(path)?.reason).toBe('key');
});
