import type { Context, Hono } from 'hono';
import { bytesOf, refused } from './answers.js';
import { changedOf, type MadeDocument, memoOf, spotsOf, withheldOf } from './made-document.js';
import type { Session } from './session.js';

/** The answers about a document that was made: its files, and what is in them. */
export function addDocuments(app: Hono, session: Session): void {
  const answer = (name: string, give: (context: Context, document: MadeDocument) => Response) => {
    app.get(`/:key/api/documents/:version/${name}`, (context) => {
      const document = session.document(context.req.param('version'));
      if (document === null) return refused(context, 410, 'gone', 'There is a newer document.');
      return give(context, document);
    });
  };
  answer('pdf', (context, { briefing }) => pdf(context, briefing.pdf));
  answer('memo', (context, document) => context.json(memoOf(document)));
  answer('withheld', (context, document) => context.json(withheldOf(document)));
  answer('changes', (context, document) => context.json(changedOf(document)));
  answer('spots', (context, document) => context.json(spotsOf(document)));
  answer('download.pdf', (context, { briefing }) => {
    context.header('content-disposition', attachment(`${briefing.name}.pdf`));
    return pdf(context, briefing.pdf);
  });
  answer('download.md', (context, { briefing }) => {
    context.header('content-disposition', attachment(`${briefing.name}.md`));
    return context.body(briefing.memo ?? '', 200, { 'content-type': 'text/markdown; charset=utf-8' });
  });
}

function pdf(context: Context, bytes: Uint8Array = new Uint8Array()): Response {
  return context.body(bytesOf(bytes), 200, { 'content-type': 'application/pdf' });
}

/** RFC 6266, with the name in every script (RFC 8187). */
function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
