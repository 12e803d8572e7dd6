/** Diagnostics as text: for people, for programs, for code scanners, for GitHub. */
import type { Diagnostic } from './diagnostic.js';
import { type Palette, PLAIN } from './palette.js';
import { printGithub } from './printers/github.js';
import { printJson } from './printers/json.js';
import { printPretty } from './printers/pretty.js';
import { printSarif } from './printers/sarif.js';

export const DIAGNOSTIC_FORMATS = ['pretty', 'json', 'sarif', 'github'] as const;
export type DiagnosticFormat = (typeof DIAGNOSTIC_FORMATS)[number];

export interface PrintOptions {
  readonly format: DiagnosticFormat;
  /** The text of a file that a diagnostic is about, for showing the line; undefined where it is not available. */
  readonly sourceText?: (file: string) => string | undefined;
  /** Colours of `pretty`; none without it. */
  readonly palette?: Palette;
  /** The version of the program, for `sarif`. */
  readonly version: string;
  /** Columns of the terminal, for `pretty`: lines of source are cut to it. */
  readonly width?: number;
}

/** The whole output, with a line break at its end; `pretty` and `github` print nothing where there is nothing. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], options: PrintOptions): string {
  switch (options.format) {
    case 'pretty':
      return printPretty(diagnostics, {
        sourceText: options.sourceText ?? (() => undefined),
        palette: options.palette ?? PLAIN,
        width: Math.max(options.width ?? 100, 40),
      });
    case 'json':
      return printJson(diagnostics);
    case 'sarif':
      return printSarif(diagnostics, options.version);
    case 'github':
      return printGithub(diagnostics);
  }
}
