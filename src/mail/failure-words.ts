import type { Login } from './mail-server.js';

/** What nodemailer says of a failure. */
export interface Failure extends Error {
  readonly code?: string | undefined;
  /** Of the system or of TLS: `ECONNREFUSED`, `CERT_HAS_EXPIRED`. */
  readonly originalCode?: string | undefined;
  readonly command?: string | undefined;
  /** The server's words. */
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly recipient?: string | undefined;
  readonly rejectedErrors?: readonly Failure[] | undefined;
}

/** 4xx: RFC 5321, 4.2.1. */
export function isLater({ responseCode = 0 }: Failure): boolean {
  return responseCode >= 400 && responseCode < 500;
}

/** Whether a new connection may do better: not where a name, a password, a certificate or the sender is at fault. */
export function mayPass(failure: Failure): boolean {
  if (isCertificate(failure)) return false;
  if (failure.responseCode !== undefined) return isLater(failure);
  return ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EPROTOCOL'].includes(failure.code ?? '') && !isClosed(failure);
}

/** What went wrong, after "the server": "cannot be found", in one line. */
export function failureWords(failure: Failure): string {
  const { code, command, response, message } = failure;
  const said = response === undefined ? '' : `: ${response}`;
  if (isCertificate(failure)) return `it cannot prove who it is: ${message.replace(/^Error initiating TLS - /, '')}`;
  if (code === 'EAUTH') return `it does not let you log in${said}`;
  if (code === 'ETLS') return `it does not encrypt the connection${said}`;
  if (command === 'MAIL FROM') return `it takes no mail from this sender${said}`;
  if (code === 'ETIMEDOUT') return 'it does not answer in time';
  if (code === 'EDNS') return 'no server has that name';
  if (isClosed(failure)) return 'nothing answers at that port';
  return response === undefined ? `the connection broke: ${message}` : `it ended the connection${said}`;
}

function isClosed({ originalCode, message }: Failure): boolean {
  return originalCode === 'ECONNREFUSED' || /ECONNREFUSED/.test(message);
}

/** Codes of OpenSSL, and of Node where the name is another. */
function isCertificate({ originalCode = '', message }: Failure): boolean {
  return /CERT|SIGNATURE|ERR_TLS|ALTNAME/.test(originalCode) || /certificate|altnames/i.test(message);
}

/** Words as one line in which no password stands, in none of the forms in which a server has seen it. */
export function withoutSecret(words: string, login: Login | null): string {
  const line = words.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\s]+/g, ' ').trim();
  if (login === null) return line;
  const { user, password } = login;
  const forms = [password, base64(password), base64(`\0${user}\0${password}`), encodeURIComponent(password)];
  return forms.filter((each) => each !== '').reduce((shown, secret) => shown.replaceAll(secret, '…'), line);
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
