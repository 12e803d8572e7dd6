import type { Crew } from '../../../workspace/crew.js';
import { faultDiagnostic } from '../../fault.js';
import type { BriefMade } from './crew-work.js';
import type { Incremental } from './incremental.js';
import { type BriefReport, makeBrief, type Press } from './make.js';
import type { PlannedBrief } from './plan.js';

/** Makes the briefs of a build; what each became is asked for in the order of the list. */
export interface Maker {
  make(plan: PlannedBrief): Promise<BriefReport>;
  /** When everything is made, or nothing more is wanted. */
  end(): Promise<void>;
}

/** One after the other, in this process. */
export function aloneWith(press: Press, incremental: Incremental | null): Maker {
  return { make: (plan) => incremental?.make(plan, press) ?? makeBrief(plan, press), end: async () => {} };
}

/**
 * By workers, each of which opens the brief itself. A brief that breaks its worker has a fault of ours as its report, and costs
 * no other. What is in no file, and what cannot be made, stays here.
 */
export function withCrew(crew: Crew, plans: readonly PlannedBrief[], press: Press): Maker {
  const isForCrew = ({ opened, jobs }: PlannedBrief) => opened.text === undefined && jobs.length > 0;
  // All are handed over now; a worker takes the next one when it has done the last.
  const reports = new Map(plans.filter(isForCrew).map((plan) => [plan, madeByCrew(crew, plan, press)]));
  return { make: (plan) => reports.get(plan) ?? makeBrief(plan, press), end: () => crew.end() };
}

async function madeByCrew(crew: Crew, { opened, diagnostics }: PlannedBrief, press: Press): Promise<BriefReport> {
  try {
    const { report, written, named } = (await crew.run(opened.file)) as BriefMade;
    for (const key of written) press.written.add(key);
    for (const path of named) opened.named.add(path);
    return report;
  } catch (fault) {
    const { file } = opened;
    return { file, outputs: [], diagnostics: [...diagnostics, faultDiagnostic(fault, press.workspace, file)] };
  }
}
