/** Whether the quotations of a brief stand in the kept copies of their sources, word for word. */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import type { FileRead, LoadedBrief, Quote, Snapshot } from '../brief/brief.js';
import { type Diagnostic, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';
import { extractText } from './extract/extract.js';
import { findQuote } from './find-quote.js';
import { KeptText } from './kept-text.js';
import { quoteProblem, unchecked } from './quote-problems.js';

export interface Evidence {
  /** The sources whose quotations were all found in a kept copy, by id. */
  readonly checked: ReadonlyMap<string, { readonly retrievedAt: string | null }>;
}

/**
 * Compares every kept copy with its hash, and every quotation with the kept copy of its source. Every diagnostic has its
 * place in the brief.
 *
 * @param readFile reads a file by its path relative to the brief's folder, and none outside it
 */
export async function checkEvidence(
  loaded: LoadedBrief,
  readFile: (path: string) => FileRead,
): Promise<Outcome<Evidence>> {
  const { brief } = loaded;
  const quotes = (brief.quotes ?? []).map((quote, index) => ({ quote, field: `quotes[${index}]` }));
  const diagnostics: Diagnostic[] = [];
  const checked = new Map<string, { retrievedAt: string | null }>();
  for (const [index, source] of brief.sources.entries()) {
    const own = quotes.filter(({ quote }) => sourceOf(quote) === source.id);
    const { snapshot } = source;
    if (snapshot === undefined) {
      diagnostics.push(...own.map(({ field }) => unchecked(field, source.id, brief.status ?? 'draft')));
      continue;
    }
    const kept = await readKept(snapshot, `sources[${index}].snapshot`, own.length > 0, readFile);
    diagnostics.push(...kept.diagnostics);
    if (!kept.ok || kept.value === null) continue;
    const { value } = kept;
    const problems = own.flatMap(({ quote, field }) => {
      const match = findQuote(quote.text, value, contextOf(quote));
      return quoteProblem(match, { field, file: snapshot.file }) ?? [];
    });
    diagnostics.push(...problems);
    if (problems.every(({ severity }) => severity !== 'error')) {
      checked.set(source.id, { retrievedAt: snapshot.retrievedAt ?? null });
    }
  }
  const placed = diagnostics.map((each) =>
    each.field === undefined ? each : { ...each, place: loaded.placeOf(each.field) },
  );
  return outcomeOf({ checked }, placed);
}

/** The text of a kept copy; null where its hash is right and nobody asks for its text. */
async function readKept(
  snapshot: Snapshot,
  field: string,
  isQuoted: boolean,
  readFile: (path: string) => FileRead,
): Promise<Outcome<KeptText | null>> {
  const read = readFile(snapshot.file);
  if (!read.ok) return outcomeOf(null, [unread(read.reason, snapshot.file, `${field}.file`)]);
  const hash = bytesToHex(sha256(read.bytes));
  if (hash !== snapshot.sha256.toLowerCase()) return outcomeOf(null, [changed(snapshot.file, hash, `${field}.sha256`)]);
  if (!isQuoted) return outcomeOf(null, []);
  const extracted = await extractText(read.bytes, snapshot);
  if (extracted.ok) return outcomeOf(new KeptText(extracted.text), []);
  return outcomeOf(null, [
    {
      severity: 'error',
      code: 'snapshot-unreadable',
      message: `The kept copy ${snapshot.file} ${extracted.reason}.`,
      field: `${field}.file`,
      hint: extracted.hint,
    },
  ]);
}

function unread(reason: Extract<FileRead, { ok: false }>['reason'], file: string, field: string): Diagnostic {
  switch (reason) {
    case 'missing':
      return {
        severity: 'error',
        code: 'snapshot-missing',
        message: `The kept copy ${file} is not there.`,
        field,
        hint: 'Paths begin at the folder of the brief; `briefpress snapshot add` copies a file to where it belongs.',
      };
    case 'outside':
      return {
        severity: 'error',
        code: 'file-outside-folder',
        message: `The kept copy ${file} is not inside the folder of the brief.`,
        field,
        hint: 'Copy it next to the brief: `briefpress snapshot add` does.',
      };
    case 'unreadable':
    case 'too-large':
      return {
        severity: 'error',
        code: 'snapshot-unreadable',
        message: `The kept copy ${file} ${reason === 'too-large' ? 'is larger than 20 MB' : 'cannot be read'}.`,
        field,
        hint: reason === 'too-large' ? 'Keep the part that you read.' : 'Name a file, and see that you may read it.',
      };
  }
}

function changed(file: string, hash: string, field: string): Diagnostic {
  return {
    severity: 'error',
    code: 'snapshot-hash',
    message: `The kept copy ${file} is not the one that was kept: its SHA-256 is now ${hash}.`,
    field,
    hint: 'Put the copy back as it was. If the new one is meant, read it, then `briefpress snapshot add` it again.',
  };
}

function sourceOf({ source }: Quote): string {
  return typeof source === 'string' ? source : source.source;
}

function contextOf({ source }: Quote): { prefix?: string | undefined; suffix?: string | undefined } {
  return typeof source === 'string' ? {} : { prefix: source.prefix, suffix: source.suffix };
}
