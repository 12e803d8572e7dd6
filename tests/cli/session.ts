import type { Workers } from '../../src/cli/context.js';
import { main } from '../../src/cli/main.js';
import type { Output, Streams } from '../../src/cli/streams.js';
import { type Faults, type MemoryEntry, MemoryFiles } from '../../src/workspace/memory-files.js';
import { memoryWorkspace } from '../../src/workspace/memory-workspace.js';

export interface Session {
  /** In /desk unless absolute. */
  readonly files?: Readonly<Record<string, MemoryEntry>>;
  readonly faults?: Faults;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly terminal?: boolean;
  /** What a person answers. */
  readonly ask?: NonNullable<Streams['ask']>;
  /** The words that started the program. */
  readonly program?: string;
  readonly workers?: Workers;
  /** What tells the program from others; by itself it is not known, as it was not built. */
  readonly fingerprint?: string;
}

export interface Briefed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Path below /desk → bytes, of every file that there is in the end. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  text(path: string): string;
}

/** Runs the program in process, on a disk in memory. */
export async function briefpress(argv: readonly string[], session: Session = {}): Promise<Briefed> {
  const entries = Object.entries(session.files ?? {}).map(([path, entry]) => [absolute(path), entry] as const);
  const disk = new MemoryFiles(Object.fromEntries(entries), session.faults);
  const [stdout, stderr] = [new Recorder(session.terminal), new Recorder(session.terminal)];
  const stdin = typeof session.stdin === 'string' ? new TextEncoder().encode(session.stdin) : session.stdin;
  const streams: Streams = {
    stdout,
    stderr,
    readInput: async (limit) => (stdin && stdin.length > limit ? null : (stdin ?? new Uint8Array())),
    ...(session.ask && { ask: session.ask }),
  };
  const code = await main(argv, memoryWorkspace(disk, session.env), streams, {
    ...(session.program !== undefined && { program: session.program }),
    ...(session.workers !== undefined && { workers: session.workers }),
    fingerprint: () => session.fingerprint ?? null,
  });
  const files = new Map([...disk.snapshot()].map(([path, bytes]) => [path.replace(/^\/desk\//, ''), bytes]));
  return {
    code,
    stdout: stdout.text,
    stderr: stderr.text,
    files,
    text: (path) => Buffer.from(files.get(path) ?? []).toString(),
  };
}

function absolute(path: string): string {
  return path.startsWith('/') ? path : `/desk/${path}`;
}

export class Recorder implements Output {
  text = '';
  readonly columns = 100;

  constructor(readonly isTerminal = false) {}

  write(text: string): void {
    this.text += text;
  }
}

/** The least that builds; `more` is added at the end. */
export function brief(more = '', title = 'A visit'): string {
  return `briefpress: 1
title: ${title}
asOf: 2024-09-04
summary: Mongolia received a visitor.
keyFacts:
  - text: The visit took place.
    sources: [press]
sources:
  - id: press
    type: article-newspaper
    title: Report
    issued: 2024-09-03
${more}`;
}
