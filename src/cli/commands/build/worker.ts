import { parentPort, workerData } from 'node:worker_threads';
import { Materials } from '../../../materials/materials.js';
import { openBrief } from '../../../materials/open-brief.js';
import type { Answer, Beginning, Task } from '../../../workspace/crew.js';
import { diskWorkspace } from '../../../workspace/workspace.js';
import { WritingGate } from '../../../workspace/writing-gate.js';
import { type BriefMade, type CommonWork, wishOf } from './crew-work.js';
import { makeBrief, type Press } from './make.js';
import { planBriefs } from './plan.js';

/** What a worker does: it makes the briefs that it is given, one at a time, until it is let go. */
export function work(): void {
  const { about, gate } = workerData as Beginning;
  const make = makerOf(about as CommonWork, new WritingGate(gate));
  parentPort?.on('message', ({ number, job }: Task) => {
    const answer = (more: Pick<Answer, 'made' | 'fault'>) =>
      parentPort?.postMessage({ number, ...more } satisfies Answer);
    make(String(job)).then(
      (made) => answer({ made }),
      (fault: unknown) => answer({ fault: fault instanceof Error ? fault.message : String(fault) }),
    );
  });
}

function makerOf(common: CommonWork, gate: WritingGate): (file: string) => Promise<BriefMade> {
  const { cwd, settings, options, reading, written: before } = common;
  const workspace = diskWorkspace(cwd, { gate });
  const materials = new Materials(workspace, settings.materials);
  const names: string[] = [];
  return async (file) => {
    const opened = openBrief(workspace, file, reading);
    const written = new Set(before);
    const press: Press = { workspace, settings, materials, force: options.force === true, written, names };
    const [plan] = planBriefs([opened], wishOf(settings, options), workspace);
    if (plan === undefined) throw new Error(`${file} was not planned.`);
    const report = await makeBrief(plan, press);
    return { report, written: [...written].slice(before.length), named: [...opened.named] };
  };
}
