import type { DiagnosticCode } from './codes.js';

/** `error` stops the build of that brief; `warning` and `info` do not. */
export type Severity = 'error' | 'warning' | 'info';

/** A range in a text file. Lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One thing that is wrong, or worth knowing, about an input. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  /** One sentence: what was found and what was expected. */
  readonly message: string;
  /** Where; a place without a line (a whole file) has line 1, column 1. */
  readonly place?: Place;
  /** The brief's field it is about (`keyFacts[2].text`), where a stage knows the field but not its place in the file. */
  readonly field?: string;
  /** What to do about it. */
  readonly hint?: string;
}

/**
 * What a stage returns. Bad input is data: every problem of a stage comes back at once, and only our own bugs throw.
 * `ok` is true exactly when no diagnostic is an error.
 */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export function success<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { ok: true, value, diagnostics };
}

export function failure(diagnostics: readonly Diagnostic[]): Outcome<never> {
  return { ok: false, diagnostics };
}

/** `value` if nothing in `diagnostics` is an error, a failure otherwise. */
export function outcomeOf<T>(value: T, diagnostics: readonly Diagnostic[]): Outcome<T> {
  return diagnostics.some((d) => d.severity === 'error') ? failure(diagnostics) : success(value, diagnostics);
}
