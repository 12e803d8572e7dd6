import { CommanderError } from 'commander';
import type { Workspace } from '../workspace/workspace.js';
import { type CommandContext, EXIT, type ExitCode } from './context.js';
import { faultDiagnostic } from './fault.js';
import { createProgram } from './program.js';
import { report } from './report.js';
import type { Streams } from './streams.js';

/**
 * The whole program: runs the command in `argv` (without node and the script) and returns its exit code. Touches nothing
 * but the workspace and the streams, and never throws.
 */
export async function main(
  argv: readonly string[],
  workspace: Workspace,
  streams: Streams,
  start: Partial<Pick<CommandContext, 'program' | 'onStop' | 'onInterrupt' | 'fingerprint' | 'workers'>> = {},
): Promise<ExitCode> {
  const context: CommandContext = { workspace, streams, program: 'briefpress', ...start };
  let exit: ExitCode = EXIT.done;
  const program = createProgram(context, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.trouble;
    report([faultDiagnostic(error, workspace)], 'pretty', context);
    return EXIT.trouble;
  }
}
