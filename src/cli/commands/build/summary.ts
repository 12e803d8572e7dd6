import { SUPERSEDED_PREFIX } from '../../../briefing/build-record.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { diagnosticRecord } from '../../../diagnostics/printers/json.js';
import { countOf } from '../../words.js';
import type { BriefReport, MadeFile } from './make.js';

/** One line for a brief: what it became. Empty where nothing was made. */
export function briefLine({ file, outputs }: BriefReport): string {
  if (outputs.length === 0) return '';
  return `${file} → ${outputs.map(fileWords).join(', ')}\n`;
}

/** The last line: `Made 5 of 6 briefs in 1.2 s.`; without `seconds` where the output is compared or kept. */
export function lastLine(all: readonly BriefReport[], seconds: number | null): string {
  const reports = all.filter(({ isUnchanged }) => isUnchanged !== true);
  const unchanged = all.length - reports.length;
  if (reports.length === 0) return `Nothing to make: ${countOf(unchanged, 'brief')} unchanged.\n`;
  const isWhole = ({ diagnostics }: BriefReport) => !diagnostics.some(({ severity }) => severity === 'error');
  const made = reports.filter(isWhole).length;
  const briefs = countOf(reports.length, 'brief');
  const time = seconds === null ? '' : ` in ${seconds.toFixed(1)} s`;
  const others = unchanged === 0 ? '' : `; ${unchanged} unchanged`;
  return `${made === reports.length ? `Made ${briefs}` : `Made ${made} of ${briefs}`}${time}${others}.\n`;
}

/** What is attached to the PDFs, for people about to mail them; empty if nothing is. */
export function insideLine(reports: readonly BriefReport[]): string {
  const pdfs = reports.flatMap(({ outputs }) => outputs).filter(({ format }) => format === 'pdf');
  const kinds = [...new Set(pdfs.map(({ attachments }) => insideWords(attachments)))];
  const lines = kinds.map((words) => {
    const those = pdfs.filter(({ attachments }) => insideWords(attachments) === words);
    const which = kinds.length > 1 ? those.map(({ path }) => path).join(', ') : countOf(those.length, 'PDF');
    return `Inside ${which}: ${words}.\n`;
  });
  return lines.join('');
}

function insideWords(attachments: readonly string[]): string {
  if (attachments.length === 0) return 'the pages alone';
  const isWhole = attachments.some((name) => name.startsWith(SUPERSEDED_PREFIX));
  return `the brief without its comments, the memo, ${isWhole ? 'the edition before, ' : ''}the build record`;
}

/** What may be mistaken for the document itself; empty where nothing was put on sheets. */
export function sheetsLine(reports: readonly BriefReport[]): string {
  const count = reports.flatMap(({ outputs }) => outputs).filter(({ sheets }) => sheets !== undefined).length;
  if (count === 0) return '';
  return `On sheets, for paper alone (no tags for screen readers, no archival PDF): ${countOf(count, 'PDF')}.\n`;
}

function fileWords({ path, pages, bytes, pictures, sheets }: MadeFile): string {
  const extent = pages === null ? '' : `${countOf(pages, 'page')}, `;
  const beside = pictures.length === 0 ? '' : ` with ${countOf(pictures.length, 'picture')} beside it`;
  const onSheets = sheets === undefined ? '' : `, ${sheets}`;
  return `${path} (${extent}${sizeWords(bytes)})${beside}${onSheets}`;
}

function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `--json`: what became of each brief; a target that names none has its problems under its own name. */
export function jsonReport(reports: readonly BriefReport[], problems: readonly Diagnostic[]): string {
  const missing = problems.map((each) => ({ file: each.place?.file ?? '', outputs: [], diagnostics: [each] }));
  const briefs = [...missing, ...reports].map(({ file, outputs, diagnostics, isUnchanged }: BriefReport) => ({
    file,
    ...(isUnchanged && { unchanged: true }),
    outputs,
    diagnostics: diagnostics.map(diagnosticRecord),
  }));
  return `${JSON.stringify({ briefs }, null, 2)}\n`;
}
