import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Beginning, Task } from '../workspace/crew.js';
import { diskWorkspace } from '../workspace/workspace.js';
import { WritingGate } from '../workspace/writing-gate.js';
import { briefMaker } from './commands/build/brief-maker.js';
import type { CommonWork } from './commands/build/crew-work.js';
import type { PreviewWork } from './commands/preview/preview-work.js';

type Work = (job: unknown) => Promise<unknown>;

/** What a worker does: the tasks that it is given, one at a time, until it is let go. */
export function work(): void {
  const { about, gate } = workerData as Beginning;
  const begun = begin(about as CommonWork | PreviewWork, new WritingGate(gate));
  parentPort?.on('message', ({ number, job }: Task) => {
    const answer = (more: Pick<Answer, 'made' | 'fault'>) =>
      parentPort?.postMessage({ number, ...more } satisfies Answer);
    begun
      .then((act) => act(job))
      .then(
        (made) => answer({ made }),
        (fault: unknown) => answer({ fault: fault instanceof Error ? fault.message : String(fault) }),
      );
  });
}

async function begin(about: CommonWork | PreviewWork, gate: WritingGate): Promise<Work> {
  const workspace = diskWorkspace(about.cwd, { gate });
  if (about.kind === 'build') return briefMaker(about, workspace);
  const { previewMaker } = await import('./commands/preview/preview-work.js');
  return previewMaker(about, workspace);
}
