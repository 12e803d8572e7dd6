import { diskWorkspace } from '../workspace/workspace.js';
import { EXIT } from './context.js';
import { main } from './main.js';
import { startedAs } from './started-as.js';
import { processStreams } from './streams.js';

/** Runs the program as a process: its arguments, the disk, its streams, its exit code. */
export async function start(): Promise<void> {
  // Files are written in one step (see workspace/write.ts), so a signal at any moment leaves no file half-written.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(EXIT.trouble));
  const [, script = '', ...argv] = process.argv;
  const workspace = diskWorkspace(process.cwd());
  process.exitCode = await main(argv, workspace, processStreams(), { program: startedAs(script, workspace) });
}
