import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.js';
import { type Item, isDue } from '../ledger/ledger.js';
import { serverWords } from './mail-server.js';
import { type Fate, MailSession, SessionError, type SessionSetting } from './mail-session.js';
import type { Mailbox } from './mailbox.js';
import { composeMessage, type Letter } from './message.js';
import type { MailEntry, MailRegister } from './sent-mails.js';

/** A letter, and those it goes to. */
export interface Consignment {
  readonly letter: Letter & { readonly from: Mailbox };
  readonly sha256: string;
  readonly marking: string | null;
  readonly recipients: readonly Recipient[];
}

export interface Recipient {
  readonly item: Item;
  /** For people: the name, or the address. */
  readonly reader: string;
  /** The field of the brief that names the reader, for messages. */
  readonly field: string | null;
}

export interface Sending {
  readonly register: MailRegister;
  readonly session: SessionSetting;
  /** Send it also to those who have, or may have, got it. */
  readonly again: boolean;
  now(): Date;
}

/** What became of it all. */
export interface Sent {
  readonly entries: readonly MailEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Hands letters to a mail server, one after the other. Each recipient stands in the register before a letter is handed
 * over, and what became of it afterwards. Where the server cannot be reached, the rest stays unsent.
 */
export async function sendLetters(consignments: readonly Consignment[], sending: Sending): Promise<Sent> {
  const line = new Line(sending);
  const entries: MailEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, consignment] of consignments.entries()) {
    const { claimed, problems } = claim(consignment, sending);
    diagnostics.push(...problems);
    const posted = claimed.length === 0 ? null : await line.post(consignment, claimed);
    for (const { item, field } of claimed) {
      const fate = posted instanceof Map ? posted.get(item.address) : undefined;
      const state = fate?.kind ?? 'not-sent';
      const ended = sending.now().toISOString();
      const answer = fate?.answer ?? (posted instanceof SessionError ? posted.message : '');
      diagnostics.push(...sending.register.end(item, { state, ended, answer }).diagnostics);
      const entry = sending.register.last(item);
      if (entry !== null) entries.push(entry);
      if (fate !== undefined) diagnostics.push(...problemOf(fate, item, field));
    }
    if (posted instanceof SessionError) {
      const rest = consignments.slice(index + 1).length;
      diagnostics.push(unreachable(posted, sending.session, rest > 0));
      break;
    }
    // Whoever cannot write the register down must not send any further.
    if (diagnostics.some(({ code }) => code.startsWith('file-'))) break;
  }
  line.close();
  diagnostics.push(...sending.register.writeList().diagnostics);
  return { entries, diagnostics };
}

function claim({ recipients, sha256, marking }: Consignment, { register, again, now }: Sending) {
  const claimed: Recipient[] = [];
  const problems: Diagnostic[] = [];
  for (const recipient of recipients) {
    const { item, reader, field } = recipient;
    if (!isDue(register.standing(item, sha256), again)) continue;
    const begun = register.begin({ ...item, reader, marking, sha256, begun: now().toISOString() });
    problems.push(...begun.diagnostics);
    if (!begun.ok) break;
    if (begun.value) claimed.push(recipient);
    else problems.push(unclear(item, field, 'another run has begun to send it'));
  }
  return { claimed, problems };
}

/** A connection that is opened when it is needed, and once more where it breaks between two letters. */
class Line {
  #session: MailSession | null = null;

  constructor(private readonly sending: Sending) {}

  async post(
    { letter }: Consignment,
    recipients: readonly Recipient[],
  ): Promise<ReadonlyMap<string, Fate> | SessionError> {
    const date = this.sending.now().toISOString();
    const message = await composeMessage(letter, { date, isDraft: false });
    const to = recipients.map(({ item }) => item.address);
    for (let attempt = 1; ; attempt++) {
      const wasOpen = this.#session !== null;
      try {
        this.#session ??= await MailSession.open(this.sending.session);
        return await this.#session.send({ from: letter.from.address, to, message });
      } catch (fault) {
        if (!(fault instanceof SessionError)) throw fault;
        this.close();
        if (attempt > 1 || !wasOpen || !fault.mayPass) return fault;
      }
    }
  }

  close(): void {
    this.#session?.close();
    this.#session = null;
  }
}

function problemOf({ kind, answer }: Fate, item: Item, field: string | null): readonly Diagnostic[] {
  switch (kind) {
    case 'sent':
      return [];
    case 'refused':
      return [
        error('mail-refused', `The server does not take mail for ${item.address}: ${answer}`, {
          at: at(field),
          hints: ['Correct the address, and send again: the others do not get it twice.'],
        }),
      ];
    case 'later':
      return [
        error('mail-later', `The server wants to be asked again later about ${item.address}: ${answer}`, {
          hints: ['Give the same command in some minutes: the others do not get it twice.'],
        }),
      ];
    case 'unclear':
      return [unclear(item, field, answer)];
  }
}

export function unclear({ address }: Item, field: string | null, why: string): Diagnostic {
  return error('mail-unclear', `Whether ${address} has got it is not known: ${why}.`, {
    at: at(field),
    hints: ['Ask the reader, or the log of the server. It is sent once more only with --again.'],
  });
}

export function earlier({ address, edition }: Item, last: MailEntry): Diagnostic {
  const day = (last.ended ?? last.begun).slice(0, 10);
  return warning('mail-earlier', `${address} has got edition ${edition} on ${day}, when it said something else.`, {
    hints: ['Give the brief a new `edition`, or send this one once more with --again.'],
  });
}

function unreachable({ message }: SessionError, { server }: SessionSetting, isMore: boolean): Diagnostic {
  const rest = isMore ? ' Nothing more was sent.' : '';
  return error('mail-server', `The mail server ${serverWords(server)} took nothing: ${message}.${rest}`, {
    hints: ['Give the same command again when it works: nobody gets it twice.'],
  });
}

function at(field: string | null): string | undefined {
  return field ?? undefined;
}
