import type { Context, Hono } from 'hono';
import { bytesOf, refused } from './answers.js';
import type { DocumentParts } from './document-job.js';
import type { ShownDocument } from './made-documents.js';
import type { Session } from './session.js';

/** The answers about a document that was made: its files, and what is in them. */
export function addDocuments(app: Hono, session: Session): void {
  const answer = (name: string, give: (context: Context, document: ShownDocument) => Response | Promise<Response>) => {
    app.get(`/:key/api/documents/:version/${name}`, (context) => {
      const document = session.document(context.req.param('version'));
      return document === null ? gone(context) : give(context, document);
    });
  };
  const part = (name: keyof DocumentParts) =>
    answer(name, async (context, { parts }) => {
      const json = (await parts.get())[name];
      return context.body(json, 200, { 'content-type': 'application/json' });
    });
  app.get('/:key/api/documents/:version/pdf', async (context) => {
    const bytes = await session.pdf(context.req.param('version'));
    return bytes === null ? gone(context) : pdf(context, bytes);
  });
  part('memo');
  part('withheld');
  part('changes');
  part('spots');
  answer('download.pdf', (context, document) => {
    context.header('content-disposition', attachment(document.state.pdfName));
    return pdf(context, document.pdf);
  });
  answer('download.md', (context, { memo, state }) => {
    context.header('content-disposition', attachment(state.memoName));
    return context.body(memo, 200, { 'content-type': 'text/markdown; charset=utf-8' });
  });
}

function gone(context: Context): Response {
  return refused(context, 410, 'gone', 'There is a newer document.');
}

function pdf(context: Context, bytes: Uint8Array): Response {
  return context.body(bytesOf(bytes), 200, { 'content-type': 'application/pdf' });
}

/** RFC 6266, with the name in every script (RFC 8187). */
function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
