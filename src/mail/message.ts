import MailComposer from 'nodemailer/lib/mail-composer';
import { sha256Of } from '../digest/sha256.js';
import { attachmentName } from './attachment-name.js';
import { headName, type Mailbox } from './mailbox.js';

/** A mail before it is written out. */
export interface Letter {
  /** Null in a draft that the sender's mail program is to fill in. */
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  /** BCP 47. */
  readonly language: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attached[];
}

export interface Attached {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface Dispatch {
  /** ISO 8601 with offset. */
  readonly date: string;
  /** Opened by a mail program, it is a mail to be sent, and not one that came in. */
  readonly isDraft: boolean;
}

/**
 * A mail as a file (RFC 5322): text and HTML as alternatives, then the attachments, under names that every mail program
 * reads (RFC 2231, and RFC 2047 for old ones). The same letter gives the same bytes: what tells it from others is made
 * from its content.
 */
export async function composeMessage(letter: Letter, { date, isDraft }: Dispatch): Promise<Uint8Array> {
  const { from, to, cc, subject, text, html, language } = letter;
  const mark = letterHash(letter).slice(0, 32);
  const domain = from?.address.split('@').at(-1) ?? 'briefpress.invalid';
  const composer = new MailComposer({
    ...(from && { from: mailboxOf(from) }),
    to: to.map(mailboxOf),
    cc: cc.map(mailboxOf),
    subject,
    text,
    html,
    date: new Date(date),
    messageId: `<${mark}@${domain}>`,
    headers: [
      { key: 'Content-Language', value: language },
      ...(isDraft ? [DRAFT, { key: 'X-Mailer', value: 'Briefpress' }] : []),
    ],
    attachments: letter.attachments.map((each) => ({
      filename: attachmentName(each.name),
      content: each.bytes as Buffer,
      contentType: each.mediaType,
      contentDisposition: 'attachment',
      contentTransferEncoding: 'base64',
    })),
    baseBoundary: mark,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** What Outlook and other programs know a draft by. */
const DRAFT = { key: 'X-Unsent', value: '1' };

function mailboxOf({ name, address }: Mailbox) {
  return { name: headName(name) ?? '', address };
}

/** The SHA-256 of all that a reader gets, whenever it is sent. */
export function letterHash(letter: Letter): string {
  const attachments = letter.attachments.map(({ name, mediaType, bytes }) => [name, mediaType, sha256Of(bytes)]);
  return sha256Of(new TextEncoder().encode(JSON.stringify({ ...letter, attachments })));
}
