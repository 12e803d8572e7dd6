/** Whether what an editor put into quoted words, or left out of them, may reverse their meaning. */
import { type Diagnostic, warning } from '../diagnostics/diagnostic.js';
import type { Editing, Omission } from './find-quote.js';
import { negationIn } from './negations.js';
import { withoutMarks } from './structure.js';

/** A quotation whose words were found, and how they were edited. */
export interface EditedQuote {
  /** `quotes[2].text` */
  readonly field: string;
  readonly words: string;
  readonly editing: Editing;
  /** BCP 47: the languages that the words and what was put in may be in. */
  readonly languages: readonly string[];
}

/** In a longer omission only the text next to the quoted words can reverse their meaning. In words. */
const SHORT = 30;

export function editingProblems({ field, words, editing, languages }: EditedQuote): Diagnostic[] {
  const { insertions, omissions } = editing;
  const putIn = insertions.flatMap((each) => {
    const negation = negationIn(each, languages);
    return negation === null ? [] : [negationPutIn(field, each, negation)];
  });
  const leftOut = omissions.flatMap((each) => {
    const negation = negationIn(adjoining(each), languages);
    return negation === null ? [] : [negationLeftOut(field, negation)];
  });
  const quoted = lettersIn(words.replace(/\[[^[\]]*\]/g, ''));
  return [
    ...putIn.slice(0, 1),
    ...leftOut.slice(0, 1),
    ...(lettersIn(insertions.join('')) > quoted ? [moreThanQuoted(field)] : []),
  ];
}

/** Of a long omission, the ends of the two sentences that it cuts. */
function adjoining(omission: Omission): string {
  const text = withoutMarks(omission.text);
  if (text.split(/\s+/).length <= SHORT) return text;
  const sentences = text.split(/[.!?](?=\s)|[。！？]|\n\s*\n/u);
  const first = sentences.slice(omission.followsSentence ? 1 : 0, 1);
  return [...first, ...sentences.slice(1).slice(-1)].join(' ');
}

function lettersIn(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length;
}

function negationPutIn(field: string, insertion: string, negation: string): Diagnostic {
  return warning(
    'quote-altered',
    `The words put into \`${field}\`, [${insertion}], contain a negation: "${negation}".`,
    {
      at: field,
      hints: ['Check that the quotation still says what its source says, or report it in your own words.'],
    },
  );
}

function negationLeftOut(field: string, negation: string): Diagnostic {
  return warning('quote-altered', `The words left out of \`${field}\` contain a negation: "${negation}".`, {
    at: field,
    hints: ['Check that the quotation still says what its source says, or quote the negation too.'],
  });
}

function moreThanQuoted(field: string): Diagnostic {
  return warning('quote-altered', `The words put into \`${field}\` are longer than the words quoted.`, {
    at: field,
    hints: ['Quote more of the source, or report it in your own words.'],
  });
}
