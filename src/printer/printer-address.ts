import { error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';

/** Where a printer is talked to. */
export interface PrinterAddress {
  /** For the printer, and for people: `ipp://printer.example.org:631/ipp/print`. */
  readonly uri: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly isSecure: boolean;
  /** Of the printing system of this computer, where it listens at a file and not at a port. */
  readonly socket?: string;
  /** The name on this computer; null for one that was given by its address. */
  readonly queue: string | null;
}

const PORT = 631;
/** Of the environment: where the printing system is (cupsd's own variable), and which system this is. */
type Environment = Readonly<Record<string, string | undefined>>;
const HINT = 'Write ipp://printer.example.org/ipp/print, or the name of a printer that this computer knows.';

/**
 * `ipp://host/path`, `ipps://host/path`, or a name: that of a queue of CUPS, which prints on Linux and macOS and speaks the
 * same protocol. Windows has none: it hands a file to whatever program opens it, and nobody learns what became of it.
 * Error: `print-printer`; what was written is not repeated where it may hold a password.
 */
export function readPrinter(written: string, env: Environment = {}): Outcome<PrinterAddress> {
  const name = written.trim();
  const [, scheme] = /^(ipps?):\/\//i.exec(name) ?? [];
  if (scheme === undefined) {
    if (env.OS === 'Windows_NT' && isWindowsName(name)) return wrong(...onWindows(name));
    return isName(name) ? success(queue(name, env.CUPS_SERVER ?? '')) : wrong('This is not the address of a printer.');
  }
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

/** Names there may have blanks, and a computer before them. */
function isWindowsName(text: string): boolean {
  return /^[^/:\p{Cc}-][^/:\p{Cc}]*$/u.test(text);
}

function onWindows(name: string): [message: string, hints: readonly string[]] {
  return [
    `"${name}" is the name of a printer, and on Windows Briefpress prints by its address alone.`,
    [
      'Write ipp://HOST/ipp/print, with the name or the number of the printer in the network: its own menu shows that, and so does `Get-Printer | Select-Object Name, PortName` in PowerShell.',
      'Or print the PDFs from a viewer: `briefpress copies` makes them.',
    ],
  ];
}

/** A queue of CUPS here, or where the environment says that it is: `host`, `host:port`, or the path of a socket. */
function queue(name: string, server: string): PrinterAddress {
  const path = `/printers/${encodeURIComponent(name)}`;
  const socket = server.startsWith('/') ? { socket: server } : {};
  const [, host = 'localhost', port = PORT] = /^(\[[0-9a-f:.]+\]|[\w.-]+)(?::(\d{1,5}))?(?:\/.*)?$/i.exec(server) ?? [];
  const uri = `ipp://${host}:${port}${path}`;
  const reached = { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port), path, isSecure: false };
  return { uri, ...reached, ...socket, queue: name };
}

function wrong(message: string, hints: readonly string[] = [HINT]): Outcome<never> {
  return failure([error('print-printer', message, { hints })]);
}

/** A printer, for people. */
export function printerWords({ uri, queue }: PrinterAddress): string {
  return queue ?? uri;
}
