import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { COMMAND_LINE } from '../syntax/assigned-lines.js';
import { EXIT, type ExitCode } from './context.js';

/** Faults that no change to a brief mends. */
const NEVER_THE_BRIEF: ReadonlySet<DiagnosticCode> = new Set([
  'template-syntax',
  'template-unknown-field',
  'template-label-missing',
  'theme-invalid',
  'config-invalid',
  'mail-sender',
  'mail-server',
  'mail-later',
  'mail-unclear',
  'mail-register',
  'print-printer',
  'print-unable',
  'print-refused',
  'print-cancelled',
  'print-unclear',
  'print-register',
  'impose-unreadable',
  'internal',
  'register-invalid',
  'register-busy',
]);

/** Faults of the brief where a field of it names the file or template; of the command line otherwise. */
const BRIEF_IF_IT_NAMES_IT: ReadonlySet<DiagnosticCode> = new Set([
  'file-not-found',
  'file-unreadable',
  'file-unwritable',
  'template-not-found',
  'mail-address',
  'mail-refused',
]);

/** The exit code of a run that had these to say. */
export function exitCodeOf(diagnostics: Iterable<Diagnostic>): ExitCode {
  let code: ExitCode = EXIT.done;
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity !== 'error') continue;
    if (!isOfTheBrief(diagnostic)) return EXIT.trouble;
    code = EXIT.problems;
  }
  return code;
}

function isOfTheBrief({ code, field, place }: Diagnostic): boolean {
  if (place?.file === COMMAND_LINE) return false;
  if (NEVER_THE_BRIEF.has(code)) return false;
  return !BRIEF_IF_IT_NAMES_IT.has(code) || field !== undefined;
}
