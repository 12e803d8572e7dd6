/** Quotation marks: outer opening and closing, inner opening and closing. */
export type QuotationMarks = readonly [string, string, string, string];

const NBSP = '\u00A0';
const ENGLISH: QuotationMarks = ['“', '”', '‘', '’'];

/** By language; after the style guides of each (for French with no-break spaces inside the guillemets). */
const MARKS: Readonly<Record<string, QuotationMarks>> = {
  en: ENGLISH,
  sv: ['”', '”', '’', '’'],
  fi: ['”', '”', '’', '’'],
  da: ['»', '«', '›', '‹'],
  nb: ['«', '»', '‘', '’'],
  nn: ['«', '»', '‘', '’'],
  fr: [`«${NBSP}`, `${NBSP}»`, '“', '”'],
  de: ['„', '“', '‚', '‘'],
  nl: ['‘', '’', '“', '”'],
  es: ['«', '»', '“', '”'],
  pt: ['«', '»', '“', '”'],
  it: ['«', '»', '“', '”'],
  pl: ['„', '”', '«', '»'],
  cs: ['„', '“', '‚', '‘'],
  el: ['«', '»', '“', '”'],
  ru: ['«', '»', '„', '“'],
  uk: ['«', '»', '„', '“'],
  be: ['«', '»', '„', '“'],
  mn: ['«', '»', '„', '“'],
  kk: ['«', '»', '„', '“'],
};

/** The marks of a language; English ones where it is not in the table. */
export function quotationMarks(language: string): QuotationMarks {
  return MARKS[language.toLowerCase().split('-')[0] ?? ''] ?? ENGLISH;
}

/** Every mark a writer may have used for a quotation within the words, straight ones included. */
const ANY_PAIR = /"([^"]*)"|“([^”“]*)”|”([^”]*)”|„([^“”„]*)[“”]|«\s?([^«»]*?)\s?»/g;

/**
 * Words within the outer marks of their own language. A quotation within them gets the inner marks, unless it has none
 * that can be told apart from apostrophes.
 */
export function quotedWords(words: string, language: string): string {
  const [open, close, innerOpen, innerClose] = quotationMarks(language);
  return `${open}${words.replace(ANY_PAIR, (_whole, ...found: (string | undefined)[]) => {
    const inner = found.slice(0, 5).find((each) => each !== undefined) ?? '';
    return `${innerOpen}${inner}${innerClose}`;
  })}${close}`;
}
