import { visibleName } from '../../../diagnostics/printers/cells.js';
import { USUAL_LIMITS as MAIL_LIMITS } from '../../../mail/mail-session.js';
import { USUAL_LIMITS as PRINTER_LIMITS } from '../../../printer/ipp-exchange.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import type { DoctorOptions } from '../../options.js';
import { settingsFor } from '../../settings.js';
import { type Finding, fromProblems, works } from './finding.js';
import { lookAtMail, lookAtPrinter } from './look-at-delivery.js';
import { lookAtCheckers, lookAtFonts, lookAtNode } from './look-at-setting.js';

/** `briefpress doctor`. */
export async function runDoctor(options: DoctorOptions, context: CommandContext): Promise<ExitCode> {
  const { workspace, streams } = context;
  const settings = settingsFor([], options, workspace);
  const findings: Finding[] = [lookAtNode(process.versions.node)];
  if (settings.ok) {
    const { printer, smtp, mailFrom } = settings.value;
    findings.push(
      works('Configuration', 'nothing is wrong with it'),
      await lookAtFonts(settings.value, workspace),
      await lookAtPrinter(options.printer ?? printer, PRINTER_LIMITS, workspace),
      await lookAtMail({ smtp: options.smtp ?? smtp, from: mailFrom }, workspace, MAIL_LIMITS),
      ...lookAtCheckers(workspace),
    );
  } else findings.push(fromProblems('Configuration', settings));
  streams.stdout.write(options.json ? `${JSON.stringify({ findings }, null, 2)}\n` : findings.map(lineOf).join(''));
  return findings.some(({ state }) => state === 'broken') ? EXIT.trouble : EXIT.done;
}

const STATES: Readonly<Record<Finding['state'], string>> = { works: 'works', missing: '–', broken: 'BROKEN' };

function lineOf({ about, state, says, todo }: Finding): string {
  const line = `${STATES[state].padEnd(6)}  ${about.padEnd(13)}  ${says}`;
  return [line, ...todo.map((each) => `${' '.repeat(23)}${each}`)].map((each) => `${visibleName(each)}\n`).join('');
}
