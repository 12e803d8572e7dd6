import { type Diagnostic, error, failure, type Outcome } from '../../../diagnostics/diagnostic.js';
import { diagnosticRecord } from '../../../diagnostics/printers/json.js';
import { type Imposed, impose } from '../../../imposition/impose.js';
import { DOCUMENT_LIMIT } from '../../../workspace/workspace.js';
import type { CommandContext, ExitCode } from '../../context.js';
import { exitCodeOf } from '../../exit-code.js';
import type { ImposeOptions } from '../../options.js';
import { pageNumbers } from '../../page-ranges.js';
import { report } from '../../report.js';
import { countOf } from '../../words.js';

/** `briefpress impose`. */
export async function runImpose(pdf: string, options: ImposeOptions, context: CommandContext): Promise<ExitCode> {
  const { workspace, streams } = context;
  const { imposition, force = false } = options;
  const path = workspace.resolve(options.output ?? pdf.replace(/(?:\.pdf)?$/i, `.${imposition}.pdf`));
  const made = await imposedFile(pdf, options, context);
  const written = made.ok ? workspace.write(path, made.value.bytes, { replace: force }) : made;
  // What is there may be anything: the pages of a booklet say nothing of who made them.
  const isThere = !written.ok && made.ok && !force && workspace.kind(path) !== null;
  const problems = isThere ? [there(workspace.name(path))] : written.diagnostics;
  const sheets = written.ok && made.ok ? made.value : null;
  if (options.json) streams.stdout.write(jsonFor(workspace.name(path), sheets, problems));
  else {
    if (sheets !== null) streams.stdout.write(wordsFor(workspace.name(path), sheets, imposition));
    report(problems, 'pretty', context);
  }
  return exitCodeOf(problems);
}

async function imposedFile(
  pdf: string,
  options: ImposeOptions,
  { workspace }: CommandContext,
): Promise<Outcome<Imposed>> {
  const bytes = workspace.read(pdf, DOCUMENT_LIMIT);
  if (!bytes.ok) return bytes;
  const pages = options.pages === undefined ? undefined : pageNumbers(options.pages);
  const file = workspace.name(pdf);
  const made = await impose(bytes.value, { as: options.imposition, file, ...(pages && { pages }) });
  if (!made.ok || pages === undefined || made.value.pages === pages.length) return made;
  return failure([
    error('impose-unreadable', `${file} has not got all the pages that --pages names.`, {
      hints: ['Correct --pages.'],
    }),
  ]);
}

function there(name: string) {
  return error('file-unwritable', `${name} is there already.`, {
    hints: ['Add --force to write over it, or name another file with --output.'],
  });
}

/** Without the file where none was written. */
function jsonFor(file: string, sheets: Imposed | null, problems: readonly Diagnostic[]): string {
  const made = sheets && { file, pages: sheets.pages, sides: sheets.sides, sheets: sheetsOf(sheets) };
  return `${JSON.stringify({ ...made, diagnostics: problems.map(diagnosticRecord) }, null, 2)}\n`;
}

const sheetsOf = ({ sides }: Imposed) => Math.ceil(sides / 2);

function wordsFor(name: string, imposed: Imposed, imposition: ImposeOptions['imposition']): string {
  const { pages, sides } = imposed;
  const sheets = countOf(sheetsOf(imposed), 'sheet');
  const how =
    imposition === 'booklet'
      ? `Print it on both sides, flipped on the short edge, and fold ${sheets} in the middle.`
      : `Printed on both sides, it is ${sheets}.`;
  const made = `${name}: ${countOf(pages, 'page')} on ${countOf(sides, 'side')} of paper. ${how}`;
  return `${made}\nFor paper alone: it has no tags, so a screen reader cannot read it, and it is no archival PDF.\n`;
}
