import { readMailServer, serverWords } from '../../../mail/mail-server.js';
import { MailSession, SessionError, type TimeLimits } from '../../../mail/mail-session.js';
import { readMailbox } from '../../../mail/mailbox.js';
import type { TimeLimits as PrinterLimits } from '../../../printer/ipp-exchange.js';
import { abilityWords, askAbilities } from '../../../printer/printer-abilities.js';
import { printerWords, readPrinter } from '../../../printer/printer-address.js';
import type { Workspace } from '../../../workspace/workspace.js';
import { MAIL_PASSWORD } from '../../settings.js';
import { broken, type Finding, fromProblems, missing, works } from './finding.js';

/** Asks the printer what it can do; nothing is printed. */
export async function lookAtPrinter(
  written: string | undefined,
  limits: PrinterLimits,
  { env }: Pick<Workspace, 'env'>,
): Promise<Finding> {
  const about = 'Printer';
  if (written === undefined) {
    const todo = 'Give --printer, or put `printer: ipp://printer.example.org/ipp/print` into briefpress.config.yaml.';
    return missing(about, 'none is named', todo);
  }
  const printer = readPrinter(written, env);
  if (!printer.ok) return fromProblems(about, printer);
  const abilities = await askAbilities(printer.value, limits);
  if (!abilities.ok) return fromProblems(about, abilities);
  const { formats, acceptsJobs, troubles } = abilities.value;
  const says = `${printerWords(printer.value)}: ${abilityWords(abilities.value)}`;
  if (!formats.includes('application/pdf')) {
    const todo = 'Set it up as a printer of this computer, which turns PDF into what it takes, and give that name.';
    return broken(about, `${says}; it does not print PDF`, todo);
  }
  if (!acceptsJobs || troubles.length > 0) return broken(about, says, 'Look after the printer.');
  return works(about, says);
}

/** Connects, encrypts, and logs in where the password is in the environment; nothing is sent. */
export async function lookAtMail(
  { smtp, from }: { readonly smtp: string | undefined; readonly from: string | undefined },
  { env }: Workspace,
  limits: TimeLimits,
): Promise<Finding> {
  const about = 'Mail';
  if (smtp === undefined) {
    const todo =
      'Drafts need none. To send, give --smtp, or put `smtp: smtps://user@host` into briefpress.config.yaml.';
    return missing(about, 'no server is named', todo);
  }
  if (from !== undefined && readMailbox(from) === null) {
    return broken(about, '`mailFrom` in the configuration is not an e-mail address', 'Write desk@example.org.');
  }
  const server = readMailServer(smtp);
  if (!server.ok) return fromProblems(about, server);
  const { user, needsTls } = server.value;
  const password = env[MAIL_PASSWORD];
  const login = user !== null && password ? { user, password } : null;
  try {
    const session = await MailSession.open({ server: server.value, login, limits });
    session.close();
  } catch (fault) {
    if (!(fault instanceof SessionError)) throw fault;
    return broken(
      about,
      `the server ${serverWords(server.value)} cannot be used: ${fault.message}`,
      'Correct --smtp or `smtp`, the certificate, or the password.',
    );
  }
  const how = needsTls ? 'encrypted' : 'this computer';
  const who =
    user === null
      ? 'without a login'
      : login === null
        ? `${MAIL_PASSWORD} is not set, so the password is asked for`
        : `${user} may log in`;
  return works(about, `${serverWords(server.value)} answers, ${how}; ${who}`);
}
