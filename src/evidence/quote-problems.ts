/** What is said about a quotation and the kept copy of its source. */

import { type Diagnostic, diagnostic, error, info } from '../diagnostics/diagnostic.js';
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
      return info(
        'quote-normalised',
        `The words of \`${field}\` stand in ${file} with other quotation marks, apostrophes or dashes.`,
        { at: `${field}.text`, hints: ['They count as verbatim. Copy them from the source to have its marks.'] },
      );
    case 'ambiguous':
      return error(
        'quote-ambiguous',
        `The words of \`${field}\` stand ${match.count} times in ${file}; expected one passage.`,
        {
          at: `${field}.text`,
          hints: ['Say which: give the words before it as `prefix`, or those after it as `suffix`, in `source`.'],
        },
      );
    case 'not-found':
      return notFound(field, file, match.elsewhere, match.nearest);
  }
}

function notFound(field: string, file: string, elsewhere: number, nearest: Nearest | null): Diagnostic {
  const message =
    elsewhere > 0
      ? `The words of \`${field}\` stand in ${file}, but not between its \`prefix\` and \`suffix\`.`
      : `The words of \`${field}\` do not stand in ${file}.`;
  return error('quote-not-found', message, { at: `${field}.text`, hints: [hintOf(elsewhere, nearest)] });
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
  const message = `The words of \`${field}\` cannot be checked: the source "${source}" has no kept copy.`;
  const hint = `Keep one: briefpress snapshot add BRIEF ${source} FILE.${isFinal ? ` A brief that is ${status} quotes nothing unchecked.` : ''}`;
  return diagnostic(isFinal ? 'error' : 'warning', 'quote-unchecked', message, { at: `${field}.text`, hints: [hint] });
}
