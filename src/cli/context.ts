import type { Crew } from '../workspace/crew.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Streams } from './streams.js';

/** What every command works with. */
export interface CommandContext {
  readonly workspace: Workspace;
  readonly streams: Streams;
  /** The words that start the program, as a person would type them: `briefpress`, `npx briefpress`. */
  readonly program: string;
  /** Calls back when whoever started the program wants it to end; a process ends by a signal instead. */
  readonly onStop?: (stop: () => void) => void;
  /** Calls back at Ctrl-C, for a command that lasts until then. Without it, and at the second, a process ends at once. */
  readonly onInterrupt?: (end: () => void) => void;
  /** What tells this program from any other that makes other documents; null where that is not known. */
  readonly fingerprint?: () => string | null;
  /** The workers of the process, where it can have some. */
  readonly workers?: Workers;
}

export interface Workers {
  /** How many this machine has room for. */
  readonly cores: number;
  /** Workers that are all told the same when they begin. */
  start(size: number, about: unknown): Crew;
}

/** The exit codes, which scripts rely on. */
export const EXIT = {
  done: 0,
  /** A brief has problems: its author can mend them. */
  problems: 1,
  /** Anything else: wrong usage, a file that cannot be read or written, a template at fault, a fault of ours, Ctrl-C. */
  trouble: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
