/** Quotation marks, opening and closing. */
export type QuotationMarks = readonly [open: string, close: string];

const NBSP = '\u00A0';
const ENGLISH: QuotationMarks = ['“', '”'];

/** By language; after the style guides of each (for French with no-break spaces inside the guillemets). */
const MARKS: Readonly<Record<string, QuotationMarks>> = {
  en: ENGLISH,
  sv: ['”', '”'],
  fi: ['”', '”'],
  da: ['»', '«'],
  nb: ['«', '»'],
  nn: ['«', '»'],
  fr: [`«${NBSP}`, `${NBSP}»`],
  de: ['„', '“'],
  nl: ['‘', '’'],
  es: ['«', '»'],
  pt: ['«', '»'],
  it: ['«', '»'],
  pl: ['„', '”'],
  cs: ['„', '“'],
  el: ['«', '»'],
  ru: ['«', '»'],
  uk: ['«', '»'],
  be: ['«', '»'],
  mn: ['«', '»'],
  kk: ['«', '»'],
};

/** The marks of a language; English ones where it is not in the table. */
export function quotationMarks(language: string): QuotationMarks {
  return MARKS[language.toLowerCase().split('-')[0] ?? ''] ?? ENGLISH;
}

/** Words within the marks of their own language. The words stay as they are: they may be somebody's, quoted to the letter. */
export function quotedWords(words: string, language: string): string {
  const [open, close] = quotationMarks(language);
  return `${open}${words}${close}`;
}
