import { createColors } from 'picocolors';
import { withFieldWords } from '../brief/field-words.js';
import { byPlace } from '../brief/shape.js';
import { VERSION } from '../briefing/version.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Palette } from '../diagnostics/palette.js';
import { type DiagnosticFormat, printDiagnostics } from '../diagnostics/print.js';
import type { CommandContext } from './context.js';
import { shellWord } from './shell-word.js';
import { withProgram } from './started-as.js';
import type { Output } from './streams.js';

/** Bytes of a file whose line is shown with a diagnostic. */
const SHOWN_LIMIT = 10 * 1024 * 1024;

/** Texts of briefs that did not come from a file, by their name. */
export type Texts = ReadonlyMap<string, string>;

/**
 * Prints diagnostics. What is meant for people goes to standard error, so that a pipe gets results alone; what is meant
 * for programs is the result, and goes to standard output.
 */
export function report(
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
  { workspace, streams, program }: CommandContext,
  texts: Texts = new Map(),
): void {
  const output = format === 'pretty' ? streams.stderr : streams.stdout;
  const sourceText = (file: string) => {
    const text = texts.get(file) ?? workspace.readText(file, SHOWN_LIMIT);
    return typeof text === 'string' ? text : text.ok ? text.value : undefined;
  };
  const palette = paletteFor(output, workspace.env);
  const isForPeople = format === 'pretty' || format === 'github';
  const pasted = inOrder(diagnostics).map((each) => (isForPeople ? forPeople(each, program) : asPasted(each, program)));
  output.write(printDiagnostics(pasted, { format, sourceText, palette, version: VERSION, width: output.columns }));
}

/** A diagnostic as a person reads it: fields in words, and commands that can be pasted. */
export function forPeople(diagnostic: Diagnostic, program: string): Diagnostic {
  const pasted = asPasted(diagnostic, program);
  return { ...pasted, message: withFieldWords(pasted.message) };
}

/** File by file, as they came, and from the top of each to its end, however a problem was found. */
function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const files = [...new Set(diagnostics.map(({ place }) => place?.file))];
  return files.flatMap((file) => diagnostics.filter(({ place }) => place?.file === file).sort(byPlace));
}

/** Commands in hints are pasted into a shell: they begin as the program was started here, and name the brief in question. */
function asPasted({ hints, ...diagnostic }: Diagnostic, program: string): Diagnostic {
  const file = diagnostic.place?.file;
  const named = (hint: string) =>
    file === undefined ? hint : hint.replace(/(?<=briefpress snapshot add )BRIEF\b/g, () => shellWord(file));
  return { ...diagnostic, hints: hints.map((hint) => withProgram(named(hint), program)) };
}

/** https://no-color.org and https://force-color.org; otherwise colours on a terminal that has them. */
export function hasColours(output: Output, env: CommandContext['workspace']['env']): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return output.isTerminal && env.TERM !== 'dumb';
}

function paletteFor(output: Output, env: CommandContext['workspace']['env']): Palette {
  const colours = createColors(hasColours(output, env));
  return {
    error: (text) => colours.bold(colours.red(text)),
    warning: (text) => colours.bold(colours.yellow(text)),
    info: (text) => colours.bold(colours.cyan(text)),
    strong: colours.bold,
    muted: colours.dim,
    hint: colours.cyan,
  };
}
