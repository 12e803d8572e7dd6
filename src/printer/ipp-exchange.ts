import { type ClientRequest, request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type Answer, decodeAnswer } from './ipp-message.js';
import type { PrinterAddress } from './printer-address.js';

/** Milliseconds. */
export interface TimeLimits {
  /** For an answer, from the first try to reach the printer; longer by what a document takes. */
  readonly answer: number;
  /** For a printer that is busy with somebody else's job. */
  readonly busy: number;
  /** For paper to come out, from when the printer has the job. */
  readonly job: number;
  /** Between two questions how far it is. */
  readonly pause: number;
}

export const USUAL_LIMITS: TimeLimits = { answer: 30_000, busy: 120_000, job: 600_000, pause: 500 };

/** The printer could not be talked to, in words that go after its name: `did not answer in time`. */
export class PrinterError extends Error {
  constructor(
    message: string,
    /** Whether it may have taken what it was sent. */
    readonly isUnclear: boolean,
  ) {
    super(message);
  }
}

export interface Question {
  readonly head: Uint8Array;
  readonly document?: Uint8Array;
}

const ANSWER_LIMIT = 4 * 1024 * 1024;
/** Bytes a millisecond that the slowest network carries. */
const SLOWEST = 20;

/** Asks a printer one thing. Throws a `PrinterError`. */
export function ask(
  printer: PrinterAddress,
  { head, document = new Uint8Array() }: Question,
  { answer: limit }: Pick<TimeLimits, 'answer'>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // From when there is a connection, nobody knows how much of a document has arrived: some printers begin with its first page.
    let mayHaveIt = false;
    let timer: NodeJS.Timeout | null = null;
    const fail = (words: string, isUnclear = mayHaveIt) => {
      if (timer !== null) clearTimeout(timer);
      reject(new PrinterError(words, isUnclear));
      asked.destroy();
    };
    const options: RequestOptions = {
      ...(printer.socket === undefined ? { host: printer.host, port: printer.port } : { socketPath: printer.socket }),
      path: printer.path,
      method: 'POST',
      agent: false,
      headers: { 'content-type': 'application/ipp', 'content-length': head.length + document.length },
    };
    const asked: ClientRequest = (printer.isSecure ? httpsRequest : httpRequest)(options, (response) => {
      const { statusCode = 0 } = response;
      // 4xx is a plain no (RFC 9110, 15.5); after anything else, nobody knows.
      if (statusCode !== 200) return fail(statusWords(statusCode), mayHaveIt && (statusCode < 400 || statusCode > 499));
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > ANSWER_LIMIT) fail('answers something that no printer answers');
      });
      response.on('error', () => fail('broke off its answer'));
      response.on('end', () => {
        const answer = decodeAnswer(Buffer.concat(chunks));
        if (answer === null) return fail('answers something that no printer answers');
        if (timer !== null) clearTimeout(timer);
        resolve(answer);
      });
    });
    timer = setTimeout(() => fail('does not answer in time'), limit + document.length / SLOWEST);
    asked.on('error', (fault: NodeJS.ErrnoException) => fail(faultWords(fault)));
    asked.on('socket', (socket) =>
      socket.once(printer.isSecure ? 'secureConnect' : 'connect', () => {
        mayHaveIt = document.length > 0;
      }),
    );
    asked.write(head);
    asked.end(document);
  });
}

function statusWords(status: number): string {
  switch (status) {
    case 401:
    case 403:
      return 'lets only those print who log in';
    case 404:
      return 'is not at this address: it answers “not found”';
    case 426:
      return 'wants the connection to be encrypted: write ipps:// in place of ipp://';
    default:
      return `answers with HTTP status ${status}, as no printer does that prints`;
  }
}

function faultWords({ code = '', message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'cannot be reached: the printing system of this computer is not running';
  if (code === 'ECONNREFUSED') return 'cannot be reached: nothing answers at that port';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'cannot be found: no computer has that name';
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return 'cannot be reached from here';
  if (/CERT|SIGNATURE|ALTNAME|ERR_TLS/.test(code)) return `cannot prove who it is: ${message}`;
  if (/SSL|EPROTO/.test(code)) return 'does not speak TLS there: write ipp:// in place of ipps://';
  if (code.startsWith('HPE_')) return 'answers something that no printer answers';
  return 'ended the connection';
}
