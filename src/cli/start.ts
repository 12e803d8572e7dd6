import { availableParallelism } from 'node:os';
import { Crew } from '../workspace/crew.js';
import { programFingerprint } from '../workspace/installation.js';
import { diskWorkspace } from '../workspace/workspace.js';
import { EXIT } from './context.js';
import { main } from './main.js';
import { startedAs } from './started-as.js';
import { processStreams } from './streams.js';

/**
 * Runs the program as a process: its arguments, the disk, its streams, its exit code.
 * @param worker the file that a worker runs, where there can be some
 */
export async function start(worker?: string): Promise<void> {
  const crews: Crew[] = [];
  // Files are written in one step (see workspace/write.ts), so a signal at any moment leaves no file half-written.
  let interrupted: (() => void) | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const end = interrupted;
      interrupted = undefined;
      if (signal === 'SIGINT' && end !== undefined) return end();
      for (const crew of crews) crew.stopWriting();
      process.exit(EXIT.trouble);
    });
  }
  const [, script = '', ...argv] = process.argv;
  const workspace = diskWorkspace(process.cwd());
  const workers = worker !== undefined && {
    cores: availableParallelism(),
    start: (size: number, about: unknown) => {
      const crew = new Crew(worker, size, about);
      crews.push(crew);
      return crew;
    },
  };
  const program = startedAs(script, workspace);
  process.exitCode = await main(argv, workspace, processStreams(), {
    program,
    fingerprint: programFingerprint,
    onInterrupt: (end) => {
      interrupted = end;
    },
    ...(workers && { workers }),
  });
}
