import type { Entry, Ledger, LedgerKind } from '../ledger/ledger.js';

/** What becomes of a job; `not-sent` where the printer has got nothing. */
export type PrintState = 'printed' | 'refused' | 'cancelled' | 'unclear' | 'not-sent';
export type PrintEntry = Entry<PrintState>;
export type PrintRegister = Ledger<PrintState, 'printed'>;

export const PRINTED_COPIES: LedgerKind<PrintState, 'printed'> = {
  maker: 'briefpress print register 1',
  what: 'prints',
  code: 'print-register',
  states: ['printed', 'refused', 'cancelled', 'unclear', 'not-sent'],
  done: 'printed',
  columns: [
    ...(['reader', 'copy', 'edition', 'cut', 'language', 'marking', 'printer'] as const),
    ...(['state', 'begun', 'ended', 'sha256', 'answer'] as const),
  ],
};
