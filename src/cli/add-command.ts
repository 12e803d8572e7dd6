import type { Command } from 'commander';
import type { CommandContext, ExitCode } from './context.js';

/** Adds a command to the program. It imports what does its work when it is run, so that help and errors come at once. */
export type AddCommand = (program: Command, context: CommandContext, exit: (code: ExitCode) => void) => void;
