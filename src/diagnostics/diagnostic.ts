import type { DiagnosticCode } from './codes.js';
import { nearestWord } from './spelling.js';

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
  /** What to do about it, each a sentence; empty when there is nothing to say. */
  readonly hints: readonly string[];
}

/** Where a diagnostic points, and what to do about it. */
export interface Details {
  /** A place in a file, or the field of the brief, whose place is found later. */
  readonly at?: Place | string | undefined;
  /** Those that are null or undefined are left out. */
  readonly hints?: readonly (string | null | undefined)[];
}

/** Something that stops the build. `message` is one sentence: what was found and what was expected. */
export function error(code: DiagnosticCode, message: string, details: Details = {}): Diagnostic {
  return diagnostic('error', code, message, details);
}

/** Something that the author should look at; the document is made all the same. */
export function warning(code: DiagnosticCode, message: string, details: Details = {}): Diagnostic {
  return diagnostic('warning', code, message, details);
}

/** Something worth knowing. */
export function info(code: DiagnosticCode, message: string, details: Details = {}): Diagnostic {
  return diagnostic('info', code, message, details);
}

/** For a stage that decides the severity by what it found. */
export function diagnostic(severity: Severity, code: DiagnosticCode, message: string, details: Details): Diagnostic {
  const { at, hints = [] } = details;
  return {
    severity,
    code,
    message,
    ...(typeof at === 'string' && { field: at }),
    ...(typeof at === 'object' && { place: at }),
    hints: hints.filter((hint) => hint !== null && hint !== undefined),
  };
}

/** The place of a problem that concerns a file as a whole. */
export function wholeFile(file: string): Place {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

export function isWholeFile({ line, column, endLine, endColumn }: Place): boolean {
  return [line, column, endLine, endColumn].every((each) => each === 1);
}

/** The hint for a word that was probably misspelt; null when no word of the list is near. */
export function didYouMean(written: string, words: Iterable<string>): string | null {
  const meant = nearestWord(written, words);
  return meant === null ? null : meantHint(meant);
}

/** The hint that names what was probably meant. */
export function meantHint(meant: string): string {
  return `Did you mean \`${meant}\`?`;
}

/** Gives every diagnostic that knows only its field the place of that field. */
export function placedBy(placeOf: (field: string) => Place, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((each) =>
    each.place === undefined && each.field !== undefined ? { ...each, place: placeOf(each.field) } : each,
  );
}

/** Each diagnostic once: two stages that read the same text find the same fault in it. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((each) => [JSON.stringify(each), each])).values()];
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
  return diagnostics.some((each) => each.severity === 'error') ? failure(diagnostics) : success(value, diagnostics);
}
