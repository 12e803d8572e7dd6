import type { Context, Hono } from 'hono';
import { changeText } from '../syntax/change.js';
import { formatOf } from '../syntax/format.js';
import { parseText } from '../syntax/parse.js';
import { bodyOf, refused } from './answers.js';
import { BriefTexts, type NotDone } from './brief-texts.js';
import { completionAt, sourcesIn } from './complete.js';
import { fieldOrder } from './field-order.js';
import { formSchema } from './form-schema.js';
import { KeptCopies } from './kept-copies.js';
import type { Problem } from './protocol.js';
import { readComplete, readEdit, readKeep, readQuote, readSave } from './requests.js';
import type { Session } from './session.js';

/** The answers to a person who writes. */
export function addEditing(app: Hono, session: Session): void {
  const texts = new BriefTexts(session);
  app.get('/:key/api/text', (context) => given(context, texts.read(context.req.query('brief') ?? '')));
  app.put('/:key/api/text', async (context) => {
    const request = readSave(await bodyOf(context));
    return request === null ? unfit(context) : given(context, texts.save(request));
  });
  app.post('/:key/api/edit', async (context) => {
    const request = readEdit(await bodyOf(context));
    if (request === null || !texts.isKnown(request.brief)) return unfit(context);
    const { brief, text, changes } = request;
    const changed = changeText(text, formatOf(brief), changes, { orderAt: fieldOrder });
    return context.json(texts.checked(brief, changed ?? text, changed !== null, changed === null ? [UNCHANGED] : []));
  });
  app.get('/:key/api/schema', (context) => context.json(formSchema()));
  app.post('/:key/api/complete', async (context) => {
    const request = readComplete(await bodyOf(context));
    if (request === null) return unfit(context);
    const { brief, text, offset } = request;
    const parsed = parseText(text, brief, formatOf(brief));
    return context.json(completionAt(text, offset, sourcesIn(parsed.ok ? parsed.value.value : null, text)));
  });
  addCopies(app, session, texts);
}

/** The answers about kept copies, and about what is quoted from them. */
function addCopies(app: Hono, session: Session, texts: BriefTexts): void {
  const copies = new KeptCopies(session, texts);
  app.get('/:key/api/copies', (context) => context.json(copies.list()));
  app.get('/:key/api/copies/:source', async (context) =>
    given(context, await copies.read(context.req.param('source'))),
  );
  app.post('/:key/api/keep', async (context) => {
    const request = readKeep(await bodyOf(context));
    return request === null || !texts.isKnown(request.brief)
      ? unfit(context)
      : given(context, await copies.keep(request));
  });
  app.post('/:key/api/quote', async (context) => {
    const request = readQuote(await bodyOf(context));
    return request === null || !texts.isKnown(request.brief)
      ? unfit(context)
      : given(context, await copies.quote(request));
  });
}

const UNCHANGED: Problem = {
  severity: 'error',
  code: 'file-unwritable',
  message: 'The text is written in a way that cannot be changed here without changing more than is meant.',
  hints: ['Change it in the text.'],
  file: null,
  isOfBrief: false,
  range: null,
  field: null,
};

const STATUS = { gone: 404, failed: 422, size: 413, invalid: 400, key: 403, origin: 403 } as const;

function given(context: Context, answer: object | NotDone): Response {
  if (!('refused' in answer)) return context.json(answer);
  const { refused: reason, message } = answer;
  return refused(context, STATUS[reason], reason, message);
}

function unfit(context: Context): Response {
  return refused(context, 400, 'invalid', 'The request is not as it should be.');
}
