import SmtpConnection from 'nodemailer/lib/smtp-connection';
import { type Failure, failureWords, isLater, mayPass, withoutSecret } from './failure-words.js';
import type { Login, MailServer } from './mail-server.js';
import { Pages } from './pages.js';

/** Milliseconds to wait for a server before giving up. */
export interface TimeLimits {
  /** Until it can be talked to: name, connection, greeting. */
  readonly connect: number;
  /** For each answer. RFC 5321, 4.5.3.2, wants ten minutes for the last one; people do not wait that long. */
  readonly answer: number;
}

export const USUAL_LIMITS: TimeLimits = { connect: 30_000, answer: 300_000 };

export interface SessionSetting {
  readonly server: MailServer;
  readonly login: Login | null;
  readonly limits: TimeLimits;
}

/** What became of a mail for one of its recipients. */
export interface Fate {
  /**
   * `sent`: the server has taken it, and answers for it. `refused`: it will not take it. `later`: it wants to be asked
   * again. `unclear`: the connection ended after the text and before the answer, so nobody knows.
   */
  readonly kind: 'sent' | 'refused' | 'later' | 'unclear';
  /** In one line: the server's words, or ours where it said nothing. */
  readonly answer: string;
}

export interface Posting {
  readonly from: string;
  readonly to: readonly string[];
  readonly message: Uint8Array;
}

/** The server cannot be reached, or lets nobody send: certainly, nothing of the mail has been handed over. */
export class SessionError extends Error {
  constructor(
    message: string,
    /** Whether a new connection may do better. */
    readonly mayPass: boolean,
  ) {
    super(message);
  }
}

/** One connection to a mail server, over which any number of mails go. */
export class MailSession {
  private constructor(
    private readonly connection: SmtpConnection,
    private readonly login: Login | null,
  ) {}

  /** Connects, encrypts, logs in. Throws a `SessionError`. */
  static async open({ server, login, limits }: SessionSetting): Promise<MailSession> {
    const { host, port, isSecure, needsTls } = server;
    const connection = new SmtpConnection({
      host,
      port,
      secure: isSecure,
      requireTLS: !isSecure && needsTls,
      ignoreTLS: !isSecure && !needsTls,
      // What this machine is called does not concern the readers, who find it in the head of the mail.
      name: '[127.0.0.1]',
      connectionTimeout: limits.connect,
      greetingTimeout: limits.connect,
      dnsTimeout: limits.connect,
      socketTimeout: limits.answer,
      tls: { minVersion: 'TLSv1.2' },
    });
    // What a connection has to say that was given up interests nobody, and must not end the program.
    connection.on('error', () => {});
    try {
      await ended(connection, (done) => connection.connect(done));
      if (login !== null && !connection.allowsAuth) {
        throw new SessionError('it asks nobody to log in; leave the name out of --smtp', false);
      }
      if (login !== null) {
        await ended(connection, (done) => connection.login({ user: login.user, pass: login.password }, done));
      }
    } catch (fault) {
      connection.close();
      throw fault instanceof SessionError ? fault : sessionError(fault as Failure, login);
    }
    return new MailSession(connection, login);
  }

  /** Hands a mail over, and says what became of it for each recipient. Throws a `SessionError`. */
  async send({ from, to, message }: Posting): Promise<ReadonlyMap<string, Fate>> {
    const pages = new Pages(message);
    const envelope = { from, to: [...to], size: message.length };
    try {
      const { response = '', rejectedErrors = [] } = await ended<Sent>(this.connection, (done) =>
        this.connection.send(envelope, pages, done),
      );
      return this.#fates(to, rejectedErrors, { kind: 'sent', answer: withoutSecret(response, this.login) });
    } catch (fault) {
      const failure = fault as Failure;
      if (!isAnswer(failure)) {
        if (!pages.areTaken) throw sessionError(failure, this.login);
        const answer = withoutSecret(failureWords(failure), this.login);
        return this.#fates(to, [], { kind: 'unclear', answer });
      }
      if (failure.responseCode === 421 || failure.command === 'MAIL FROM') throw sessionError(failure, this.login);
      const fates = this.#fates(to, failure.rejectedErrors ?? [], this.#fate(failure));
      await this.#forget();
      return fates;
    }
  }

  close(): void {
    this.connection.quit();
  }

  /** The mail after one that was refused must not have its recipients. */
  async #forget(): Promise<void> {
    await ended(this.connection, (done) => this.connection.reset(done)).catch(() => this.connection.close());
  }

  #fates(to: readonly string[], rejected: readonly Failure[], others: Fate): ReadonlyMap<string, Fate> {
    const own = new Map(rejected.map((each) => [each.recipient ?? '', this.#fate(each)]));
    return new Map(to.map((address) => [address, own.get(address) ?? others]));
  }

  #fate(failure: Failure): Fate {
    const answer = withoutSecret(failure.response ?? failure.message, this.login);
    return { kind: isLater(failure) ? 'later' : 'refused', answer };
  }
}

interface Sent {
  readonly response?: string | undefined;
  readonly rejectedErrors?: readonly Failure[] | undefined;
}

/** The server has said no, in words; everything else is trouble with the connection. */
function isAnswer({ code, responseCode }: Failure): boolean {
  return responseCode !== undefined && (code === 'EENVELOPE' || code === 'EMESSAGE');
}

function sessionError(failure: Failure, login: Login | null): SessionError {
  return new SessionError(withoutSecret(failureWords(failure), login), mayPass(failure));
}

type Done<T> = (fault?: Error | null, value?: T) => void;

/** A call of nodemailer's ends with its callback, or with an error of the connection. */
async function ended<T>(connection: SmtpConnection, call: (done: Done<T>) => void): Promise<T> {
  let fail: (fault: Error) => void = () => {};
  try {
    return await new Promise((resolve, reject) => {
      fail = reject;
      connection.on('error', fail);
      call((fault, value) => (fault ? reject(fault) : resolve(value as T)));
    });
  } finally {
    connection.removeListener('error', fail);
  }
}
