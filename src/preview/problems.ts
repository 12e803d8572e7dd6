import { byPlace } from '../brief/shape.js';
import { type Diagnostic, distinct, type Place } from '../diagnostics/diagnostic.js';
import type { Problem, TextRange } from './protocol.js';

/** Diagnostics as the page shows them: the brief's own first, from its top to its end. */
export function problemsOf(diagnostics: readonly Diagnostic[], file: string): readonly Problem[] {
  const isOwn = ({ place }: Diagnostic) => place?.file === file;
  const all = distinct(diagnostics);
  return [...all.filter(isOwn).sort(byPlace), ...all.filter((each) => !isOwn(each))].map((each) =>
    problemOf(each, file),
  );
}

function problemOf({ severity, code, message, hints, place, field }: Diagnostic, file: string): Problem {
  return {
    severity,
    code,
    message,
    hints,
    file: place?.file ?? null,
    isOfBrief: place?.file === file,
    range: place === undefined ? null : rangeOf(place),
    field: field ?? null,
  };
}

export function rangeOf({ line, column, endLine, endColumn }: Place): TextRange {
  return { line, column, endLine, endColumn };
}
