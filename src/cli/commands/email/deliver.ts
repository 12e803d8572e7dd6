import type { LoadedBrief } from '../../../brief/brief.js';
import { type Diagnostic, error, failure, type Outcome, placedBy, success } from '../../../diagnostics/diagnostic.js';
import { isDue, Ledger } from '../../../ledger/ledger.js';
import { type Login, type MailServer, readMailServer, serverWords } from '../../../mail/mail-server.js';
import { USUAL_LIMITS } from '../../../mail/mail-session.js';
import type { Addressee } from '../../../mail/mailings.js';
import { letterHash } from '../../../mail/message.js';
import { type Consignment, earlier, type Recipient, sendLetters, unclear } from '../../../mail/send-letters.js';
import { type MailEntry, type MailRegister, SENT_MAILS } from '../../../mail/sent-mails.js';
import type { CommandContext } from '../../context.js';
import type { EmailOptions } from '../../options.js';
import { MAIL_PASSWORD } from '../../settings.js';
import { countOf } from '../../words.js';
import type { Mail } from './make-mails.js';
import { AS_DRAFT, mailTable, type ShowRecipient } from './show.js';

export interface Delivering {
  readonly options: EmailOptions;
  readonly context: CommandContext;
  readonly whole: LoadedBrief;
  /** The folder of the register's folder. */
  readonly output: string;
  /** The mail server's address, from the command line or the configuration. */
  readonly smtp: string | undefined;
  /** What has to be written before anything is sent. */
  before(): Outcome<unknown>;
}

export interface Delivered {
  readonly diagnostics: readonly Diagnostic[];
  readonly show: ShowRecipient;
  /** The last line for people; null where the problems say it all. */
  readonly last: string | null;
}

/** Shows who gets what, asks, sends, and keeps the register. */
export async function deliver(mails: readonly Mail[], delivering: Delivering): Promise<Delivered> {
  const { options, context, whole, output } = delivering;
  const { workspace, streams } = context;
  const nothing = (
    diagnostics: readonly Diagnostic[],
    last: string | null = null,
    show: ShowRecipient = AS_DRAFT,
  ): Delivered => ({
    diagnostics: placedBy(whole.placeOf, diagnostics),
    show,
    last,
  });
  const parcels = parcelsOf(mails, whole);
  const server = delivering.smtp === undefined ? failure([noServer()]) : readMailServer(delivering.smtp);
  const register = Ledger.read(SENT_MAILS, workspace.resolve(output, `${whole.id}.sent`), workspace);
  if (!parcels.ok || !server.ok || !register.ok) {
    return nothing([...parcels.diagnostics, ...server.diagnostics, ...register.diagnostics]);
  }
  const show = showWith(parcels.value, register.value);
  const again = options.again === true;
  const left = parcels.value.flatMap((parcel) => standingProblems(parcel, register.value, again));
  const due = parcels.value.flatMap(({ recipients, sha256 }) =>
    recipients.filter((each) => isDue(register.value.standing(each.item, sha256), again)),
  ).length;
  if (!options.json) streams.stdout.write(mailTable(mails, show));
  if (due === 0) return nothing(left, left.length === 0 ? 'Everyone has it; nothing was sent.\n' : null, show);
  if (options.dryRun)
    return nothing(left, `${countOf(due, 'mail')} would be sent by ${serverWords(server.value)}.\n`, show);
  const allowed = await permission(due, server.value, delivering);
  if (allowed !== null) return nothing([...left, ...allowed], 'Nothing was sent.\n', show);
  const login = await loginFor(server.value, context);
  if (!login.ok) return nothing([...left, ...login.diagnostics], null, show);
  const written = delivering.before();
  if (!written.ok) return nothing([...left, ...written.diagnostics], 'Nothing was sent.\n', show);
  const sent = await sendLetters(parcels.value, {
    register: register.value,
    session: { server: server.value, login: login.value, limits: USUAL_LIMITS },
    again,
    now: () => workspace.now(),
  });
  const count = sent.entries.filter(({ state }) => state === 'sent').length;
  const last = `Sent to ${count} of ${countOf(due, 'reader')}. The register is ${workspace.name(register.value.folder)}.\n`;
  return nothing([...left, ...sent.diagnostics], last, show);
}

