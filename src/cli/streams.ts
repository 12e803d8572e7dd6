import { createInterface } from 'node:readline/promises';
import { type Readable, Writable } from 'node:stream';
import type { WriteStream } from 'node:tty';

/** Where the program reads from and writes to besides files. */
export interface Streams {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Standard input to its end, or null past `limit` bytes. */
  readInput(limit: number): Promise<Uint8Array | null>;
  /** What a person answers, unseen where it is secret; null where there is nobody to ask. */
  ask?(question: string, isSecret?: boolean): Promise<string | null>;
}

export interface Output {
  write(text: string): void;
  /** A terminal, and not a pipe or a file. */
  readonly isTerminal: boolean;
  /** Columns of the terminal. */
  readonly columns: number;
}

/** The streams of this process. */
export function processStreams(): Streams {
  return {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    readInput: (limit) => readAll(process.stdin, limit),
    ask: askPerson,
  };
}

function outputOf(stream: WriteStream): Output {
  let isClosed = false;
  // `briefpress … | head` closes the pipe when it has seen enough: that is not an error, and the files are still made.
  stream.on('error', () => {
    isClosed = true;
  });
  return {
    write: (text) => void (isClosed || stream.write(text)),
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? 80,
  };
}

/** On the terminal, and not in a pipe, where an answer would be somebody else's text. */
async function askPerson(question: string, isSecret = false): Promise<string | null> {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return null;
  process.stderr.write(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: isSecret ? unseen : process.stderr, terminal: true });
  const ended = new Promise<string | null>((resolve) => reader.once('close', () => resolve(null)));
  try {
    return await Promise.race([reader.question(''), ended]);
  } finally {
    reader.close();
    if (isSecret) process.stderr.write('\n');
  }
}

async function readAll(stream: Readable, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) return null;
  }
  return Buffer.concat(chunks);
}
