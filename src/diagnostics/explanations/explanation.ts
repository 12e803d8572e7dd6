import type { DiagnosticCode } from '../codes.js';

/** What a code means and what to do about it: for docs/diagnostics.md, which repeats it, and for SARIF. */
export interface CodeExplanation {
  readonly means: string;
  readonly mend: string;
}

/** The explanations of some of the codes. */
export type Explanations = Readonly<Partial<Record<DiagnosticCode, CodeExplanation>>>;
