import type { Readable } from 'node:stream';
import type { WriteStream } from 'node:tty';

/** Where the program reads from and writes to besides files. */
export interface Streams {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Standard input to its end, or null past `limit` bytes. */
  readInput(limit: number): Promise<Uint8Array | null>;
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
