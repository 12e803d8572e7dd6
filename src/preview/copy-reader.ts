import type { Quote } from '../brief/brief.js';
import { failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import { authorOf, makeQuote } from '../evidence/make-quote.js';
import { readKept } from '../evidence/read-kept.js';
import { type OpenedBrief, openText } from '../materials/open-brief.js';
import type { Workspace } from '../workspace/workspace.js';
import type { CopyJob, QuoteJob } from './document-job.js';
import type { KeptPassage } from './protocol-editing.js';

/** The text of a kept copy, without the marks that only the check of quotations reads; null where none is kept. */
export async function readCopy(workspace: Workspace, job: CopyJob): Promise<Outcome<KeptPassage | null>> {
  const { loaded, readFile } = opened(workspace, job);
  const source = loaded.ok ? loaded.value.brief.sources.find(({ id }) => id === job.source) : undefined;
  if (source?.snapshot === undefined) return success(null);
  const kept = await readKept(source.snapshot, 'sources', readFile);
  if (!kept.ok) return kept;
  const text = kept.value.text.replace(/\u001C/g, '\n').replace(/[\u001D-\u001F]/g, '');
  // A newspaper says nothing itself: whose words they are, the person knows.
  const speaker = source.author === undefined ? '' : authorOf(source);
  return success({ source: job.source, title: String(source.title), text, speaker });
}

/** A quotation, if its words are in the copy. */
export async function quoteFromCopy(workspace: Workspace, job: QuoteJob): Promise<Outcome<Quote>> {
  const { loaded, readFile } = opened(workspace, job);
  return loaded.ok ? makeQuote(job.wanted, loaded.value, readFile) : failure(loaded.diagnostics);
}

function opened(workspace: Workspace, { file, text, today }: CopyJob | QuoteJob): OpenedBrief {
  return openText(workspace, { text, file: workspace.name(file), folder: workspace.resolve(file, '..'), today });
}
