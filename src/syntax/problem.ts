import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Range } from './places.js';

export interface SyntaxProblem {
  readonly code: DiagnosticCode;
  readonly range: Range;
  readonly message: string;
  readonly hints?: readonly string[];
}
