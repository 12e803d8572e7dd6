import { type Diagnostic, error } from '../../../diagnostics/diagnostic.js';
import type { PreviewSettings } from '../../../preview/preview-settings.js';
import { type Preview, startPreview } from '../../../preview/server.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import { faultDiagnostic } from '../../fault.js';
import type { PreviewOptions } from '../../options.js';
import { dayOf } from '../../reading.js';
import { forPeople, report } from '../../report.js';
import { type BuildSettings, briefingChoices, settingsFor } from '../../settings.js';
import { beginBrief } from '../new/begin.js';
import { openBrowser } from './open-browser.js';
import type { PreviewWork } from './preview-work.js';

/** `briefpress preview`: serves the page, and lasts until Ctrl-C. */
export async function runPreview(
  brief: string | undefined,
  options: PreviewOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { workspace, streams } = context;
  const settings = settingsFor(brief === undefined ? [] : [brief], options, workspace);
  if (!settings.ok) return refused(settings.diagnostics, context);
  const target = settings.value.input[0] ?? 'briefs';
  const isNowhere = brief !== undefined && workspace.kind(brief) === null;
  if (isNowhere) return refused([nothingThere(brief)], context);
  const preview = await started(settingsOf(target, settings.value, options, context), options, context);
  if (preview === null) return EXIT.trouble;
  const { address, session } = preview;
  streams.stdout.write(`Preview: ${address}\n`);
  if (session.state.chosen.brief === null) {
    streams.stderr.write(`There is no brief in ${workspace.name(target)} yet; the page offers to begin one.\n`);
  }
  streams.stderr.write('Ctrl-C ends it.\n');
  if (options.open && !(await openBrowser(address, workspace.env))) {
    streams.stderr.write('The browser could not be opened; open the address yourself.\n');
  }
  return new Promise<ExitCode>((resolve) => context.onInterrupt?.(() => preview.stop().then(() => resolve(EXIT.done))));
}

function settingsOf(
  target: string,
  settings: BuildSettings,
  { today }: PreviewOptions,
  context: CommandContext,
): PreviewSettings {
  const { workspace, workers } = context;
  const { formats: _, ...building } = briefingChoices(settings);
  return {
    target,
    materials: settings.materials,
    building,
    ...(workers && {
      making: (choices) => workers.start(1, { kind: 'preview', cwd: workspace.cwd, ...choices } satisfies PreviewWork),
    }),
    today: () => dayOf(today, workspace),
    told: (diagnostic) => forPeople(diagnostic, context.program),
    begin: (folder, name, type) => beginBrief(folder, name, type, context),
    faultOf: (fault, file) => faultDiagnostic(fault, workspace, file),
  };
}

async function started(
  settings: PreviewSettings,
  { port = 0 }: PreviewOptions,
  context: CommandContext,
): Promise<Preview | null> {
  try {
    return await startPreview(context.workspace, settings, { port });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw cause;
    refused([portTaken(port)], context);
    return null;
  }
}

function refused(diagnostics: readonly Diagnostic[], context: CommandContext): ExitCode {
  report(diagnostics, 'pretty', context);
  return EXIT.trouble;
}

function portTaken(port: number): Diagnostic {
  return error('config-invalid', `Another program listens on port ${port}, or this one may not.`, {
    hints: ['Leave --port out: any port that is free will do.'],
  });
}

function nothingThere(brief: string): Diagnostic {
  return error('file-not-found', `${brief} does not name a file or folder.`, {
    hints: ['Give a brief, or a folder with briefs; or begin one: briefpress new NAME --preview.'],
  });
}
