import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Range } from './places.js';

export interface SyntaxProblem {
  readonly code: DiagnosticCode;
  readonly range: Range;
  readonly message: string;
  readonly hints?: readonly string[];
  /** The parser makes other things of the lines below than they are. */
  readonly misleads?: boolean;
}
