import { error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';

/** Where mail is handed in, and how. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte (`smtps`), or after STARTTLS. */
  readonly isSecure: boolean;
  /** Whether nothing may be said before the connection is encrypted: always, but to this machine. */
  readonly needsTls: boolean;
  /** Who logs in; null where the server asks nobody. */
  readonly user: string | null;
}

export interface Login {
  readonly user: string;
  readonly password: string;
}

/** Submission (RFC 6409) and submission over TLS (RFC 8314). */
const PORTS = { smtp: 587, smtps: 465 } as const;
const HINT = 'Write smtps://user@host or smtp://user@host:587, without the password.';

/**
 * `smtps://user@host:465` or `smtp://user@host:587`. A password in it is refused, since arguments are seen by everyone on
 * the machine and are kept in histories; and no message repeats what was written, which may hold one. Error: `mail-server`.
 */
export function readMailServer(written: string): Outcome<MailServer> {
  const scheme = /^(smtps?):\/\//i.exec(written)?.[1]?.toLowerCase() as keyof typeof PORTS | undefined;
  // Of a scheme that it knows, such as `https:`, the standard tells the parts apart.
  const address = written.trim().replace(/^smtps?:/i, 'https:');
  if (scheme === undefined || !URL.canParse(address))
    return wrong('What --smtp has is not the address of a mail server.');
  const { hostname, port, username, password, pathname, search, hash } = new URL(address);
  if (password !== '' || username.includes(':') || decoded(username)?.includes(':'))
    return wrong(PASSWORD, PASSWORD_HINT);
  if (pathname !== '/' || search !== '' || hash !== '') return wrong('What --smtp has goes on after the port.');
  const user = decoded(username);
  // `@` in a name is written %40: an address with several is more likely to hold a password.
  if (user === null || (written.match(/@/g) ?? []).length > 1)
    return wrong('The name in --smtp is not written as it must be.', AT_HINT);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return success({
    host,
    // 443 is what the standard leaves out of such an address.
    port: port === '' ? (portOf(written) ?? PORTS[scheme]) : Number(port),
    isSecure: scheme === 'smtps',
    needsTls: !isThisMachine(host),
    user: user === '' ? null : user,
  });
}

const PASSWORD =
  '--smtp has a password in it, which everyone on this machine can see and the history of the shell keeps.';
const PASSWORD_HINT =
  'Change that password. Leave it out here, and put the new one into BRIEFPRESS_SMTP_PASSWORD, or wait to be asked.';
const AT_HINT = 'Write an @ in the name as %40: smtps://anna%40example.org@mail.example.org';

function wrong(message: string, hint = HINT): Outcome<never> {
  return failure([error('mail-server', message, { hints: [hint] })]);
}

function portOf(written: string): number | null {
  return /:443\/?$/.test(written.trim()) ? 443 : null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Loopback: RFC 1122, 3.2.1.3; RFC 4291, 2.5.3; RFC 6761, 6.3. */
function isThisMachine(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** `mail.example.org:587`, for people. */
export function serverWords({ host, port }: MailServer): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
