import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { bodyOf, bytesOf, refused } from './answers.js';
import { addDocuments } from './document-answers.js';
import { addEditing } from './editing-answers.js';
import { ANSWER_HEADERS, contentPolicy, denialOf, type Gatekeeping } from './guard.js';
import { fontFile, type PageFile } from './page-files.js';
import type { RefusalReason, State } from './protocol.js';
import { readChoice, readNewBrief } from './requests.js';
import type { Session } from './session.js';

/** Bytes of a request: a brief of 10 MB, or a kept copy of 20 MB in base64. */
const TEXT_LIMIT = 24 * 1024 * 1024;
const FILE_LIMIT = 42 * 1024 * 1024;

/** Milliseconds between two signs of life, so that a page notices a connection that has died. */
const HEARTBEAT = 15_000;

/** What a preview answers, until `ending`. `gate.host` is filled in when the port is known. */
export function createApp(
  session: Session,
  gate: Gatekeeping,
  files: ReadonlyMap<string, PageFile>,
  ending: AbortSignal,
): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(ANSWER_HEADERS)) context.header(name, value);
    context.header('content-security-policy', contentPolicy(''));
    const { method, path } = context.req;
    const denial = denialOf({ method, path, header: (name) => context.req.header(name) }, gate);
    if (denial !== null) return denied(context, denial.reason, denial.message);
    return next();
  });
  const limited = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (context) => refused(context, 413, 'size', 'The request is too large.') });
  app.use('/:key/api/keep', limited(FILE_LIMIT));
  app.use('/:key/api/*', (context, next) =>
    context.req.path.endsWith('/api/keep') ? next() : limited(TEXT_LIMIT)(context, next),
  );
  app.get('/:key', (context) => context.redirect(`${context.req.path}/`));
  app.get('/:key/', (context) => page(context, files));
  app.get('/:key/api/state', (context) => context.json(session.state));
  app.get('/:key/api/events', (context) => events(context, session, ending));
  app.post('/:key/api/choose', async (context) => {
    const choice = readChoice(await bodyOf(context));
    if (choice === null) return refused(context, 400, 'invalid', 'This is not a choice.');
    const state = await session.choose(choice);
    return state === null ? refused(context, 404, 'gone', 'There is no such brief.') : context.json(state);
  });
  app.post('/:key/api/begin', async (context) => {
    const wanted = readNewBrief(await bodyOf(context));
    if (wanted === null) return refused(context, 400, 'invalid', 'This is not a name and a type of a brief.');
    const begun = await session.begin(wanted);
    return begun.ok
      ? context.json(begun.value)
      : refused(context, 422, 'failed', begun.diagnostics.map(({ message }) => message).join(' '));
  });
  addDocuments(app, session);
  addEditing(app, session);
  app.get('/:key/fonts/:name', (context) => served(context, fontFile(context.req.param('name'))));
  app.get('/:key/:name', (context) => served(context, files.get(context.req.param('name'))));
  app.notFound((context) => refused(context, 404, 'gone', 'There is nothing here.'));
  app.onError((fault, context) => refused(context, 500, 'failed', String(fault.message)));
  return app;
}

function served(context: Context, file: PageFile | undefined): Response {
  if (file === undefined) return refused(context, 404, 'gone', 'There is nothing here.');
  return context.body(bytesOf(file.bytes), 200, { 'content-type': file.type });
}

function page(context: Context, files: ReadonlyMap<string, PageFile>): Response {
  const file = files.get('index.html');
  if (file === undefined) return refused(context, 500, 'failed', 'The page is not part of this build of Briefpress.');
  const nonce = randomBytes(16).toString('base64');
  context.header('content-security-policy', contentPolicy(nonce));
  return context.html(new TextDecoder().decode(file.bytes).replaceAll('__NONCE__', nonce));
}

/** The state at once, and whenever it changes; and the end. */
function events(context: Context, session: Session, ending: AbortSignal): Response {
  return streamSSE(context, async (stream) => {
    let latest: State | null = session.state;
    let wake = () => {};
    const end = session.subscribe((state) => {
      latest = state;
      wake();
    });
    const woken = () => wake();
    stream.onAbort(woken);
    ending.addEventListener('abort', woken);
    const isOver = () => stream.aborted || ending.aborted;
    while (!isOver()) {
      const state: State | null = latest;
      latest = null;
      if (state !== null) await stream.writeSSE({ event: 'state', data: JSON.stringify(state) });
      else await stream.writeSSE({ event: 'alive', data: '' });
      if (latest !== null || isOver()) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, HEARTBEAT);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    end();
    ending.removeEventListener('abort', woken);
    if (!stream.aborted) await stream.writeSSE({ event: 'end', data: '' });
  });
}

/** Who follows an old address sees a sentence, and a program a `Refusal`. */
function denied(context: Context, reason: RefusalReason, message: string): Response {
  const isPerson = reason === 'key' && context.req.header('sec-fetch-dest') === 'document';
  if (isPerson) return context.text(`${message}\n`, 403);
  return refused(context, reason === 'invalid' ? 415 : 403, reason, message);
}
