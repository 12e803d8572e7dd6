/** What to report about a quotation and the kept copy of its source. */
import { type Diagnostic, diagnostic, error, info, warning } from '../diagnostics/diagnostic.js';
import type { NotFound, QuoteMatch } from './find-quote.js';
import type { Nearest } from './nearest.js';

/** A quotation and the file that its words should be in. */
export interface QuotePlace {
  /** `quotes[2]` */
  readonly field: string;
  readonly file: string;
}

/** What is wrong with a quotation, or worth knowing; null for one that is in the kept copy as it stands. */
export function quoteProblem(match: QuoteMatch, { field, file }: QuotePlace): Diagnostic | null {
  switch (match.kind) {
    case 'exact':
      return null;
    case 'normalised':
      return info(
        'quote-normalised',
        `The words of \`${field}\` are in ${file} with other quotation marks, dashes or spaces.`,
        { at: `${field}.text`, hints: ['They count as verbatim. Copy them from the source to get its marks.'] },
      );
    case 'ambiguous':
      return error('quote-ambiguous', `The words of \`${field}\` are in ${file} ${match.count} times; expected once.`, {
        at: `${field}.text`,
        hints: [
          'Say which passage is meant: give the words before it as `prefix`, or those after it as `suffix`, in `source`.',
        ],
      });
    case 'not-found':
      return notFound(match, { field, file });
  }
}

/** Words that are there, although a reader of the page may see less of them, or see them elsewhere. */
export function doubtful(because: readonly string[], { field, file }: QuotePlace): Diagnostic {
  const named = because.map((each) => `\`${each}\``).join(', ');
  return warning(
    'quote-altered',
    `A reader of ${file} may not see the words of \`${field}\` as they stand: its style sheet has ${named}.`,
    {
      at: `${field}.text`,
      hints: ['Open the page in a browser, and compare; if it shows them whole and in this order, all is well.'],
    },
  );
}

function notFound({ elsewhere, isUnseen, whole, nearest }: NotFound, { field, file }: QuotePlace): Diagnostic {
  if (elsewhere > 0) {
    return error(
      'quote-not-found',
      `The words of \`${field}\` are in ${file}, but not between \`prefix\` and \`suffix\`.`,
      {
        at: `${field}.text`,
        hints: ['Correct `prefix` and `suffix`, or leave them out.'],
      },
    );
  }
  return error('quote-not-found', `The words of \`${field}\` are not in ${file}.`, {
    at: `${field}.text`,
    hints: [
      whole && `They are there in whole words, although a line or a page ends within one: “${whole}”.`,
      isUnseen ? 'They are only there together with words that the page strikes out or does not show.' : null,
      nearest === null && !isUnseen ? 'Nothing similar is there. Is it the right source?' : null,
      whole === null && nearest !== null ? nearestHint(nearest) : null,
    ],
  });
}

function nearestHint(nearest: Nearest): string {
  if (nearest.difference.every(({ kind }) => kind === 'same')) {
    return 'The same words are there, but as part of a longer word or number, or with other marks around them.';
  }
  const words = differenceWords(nearest);
  const hasBar = nearest.difference.some(
    ({ kind, words: found }) => kind === 'source' && found.split(' ').includes('|'),
  );
  const bar = hasBar ? ' At `|` a cell, a list item, a heading or a column ends: write […] there.' : '';
  return `The nearest passage: ${words} ([-…-] is in the quote only, {+…+} in the source only).${bar}`;
}

/** `the [-quick-] {+slow+} fox`, as wdiff writes it. */
export function differenceWords({ difference }: Nearest): string {
  return difference
    .map(({ kind, words }) => (kind === 'same' ? words : kind === 'quote' ? `[-${words}-]` : `{+${words}+}`))
    .join(' ');
}

/** A quotation whose source has no kept copy: allowed while the brief is a draft. */
export function unchecked(field: string, source: string, status: string): Diagnostic {
  const isFinal = status === 'cleared' || status === 'issued';
  const message = `The words of \`${field}\` cannot be checked: the source "${source}" has no kept copy.`;
  const hint = `Keep one: briefpress snapshot add BRIEF ${source} FILE.${isFinal ? ` A brief that is ${status} quotes nothing unchecked.` : ''}`;
  return diagnostic(isFinal ? 'error' : 'warning', 'quote-unchecked', message, { at: `${field}.text`, hints: [hint] });
}
