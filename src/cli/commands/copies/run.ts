import { planDelivery } from '../../../delivery/plan.js';
import { planRecords, planTable } from '../../../delivery/plan-table.js';
import { openBrief } from '../../../materials/open-brief.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import { exitCodeOf } from '../../exit-code.js';
import type { CopiesOptions } from '../../options.js';
import { report } from '../../report.js';

/** `briefpress copies`. */
export async function runCopies(brief: string, options: CopiesOptions, context: CommandContext): Promise<ExitCode> {
  const { workspace, streams } = context;
  const opened = openBrief(workspace, brief);
  const plan = opened.loaded.ok
    ? planDelivery(opened.loaded.value, { purpose: 'copies', ...(options.only && { only: options.only }) })
    : opened.loaded;
  report([...(opened.loaded.ok ? opened.loaded.diagnostics : []), ...plan.diagnostics], 'pretty', context);
  if (!plan.ok) return exitCodeOf(plan.diagnostics);
  if (options.json) streams.stdout.write(`${JSON.stringify({ brief, copies: planRecords(plan.value) }, null, 2)}\n`);
  else streams.stdout.write(planTable(plan.value));
  return EXIT.done;
}
