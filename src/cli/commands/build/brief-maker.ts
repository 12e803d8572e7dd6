import { Materials } from '../../../materials/materials.js';
import { openBrief } from '../../../materials/open-brief.js';
import type { Workspace } from '../../../workspace/workspace.js';
import { type BriefMade, type CommonWork, wishOf } from './crew-work.js';
import { Incremental } from './incremental.js';
import { makeBrief, type Press } from './make.js';
import { planBriefs } from './plan.js';

/** Makes the briefs of a build that it is given, by their paths. */
export function briefMaker(common: CommonWork, workspace: Workspace): (job: unknown) => Promise<BriefMade> {
  const { settings, options, reading, written: before, fingerprint } = common;
  const materials = new Materials(workspace, settings.materials);
  const incremental = fingerprint === null ? null : new Incremental(workspace, fingerprint, { settings, options });
  const names: string[] = [];
  return async (job) => {
    const file = String(job);
    const opened = incremental?.open(file, reading) ?? openBrief(workspace, file, reading);
    const written = new Set(before);
    const press: Press = { workspace, settings, materials, force: options.force === true, written, names };
    const [plan] = planBriefs([opened], wishOf(settings, options), workspace);
    if (plan === undefined) throw new Error(`${file} was not planned.`);
    const report = await (incremental?.make(plan, press) ?? makeBrief(plan, press));
    return { report, written: [...written].slice(before.length), named: [...opened.named] };
  };
}
