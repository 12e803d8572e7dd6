/** Somebody's address: RFC 5322, 3.4. */
export interface Mailbox {
  /** What mail programs show; null where there is only the address. */
  readonly name: string | null;
  /** `name@domain` in ASCII: a domain in other scripts is written as the net has it (RFC 5891). */
  readonly address: string;
}

/** What no line of a mail's head may hold: it would end the line, or show it in another order than it is read in. */
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;
/** A dot-atom; quoted local parts are allowed by the standard and by hardly any server. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u;

/** `anna@example.org` or `Anna Berg <anna@example.org>`; null for what is not one address. */
export function readMailbox(written: string): Mailbox | null {
  if (UNFIT.test(written)) return null;
  const [, quoted, plain, inside] = /^\s*(?:"([^"]*)"|([^"<>]*?))\s*<([^<>]*)>\s*$/.exec(written) ?? [];
  const address = readAddress((inside ?? written).trim());
  if (address === null) return null;
  const name = (quoted ?? plain ?? '').trim();
  return { name: inside === undefined || name === '' ? null : name, address };
}

/** An address as servers take it; null for what is none. */
export function readAddress(written: string): string | null {
  const at = written.lastIndexOf('@');
  const [local, domain] = [written.slice(0, at), written.slice(at + 1)];
  if (at < 1 || local.length > 64 || !LOCAL.test(local)) return null;
  const host = domainOf(domain);
  return host === null || local.length + host.length > 253 ? null : `${local}@${host}`;
}

/** A domain name of two parts or more, in ASCII. */
function domainOf(written: string): string | null {
  const labels = written.split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  if (/^\d+$/.test(labels.at(-1) ?? '')) return null;
  const host = URL.canParse(`http://${written}/`) ? new URL(`http://${written}/`).hostname : '';
  const isWhole = host.split('.').every((label) => label !== '' && label.length <= 63);
  return isWhole && /^[a-z0-9.-]+$/.test(host) ? host : null;
}

/** A name as a head can bear it; null where nothing is left of it. */
export function headName(name: string | null): string | null {
  const words = name?.replace(new RegExp(UNFIT, 'gu'), ' ').replace(/\s+/g, ' ').trim() ?? '';
  return words === '' ? null : words;
}

/** `Anna Berg <anna@example.org>`, for people. */
export function mailboxWords({ name, address }: Mailbox): string {
  return name === null ? address : `${name} <${address}>`;
}
