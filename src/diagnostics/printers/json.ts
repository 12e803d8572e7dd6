import type { Diagnostic } from '../diagnostic.js';

/** One object, every diagnostic with all its fields; what is not known is null. Lines and columns count from 1. */
export function printJson(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify({ diagnostics: diagnostics.map(diagnosticRecord) }, null, 2)}\n`;
}

/** A diagnostic as `--format json` has it. */
export interface DiagnosticRecord {
  readonly severity: Diagnostic['severity'];
  readonly code: Diagnostic['code'];
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
  /** The path of the field, counted from 0: `keyFacts[0].text`. */
  readonly field: string | null;
  readonly hint: string | null;
}

export function diagnosticRecord({ severity, code, message, place, field, hints }: Diagnostic): DiagnosticRecord {
  return {
    severity,
    code,
    message,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    endLine: place?.endLine ?? null,
    endColumn: place?.endColumn ?? null,
    field: field ?? null,
    hint: hints.length > 0 ? hints.join(' ') : null,
  };
}