interface Parcel extends Consignment {
  readonly mail: Mail;
}

function parcelsOf(mails: readonly Mail[], { brief }: LoadedBrief): Outcome<readonly Parcel[]> {
  const parcels: Parcel[] = [];
  for (const mail of mails) {
    const { letter, mailing, marking } = mail;
    if (letter.from === null) return failure([noSender()]);
    const { edition: cut, language, copy, addressees } = mailing;
    const recipients = addressees.map(({ mailbox, reader, field }): Recipient => {
      const { address } = mailbox;
      return {
        item: { edition: brief.edition ?? 1, cut, language, copy: copy?.copy.number ?? null, address },
        reader,
        field,
      };
    });
    parcels.push({ mail, letter: { ...letter, from: letter.from }, sha256: letterHash(letter), marking, recipients });
  }
  return success(parcels);
}

function showWith(parcels: readonly Parcel[], register: MailRegister): ShowRecipient {
  const recipientOf = (mail: Mail, { mailbox }: Addressee) => {
    const parcel = parcels.find((each) => each.mail === mail || each.mail.letter === mail.letter);
    const recipient = parcel?.recipients.find(({ item }) => item.address === mailbox.address);
    return parcel && recipient ? { parcel, recipient } : null;
  };
  return (mail, addressee) => {
    const found = recipientOf(mail, addressee);
    if (found === null) return AS_DRAFT(mail, addressee);
    const last: MailEntry | null = register.last(found.recipient.item);
    const standing = register.standing(found.recipient.item, found.parcel.sha256);
    return { standing, state: last?.state ?? null, answer: last?.answer ?? null };
  };
}

/** What is not sent, since it has been or may have been: said each time. */
function standingProblems(
  { recipients, sha256 }: Parcel,
  register: MailRegister,
  again: boolean,
): readonly Diagnostic[] {
  if (again) return [];
  return recipients.flatMap((recipient) => {
    const { item, field } = recipient;
    const last = register.last(item);
    const standing = register.standing(item, sha256);
    if (last === null) return [];
    if (standing === 'earlier') return [earlier(item, last)];
    if (standing !== 'unclear') return [];
    const why =
      last.state === 'begun' ? `sending it was begun at ${last.begun}, and how it ended was not recorded` : last.answer;
    return [unclear(item, field, why)];
  });
}

/** Null where it may be sent. */
async function permission(
  due: number,
  server: MailServer,
  { options, context }: Delivering,
): Promise<readonly Diagnostic[] | null> {
  if (options.yes) return null;
  const question = `Send ${countOf(due, 'mail')} by ${serverWords(server)}? [y/N] `;
  const answer = (await context.streams.ask?.(question)) ?? null;
  if (answer === null)
    return [
      error('mail-server', 'There is nobody here to ask whether to send.', {
        hints: ['Look at who gets what with --dry-run, then add --yes.'],
      }),
    ];
  return /^\s*y(?:es)?\s*$/i.test(answer) ? null : [];
}

async function loginFor(
  { user, host }: MailServer,
  { workspace, streams }: CommandContext,
): Promise<Outcome<Login | null>> {
  if (user === null) return success(null);
  const password =
    workspace.env[MAIL_PASSWORD] || (await streams.ask?.(`Password of ${user} at ${host}: `, true)) || null;
  if (password !== null) return success({ user, password });
  return failure([
    error('mail-server', `There is no password for ${user}, and nobody here to ask for it.`, {
      hints: [`Put it into ${MAIL_PASSWORD}, which no other user sees.`],
    }),
  ]);
}

function noServer(): Diagnostic {
  return error('mail-server', 'Nothing says which mail server to use.', {
    hints: ['Add --smtp smtps://user@host, or `smtp` in briefpress.config.yaml; never with the password.'],
  });
}

function noSender(): Diagnostic {
  return error('mail-sender', 'Nothing says from whom the mail is.', {
    at: 'from',
    hints: ['Add --from desk@example.org, or `email` in `from` of the brief, or of `overrides` of the edition.'],
  });
}
