import { type Diagnostic, error, wholeFile } from '../diagnostics/diagnostic.js';
import type { Workspace } from '../workspace/workspace.js';

/** A bug of ours, for someone who cannot do anything about it: no stack trace, unless they ask for one. */
export function faultDiagnostic(fault: unknown, { env }: Workspace, file?: string): Diagnostic {
  const [reason] = String(fault instanceof Error ? fault.message : fault).split('\n');
  const details = env.BRIEFPRESS_DEBUG === '1' && fault instanceof Error ? ` ${fault.stack}` : '';
  return error('internal', `Briefpress has a fault of its own: ${reason}.${details}`, {
    at: file === undefined ? undefined : wholeFile(file),
    hints: ['Please report it with the brief; BRIEFPRESS_DEBUG=1 prints the details to include.'],
  });
}
