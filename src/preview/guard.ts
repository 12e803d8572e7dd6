/**
 * Who may ask: the page that this server itself has sent, and nobody else. A program on another machine does not reach it,
 * since it listens on 127.0.0.1; a page of another site in the same browser does, and is what all this is against.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type RefusalReason, WRITE_HEADER } from './protocol.js';

/** A request, as far as it matters here. */
export interface Asking {
  readonly method: string;
  /** The path, as it came: `/KEY/api/state`. */
  readonly path: string;
  header(name: string): string | undefined;
}

export interface Gatekeeping {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  readonly key: string;
}

export interface Denial {
  readonly reason: Extract<RefusalReason, 'key' | 'origin' | 'invalid'>;
  readonly message: string;
}

/** Why a request is refused; null where it may go on. */
export function denialOf(asking: Asking, { host, key }: Gatekeeping): Denial | null {
  // A name that somebody else has pointed at this computer (DNS rebinding) comes with that name.
  if (asking.header('host') !== host) return foreign('The request names another host.');
  const origin = asking.header('origin');
  if (origin !== undefined && origin !== `http://${host}`) return foreign('The request comes from another site.');
  const site = asking.header('sec-fetch-site');
  const [, given = '', rest = ''] = /^\/([^/]*)(.*)$/s.exec(asking.path) ?? [];
  const isPage = rest === '' || rest === '/';
  // `none`: a person has typed the address, or another program has opened it.
  const isOwn = site === undefined || site === 'same-origin' || (site === 'none' && isRead(asking));
  if (!isOwn) return foreign('The request comes from another site.');
  const target = asking.header('sec-fetch-dest');
  if (isPage && target !== undefined && target !== 'document') return foreign('The page stands by itself alone.');
  if (!isSame(given, key)) return { reason: 'key', message: OLD_ADDRESS };
  return isRead(asking) ? null : writingDenial(asking, origin);
}

/** What changes something has to say where it comes from, in ways that a page of another site cannot. */
function writingDenial(asking: Asking, origin: string | undefined): Denial | null {
  if (origin === undefined) return foreign('The request does not say which page it comes from.');
  if (asking.header(WRITE_HEADER) !== '1') return foreign(`The request lacks the header ${WRITE_HEADER}.`);
  if (/^application\/json\s*(?:;|$)/i.test(asking.header('content-type') ?? '')) return null;
  return { reason: 'invalid', message: 'The request is not JSON.' };
}

const OLD_ADDRESS =
  'This address is of another preview, which has ended. Open the one that the terminal shows, or run `briefpress preview` again.';

function foreign(message: string): Denial {
  return { reason: 'origin', message };
}

function isRead({ method }: Asking): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Takes as long whatever the key: hashes are compared, and all of them. */
function isSame(given: string, key: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(key));
}

/** What the page may do: show what comes from here, and nothing else. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** On every answer. */
export const ANSWER_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
