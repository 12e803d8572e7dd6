import { error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';

/** Where a printer is talked to. */
export interface PrinterAddress {
  /** For the printer, and for people: `ipp://printer.example.org:631/ipp/print`. */
  readonly uri: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly isSecure: boolean;
  /** The name on this computer; null for one that was given by its address. */
  readonly queue: string | null;
}

const PORT = 631;
const HINT = 'Write ipp://printer.example.org/ipp/print, or the name of a printer that this computer knows.';

/**
 * `ipp://host/path`, `ipps://host/path`, or a name: that of a queue of CUPS, which prints on Linux and macOS and speaks the
 * same protocol. Error: `print-printer`; what was written is not repeated where it may hold a password.
 */
export function readPrinter(written: string): Outcome<PrinterAddress> {
  const name = written.trim();
  const [, scheme] = /^(ipps?):\/\//i.exec(name) ?? [];
  if (scheme === undefined) return isName(name) ? success(queue(name)) : wrong('This is not the address of a printer.');
  // Of a scheme that it knows, the standard tells the parts apart.
  const address = name.replace(/^ipps?:/i, 'http:');
  if (!URL.canParse(address)) return wrong('This is not the address of a printer.');
  const { hostname, port, username, password, pathname, search } = new URL(address);
  if (username !== '' || password !== '') {
    return wrong('The address of the printer has a name or a password in it, which everyone on this machine can see.', [
      'Leave it out; Briefpress does not log in to printers. Print by a queue of this computer that does.',
    ]);
  }
  const isSecure = scheme.toLowerCase() === 'ipps';
  // 80 is what the standard leaves out of such an address.
  const number = port !== '' ? Number(port) : /^[^/]*:\/\/[^/]*:80(?:\/|$)/.test(name) ? 80 : PORT;
  const path = `${pathname === '/' ? '/ipp/print' : pathname}${search}`;
  const uri = `${scheme.toLowerCase()}://${hostname}:${number}${path}`;
  return success({ uri, host: hostname.replace(/^\[(.*)\]$/, '$1'), port: number, path, isSecure, queue: null });
}

function isName(text: string): boolean {
  return /^[^\s/:\p{Cc}-][^\s/:\p{Cc}]*$/u.test(text);
}

function queue(name: string): PrinterAddress {
  const path = `/printers/${encodeURIComponent(name)}`;
  return { uri: `ipp://localhost:${PORT}${path}`, host: 'localhost', port: PORT, path, isSecure: false, queue: name };
}

function wrong(message: string, hints: readonly string[] = [HINT]): Outcome<never> {
  return failure([error('print-printer', message, { hints })]);
}

/** A printer, for people. */
export function printerWords({ uri, queue }: PrinterAddress): string {
  return queue ?? uri;
}
