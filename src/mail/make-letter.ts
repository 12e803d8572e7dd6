/** Finished documents and a mailing → the letter that brings them. */
import type { LoadedBrief } from '../brief/brief.js';
import type { Briefing } from '../briefing/choices.js';
import type { MailText } from '../briefing/mail-text.js';
import { pictureType } from '../briefing/picture-types.js';
import { readerName, readerOf } from '../delivery/plan.js';
import { failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import { proveEdition } from '../proof/prove.js';
import { isRedacted } from '../redaction/redact-brief.js';
import { attachmentName } from './attachment-name.js';
import { headName, type Mailbox, readMailbox } from './mailbox.js';
import { type Mailing, notAnAddress } from './mailings.js';
import type { Attached, Letter } from './message.js';

export interface Enclosed {
  /** The brief that the documents were made of: the whole one, or what an edition keeps. */
  readonly loaded: LoadedBrief;
  readonly briefing: Briefing & { readonly mail: MailText };
  /** The PDF of a numbered copy, which goes without anything else; null for the document itself. */
  readonly copy: Attached | null;
  /** From the command line. */
  readonly from: Mailbox | null;
}

/**
 * The letter, with the PDF and whatever else was made. Of an edition for other readers, its head and the names in it are
 * searched as the documents were. Errors: `mail-address`, `edition-leak`.
 */
export function makeLetter(mailing: Mailing, { loaded, briefing, copy, from }: Enclosed): Outcome<Letter> {
  const sender = from === null ? senderOf(loaded, mailing.language) : success(from);
  if (!sender.ok) return sender;
  const { subject, text, html } = briefing.mail;
  const listed = (kind: 'to' | 'cc') =>
    mailing.addressees.filter((each) => each.kind === kind).map(({ mailbox }) => mailbox);
  const letter: Letter = {
    from: sender.value,
    to: listed('to'),
    cc: listed('cc'),
    subject,
    language: briefing.language,
    text,
    html,
    attachments: copy === null ? attachmentsOf(briefing) : [copy],
  };
  return proveHead(letter, mailing, loaded);
}

/** Who writes, where the brief gives an address. */
function senderOf({ brief }: LoadedBrief, language: string): Outcome<Mailbox | null> {
  const { from } = brief;
  if (from?.email === undefined) return success(null);
  const mailbox = readMailbox(from.email);
  if (mailbox === null) return failure([notAnAddress(from.email, 'from.email')]);
  return success({ name: headName(readerName(readerOf(from, language, brief))), address: mailbox.address });
}

function attachmentsOf({ name, pdf, memo, pictures }: Briefing): readonly Attached[] {
  const encode = (text: string) => new TextEncoder().encode(text);
  return [
    ...(pdf ? [{ name: `${name}.pdf`, mediaType: 'application/pdf', bytes: pdf }] : []),
    ...(memo ? [{ name: `${name}.md`, mediaType: 'text/markdown; charset=utf-8', bytes: encode(memo) }] : []),
    ...pictures.map((picture) => ({ ...picture, mediaType: pictureType(picture.name) })),
  ].map((each) => ({ ...each, name: attachmentName(each.name) }));
}

/**
 * Subject, names of files, and the names that somebody gave by hand: those of the brief were given to this edition there.
 * Addresses are chosen by whoever sends.
 */
function proveHead(letter: Letter, { addressees }: Mailing, loaded: LoadedBrief): Outcome<Letter> {
  if (!isRedacted(loaded)) return success(letter);
  const names = addressees.flatMap(({ field, mailbox }) => (field === null ? (mailbox.name ?? []) : []));
  const lines = [letter.subject, ...names, ...letter.attachments.map(({ name }) => name)];
  const proved = proveEdition({
    edition: loaded.redaction.name,
    files: [{ name: 'mail-head.txt', bytes: new TextEncoder().encode(lines.join('\n')) }],
    withheld: loaded.withheld,
    allowed: loaded.shown,
  });
  if (proved.ok) return success(letter);
  return failure(
    proved.diagnostics.map((each) =>
      each.field === undefined ? each : { ...each, place: loaded.placeOfWithheld(each.field) },
    ),
  );
}
