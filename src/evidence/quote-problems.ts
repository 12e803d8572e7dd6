/** What is said about a quotation and the kept copy of its source. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { QuoteMatch } from './find-quote.js';
import type { Nearest } from './nearest.js';

/** A quotation and the file it should stand in. */
export interface QuotePlace {
  /** `quotes[2]` */
  readonly field: string;
  readonly file: string;
}

/** What is wrong with a quotation, or worth knowing; null for one that stands in the kept copy as it is. */
export function quoteProblem(match: QuoteMatch, { field, file }: QuotePlace): Diagnostic | null {
  switch (match.kind) {
    case 'exact':
      return null;
    case 'normalised':
      return {
        severity: 'info',
        code: 'quote-normalised',
        message: `The words of \`${field}\` stand in ${file} with other quotation marks, apostrophes or dashes.`,
        field: `${field}.text`,
        hint: 'They count as verbatim. Copy them from the source to have its marks.',
      };
    case 'ambiguous':
      return {
        severity: 'error',
        code: 'quote-ambiguous',
        message: `The words of \`${field}\` stand ${match.count} times in ${file}; expected one passage.`,
        field: `${field}.text`,
        hint: 'Say which: give the words before it as `prefix`, or those after it as `suffix`, in `source`.',
      };
    case 'not-found':
      return { ...notFound(field, file, match.elsewhere), hint: hintOf(match.elsewhere, match.nearest) };
  }
}

function notFound(field: string, file: string, elsewhere: number): Omit<Diagnostic, 'hint'> {
  const message =
    elsewhere > 0
      ? `The words of \`${field}\` stand in ${file}, but not between its \`prefix\` and \`suffix\`.`
      : `The words of \`${field}\` do not stand in ${file}.`;
  return { severity: 'error', code: 'quote-not-found', message, field: `${field}.text` };
}

function hintOf(elsewhere: number, nearest: Nearest | null): string {
  if (elsewhere > 0) return 'Correct `prefix` and `suffix`, or leave them out.';
  if (nearest === null) return 'Nothing like it is there. Is it the right source?';
  return `The nearest passage: ${differenceWords(nearest)} ([-…-] is in the quote alone, {+…+} in the source alone).`;
}

/** `the [-quick-] {+slow+} fox`, as wdiff writes it. */
export function differenceWords({ difference }: Nearest): string {
  return difference
    .map(({ kind, words }) => (kind === 'same' ? words : kind === 'quote' ? `[-${words}-]` : `{+${words}+}`))
    .join(' ');
}

/** A quotation whose source has no kept copy: that may be so as long as it is a draft. */
export function unchecked(field: string, source: string, status: string): Diagnostic {
  const isFinal = status === 'cleared' || status === 'issued';
  return {
    severity: isFinal ? 'error' : 'warning',
    code: 'quote-unchecked',
    message: `The words of \`${field}\` cannot be checked: the source "${source}" has no kept copy.`,
    field: `${field}.text`,
    hint: `Keep one: briefpress snapshot add BRIEF ${source} FILE.${isFinal ? ` A brief that is ${status} quotes nothing unchecked.` : ''}`,
  };
}
