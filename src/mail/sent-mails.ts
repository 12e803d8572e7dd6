import type { Entry, Ledger, LedgerKind } from '../ledger/ledger.js';
import type { Fate } from './mail-session.js';

/** What becomes of a mail for a reader; `not-sent` where nothing was handed over. */
export type MailState = Fate['kind'] | 'not-sent';
export type MailEntry = Entry<MailState>;
export type MailRegister = Ledger<MailState, 'sent'>;

export const SENT_MAILS: LedgerKind<MailState, 'sent'> = {
  maker: 'briefpress mail register 1',
  what: 'mails',
  code: 'mail-register',
  states: ['sent', 'refused', 'later', 'unclear', 'not-sent'],
  done: 'sent',
  columns: [
    ...(['reader', 'address', 'copy', 'edition', 'cut', 'language', 'marking'] as const),
    ...(['state', 'begun', 'ended', 'sha256', 'answer'] as const),
  ],
};
