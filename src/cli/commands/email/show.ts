import { tableOf } from '../../../delivery/plan-table.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { diagnosticRecord } from '../../../diagnostics/printers/json.js';
import { sha256Of } from '../../../digest/sha256.js';
import type { Standing } from '../../../ledger/ledger.js';
import { mailboxWords } from '../../../mail/mailbox.js';
import type { Addressee } from '../../../mail/mailings.js';
import { countOf } from '../../words.js';
import type { Mail } from './make-mails.js';

/** What is known of a recipient besides the mail. */
export interface Shown {
  /** What the register says; null for drafts. */
  readonly standing: Standing<'sent'> | null;
  readonly state: string | null;
  readonly answer: string | null;
}

export type ShowRecipient = (mail: Mail, addressee: Addressee) => Shown;

export const AS_DRAFT: ShowRecipient = () => ({ standing: null, state: null, answer: null });

const STANDINGS: Readonly<Record<Standing<'sent'>, string>> = {
  new: 'to be sent',
  again: 'to be sent; it failed before',
  sent: 'has it',
  earlier: 'has got it when it said something else',
  unclear: 'may have it',
};

/** Who gets what, one line a reader. */
export function mailTable(mails: readonly Mail[], show: ShowRecipient): string {
  const rows = mails.flatMap((mail) => {
    const { mailing, letter } = mail;
    const { copy, edition, language, addressees } = mailing;
    const what = [
      copy === null ? '–' : `${copy.copy.number} of ${copy.copy.of}`,
      edition ?? 'whole brief',
      language,
      mail.marking === null ? '–' : `TLP:${mail.marking}`,
      letter.attachments.map(({ name }) => name).join(', '),
    ];
    if (addressees.length === 0) return [['–', ...what, '']];
    return addressees.map((each) => {
      const { standing } = show(mail, each);
      const cc = each.kind === 'cc' ? ' (cc)' : '';
      return [mailboxWords(each.mailbox) + cc, ...what, standing === null ? '' : STANDINGS[standing]];
    });
  });
  const head = ['Reader', 'Copy', 'Edition', 'Language', 'Marking', 'Attached', ''];
  return rows.length === 0 ? '' : tableOf([head, ...rows]);
}

/** `output/visit.eml: TLP:AMBER – A visit, to 2 readers, with visit.pdf (4 pages)` */
export function draftLine({ letter, mailing, pages }: Mail, path: string): string {
  const { length } = mailing.addressees;
  const to =
    length === 0 ? 'to nobody yet' : length === 1 ? `to ${mailing.addressees[0]?.reader}` : `to ${length} readers`;
  const [pdf, ...others] = letter.attachments.map(({ name }) => name);
  return `${path}: ${letter.subject}, ${to}, with ${[`${pdf} (${countOf(pages, 'page')})`, ...others].join(', ')}\n`;
}

/** `--json`: each mail with its readers, files and their hashes. */
export function mailJson(
  mails: readonly (Mail & { readonly path: string | null })[],
  diagnostics: readonly Diagnostic[],
  show: ShowRecipient,
): string {
  const records = mails.map((mail) => ({
    file: mail.path,
    subject: mail.letter.subject,
    from: mail.letter.from === null ? null : mailboxWords(mail.letter.from),
    copy: mail.mailing.copy?.copy.number ?? null,
    edition: mail.mailing.edition,
    language: mail.mailing.language,
    marking: mail.marking,
    readers: mail.mailing.addressees.map((each) => ({
      ...each.mailbox,
      kind: each.kind,
      field: each.field,
      ...show(mail, each),
    })),
    attachments: mail.letter.attachments.map(({ name, bytes }) => ({
      name,
      bytes: bytes.length,
      sha256: sha256Of(bytes),
    })),
  }));
  return `${JSON.stringify({ mails: records, diagnostics: diagnostics.map(diagnosticRecord) }, null, 2)}\n`;
}
