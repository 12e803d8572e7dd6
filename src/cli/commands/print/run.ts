import { type Diagnostic, distinct, error, failure, type Outcome, outcomeOf } from '../../../diagnostics/diagnostic.js';
import { type OpenedBrief, openBrief } from '../../../materials/open-brief.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import { exitCodeOf } from '../../exit-code.js';
import { textsOf } from '../../inputs.js';
import type { PrintOptions } from '../../options.js';
import { readingOf } from '../../reading.js';
import { report } from '../../report.js';
import { type BuildSettings, settingsFor } from '../../settings.js';
import { numberedCopies, plainDocuments, planOf } from './brief-documents.js';
import { finishedPdf } from './finished-pdf.js';
import { ontoSheets, sheetsWords } from './onto-sheets.js';
import { printThem } from './print-them.js';
import { missingPages, type Printables } from './printable.js';
import { type ShownSheet, sheetJson, sheetTable } from './sheets.js';

/** `briefpress print`. */
export async function runPrint(target: string, options: PrintOptions, context: CommandContext): Promise<ExitCode> {
  const { workspace, streams } = context;
  const settings = settingsFor([target], options, workspace);
  if (!settings.ok) {
    report(settings.diagnostics, 'pretty', context);
    return EXIT.trouble;
  }
  const isPdf = /\.pdf$/i.test(target);
  const opened = isPdf ? null : openBrief(workspace, target, readingOf(options, workspace));
  const making = { options, settings: settings.value, context };
  const printables = await printablesOf(target, opened, making);
  const { shown, diagnostics, last } = printables.ok
    ? await printAllOf(printables.value, opened, making)
    : { shown: [], diagnostics: [], last: '' };
  const all = distinct([...settings.diagnostics, ...printables.diagnostics, ...diagnostics]);
  if (options.json) streams.stdout.write(sheetJson(shown, all));
  else {
    streams.stdout.write(last);
    report(all, 'pretty', context, textsOf(opened === null ? [] : [opened], options.set));
  }
  return exitCodeOf(all);
}

interface Making {
  readonly options: PrintOptions;
  readonly settings: BuildSettings;
  readonly context: CommandContext;
}

async function printablesOf(
  target: string,
  opened: OpenedBrief | null,
  { options, settings, context }: Making,
): Promise<Outcome<Printables>> {
  const { workspace } = context;
  const making = { options, settings, workspace };
  if (opened === null) {
    const unfit = forBriefsAlone(options);
    return unfit.length > 0 ? failure(unfit) : finishedPdf(workspace.resolve(target), workspace);
  }
  if (!opened.loaded.ok) return opened.loaded;
  const plan = planOf(opened.loaded.value, options);
  const before = [...opened.loaded.diagnostics, ...plan.diagnostics];
  if (!plan.ok) return failure(before);
  const unfit = plan.value === null ? [] : forPlainOnesAlone(options);
  if (unfit.length > 0) return failure([...before, ...unfit]);
  const made =
    plan.value === null ? await plainDocuments(opened, making) : await numberedCopies(opened, plan.value, making);
  return made.ok ? outcomeOf(made.value, [...before, ...made.diagnostics]) : failure([...before, ...made.diagnostics]);
}

/** A numbered copy is one reader's. */
function forPlainOnesAlone({ copies, lang }: PrintOptions): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  if (copies !== undefined)
    problems.push(
      error('print-unable', 'The brief has numbered copies, and each of them is printed once.', {
        hints: ['Leave --copies out. To print without numbers, build the PDF and print that.'],
      }),
    );
  if (lang !== undefined)
    problems.push(
      error('print-unable', 'The brief has numbered copies, each in the language of its reader.', {
        hints: ['Leave --lang out, and write `language` in `distribution`.'],
      }),
    );
  return problems;
}

/** A finished PDF is printed as it is. */
function forBriefsAlone({ edition, lang, only, set }: PrintOptions): readonly Diagnostic[] {
  const given = Object.entries({ '--edition': edition, '--lang': lang, '--only': only, '--set': set });
  return given.flatMap(([name, value]) =>
    value === undefined
      ? []
      : [error('print-unable', `${name} is for briefs; a PDF is printed as it is.`, { hints: ['Leave it out.'] })],
  );
}

interface Done {
  readonly shown: readonly ShownSheet[];
  readonly diagnostics: readonly Diagnostic[];
  /** For people. */
  readonly last: string;
}

async function printAllOf(
  { documents, before }: Printables,
  opened: OpenedBrief | null,
  { options, settings, context }: Making,
): Promise<Done> {
  const missing = missingPages(documents, options.pages);
  const sheets = missing.length > 0 ? failure(missing) : await ontoSheets(documents, settings.imposition, options);
  if (!sheets.ok) return { shown: [], diagnostics: sheets.diagnostics, last: '' };
  const shown = sheets.value.documents.map((document) => ({
    document,
    printer: options.printer ?? document.printer ?? settings.printer ?? null,
    standing: null,
    state: null,
    answer: null,
  }));
  const brief = opened?.loaded.ok ? opened.loaded.value : null;
  const folder = context.workspace.resolve(settings.output, `${brief?.id ?? 'pdf'}.printed`);
  const done = await printThem(shown, { options: sheets.value.options, context, folder, brief, before });
  const table = options.json ? '' : sheetTable(done.shown) + sheetsWords(settings.imposition);
  return { ...done, last: `${table}${done.last}` };
}
