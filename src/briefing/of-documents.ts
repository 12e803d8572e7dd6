import type { DiagnosticCode } from '../diagnostics/codes.js';
import { type Diagnostic, distinct } from '../diagnostics/diagnostic.js';

/** One of the documents that a brief becomes, and what is said of it. */
export interface SaidOfDocument {
  /** Without the ending of a file. */
  readonly name: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is true of the pages of one document, and need not be of another of the same brief. */
const OF_PAGES: ReadonlySet<DiagnosticCode> = new Set(['page-fit', 'page-overflow']);

/** What is said of several documents of one brief, each once: of pages, with the names of the documents they are in. */
export function saidOfDocuments(documents: readonly SaidOfDocument[]): readonly Diagnostic[] {
  const all = distinct(documents.flatMap(({ diagnostics }) => diagnostics));
  if (documents.length < 2) return all;
  return all.map((each) => {
    if (!OF_PAGES.has(each.code)) return each;
    const said = JSON.stringify(each);
    const names = documents.filter(({ diagnostics }) => diagnostics.some((other) => JSON.stringify(other) === said));
    return { ...each, hints: [`This is about ${names.map(({ name }) => name).join(', ')}.`, ...each.hints] };
  });
}
